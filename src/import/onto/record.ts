import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { hashOf } from '../../base/index.ts';
import type { Lesson, Slide } from '../../model/index.ts';
import { dataKey } from './data-key.ts';
import { lessonLeaves, slideLeaves, type Leaf } from './leaves.ts';
import {
  fold,
  markOf,
  meaningOf,
  styleOf,
  textOf,
  type SeenParagraph,
  type SeenShape,
  type SeenSlide,
} from './seen.ts';
import { linesOf, segmentsOf, wild, type Segment } from './segments.ts';

/** From where in the outline a paragraph came. */
export interface Origin {
  readonly key: string;
  /** Which paragraph of the text, from zero; lines of a text that is no Markdown count from `lines`. */
  readonly segment: number;
  readonly isLine?: boolean;
  /** Words that the layout shows before it and after it, in the same paragraph. */
  readonly around?: readonly [before: number, after: number];
}

/** A paragraph as we wrote it. */
export interface RecordPart {
  readonly mark: string;
  readonly style: string;
  /** Of links and of a text that is struck out, and how deep it stands in a list; absent for most. */
  readonly meaning?: string;
  readonly level?: number;
  readonly origin?: Origin;
}

export interface RecordShape {
  readonly kind: SeenShape['kind'];
  readonly name: string;
  readonly cell?: readonly [number, number];
  readonly parts: readonly RecordPart[];
}

export interface RecordSlide {
  readonly id: string;
  /** The slide of the outline; several pages may show one. */
  readonly slide: string;
  readonly isHidden?: true;
  readonly shapes: readonly RecordShape[];
  /** Marks of the lines of its notes; none when the deck has none. */
  readonly notes: readonly string[];
  /** Marks of the texts of the outline as they were, by key. */
  readonly leaves: Readonly<Record<string, string>>;
}

/** What a deck of ours says of itself: marks of texts, never the texts, so that nothing stays in it that was deleted. */
export interface DeckRecord {
  readonly lesson: string;
  readonly slides: readonly RecordSlide[];
}

interface Candidate extends Origin {
  readonly folded: string;
  readonly pieces: readonly string[];
  used: boolean;
}

const bare = (text: string): string => text.replaceAll(' ', '');

function candidatesOf(leaves: readonly Leaf[]): readonly Candidate[] {
  const of = (key: string, segments: readonly Segment[], isLine: boolean): readonly Candidate[] =>
    segments.map(({ plain }, segment) => {
      const pieces = plain.split(wild).map((piece) => bare(fold(piece)));
      const folded = bare(fold(plain));
      return { key, segment, ...(isLine && { isLine }), folded, pieces, used: false };
    });
  return leaves.flatMap(({ key, raw }) => [...of(key, segmentsOf(raw), false), ...of(key, linesOf(raw), true)]);
}

/** A text is shown once: as Markdown, or as the line that it is. */
function use({ key, folded }: Candidate, pool: readonly Candidate[]): void {
  for (const one of pool) if (one.key === key && one.folded === folded) one.used = true;
}

/** Whether a text holds pieces in their order, with something between them. */
function holds(text: string, pieces: readonly string[]): boolean {
  if (pieces.length < 2 || !pieces.some((piece) => piece.length > 2)) return false;
  let at = 0;
  for (const [i, piece] of pieces.entries()) {
    const found = i === 0 ? (text.startsWith(piece) ? 0 : -1) : text.indexOf(piece, at);
    if (found < 0) return false;
    at = found + piece.length;
  }
  return text.endsWith(pieces.at(-1) ?? '');
}

const wordsIn = (text: string): number => text.split(' ').filter((word) => word !== '').length;

/** A text of the outline that is most of a longer paragraph of the layout. */
function within(text: string, candidates: readonly Candidate[]): Origin | undefined {
  const letters = bare(text);
  const fitting = candidates
    .filter(({ used, pieces, folded }) => !used && pieces.length === 1 && folded.length * 2 >= letters.length)
    .toSorted((a, b) => b.folded.length - a.folded.length);
  for (const candidate of fitting) {
    const at = letters.indexOf(candidate.folded);
    const [before, after] = at < 0 ? [-1, -1] : around(text, at, candidate.folded.length);
    if (before < 0 || after < 0) continue;
    use(candidate, candidates);
    const { key, segment, isLine } = candidate;
    return { key, segment, ...(isLine === true && { isLine }), around: [before, after] };
  }
  return undefined;
}

/** How many words stand before and after a part of a text, told in letters without spaces; −1 where it parts a word. */
function around(text: string, at: number, length: number): readonly [number, number] {
  let letters = 0;
  let [start, end] = [-1, -1];
  const words = text.split(' ');
  words.forEach((word, i) => {
    if (letters === at) start = i;
    letters += word.length;
    if (letters === at + length) end = i + 1;
  });
  return [start, end < 0 ? -1 : words.length - end];
}

