import { trim, type Token } from '../../text/index.ts';
import { cleanText, escapeAttribute, escapeInline, escapeLineStart, mathText } from './escape.ts';

/** What the writer needs from its surroundings. */
export interface WriterHost {
  /** The path to show for a picture that the text names, or `undefined` when it cannot be used (reported by the host). */
  picture(src: string): string | undefined;
  /** Asks for a drawing of some text (Mermaid); returns the path that stands for it. */
  drawing(kind: string, text: string): string;
  /** Called once for each use of an optional renderer. */
  use(feature: 'math' | 'code'): void;
}

const tags: Readonly<Record<string, string>> = {
  strong_open: 'b',
  strong_close: '/b',
  em_open: 'i',
  em_close: '/i',
  s_open: 's',
  s_close: '/s',
};
const allowedLink = /^(?:https?:\/\/|mailto:|#)/i;
/** A word character on the outer side of a Markdown marker would stop it from being read as one. */
const plainNeighbour = /^$|[\s.,;:!?)(]/;

/** Markdown for emphasis where it is certain to be read back as such, an HTML tag elsewhere. */
function emphasis(token: Token, before: string, next: string): string {
  const tag = tags[token.type] ?? '';
  const outer = tag.startsWith('/') ? next : before;
  const inner = tag.startsWith('/') ? before : next;
  const simple = plainNeighbour.test(outer) && /[\p{L}\p{N}]/u.test(inner) && tag !== 's' && tag !== '/s';
  return simple ? '' : `<${tag}>`;
}

/** Pairs each opening emphasis token with its closing one and decides for both at once how they are written. */
function emphasisMarks(children: readonly Token[], text: readonly string[]): ReadonlyMap<Token, string> {
  const marks = new Map<Token, string>();
  const open: { token: Token; at: number; simple: boolean }[] = [];
  const next = nextCharacters(text);
  let before = '';
  let lastMark = -1;
  children.forEach((token, i) => {
    if (!(token.type in tags)) {
      before = lastCharacter(text[i] ?? '') || before;
      return;
    }
    const simple = emphasis(token, before, next[i] ?? '') === '';
    if (token.nesting === 1) {
      open.push({ token, at: i, simple });
      return;
    }
    const start = open.pop();
    if (!start) return;
    const nested = open.length > 0 || lastMark > start.at;
    const markdown = simple && start.simple && !nested ? (token.type === 'strong_close' ? '**' : '*') : undefined;
    marks.set(start.token, markdown ?? `<${tags[start.token.type] ?? ''}>`);
    marks.set(token, markdown ?? `<${tags[token.type] ?? ''}>`);
    lastMark = i;
  });
  return marks;
}

/** For each piece the first character that follows it. */
function nextCharacters(text: readonly string[]): readonly string[] {
  const next: string[] = [];
  let character = '';
  for (let i = text.length - 1; i >= 0; i--) {
    next[i] = character;
    character = firstCharacter(text[i] ?? '') || character;
  }
  return next;
}

const lastCharacter = (text: string): string => /.$/su.exec(text)?.[0] ?? '';
const firstCharacter = (text: string): string => /^./su.exec(text)?.[0] ?? '';

/** A code span, with a fence longer than any run of backticks inside. */
function codeSpan(content: string, inTable: boolean): string {
  const text = cleanText(content).replace(/\n/g, ' ');
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map((run) => run[0].length));
  const fence = '`'.repeat(longest + 1);
  const pad = text.startsWith('`') || text.endsWith('`') || (/^ .* $/.test(text) && text.trim() !== '') ? ' ' : '';
  return `${fence}${pad}${inTable ? text.replaceAll('|', '\\|') : text}${pad}${fence}`;
}

function linkOpen(token: Token): string | undefined {
  const href = token.attrGet('href') ?? '';
  return allowedLink.test(href) ? href : undefined;
}

/** Writes one token's own text; emphasis and links are handled by the caller. */
function leaf(token: Token, host: WriterHost, inTable: boolean): string {
  switch (token.type) {
    case 'text':
    case 'text_special':
    case 'html_inline':
      return escapeInline(token.content);
    case 'softbreak':
      return ' ';
    case 'hardbreak':
      return '<br />';
    case 'code_inline':
      return codeSpan(token.content, inTable);
    case 'sub':
    case 'sup':
      return `<${token.type}>${escapeInline(token.content)}</${token.type}>`;
    case 'math_inline':
      host.use('math');
      return `$${mathText(token.content)}$`;
    case 'image': {
      const path = host.picture(token.attrGet('src') ?? '');
      const alt = escapeAttribute(token.content);
      return path === undefined
        ? escapeInline(token.content)
        : `<img class="inline-picture" src="${escapeAttribute(path)}" alt="${alt}" />`;
    }
    default:
      return '';
  }
}

/** Writes the children of an inline token as Markdown on one line that cannot be read as anything else. */
export function writeInline(children: readonly Token[], host: WriterHost, inTable = false): string {
  const raw = children.map((token) =>
    token.type in tags || token.type.startsWith('link_') ? '' : leaf(token, host, inTable),
  );
  const marks = emphasisMarks(children, raw);
  const links: (string | undefined)[] = [];
  const parts = children.map((token, i) => {
    if (token.type === 'link_open') {
      const href = linkOpen(token);
      links.push(href);
      return href === undefined ? '' : `<a href="${escapeAttribute(href)}">`;
    }
    if (token.type === 'link_close') return links.pop() === undefined ? '' : '</a>';
    return marks.get(token) ?? raw[i] ?? '';
  });
  return escapeLineStart(trim(parts.join(''), / /));
}
