import type Token from 'markdown-it/lib/token.mjs';
import type { AsideKind, Block, Holder } from './block.ts';
import { cellsOf } from './cells.ts';
import { htmlBlocks } from './html.ts';
import { runningText, type Mapping, type Running } from './inline.ts';
import { linesOf } from './lines.ts';
import { MarkdownReader } from './markdown.ts';
import { PlainBuilder } from './plain.ts';
import { formulaMarks } from './rules/formula-marks.ts';
import type { Range } from './sentences.ts';

/** Divides Markdown into blocks. Together they hold every character that is no mere mark. */
export function blocksOf(text: string): readonly Block[] {
  return new BlockWalker(text).walk();
}

const hidden: Readonly<Record<string, AsideKind>> = {
  box_mark: 'box',
  command: 'markup',
  code_block: 'code',
  fence: 'code',
  footnote: 'footnote',
};

/** A line of a block's content: where it begins there, how far that is from its place, and the line in the source. */
interface ContentLine {
  readonly from: number;
  readonly shift: number;
  readonly start: number;
  readonly end: number;
}

class BlockWalker {
  readonly #text: string;
  readonly #lines: readonly Range[];
  readonly #reader = new MarkdownReader();
  readonly #blocks: Block[] = [];
  /** Lines that some block holds. */
  readonly #read: Uint8Array;
  #lists: { readonly number: number; readonly ordered: boolean; item: number }[] = [];
  #quotes = 0;
  #count = 0;
  #table: Holder = {};

  constructor(text: string) {
    this.#text = text;
    this.#lines = linesOf(text);
    this.#read = new Uint8Array(this.#lines.length + 1);
  }

  walk(): readonly Block[] {
    const body = this.#withoutFrontMatter();
    const tokens = this.#reader.blocks(body);
    for (let i = 0; i < tokens.length; i++) {
      const token = tokens[i];
      if (token !== undefined) i += this.#token(token, tokens, i);
    }
    this.#unreadLines();
    return this.#blocks.sort((a, b) => a.at[0] - b.at[0]);
  }