function originOf(text: string, pools: readonly (readonly Candidate[])[]): Origin | undefined {
  const folded = fold(text);
  const letters = bare(folded);
  if (letters === '') return undefined;
  for (const pool of pools) {
    const found =
      pool.find((one) => !one.used && one.folded === letters) ??
      pool.find((one) => !one.used && holds(letters, one.pieces));
    if (!found) continue;
    use(found, pool);
    const { key, segment, isLine } = found;
    return { key, segment, ...(isLine === true && { isLine }) };
  }
  const repeated = pools[0]?.find((one) => one.folded === letters);
  if (repeated) return undefined;
  return wordsIn(folded) <= 400 ? within(folded, pools.flat()) : undefined;
}

export const leafMark = (raw: string): string => hashOf(raw).slice(0, 6);

/** What is kept of the slides of a deck, so that it can be read back. */
export function recordOf(lesson: Lesson, slides: readonly (SeenSlide & { readonly slide: string })[]): DeckRecord {
  const shared = lessonLeaves(lesson);
  const authored = new Map<string, Slide>(
    lesson.sections.flatMap((section) => section.slides.map((slide) => [slide.id, slide])),
  );
  const pools = new Map<string, readonly Candidate[]>();
  // Read once; which of them a slide has used is its own.
  const common = candidatesOf(shared);
  return {
    lesson: lesson.id,
    slides: slides.map(({ id, slide, shapes, notes, isHidden }) => {
      const own = authored.get(slide);
      const leaves = own ? slideLeaves(own) : [];
      // The pages of a slide share its texts.
      const pool = pools.get(slide) ?? candidatesOf(leaves.filter(({ key }) => key !== '/notes'));
      pools.set(slide, pool);
      const lists = [pool, common.map((one) => ({ ...one }))];
      // Numbers of an axis are no texts of the outline.
      const words = lists.map((list) => list.filter(({ folded }) => Number.isNaN(Number(folded))));
      const part = (paragraph: SeenParagraph, { kind, datum }: SeenShape, level = 0): RecordPart => {
        const text = textOf(paragraph);
        const key = datum && dataKey(own?.fields.data, datum, text);
        const plain = kind === 'data' ? undefined : originOf(text, kind === 'label' ? words : lists);
        const origin = key === undefined ? plain : { key, segment: 0, isLine: true };
        const meaning = meaningOf(paragraph);
        const more = { ...(meaning !== '' && { meaning }), ...(level > 0 && { level }) };
        return { mark: markOf(text), style: styleOf(paragraph), ...more, ...(origin && { origin }) };
      };
      const found = shapes.map((shape) => ({
        kind: shape.kind,
        name: shape.name,
        ...(shape.cell && { cell: shape.cell }),
        parts: shape.paragraphs.map((paragraph, i) => part(paragraph, shape, shape.levels?.[i])),
      }));
      const used = new Set(found.flatMap(({ parts }) => parts.flatMap(({ origin }) => origin?.key ?? [])));
      if (notes.length > 0) used.add('/notes');
      const all = [...leaves, ...shared].filter(({ key }) => used.has(key));
      const marks = Object.fromEntries(all.map(({ key, raw }) => [key, leafMark(raw)]));
      const said = notes.map((line) => markOf(textOf(line)));
      return { id, slide, ...(isHidden && { isHidden }), shapes: found, notes: said, leaves: marks };
    }),
  };
}

/** Longest value of a property that every program keeps whole. */
const longest = 250;

/** A record as short texts. */
export function encodeRecord(record: DeckRecord): readonly string[] {
  const text = deflateRawSync(JSON.stringify(record), { level: 9 }).toString('base64');
  return Array.from({ length: Math.ceil(text.length / longest) }, (_, i) => text.slice(i * longest, (i + 1) * longest));
}

/** Most bytes that a record may unpack to. */
const mostBytes = 8_000_000;

/** A record from its texts; undefined when they are no whole record. */
export function decodeRecord(texts: readonly string[]): DeckRecord | undefined {
  try {
    const bytes = inflateRawSync(Buffer.from(texts.join(''), 'base64'), { maxOutputLength: mostBytes });
    const record = JSON.parse(bytes.toString()) as DeckRecord;
    return isRecord(record) ? record : undefined;
  } catch {
    return undefined;
  }
}

/** Whether what a file says of itself has the form of a record: it may come from anybody. */
function isRecord(value: DeckRecord): boolean {
  const isText = (text: unknown): boolean => typeof text === 'string';
  const isPart = ({ mark, style, origin }: RecordPart): boolean =>
    isText(mark) && isText(style) && (origin === undefined || (isText(origin.key) && Number.isInteger(origin.segment)));
  return (
    isText(value.lesson) &&
    Array.isArray(value.slides) &&
    value.slides.every(
      ({ id, slide, shapes, notes, leaves }) =>
        isText(id) &&
        isText(slide) &&
        Array.isArray(notes) &&
        notes.every(isText) &&
        Object.values(leaves as Readonly<Record<string, unknown>>).every(isText) &&
        Array.isArray(shapes) &&
        shapes.every(({ name, parts }) => isText(name) && Array.isArray(parts) && parts.every(isPart)),
    )
  );
}
