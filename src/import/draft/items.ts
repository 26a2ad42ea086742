import { wordsIn, type ReadSection, type ReadSource, type ReadStatement } from '../../parse/index.ts';
import { asMarkdown } from '../escape.ts';
import { plainPath } from '../paths.ts';
import { markupOf } from './markup.ts';
import { attribution } from './phrases.ts';

type Range = readonly [start: number, end: number];
type Block = ReadSection['part']['blocks'][number];
type Row = Extract<Block, { kind: 'row' }>;

/** A statement with what a draft wants to know of it. */
export interface Sentence {
  readonly statement: ReadStatement;
  /** Plain text. */
  readonly text: string;
  /** The same as Markdown. */
  readonly markdown: string;
  readonly words: number;
  /** Number of its paragraph. */
  readonly paragraph: number;
}

/** An item of a list, with how deep it stands. */
export interface Point {
  readonly depth: number;
  readonly sentences: Sentence[];
}

/** What a section of a source consists of, in its order. */
export type Item =
  | { readonly kind: 'heading'; readonly title: string }
  | { readonly kind: 'paragraph'; readonly sentences: Sentence[]; readonly quote: boolean }
  | { readonly kind: 'list'; readonly list: number; readonly ordered: boolean; readonly points: Point[] }
  | {
      readonly kind: 'table';
      readonly table: number;
      readonly head: readonly string[];
      readonly rows: string[][];
      readonly sentences: Sentence[];
      /** What kind of chart it is the numbers of. */
      readonly chart?: ChartMark;
    }
  | { readonly kind: 'formula'; readonly tex: string; readonly sentence: Sentence }
  | { readonly kind: 'picture'; readonly src: string; readonly alt: string }
  | { readonly kind: 'code'; readonly language: string; readonly code: string }
  | { readonly kind: 'notes'; readonly sentences: Sentence[] };

/** Reads the blocks of a section into items. */
export function itemsOf(read: ReadSection, source: ReadSource): readonly Item[] {
  return new Gatherer(read, source).gather();
}

/** What a box says of the chart whose numbers stand in it. */
interface ChartMark {
  readonly kind: readonly string[];
  readonly alt: string;
}

/** Reads `::: {.chart .bar alt="…"}`. */
function chartMark(text: string): ChartMark | undefined {
  const open = text.indexOf('{');
  const inside = open < 0 ? '' : text.slice(open + 1, text.lastIndexOf('}'));
  const at = inside.indexOf(' alt="');
  const names = (at < 0 ? inside : inside.slice(0, at)).split(' ').filter((name) => name.startsWith('.'));
  if (names[0] !== '.chart') return undefined;
  return {
    kind: names.slice(1).map((name) => name.slice(1)),
    alt: at < 0 ? '' : inside.slice(at + ' alt="'.length, inside.lastIndexOf('"')),
  };
}

