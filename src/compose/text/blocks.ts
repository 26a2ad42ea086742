import { calloutOf, fenceFor, type Token } from '../../text/index.ts';
import { calloutMark, withMark } from './callout.ts';
import { cleanText, escapeAttribute, mathText } from './escape.ts';
import type { Writing } from './host.ts';
import { comment, writeInline } from './writer.ts';

/** Lines of Markdown that make up one block. */
type Lines = readonly string[];

/** Walks a flat list of markdown-it tokens. */
class Cursor {
  #at = 0;
  readonly #tokens: readonly Token[];
  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }
  peek(): Token | undefined {
    return this.#tokens[this.#at];
  }
  take(): Token | undefined {
    return this.#tokens[this.#at++];
  }
}

const indent = (lines: Lines, first: string): string[] =>
  lines.map((line, i) => (line === '' ? '' : (i === 0 ? first : ' '.repeat(first.length)) + line));

/** A fenced code block; the fence is longer than any run of backticks inside, the language holds word characters only. */
export function fenceLines(content: string, language: string, meta = ''): string[] {
  const text = cleanText(content).replace(/\n$/, '');
  const fence = fenceFor(text, 3);
  // Colouring knows the names of languages in small letters: `Python` and `C#` are written as people write them.
  const info =
    language.toLowerCase().replace(/[^\w+#-]/g, '') + (meta === '' ? '' : ` ${meta.replace(/[^\d,{}-]/g, '')}`);
  return [fence + info, ...text.split('\n'), fence];
}

interface Cell {
  readonly text: string;
  readonly align: string;
}

const alignments: Readonly<Record<string, string>> = { left: ':---', center: ':---:', right: '---:' };

const alignOf = (token: Token): string => /text-align:(\w+)/.exec(token.attrGet('style') ?? '')?.[1] ?? '';

function cells(cursor: Cursor, writing: Writing): Cell[][] {
  const rows: Cell[][] = [];
  let align = '';
  for (let token = cursor.take(); token && token.type !== 'table_close'; token = cursor.take()) {
    if (token.type === 'tr_open') rows.push([]);
    if (token.type === 'th_open' || token.type === 'td_open') align = alignOf(token);
    if (token.type === 'inline')
      rows.at(-1)?.push({ text: writeInline(token.children ?? [], writing, { inTable: true }), align });
  }
  return rows;
}

function table(cursor: Cursor, writing: Writing): Lines {
  const [head = [], ...rows] = cells(cursor, writing);
  const line = (values: readonly string[]): string => `| ${values.map((value) => value || ' ').join(' | ')} |`;
  const row = (values: readonly Cell[]): string => line(values.map(({ text }) => text));
  return [row(head), line(head.map(({ align }) => alignments[align] ?? '---')), ...rows.map(row)];
}

function listItems(cursor: Cursor, writing: Writing, marker: (i: number) => string): Lines {
  const items: { lines: Lines; loose: boolean }[] = [];
  for (let token = cursor.take(); token && !/^(bullet|ordered)_list_close$/.test(token.type); token = cursor.take()) {
    if (token.type === 'list_item_open') items.push(listItem(cursor, writing));
  }
  const loose = items.some((item) => item.loose);
  return items.flatMap((item, i) => {
    const lines = indent(item.lines.length > 0 ? item.lines : ['&nbsp;'], marker(i));
    return loose && i > 0 ? ['', ...lines] : lines;
  });
}

function listItem(cursor: Cursor, writing: Writing): { lines: Lines; loose: boolean } {
  let loose = false;
  const blocks: Lines[] = [];
  for (let token = cursor.peek(); token && token.type !== 'list_item_close'; token = cursor.peek()) {
    if (token.type === 'paragraph_open' && !token.hidden) loose = true;
    const block = writeBlock(cursor, writing);
    if (block.length > 0) blocks.push(block);
  }
  cursor.take();
  return { lines: blocks.flatMap((block, i) => (i > 0 && loose ? ['', ...block] : block)), loose };
}

function container(cursor: Cursor, writing: Writing, close: string): Lines {
  const blocks: Lines[] = [];
  while (cursor.peek() && cursor.peek()?.type !== close) blocks.push(writeBlock(cursor, writing));
  cursor.take();
  return join(blocks);
}

const listStart = /^(?:-|\d{1,9}\.) /;
const isList = (lines: Lines | undefined): boolean => listStart.test(lines?.[0] ?? '');

/** Blocks with a blank line between them. Two lists in a row would be read as one. */
const join = (blocks: readonly Lines[]): string[] => {
  const written = blocks.filter((block) => block.length > 0);
  return written.flatMap((block, i) => {
    if (i === 0) return [...block];
    return isList(block) && isList(written[i - 1]) ? ['', apart, '', ...block] : ['', ...block];
  });
};

const apart = '<div class="apart"></div>';

function inlineThenClose(cursor: Cursor, writing: Writing): string {
  const inline = cursor.take();
  cursor.take();
  return writeInline(inline?.children ?? [], writing);
}

const quoted = (lines: Lines): Lines =>
  lines.length === 0 ? ['>'] : lines.map((line) => (line === '' ? '>' : `> ${line}`));

/** What a quotation holds; one that is a call-out begins with its name. */
function quotation(token: Token, cursor: Cursor, writing: Writing): Lines {
  const kind = calloutOf(token);
  const lines = container(cursor, writing, 'blockquote_close');
  return kind === undefined ? lines : withMark(lines, calloutMark(kind, writing.host));
}

const drawingTag = (path: string): string =>
  `<figure class="diagram mermaid"><img src="${escapeAttribute(path)}" alt="" /></figure>`;

/** A formula in lines of its own. */
function displayLines(tex: string, { host }: Writing): Lines {
  host.use('math');
  host.formula?.(tex, true);
  return ['$$', mathText(tex), '$$'];
}

/** A paragraph; formulas that are meant to stand alone part it. */
function paragraph(cursor: Cursor, writing: Writing): Lines {
  const children = cursor.take()?.children ?? [];
  cursor.take();
  const blocks: Lines[] = [];
  let rest: Token[] = [];
  const close = (): void => {
    const line = writeInline(rest, writing);
    if (line !== '') blocks.push([line]);
    rest = [];
  };
  for (const token of children) {
    if (token.type === 'math_display' && token.level === 0) {
      close();
      blocks.push(displayLines(token.content, writing));
    } else rest.push(token);
  }
  close();
  return join(blocks);
}

/** The terms of a definition list and what they mean: blocks of HTML with Markdown inside. */
function definitions(cursor: Cursor, writing: Writing): Lines {
  const lines: string[] = ['<dl>'];
  for (let token = cursor.take(); token && token.type !== 'dl_close'; token = cursor.take()) {
    if (token.type === 'dt_open') lines.push('<dt>', '', inlineThenClose(cursor, writing), '', '</dt>');
    if (token.type === 'dd_open') lines.push('<dd>', '', ...container(cursor, writing, 'dd_close'), '', '</dd>');
  }
  return [...lines, '</dl>'];
}

function fence(token: Token, writing: Writing): Lines {
  const { host } = writing;
  const language = token.info.trim().split(/\s+/)[0] ?? '';
  if (language === 'mermaid') return ['', drawingTag(host.drawing('mermaid', token.content)), ''];
  if (language === 'math') return displayLines(token.content, writing);
  host.use('code');
  return fenceLines(token.content, language);
}

/** Writes the next block of the cursor. Headings become bold paragraphs: a slide has one heading, its title. */
function writeBlock(cursor: Cursor, writing: Writing): Lines {
  const token = cursor.take();
  switch (token?.type) {
    case 'paragraph_open':
      return paragraph(cursor, writing);
    case 'heading_open':
      return [`<b>${inlineThenClose(cursor, writing)}</b>`];
    case 'bullet_list_open':
      return listItems(cursor, writing, () => '- ');
    case 'ordered_list_open': {
      const start = Number(token.attrGet('start') ?? 1);
      return listItems(cursor, writing, (i) => `${start + i}. `);
    }
    case 'blockquote_open':
      return quoted(quotation(token, cursor, writing));
    case 'dl_open':
      return definitions(cursor, writing);
    case 'fence':
    case 'code_block':
      return fence(token, writing);
    case 'math_block':
      return displayLines(token.content, writing);
    case 'hr':
      return ['<hr />'];
    case 'table_open':
      return table(cursor, writing);
    case 'comment':
      comment(token, writing);
      return [];
    case 'html_block':
    case 'inline':
      return [writeInline(token.children ?? [], writing)];
    default:
      return [];
  }
}

/** Writes all block tokens as Markdown, one blank line between blocks. */
export function writeBlocks(tokens: readonly Token[], writing: Writing): string {
  const cursor = new Cursor(tokens);
  const blocks: Lines[] = [];
  while (cursor.peek()) blocks.push(writeBlock(cursor, writing));
  return join(blocks).join('\n');
}
