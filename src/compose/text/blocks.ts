import type { Token } from '../../text/index.ts';
import { cleanText, escapeAttribute } from './escape.ts';
import { writeInline, type WriterHost } from './writer.ts';

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
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map((run) => run[0].length));
  const fence = '`'.repeat(longest + 1);
  const info = language.replace(/[^\w+#-]/g, '') + (meta === '' ? '' : ` ${meta.replace(/[^\d,{}-]/g, '')}`);
  return [fence + info, ...text.split('\n'), fence];
}

function cells(cursor: Cursor, host: WriterHost): string[][] {
  const rows: string[][] = [];
  for (let token = cursor.take(); token && token.type !== 'table_close'; token = cursor.take()) {
    if (token.type === 'tr_open') rows.push([]);
    if (token.type === 'inline') rows.at(-1)?.push(writeInline(token.children ?? [], host, true));
  }
  return rows;
}

function table(cursor: Cursor, host: WriterHost): Lines {
  const [head = [], ...rows] = cells(cursor, host);
  const row = (values: readonly string[]): string => `| ${values.map((value) => value || ' ').join(' | ')} |`;
  return [row(head), row(head.map(() => '---')), ...rows.map(row)];
}

function listItems(cursor: Cursor, host: WriterHost, marker: (i: number) => string): Lines {
  const items: { lines: Lines; loose: boolean }[] = [];
  for (let token = cursor.take(); token && !/^(bullet|ordered)_list_close$/.test(token.type); token = cursor.take()) {
    if (token.type === 'list_item_open') items.push(listItem(cursor, host));
  }
  const loose = items.some((item) => item.loose);
  return items.flatMap((item, i) => {
    const lines = indent(item.lines.length > 0 ? item.lines : ['&nbsp;'], marker(i));
    return loose && i > 0 ? ['', ...lines] : lines;
  });
}

function listItem(cursor: Cursor, host: WriterHost): { lines: Lines; loose: boolean } {
  let loose = false;
  const blocks: Lines[] = [];
  for (let token = cursor.peek(); token && token.type !== 'list_item_close'; token = cursor.peek()) {
    if (token.type === 'paragraph_open' && !token.hidden) loose = true;
    const block = writeBlock(cursor, host);
    if (block.length > 0) blocks.push(block);
  }
  cursor.take();
  return { lines: blocks.flatMap((block, i) => (i > 0 && loose ? ['', ...block] : block)), loose };
}

function container(cursor: Cursor, host: WriterHost, close: string): Lines {
  const blocks: Lines[] = [];
  while (cursor.peek() && cursor.peek()?.type !== close) blocks.push(writeBlock(cursor, host));
  cursor.take();
  return join(blocks);
}

const join = (blocks: readonly Lines[]): string[] =>
  blocks.filter((block) => block.length > 0).flatMap((block, i) => (i > 0 ? ['', ...block] : [...block]));

function inlineThenClose(cursor: Cursor, host: WriterHost): string {
  const inline = cursor.take();
  cursor.take();
  return writeInline(inline?.children ?? [], host);
}

const drawingTag = (path: string): string =>
  `<figure class="diagram mermaid"><img src="${escapeAttribute(path)}" alt="" /></figure>`;

/** Writes the next block of the cursor. Headings become bold paragraphs: a slide has one heading, its title. */
function writeBlock(cursor: Cursor, host: WriterHost): Lines {
  const token = cursor.take();
  switch (token?.type) {
    case 'paragraph_open': {
      const line = inlineThenClose(cursor, host);
      return line === '' ? [] : [line];
    }
    case 'heading_open':
      return [`<b>${inlineThenClose(cursor, host)}</b>`];
    case 'bullet_list_open':
      return listItems(cursor, host, () => '- ');
    case 'ordered_list_open': {
      const start = Number(token.attrGet('start') ?? 1);
      return listItems(cursor, host, (i) => `${start + i}. `);
    }
    case 'blockquote_open':
      return container(cursor, host, 'blockquote_close').map((line) => (line === '' ? '>' : `> ${line}`));
    case 'fence':
    case 'code_block':
      if (/^mermaid\b/.test(token.info)) return ['', drawingTag(host.drawing('mermaid', token.content)), ''];
      host.use('code');
      return fenceLines(token.content, token.info.trim().split(/\s+/)[0] ?? '');
    case 'hr':
      return ['<hr />'];
    case 'table_open':
      return table(cursor, host);
    case 'html_block':
    case 'inline':
      return [writeInline(token.children ?? [], host)];
    default:
      return [];
  }
}

/** Writes all block tokens as Markdown, one blank line between blocks. */
export function writeBlocks(tokens: readonly Token[], host: WriterHost): string {
  const cursor = new Cursor(tokens);
  const blocks: Lines[] = [];
  while (cursor.peek()) blocks.push(writeBlock(cursor, host));
  return join(blocks).join('\n');
}