const notesMark = /^:{3,} *(?:\{ *)?\.?notes\b/i;

class Gatherer {
  readonly #items: Item[] = [];
  readonly #read: ReadSection;
  readonly #text: string;
  readonly #byBlock = new Map<number, ReadStatement[]>();
  /** Parts inside running text that are none of it. */
  readonly #asides: readonly Range[];
  #paragraph = 0;
  #inNotes = false;
  #chart: ChartMark | undefined;

  constructor(read: ReadSection, source: ReadSource) {
    this.#read = read;
    this.#text = source.text;
    for (const statement of read.statements) {
      const [start] = statement.piece.block.at;
      const list = this.#byBlock.get(start);
      if (list === undefined) this.#byBlock.set(start, [statement]);
      else list.push(statement);
    }
    this.#asides = read.part.blocks.flatMap((block) =>
      block.kind === 'aside' && block.what !== 'markup' && block.what !== 'table-header' ? [block.at] : [],
    );
  }

  gather(): readonly Item[] {
    for (const block of this.#read.part.blocks) this.#block(block);
    return withLetters(this.#items);
  }

  #block(block: Block): void {
    if (block.kind === 'aside') this.#aside(block);
    else if (block.kind === 'heading')
      this.#items.push({ kind: 'heading', title: asMarkdown(block.plain.text.trim()) });
    else if (block.kind === 'row') this.#row(block);
    else if (this.#byBlock.has(block.at[0])) this.#running(block);
  }

  /** Asides that lie in a range. Ranges are asked for in order, so that a text is gone through once. */
  #within([start, end]: Range): readonly Range[] {
    while ((this.#asides[this.#passed]?.[1] ?? Infinity) <= start) this.#passed++;
    const found: Range[] = [];
    for (let i = this.#passed; (this.#asides[i]?.[0] ?? Infinity) < end; i++) found.push(this.#asides[i] ?? [0, 0]);
    return found;
  }
  #passed = 0;

  #sentences(block: Block): Sentence[] {
    this.#paragraph++;
    return (this.#byBlock.get(block.at[0]) ?? []).map((statement): Sentence => {
      const { range } = statement.piece;
      const markdown =
        block.kind === 'row'
          ? asMarkdown(statement.text)
          : markupOf(this.#text, range, this.#within(range), statement.text);
      return { statement, text: statement.text, markdown, words: wordsIn(statement.text), paragraph: this.#paragraph };
    });
  }

  #aside({ what, at, text }: Extract<Block, { kind: 'aside' }>): void {
    if (what === 'box') {
      this.#inNotes = notesMark.test(text.trim());
      this.#chart = chartMark(text.trim());
    } else if (this.#inNotes) return;
    else if (what === 'picture') this.#picture(this.#text.slice(...at), text);
    else if (what === 'code') this.#code(text);
  }

  #picture(written: string, alt: string): void {
    const src = /\]\(\s*<([^<>]*)>/.exec(written)?.[1] ?? /\]\(\s*([^)\s]+)/.exec(written)?.[1];
    const path = src ?? /\bsrc\s*=\s*["']([^"']+)/i.exec(written)?.[1];
    if (path !== undefined) this.#items.push({ kind: 'picture', src: plainPath(path), alt: alt.trim() });
  }

  #code(written: string): void {
    const lines = written.trimEnd().split('\n');
    const fence = /^\s*(?:`{3,}|~{3,})[ \t]*\{?\.?([\w+#-]*)/.exec(lines[0] ?? '');
    const isClosed = /^[\s>]*(?:`{3,}|~{3,})$/.test(lines.at(-1) ?? '');
    const inner = fence === null ? lines : lines.slice(1, isClosed ? -1 : undefined);
    const code = undented(inner.map((line) => line.replace(/\t/g, '    '))).join('\n');
    if (code.trim() === '' || (fence === null && /^\s*</.test(code))) return;
    this.#items.push({ kind: 'code', language: (fence?.[1]?.toLowerCase() ?? '') || 'text', code });
  }

  #running(block: Extract<Block, { kind: 'text' | 'formula' }>): void {
    const sentences = this.#sentences(block);
    const [first] = sentences;
    const { list, top = list, ordered = false, items = [], quote = false } = block.holder;
    const last = this.#items.at(-1);
    if (this.#inNotes) {
      if (last?.kind === 'notes') last.sentences.push(...sentences);
      else this.#items.push({ kind: 'notes', sentences });
    } else if (block.kind === 'formula' && first !== undefined)
      this.#items.push({ kind: 'formula', tex: first.text.replace(/[.,;]$/, ''), sentence: first });
    else if (quote && last?.kind === 'paragraph' && last.quote && attribution.test(first?.text ?? ''))
      last.sentences.push(...sentences);
    else if (top === undefined) this.#items.push({ kind: 'paragraph', sentences, quote });
    else this.#point({ list: top, ordered, items }, sentences);
  }

  #point(
    { list, ordered, items }: { readonly list: number; readonly ordered: boolean; readonly items: readonly number[] },
    sentences: Sentence[],
  ): void {
    const last = this.#items.at(-1);
    const point = { depth: items.length, sentences, number: items.at(-1) ?? 0 };
    if (last?.kind !== 'list' || last.list !== list) {
      this.#items.push({ kind: 'list', list, ordered, points: [point] });
      this.#lastPoint = point.number;
    } else if (point.number === this.#lastPoint) last.points.at(-1)?.sentences.push(...sentences);
    else {
      last.points.push(point);
      this.#lastPoint = point.number;
    }
  }
  #lastPoint = 0;

  #row(row: Row): void {
    const { table = 0 } = row.holder;
    const written = row.cells.map((cell) => this.#cell(cell));
    const cells = Array.from(
      { length: (row.columns.at(-1) ?? -1) + 1 },
      (_, i) => written[row.columns.indexOf(i)] ?? '',
    );
    const last = this.#items.at(-1);
    if (last?.kind === 'table' && last.table === table && row.header !== true) {
      last.rows.push(cells);
      last.sentences.push(...this.#sentences(row));
    } else if (row.header === true)
      this.#items.push({
        kind: 'table',
        table,
        head: cells,
        rows: [],
        sentences: [],
        ...(this.#chart && { chart: this.#chart }),
      });
    else this.#items.push({ kind: 'table', table, head: [], rows: [cells], sentences: this.#sentences(row) });
  }

  /** A cell with the marks that touch its words. */
  #cell({ text, start: first = 0, end: last = 0 }: Row['cells'][number]): string {
    let [start, end] = [first, last];
    while (/[*_`$~[]/.test(this.#text.charAt(start - 1))) start--;
    while (/[*_`$~]/.test(this.#text.charAt(end))) end++;
    return markupOf(this.#text, [start, end], this.#within([start, end]), text.trim());
  }
}

/** Lines of code without the indentation that all of them have. */
function undented(lines: readonly string[]): readonly string[] {
  const indents = lines.filter((line) => line.trim() !== '').map((line) => line.length - line.trimStart().length);
  const least = indents.length === 0 ? 0 : indents.reduce((a, b) => Math.min(a, b));
  return lines.map((line) => line.slice(least));
}

const letter = /^\(?([a-z])\)\s/;

/** Paragraphs that begin with a), b), c) are items of a list that Markdown does not know. */
function withLetters(items: readonly Item[]): readonly Item[] {
  const result: Item[] = [];
  let expected = '';
  for (const item of items) {
    const mark = item.kind === 'paragraph' ? (letter.exec(item.sentences[0]?.text ?? '')?.[1] ?? '') : '';
    const last = result.at(-1);
    if (item.kind === 'paragraph' && mark !== '' && mark === expected && last?.kind === 'list')
      last.points.push({ depth: 1, sentences: item.sentences });
    else if (item.kind === 'paragraph' && mark === 'a')
      result.push({
        kind: 'list',
        list: -result.length,
        ordered: false,
        points: [{ depth: 1, sentences: item.sentences }],
      });
    else result.push(item);
    expected = mark === '' ? '' : String.fromCharCode(mark.charCodeAt(0) + 1);
  }
  return result;
}
