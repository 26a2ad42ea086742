import { isDirective, isRightToLeft, fenceFor, trim, type Token } from '../../text/index.ts';
import { emphasisMarks, isEmphasis } from './emphasis.ts';
import { cleanText, escapeAttribute, escapeInline, escapeLineStart, mathText } from './escape.ts';
import type { TextProblem, WriterHost, Writing } from './host.ts';
import { linkOpen, writtenPath } from './links.ts';

export interface InlineOptions {
  /** Whether the line stands in a cell of a table, where a bar divides. */
  readonly inTable?: boolean;
}

/** From so many letters on no column may hold a word; shorter ones stay whole, so that no line ends in a hyphen that is not needed. */
const longWord = 17;
/** In the narrow columns of a table. */
const longInTable = 13;

function hyphenated(text: string, { hyphenate }: WriterHost, inTable: boolean): string {
  if (hyphenate === undefined) return text;
  const least = inTable ? longInTable : longWord;
  return text.replace(/\p{L}+/gu, (word) => (word.length < least ? word : hyphenate(word)));
}

/** A code span, with a fence longer than any run of backticks inside. */
function codeSpan(content: string, inTable: boolean): string {
  const text = cleanText(content).replace(/\n/g, ' ');
  const fence = fenceFor(text, 1);
  const pad = text.startsWith('`') || text.endsWith('`') || (/^ .* $/.test(text) && text.trim() !== '') ? ' ' : '';
  return `${fence}${pad}${inTable ? text.replaceAll('|', '\\|') : text}${pad}${fence}`;
}

/** A formula in a line. One that was meant to stand alone keeps its larger form. */
function formula(token: Token, { host }: Writing, inTable: boolean): string {
  host.use('math');
  const display = token.type === 'math_display';
  host.formula?.(token.content, display);
  const tex = mathText(display ? `\\displaystyle ${token.content}` : token.content);
  return `$${inTable ? tex.replaceAll('|', '\\|') : tex}$`;
}

/** Words that Marp gives a meaning of its own in the alternative text of a picture. */
const marpWords =
  /^(?:bg|fit|w:\d|h:\d|width:|height:|left|right|blur|brightness|contrast|grayscale|invert|opacity)\b/i;

/** @param isAlone whether nothing else stands in its line: then it is as large as the room allows. */
function picture(token: Token, { host }: Writing, isAlone: boolean): string {
  if (marpWords.test(token.content)) host.report?.({ kind: 'marp-picture', text: `![${token.content}]` });
  const path = host.picture(writtenPath(token.attrGet('src') ?? ''));
  if (path === undefined) return escapeInline(token.content);
  const alt = escapeAttribute(token.content);
  return `<img class="inline-picture${isAlone ? ' alone' : ''}" src="${escapeAttribute(path)}" alt="${alt}" />`;
}

function footnote(token: Token, writing: Writing): string {
  const { id = 0 } = token.meta as { readonly id?: number };
  const { number, markdown } = writing.note(id);
  return number === undefined ? ` (${markdown})` : `<sup class="note-mark">${number}</sup>`;
}

/** A mark that is left out or shown as it is written, and reported. */
function problem(token: Token, kind: TextProblem['kind'], { host }: Writing, shown = ''): string {
  host.report?.({ kind, text: token.content });
  return escapeInline(shown);
}

/** Comments are the lecturer's and become notes where the outline is read; only what Marp would obey is reported. */
export const comment = (token: Token, writing: Writing): string =>
  isDirective(token.content) ? problem(token, 'directive', writing) : '';

/** Writes one token's own text; emphasis, links and tags are handled by the caller. */
function leaf(token: Token, writing: Writing, inTable: boolean, isAlone: boolean): string {
  switch (token.type) {
    case 'text':
      return escapeInline(hyphenated(token.content, writing.host, inTable));
    case 'text_special':
    case 'html_inline':
    case 'emoji':
      return escapeInline(token.content);
    case 'softbreak':
      return writing.host.keepsLines === true ? '<br />' : ' ';
    case 'hardbreak':
      return '<br />';
    case 'code_inline':
      return codeSpan(token.content, inTable);
    case 'sub':
    case 'sup':
      return `<${token.type}>${escapeInline(token.content)}</${token.type}>`;
    case 'math_inline':
    case 'math_display':
      return formula(token, writing, inTable);
    case 'image':
      return picture(token, writing, isAlone);
    case 'footnote_ref':
      return footnote(token, writing);
    case 'task':
      return `<span class="task">${token.content}</span> `;
    case 'comment':
      return comment(token, writing);
    case 'raw_mark':
      return problem(token, (token.meta as { kind: TextProblem['kind'] }).kind, writing);
    case 'foreign_tag':
      return problem(token, 'tag', writing, token.content);
    case 'stray_tag':
      return problem(token, 'stray-tag', writing);
    default:
      return '';
  }
}

/** The language of some words, with its direction where that turns. */
const languageAttributes = (lang: string): string =>
  ` lang="${escapeAttribute(lang)}"${isRightToLeft(lang) ? ' dir="rtl"' : ''}`;

/** The opening tag of a pair, or nothing where the words stand without it. */
function openTag(token: Token, { host }: Writing): string {
  if (token.type === 'link_open') return linkOpen(token, host);
  if (token.type === 'mark_open') return '<mark>';
  const { dropped } = (token.meta ?? {}) as { readonly dropped?: string };
  if (dropped !== undefined) host.report?.({ kind: 'attribute', text: dropped });
  const lang = token.attrGet('lang');
  if (lang === null) return token.tag === 'span' ? '' : `<${token.tag}>`;
  return `<${token.tag}${languageAttributes(lang)}>`;
}

/** Writes the children of an inline token as Markdown on one line that cannot be read as anything else. */
export function writeInline(
  children: readonly Token[],
  writing: Writing,
  { inTable = false }: InlineOptions = {},
): string {
  const isAlone = children.filter(({ type, content }) => type !== 'text' || content.trim() !== '').length === 1;
  const raw = children.map((token) => (token.nesting === 0 ? leaf(token, writing, inTable, isAlone) : ''));
  const marks = emphasisMarks(children, raw);
  const open: string[] = [];
  const parts = children.map((token, i) => {
    if (token.nesting === 0 || isEmphasis(token)) return marks.get(token) ?? raw[i] ?? '';
    if (token.nesting === 1) {
      const tag = openTag(token, writing);
      open.push(/^<(\w+)/.exec(tag)?.[1] ?? '');
      return tag;
    }
    const name = open.pop() ?? '';
    return name === '' ? '' : `</${name}>`;
  });
  const line = escapeLineStart(trim(parts.join(''), / /));
  const { lang } = writing.host;
  return lang === undefined || line === '' ? line : `<span${languageAttributes(lang)}>${line}</span>`;
}