  /** The text with its front matter blanked, so that offsets stay. */
  #withoutFrontMatter(): string {
    const line = (i: number): string => this.#text.slice(...(this.#lines[i] ?? [0, 0])).trimEnd();
    if (line(0).trimStart() !== '---') return this.#text;
    const close = this.#lines.findIndex((_, i) => i > 0 && /^(?:---|\.\.\.)$/.test(line(i)));
    const [, end] = this.#lines[close] ?? [0, 0];
    if (close < 1 || line(1) === '') return this.#text;
    this.#aside('front-matter', [0, end]);
    this.#read.fill(1, 0, close + 1);
    return this.#text.slice(0, end).replace(/[^\n]/g, ' ') + this.#text.slice(end);
  }

  /** Reads one token, and says how many of those after it were read with it. */
  #token(token: Token, tokens: readonly Token[], i: number): number {
    switch (token.type) {
      case 'bullet_list_open':
      case 'ordered_list_open':
        this.#lists.push({ number: ++this.#count, ordered: token.type === 'ordered_list_open', item: 0 });
        return 0;
      case 'list_item_open':
        this.#nextItem();
        return 0;
      case 'bullet_list_close':
      case 'ordered_list_close':
        this.#lists.pop();
        return 0;
      case 'blockquote_open':
        this.#quotes++;
        return 0;
      case 'blockquote_close':
        this.#quotes--;
        return 0;
      case 'table_open':
        this.#table = { ...this.#holder(), table: ++this.#count };
        return 0;
      case 'tr_open':
        return this.#row(token, tokens, i);
      case 'heading_open':
        this.#heading(token, tokens[i + 1]);
        return 2;
      case 'inline':
        this.#paragraph(token, tokens[i - 2]?.type === 'list_item_open');
        return 0;
      case 'html_block':
        this.#html(token);
        return 0;
      case 'formula':
        this.#formula(token);
        return 0;
      default:
        this.#hide(token);
        return 0;
    }
  }

  #nextItem(): void {
    const list = this.#lists.at(-1);
    if (list !== undefined) list.item = ++this.#count;
  }

  #hide(token: Token): void {
    const what = hidden[token.type];
    if (what !== undefined) this.#aside(what, this.#span(token));
    if (what !== undefined || token.type === 'hr') this.#mark(token);
  }

  #holder(): Holder {
    const list = this.#lists.at(-1);
    return {
      ...(list && {
        list: list.number,
        top: this.#lists[0]?.number,
        ordered: list.ordered,
        items: this.#lists.map(({ item }) => item),
      }),
      ...(this.#quotes > 0 && { quote: true }),
    };
  }

  #aside(what: AsideKind, at: Range, text = this.#text.slice(...at)): void {
    this.#blocks.push({ kind: 'aside', what, at, text });
  }

  #mark({ map }: Token): void {
    if (map) this.#read.fill(1, map[0], map[1]);
  }

  /** From the first to the last word of the lines of a block; a block may claim blank lines after it. */
  #span({ map }: Token): Range {
    const [first, last] = map ?? [0, 0];
    const [start, end] = [this.#lines[first]?.[0] ?? 0, this.#lines[last - 1]?.[1] ?? this.#text.length];
    const body = this.#text.slice(start, end);
    return [start + body.length - body.trimStart().length, start + body.trimEnd().length];
  }

  /** Finds the lines of a block's content in the source: each is the end of its line, behind marks and indentation. */
  #mapping(content: string, firstLine: number): Mapping {
    const lines: ContentLine[] = [];
    for (let from = 0, i = firstLine; from <= content.length; i++) {
      const close = content.indexOf('\n', from);
      const part = content.slice(from, close < 0 ? content.length : close);
      const [start, end] = this.#lines[i] ?? [this.#text.length, this.#text.length];
      const words = part.trim();
      const lead = part.length - part.trimStart().length;
      const found = start + Math.max(0, this.#text.slice(start, end).lastIndexOf(words));
      lines.push({ from, shift: found - lead - from, start, end });
      from += part.length + 1;
    }
    let at = 0;
    return (offset) => {
      const place = Math.max(0, Math.min(offset, content.length));
      while (at > 0 && (lines[at]?.from ?? 0) > place) at--;
      while ((lines[at + 1]?.from ?? Infinity) <= place) at++;
      const { shift, start, end } = lines[at] ?? { shift: 0, start: 0, end: 0 };
      return Math.min(end, Math.max(start, place + shift));
    };
  }

  #running(content: string, map: Mapping, skip = 0): Running {
    const running = runningText(this.#reader.inline(content.slice(skip)), content.length - skip, (offset) =>
      map(offset + skip),
    );
    for (const { kind, at, text } of running.asides) this.#aside(kind, at, text);
    return running;
  }

  #heading(token: Token, inline: Token | undefined): void {
    this.#mark(token);
    if (inline === undefined) return;
    const map = this.#mapping(inline.content, token.map?.[0] ?? 0);
    const { plain, asides } = this.#running(inline.content, map);
    const at: Range = inline.content === '' ? this.#span(token) : [map(0), map(inline.content.length - 1) + 1];
    const written = asides.findLast((item) => item.kind === 'attributes' && /\{[^#{}]*#/.test(item.text));
    const id = /#([^\s{}]+)/.exec(written?.text ?? '')?.[1];
    // The marks around and behind the words.
    this.#aside('markup', this.#span(token));
    const words: Range = [plain.start ?? at[0], plain.end ?? at[1]];
    const level = Number(token.tag.slice(1));
    if (written === undefined || id === undefined) this.#blocks.push({ kind: 'heading', level, plain, at: words });
    else {
      const start = written.at[0] + written.text.indexOf(`#${id}`) + 1;
      this.#blocks.push({ kind: 'heading', level, plain, at: words, id: { text: id, at: [start, start + id.length] } });
    }
  }

  #paragraph(token: Token, inItem: boolean): void {
    this.#mark(token);
    const task = inItem ? (/^\[[ xX]\]\s+/.exec(token.content)?.[0].length ?? 0) : 0;
    const map = this.#mapping(token.content, token.map?.[0] ?? 0);
    const { plain } = this.#running(token.content, map, task);
    const at: Range = [map(0), map(token.content.length - 1) + 1];
    if (plain.text.trim() === '') this.#aside('markup', at);
    else this.#blocks.push({ kind: 'text', plain, at, holder: this.#holder() });
  }

  #formula(token: Token): void {
    this.#mark(token);
    const map = this.#mapping(token.content, token.map?.[0] ?? 0);
    const { open, close } = formulaMarks(token.content.trimStart()) ?? { open: '$$', close: '$$' };
    const start = token.content.indexOf(open) + open.length;
    const inner = token.content.slice(start, token.content.lastIndexOf(close));
    const lead = inner.length - inner.trimStart().length;
    const builder = new PlainBuilder();
    builder.addGroup(inner.trim(), (i) => map(start + lead + i));
    const after = /[.,;:]?$/.exec(token.content.trimEnd())?.[0].trim() ?? '';
    if (after !== '') builder.add(after, () => map(token.content.trimEnd().length - 1));
    if (!builder.isEmpty)
      this.#blocks.push({ kind: 'formula', plain: builder.build(), at: this.#span(token), holder: this.#holder() });
  }

  #html(token: Token): void {
    this.#mark(token);
    const map = this.#mapping(token.content.replace(/\n$/, ''), token.map?.[0] ?? 0);
    for (const block of htmlBlocks(token.content, map, { ...this.#holder(), table: ++this.#count }))
      this.#blocks.push(block);
  }

  /** A row of a table: by its own cells, since the parser drops those beyond the header's. */
  #row(token: Token, tokens: readonly Token[], i: number): number {
    this.#mark(token);
    let end = i;
    while (end < tokens.length && tokens[end]?.type !== 'tr_close') end++;
    const isHeader = tokens[i + 1]?.type === 'th_open';
    if (isHeader) this.#read[(token.map?.[0] ?? 0) + 1] = 1;
    const [start, stop] = this.#lines[token.map?.[0] ?? 0] ?? [0, 0];
    this.#aside('markup', this.#span(token));
    const cells = cellsOf(this.#text, [start, stop]).map(({ content, places }) =>
      this.#running(content, (offset) => places[Math.min(offset, places.length - 1)] ?? start),
    );
    const columns = cells.flatMap((cell, column) => (cell.plain.text.trim() === '' ? [] : [column]));
    const plain = cells.map((cell) => cell.plain).filter(({ text }) => text.trim() !== '');
    const [first, last] = [plain[0], plain.at(-1)];
    if (first === undefined || last === undefined) return end - i;
    const at: Range = [first.start ?? start, last.end ?? stop];
    if (isHeader) this.#aside('table-header', this.#span(token), plain.map(({ text }) => text).join(' '));
    this.#blocks.push({
      kind: 'row',
      cells: plain,
      columns,
      at,
      holder: this.#table,
      ...(isHeader && { header: true }),
    });
    return end - i;
  }

  /** Lines that are in no block: link definitions, and what is nested too deep. */
  #unreadLines(): void {
    for (let i = 0; i < this.#lines.length; i++) {
      const [start, end] = this.#lines[i] ?? [0, 0];
      const line = this.#text.slice(start, end);
      if (this.#read[i] === 1 || !/[\p{L}\p{N}]/u.test(line)) continue;
      let last = i;
      while (this.#read[last + 1] === 0 && this.#text.slice(...(this.#lines[last + 1] ?? [0, 0])).trim() !== '') last++;
      if (/^[\s>*+-]*(?:\d{1,9}[.)]\s+)*\[[^\]]+\]:/.test(line))
        this.#aside('link-definition', [start, this.#lines[last]?.[1] ?? end]);
      else this.#deep(i, last);
      i = last;
    }
  }

  #deep(first: number, last: number): void {
    const builder = new PlainBuilder();
    for (let i = first; i <= last; i++) {
      const [start, end] = this.#lines[i] ?? [0, 0];
      const marks = /^[\s>]*/.exec(this.#text.slice(start, end))?.[0].length ?? 0;
      builder.add(`${this.#text.slice(start + marks, end)} `, (k) => Math.min(start + marks + k, end));
    }
    const plain = builder.build();
    this.#blocks.push({ kind: 'text', plain, at: [plain.start ?? 0, plain.end ?? 0], holder: {} });
  }
}
