import { linesOf } from './lines.ts';
import type { Range } from './sentences.ts';

/** A piece of the source that sentences never cross. */
export type Block =
  | {
      readonly kind: 'heading';
      readonly level: number;
      readonly text: Range;
      readonly id?: string;
      readonly idAt?: Range;
    }
  /** A paragraph or list item: its lines without list and quote marks. */
  | { readonly kind: 'text'; readonly lines: readonly Range[] }
  /** A row of a table, by cells. */
  | { readonly kind: 'row'; readonly cells: readonly Range[] };

const heading = /^ {0,3}(#{1,6})(?=\s|$)\s*(.*?)\s*$/;
const closingMarks = /(?:^|\s+)#+\s*$/;
const attributes = /\s*\{\s*#([^\s{}]+)[^{}]*\}\s*$/;
const underline = /^ {0,3}(=+|-+)\s*$/;
const rule = /^ {0,3}([-*_])(?: *\1){2,} *$/;
const fence = /^\s*(`{3,}|~{3,})/;
const listMark = /^(\s*)([-*+]|\d{1,9}[.)])(?:\s+|$)/;
const task = /^\[[ xX]\]\s+/;
const quote = /^ {0,3}> ?/;
const footnote = /^ {0,3}\[\^[^\]\s]+\]:/;
const definition = /^ {0,3}\[[^\]]+\]:\s*\S+/;
const tableRule = /^ {0,3}\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$/;
const raw = /^ {0,3}<(script|style|pre|textarea)\b/i;

/**
 * Divides Markdown into blocks. Code, comments, footnotes, link definitions and table headers are left out: they are
 * no statements.
 */
export function blocksOf(text: string): readonly Block[] {
  return new BlockReader(text).read();
}

class BlockReader {
  readonly #text: string;
  readonly #lines: readonly Range[];
  readonly #blocks: Block[] = [];
  #open: Range[] = [];
  #openIsItem = false;
  #inList = false;
  #next = 0;

  constructor(text: string) {
    this.#text = text;
    this.#lines = linesOf(text);
  }

  read(): readonly Block[] {
    this.#frontMatter();
    while (this.#next < this.#lines.length) {
      const [start, end] = this.#lines[this.#next++] ?? [0, 0];
      this.#line(start, end);
    }
    this.#close();
    return this.#blocks;
  }

  #content([start, end]: Range): string {
    return this.#text.slice(start, end);
  }

  #frontMatter(): void {
    const isMark = (line: Range | undefined): boolean => line !== undefined && /^---\s*$/.test(this.#content(line));
    if (!isMark(this.#lines[0])) return;
    const close = this.#lines.findIndex((line, i) => i > 0 && isMark(line));
    if (close > 0) this.#next = close + 1;
  }

  #line(start: number, end: number): void {
    let from = start;
    for (
      let mark = quote.exec(this.#content([from, end]));
      mark !== null;
      mark = quote.exec(this.#content([from, end]))
    )
      from += mark[0].length;
    const line = this.#content([from, end]);
    if (line.trim() === '') this.#close();
    else if (!this.#skipped(line) && !this.#headingLine(line, from) && !this.#table(line)) this.#words(line, from, end);
  }

  /** Passes over lines that hold no statements. */
  #skipped(line: string): boolean {
    const open = fence.exec(line)?.[1];
    if (open !== undefined) return this.#until((text) => text.trim().startsWith(open) && /^[`~]+$/.test(text.trim()));
    const comment = /^\s*<!--/.test(line);
    if (comment && !line.includes('-->')) return this.#until((text) => text.includes('-->'));
    const element = raw.exec(line)?.[1];
    if (element !== undefined && !line.toLowerCase().includes(`</${element.toLowerCase()}`)) {
      return this.#until((text) => text.toLowerCase().includes(`</${element.toLowerCase()}`));
    }
    if (footnote.test(line)) return this.#until((text) => text.trim() === '', true);
    if (definition.test(line) && this.#open.length === 0) return true;
    const indented = /^(?: {4}|\t)/.test(line) && this.#open.length === 0 && !this.#inList;
    return indented;
  }

  /** Closes the open block and skips to the line that passes; `before` leaves that line to be read. */
  #until(isLast: (line: string) => boolean, before = false): true {
    this.#close();
    while (this.#next < this.#lines.length) {
      const line = this.#lines[this.#next] ?? ([0, 0] as const);
      const last = isLast(this.#content(line));
      if (!last || !before) this.#next++;
      if (last) break;
    }
    return true;
  }

  #headingLine(line: string, from: number): boolean {
    const match = heading.exec(line);
    if (match !== null) {
      this.#close();
      const marks = match[1] ?? '';
      this.#addHeading(marks.length, from + line.indexOf(marks) + marks.length, from + line.length);
      return true;
    }
    const under = this.#open.length > 0 && !this.#openIsItem ? underline.exec(line)?.[1] : undefined;
    const [first, last] = [this.#open[0], this.#open.at(-1)];
    if (under !== undefined && first !== undefined && last !== undefined) {
      this.#open = [];
      this.#inList = false;
      this.#addHeading(under.startsWith('=') ? 1 : 2, first[0], last[1]);
      return true;
    }
    if (!rule.test(line)) return false;
    this.#close();
    return true;
  }

  #addHeading(level: number, from: number, to: number): void {
    this.#inList = false;
    const whole = this.#content([from, to]).replace(closingMarks, '');
    const attribute = attributes.exec(whole);
    const title = (attribute === null ? whole : whole.slice(0, attribute.index)).replace(closingMarks, '');
    const start = from + (title.length - title.trimStart().length);
    const text: Range = [start, Math.max(start, from + title.trimEnd().length)];
    const id = attribute?.[1];
    if (attribute === null || id === undefined) this.#blocks.push({ kind: 'heading', level, text });
    else {
      const idStart = from + whole.indexOf(id, attribute.index);
      this.#blocks.push({ kind: 'heading', level, text, id, idAt: [idStart, idStart + id.length] });
    }
  }

  /** A header line with `|` and a line of dashes below it; the rows end at a line without `|`. */
  #table(line: string): boolean {
    const below = this.#lines[this.#next];
    const isTable =
      line.includes('|') &&
      below !== undefined &&
      this.#content(below).includes('-') &&
      tableRule.test(this.#content(below).replace(quote, ''));
    if (!isTable) return false;
    this.#close();
    this.#next++;
    for (
      let row = this.#lines[this.#next];
      row !== undefined && this.#content(row).includes('|');
      row = this.#lines[++this.#next]
    ) {
      this.#blocks.push({ kind: 'row', cells: cellsOf(this.#text, row) });
    }
    return true;
  }

  #words(line: string, from: number, to: number): void {
    const mark = listMark.exec(line);
    const ordered = mark !== null && /\d/.test(mark[2] ?? '');
    const starts =
      mark !== null && (!ordered || this.#open.length === 0 || this.#openIsItem || /^0*1[.)]/.test(mark[2] ?? ''));
    if (mark === null || !starts) {
      if (this.#open.length === 0 && !/^\s/.test(line)) this.#inList = false;
      this.#open.push([from + (line.length - line.trimStart().length), to]);
      return;
    }
    this.#close();
    const rest = line.slice(mark[0].length);
    const start = from + mark[0].length + (task.exec(rest)?.[0].length ?? 0);
    this.#inList = true;
    if (start >= to) return;
    this.#openIsItem = true;
    this.#open.push([start, to]);
  }

  #close(): void {
    if (this.#open.length > 0) this.#blocks.push({ kind: 'text', lines: this.#open });
    this.#open = [];
    this.#openIsItem = false;
  }
}

function cellsOf(text: string, [start, end]: Range): readonly Range[] {
  const cells: Range[] = [];
  let from = start;
  for (let i = start; i <= end; i++) {
    if (i < end && (text[i] !== '|' || text[i - 1] === '\\')) continue;
    const cell = text.slice(from, i);
    const trimmed = cell.replace(/^\s*>\s*/, '').trim();
    const cellStart = from + (trimmed === '' ? 0 : cell.indexOf(trimmed));
    if (trimmed !== '') cells.push([cellStart, cellStart + trimmed.length]);
    from = i + 1;
  }
  return cells;
}
