import type { AsideKind, Block, Holder } from './block.ts';
import { readTags } from './html-tags.ts';
import type { Mapping } from './inline.ts';
import { PlainBuilder, type Plain } from './plain.ts';
import type { Range } from './sentences.ts';

/** Elements that stand in running text; every other one ends a sentence. */
const inlineElements = new Set(
  'a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label mark nobr output picture q s samp small source span strike strong sub sup time tt u var wbr'.split(
    ' ',
  ),
);
/** Elements whose text is not read, by what they are. */
const hiddenElements: Readonly<Record<string, AsideKind>> = {
  canvas: 'picture', iframe: 'markup', math: 'markup', noscript: 'markup', object: 'picture', pre: 'code', script: 'code', style: 'code',
  summary: 'summary', svg: 'picture', template: 'code', textarea: 'code', title: 'markup',
}; // prettier-ignore

/** The blocks of a piece of HTML in Markdown: paragraphs, list items, rows of tables, headings. */
export function htmlBlocks(content: string, map: Mapping, holder: Holder): readonly Block[] {
  return new HtmlWalker(content, map, holder).walk();
}

class HtmlWalker {
  readonly #content: string;
  readonly #map: Mapping;
  readonly #holder: Holder;
  readonly #blocks: Block[] = [];
  #open = new PlainBuilder();
  #heading: number | undefined;
  /** Whether the open table has its header; a later row of `<th>` alone is a row of it. */
  #isHeaded = false;
  #row: { readonly cells: Plain[]; header: boolean } | undefined;
  #hidden: { readonly name: string; readonly what: AsideKind; readonly start: number; depth: number } | undefined;

  constructor(content: string, map: Mapping, holder: Holder) {
    this.#content = content;
    this.#map = map;
    this.#holder = holder;
  }

  walk(): readonly Block[] {
    const end = readTags(this.#content, {
      open: (name, attributes, at) => this.#start(name, attributes, at),
      close: (name, at) => this.#end(name, at),
      text: (text, at) => this.#words(text, at),
      comment: (at) => this.#aside('comment', at, this.#content.slice(...at)),
    });
    if (this.#hidden !== undefined) this.#show(this.#content.length);
    // A tag that is never closed.
    else if (end < this.#content.length) this.#aside('code', [end, this.#content.length], this.#content.slice(end));
    this.#close();
    this.#closeRow();
    return this.#blocks;
  }

  #range([start, end]: Range): Range {
    return [this.#map(start), this.#map(Math.max(start, end - 1)) + 1];
  }

  #aside(what: AsideKind, range: Range, text: string): void {
    if (this.#hidden === undefined) this.#blocks.push({ kind: 'aside', what, at: this.#range(range), text });
  }

  #start(name: string, attributes: ReadonlyMap<string, string>, range: Range): void {
    if (this.#hidden !== undefined) {
      if (this.#hidden.name === name) this.#hidden.depth++;
      return;
    }
    const what = hiddenElements[name];
    if (what !== undefined) {
      this.#close();
      this.#hidden = { name, what, start: range[0], depth: 1 };
      return;
    }
    if (name === 'img') this.#aside('picture', range, attributes.get('alt') ?? '');
    else this.#aside('markup', range, '');
    if (inlineElements.has(name)) return;
    if (name === 'br') this.#open.space(this.#map(range[0]));
    else this.#block(name);
  }

  /** A block element begins. */
  #block(name: string): void {
    this.#close();
    if (/^h[1-6]$/.test(name)) this.#heading = Number(name.charAt(1));
    if (name === 'tr') this.#closeRow();
    if (name === 'table') this.#isHeaded = false;
    if (name === 'tr' || name === 'td' || name === 'th') this.#row ??= { cells: [], header: true };
    if (name === 'td' && this.#row !== undefined) this.#row.header = false;
  }

  /** Names what was hidden, up to `end`, and reads on behind it. */
  #show(end: number): void {
    const { what, start } = this.#hidden ?? { what: 'markup', start: end };
    this.#hidden = undefined;
    this.#aside(what, [start, end], this.#content.slice(start, end).replace(/<[^<>]*>/g, ' '));
  }

  #end(name: string, at: Range): void {
    if (this.#hidden !== undefined) {
      if (this.#hidden.name === name && --this.#hidden.depth === 0) this.#show(at[1]);
      return;
    }
    this.#aside('markup', at, '');
    if (inlineElements.has(name) || name === 'br') return;
    this.#close();
    if (name === 'tr' || name === 'table') this.#closeRow();
    if (/^h[1-6]$/.test(name)) this.#heading = undefined;
  }

  #words(data: string, range: Range): void {
    if (this.#hidden !== undefined) return;
    const [start, end] = range;
    if (data.length === end - start) this.#open.add(data, (i) => this.#map(start + i));
    else this.#open.addFor(data, this.#range(range));
  }

  /** Ends the running text. */
  #close(): void {
    const isEmpty = this.#open.isEmpty;
    const plain = this.#open.build();
    this.#open = new PlainBuilder();
    if (isEmpty) return;
    const at: Range = [plain.start ?? 0, plain.end ?? 0];
    if (this.#heading !== undefined) this.#blocks.push({ kind: 'heading', level: this.#heading, plain, at });
    else if (this.#row !== undefined) this.#row.cells.push(plain);
    else this.#blocks.push({ kind: 'text', plain, at, holder: this.#holder });
  }

  #closeRow(): void {
    const row = this.#row;
    this.#row = undefined;
    const [first, last] = [row?.cells[0], row?.cells.at(-1)];
    if (row === undefined || first === undefined || last === undefined) return;
    const at: Range = [first.start ?? 0, last.end ?? 0];
    const header = row.header && !this.#isHeaded;
    this.#isHeaded = true;
    if (header)
      this.#blocks.push({ kind: 'aside', what: 'table-header', at, text: row.cells.map(({ text }) => text).join(' ') });
    const columns = row.cells.map((_, column) => column);
    this.#blocks.push({
      kind: 'row',
      cells: row.cells,
      columns,
      at,
      holder: this.#holder,
      ...(header && { header: true }),
    });
  }
}
