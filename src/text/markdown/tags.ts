import type MarkdownIt from 'markdown-it';
import type { Token } from './token.ts';
import { nextMark } from './scan.ts';

type InlineRule = Parameters<MarkdownIt['inline']['ruler']['push']>[1];
type BlockRule = Parameters<MarkdownIt['block']['ruler']['push']>[1];

/** Tags that mean something in a line of text, with the tag that is written for each. */
const inlineTags: Readonly<Record<string, string>> = {
  abbr: 'span',
  b: 'b',
  bdi: 'bdi',
  big: 'span',
  cite: 'cite',
  code: 'code',
  del: 's',
  dfn: 'i',
  em: 'i',
  i: 'i',
  ins: 'u',
  kbd: 'kbd',
  mark: 'mark',
  q: 'q',
  s: 's',
  samp: 'code',
  small: 'small',
  span: 'span',
  strike: 's',
  strong: 'b',
  sub: 'sub',
  sup: 'sup',
  u: 'u',
  var: 'i',
};

/** Other elements of HTML: who writes one means HTML. `Vec<T>` and `<name>` are words. */
const otherTags = new Set(
  (
    'a address article aside audio base blockquote body button canvas caption center col colgroup dd details dialog div ' +
    'dl dt embed fieldset figcaption figure font footer form frame h1 h2 h3 h4 h5 h6 head header hr html iframe img ' +
    'input label legend li link main math meta nav object ol option p pre section select source style summary svg ' +
    'table tbody td textarea tfoot th thead title tr ul video'
  ).split(' '),
);

const tagPattern = /<(\/?)([a-z][a-z0-9]{0,11})((?:\s[^<>]{0,400})?)\/?>/iy;

const languageOf = (attributes: string): string | undefined =>
  /(?:^|\s)(?:xml:)?lang\s*=\s*["']?([a-z]{2,8}(?:-[a-z0-9]{1,8})*)["']?/i.exec(attributes)?.[1];

type InlineState = Parameters<InlineRule>[0];

/** The tags that were opened in a line, the innermost last. */
const opened = new WeakMap<InlineState, Token[]>();

/** Puts a tag into the line. One that closes what is not open is stray: the reader counts on pairs. */
function pushTag(state: InlineState, name: string, closes: boolean): Token {
  const open = opened.get(state) ?? [];
  opened.set(state, open);
  while ((open.at(-1)?.level ?? -1) >= state.level) open.pop();
  const top = open.at(-1);
  if (!closes) {
    const token = state.push('tag_open', name, 1);
    open.push(token);
    return token;
  }
  if (top?.level !== state.level - 1 || top.tag !== name) return state.push('stray_tag', name, 0);
  open.pop();
  return state.push('tag_close', name, -1);
}

/** A tag in a line: one that text may hold, a line break, or one that the writer has to report. */
const htmlTag: InlineRule = (state, silent) => {
  if (state.src[state.pos] !== '<') return false;
  tagPattern.lastIndex = state.pos;
  const match = tagPattern.exec(state.src);
  if (!match || tagPattern.lastIndex > state.posMax) return false;
  const [whole, slash = '', written = '', attributes = ''] = match;
  const name = written.toLowerCase();
  const known = inlineTags[name];
  if (known === undefined && !['br', 'wbr'].includes(name) && !otherTags.has(name)) return false;
  if (!silent) {
    if (name === 'br') state.push('hardbreak', 'br', 0);
    else if (name === 'wbr') state.push('text', '', 0).content = '\u200b';
    else if (known === undefined) state.push('foreign_tag', name, 0).content = whole;
    else {
      const token = pushTag(state, known, slash !== '');
      token.content = whole;
      const lang = languageOf(attributes);
      if (lang !== undefined) token.attrSet('lang', lang);
      else if (attributes.trim() !== '') token.meta = { dropped: attributes.trim() };
    }
  }
  state.pos = tagPattern.lastIndex;
  return true;
};

/** `<!-- … -->` in a line. */
const inlineComment: InlineRule = (state, silent) => {
  if (!state.src.startsWith('<!--', state.pos)) return false;
  const end = nextMark(state, '-->', state.pos + 4);
  if (end === -1) return false;
  if (!silent) state.push('comment', '', 0).content = state.src.slice(state.pos + 4, end);
  state.pos = end + 3;
  return true;
};

/** A comment that begins a line; it may hold blank lines. */
const blockComment: BlockRule = (state, startLine, endLine, silent) => {
  const start = (state.bMarks[startLine] ?? 0) + (state.tShift[startLine] ?? 0);
  if (!state.src.startsWith('<!--', start) || (state.sCount[startLine] ?? 0) - state.blkIndent >= 4) return false;
  const end = state.src.indexOf('-->', start + 4);
  if (end === -1) return false;
  let line = startLine;
  while (line < endLine && (state.eMarks[line] ?? 0) < end + 3) line++;
  // What follows on the line is text: the rule for lines reads both.
  if (line >= endLine || state.src.slice(end + 3, state.eMarks[line]).trim() !== '') return false;
  if (silent) return true;
  state.line = line + 1;
  const token = state.push('comment', '', 0);
  token.block = true;
  token.content = state.src.slice(start + 4, end);
  token.map = [startLine, state.line];
  return true;
};

/** Tags that open and never close, or close what is not open, become stray: they are reported and left out. */
function pairTags(tokens: readonly Token[]): void {
  const open: Token[] = [];
  for (const token of tokens) {
    if (token.nesting === 1) open.push(token);
    else if (token.nesting === -1) {
      const top = open.at(-1);
      const fits = top?.type.replace(/_open$/, '') === token.type.replace(/_close$/, '') && top?.tag === token.tag;
      if (fits) open.pop();
      else if (token.type === 'tag_close') stray(token);
      else {
        while (open.at(-1)?.type === 'tag_open') stray(open.pop());
        open.pop();
      }
    }
  }
  for (const token of open) stray(token);
}

function stray(token: Token | undefined): void {
  if (token?.type !== 'tag_open' && token?.type !== 'tag_close') return;
  token.type = 'stray_tag';
  token.nesting = 0;
}

/** Adds the few tags of HTML that people write in Markdown, and comments. Nothing of it is passed on as it is. */
export function addTags(md: MarkdownIt): void {
  md.inline.ruler.before('autolink', 'comment', inlineComment);
  md.inline.ruler.after('autolink', 'html_tag', htmlTag);
  md.block.ruler.before('blockquote', 'comment_block', blockComment, {
    alt: ['paragraph', 'reference', 'blockquote', 'list'],
  });
  md.core.ruler.after('inline', 'pair_tags', (state) => {
    for (const token of state.tokens) if (token.children) pairTags(token.children);
  });
}
