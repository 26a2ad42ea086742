import { hashOf } from '../../base/index.ts';

/** Letters of one look, as a presentation shows them. */
export interface SeenRun {
  readonly text: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly strike?: boolean;
  /** Above the line, or below it. */
  readonly shift?: 1 | -1;
  /** Address outside of the deck. */
  readonly href?: string;
  /** A formula: its text is not ours. */
  readonly math?: true;
}

/** A paragraph, line by line. */
export type SeenParagraph = readonly (readonly SeenRun[])[];

/** What a text of a chart is: the name of a series, a place, or a value there. */
export interface Datum {
  readonly what: 'name' | 'place' | 'value';
  readonly series: string;
  readonly place: string;
}

/** What a shape says: a text, a label of a drawing, a cell of a table, the alternative text of a picture, a part of a chart. */
export interface SeenShape {
  readonly kind: 'title' | 'text' | 'label' | 'cell' | 'alt' | 'data';
  /** Name of the shape; of cells, that of their table. */
  readonly name: string;
  /** Of a part of a chart, what it is, and what its workbook says where that is something else. */
  readonly datum?: Datum;
  readonly other?: string;
  /** Row and column of a cell. */
  readonly cell?: readonly [row: number, column: number];
  readonly paragraphs: readonly SeenParagraph[];
  /** How deep each of them stands in a list; absent where none stands in another. */
  readonly levels?: readonly number[];
  /** Whether somebody put it there: a picture, chart or object that bears no name of ours. */
  readonly isForeign?: true;
}

/** A slide as a presentation shows it. */
export interface SeenSlide {
  /** Its address in our deck; empty when the program that saved it dropped it. */
  readonly id: string;
  readonly shapes: readonly SeenShape[];
  /** How many pictures and drawings of ours it shows; some programs drop what they say and keep them. */
  readonly pictures?: number;
  /** Whether it is left out when the deck is shown. */
  readonly isHidden?: true;
  readonly notes: readonly SeenParagraph[];
}

/** What typographers, correctors and programs write for one sign. */
const folded: ReadonlyMap<string, string> = new Map([
  ...Array.from('“”„‟«»″').map((sign) => [sign, '"'] as const),
  ...Array.from('‘’‚‛‹›′').map((sign) => [sign, "'"] as const),
  ...Array.from('‐‑‒–—−').map((sign) => [sign, '-'] as const),
  ...['\u00ad', '\u2060', '\u200b', '\u200c', '\u200d', '\ufeff', '\ufffc', '\u200e', '\u200f'].map(
    (sign) => [sign, ''] as const,
  ),
  ['…', '...'],
]);

const beforeThese = new Set('.,;:!?)]}%');

/** A text without what typography and programs change: kinds of quotes, dashes and spaces, marks of possible hyphens. */
export function fold(text: string): string {
  let found = '';
  for (const sign of text.normalize('NFC')) {
    const own = folded.get(sign) ?? sign;
    if (own.trim() === '' && own !== '') {
      if (found !== '' && !found.endsWith(' ')) found += ' ';
    } else if (own !== '') {
      if (found.endsWith(' ') && beforeThese.has(own)) found = found.slice(0, -1);
      found += own;
    }
  }
  return found.replaceAll('" ', '"').replaceAll(' "', '"').replaceAll('"', ' " ').trim();
}

const isHyphen = (sign: string | undefined): boolean => sign === '-' || sign === '\u00ad' || sign === '‐';

/** The runs of a paragraph in one row: a hyphen at the end of a line joins what it parted, and is a mark of a hyphen. */
export function rowOf(paragraph: SeenParagraph): readonly SeenRun[] {
  const row: SeenRun[] = [];
  paragraph.forEach((line, i) => {
    if (i === paragraph.length - 1 || line.length === 0) {
      row.push(...line);
      return;
    }
    const last = line.at(-1);
    let text = last?.text.trimEnd() ?? '';
    const isBroken = isHyphen(text.at(-1)) && text.length > 1;
    while (isBroken && isHyphen(text.at(-1))) text = text.slice(0, -1);
    row.push(...line.slice(0, -1));
    if (last) row.push({ ...last, text: isBroken ? `${text}\u00ad` : `${text} ` });
  });
  return row;
}

/** The text of a paragraph; formulas are left out. */
export const textOf = (paragraph: SeenParagraph): string =>
  rowOf(paragraph)
    .map(({ text, math }) => (math ? ' ' : text))
    .join('');

const digits = 6;
const short = (text: string): string => hashOf(text).slice(0, digits);

/** A short hash by which a text is known again, whatever programs make of its quotes, dashes and spaces. */
export const markOf = (text: string): string => short(fold(text));

/** What is special about a run, in one word. */
export const lookOf = (run: SeenRun): string =>
  (run.bold ? 'b' : '') +
  (run.italic ? 'i' : '') +
  (run.strike ? 's' : '') +
  (run.shift === undefined ? '' : run.shift > 0 ? 'u' : 'd') +
  (run.href === undefined ? '' : `l${run.href}`);

/** A short mark of what a paragraph says besides its words: where its links lead, and that all of it is struck out. */
export function meaningOf(paragraph: SeenParagraph): string {
  const runs = rowOf(paragraph).filter(({ text, math }) => math !== true && text.trim() !== '');
  const links = [...new Set(runs.flatMap(({ href }) => href ?? []))].join(' ');
  const isStruck = runs.length > 0 && runs.every(({ strike }) => strike === true);
  return links === '' && !isStruck ? '' : short(`${links}${isStruck ? ' s' : ''}`);
}

/** What a paragraph says besides its words, for people. */
export function lookOfAll(paragraph: SeenParagraph): string {
  const links = [...new Set(rowOf(paragraph).flatMap(({ href }) => href ?? []))];
  return links.length > 0 ? `link: ${links.join(', ')}` : 'struck out, or no longer a link';
}

const weight = (text: string): number =>
  Array.from(fold(text)).filter((sign) => sign.trim() !== '' && sign !== '-').length;

/** A short hash of which words look otherwise than the rest; empty when all look alike. */
export function styleOf(paragraph: SeenParagraph): string {
  const looks: [look: string, length: number][] = [];
  for (const run of rowOf(paragraph)) {
    const length = run.math ? 0 : weight(run.text);
    if (length === 0) continue;
    const last = looks.at(-1);
    const look = lookOf(run);
    if (last?.[0] === look) last[1] += length;
    else looks.push([look, length]);
  }
  return looks.length < 2 ? '' : short(JSON.stringify(looks)).slice(0, 4);
}
