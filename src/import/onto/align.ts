import type { RecordPart, RecordShape } from './record.ts';
import { fold, markOf, textOf, type SeenParagraph, type SeenShape } from './seen.ts';

/** A paragraph of ours with its shape. */
export interface WasPart extends RecordPart {
  readonly shape: RecordShape;
  /** Its text in the outline as it is now, where it came from there. */
  readonly plain: string;
}

/** A paragraph of the file with its shape. */
export interface NowPart {
  readonly shape: SeenShape;
  readonly paragraph: SeenParagraph;
  readonly text: string;
  readonly mark: string;
  /** How deep it stands in a list. */
  readonly level: number;
}

/** A paragraph as it was and as it is; one of both is absent when it is gone or new. */
export interface PartPair {
  readonly was?: WasPart;
  readonly now?: NowPart;
}

export const nowParts = (shapes: readonly SeenShape[]): readonly NowPart[] =>
  shapes.flatMap((shape) =>
    shape.paragraphs.map((paragraph, i) => {
      const text = textOf(paragraph);
      return { shape, paragraph, text, mark: markOf(text), level: shape.levels?.[i] ?? 0 };
    }),
  );

const wordsOf = (text: string): ReadonlySet<string> =>
  new Set(
    fold(text)
      .toLowerCase()
      .split(' ')
      .filter((word) => word !== ''),
  );

/** Share of words that two texts have in common, from 0 to 1. */
export function likeness(a: string, b: string): number {
  const [one, two] = [wordsOf(a), wordsOf(b)];
  if (one.size === 0 || two.size === 0) return 0;
  let both = 0;
  for (const word of one) if (two.has(word)) both++;
  return both / Math.max(one.size, two.size);
}

/** More pairs than this are not weighed against each other. */
const mostPairs = 40_000;

/** Finds for the paragraphs of a slide what became of them. Pairs stand in the order of the file, then those that are gone. */
export function alignParts(was: readonly WasPart[], now: readonly NowPart[]): readonly PartPair[] {
  const partner = new Map<number, number>();
  const taken = new Set<number>();
  const pair = (i: number, j: number): void => {
    partner.set(j, i);
    taken.add(i);
  };
  pairEqual(was, now, pair);
  const left = was.flatMap((_, i) => (taken.has(i) ? [] : [i]));
  const open = now.flatMap((_, j) => (partner.has(j) ? [] : [j]));
  if (left.length * open.length <= mostPairs) {
    const room = roomOf(now.length, partner, was.length);
    const scores = open.flatMap((j) =>
      left.flatMap((i) => {
        const score = scoreOf(was[i], now[j], room(j, i));
        return score > 0 ? [{ i, j, score: score - Math.abs(i - j) * 1e-4 }] : [];
      }),
    );
    for (const { i, j } of scores.toSorted((a, b) => b.score - a.score))
      if (!taken.has(i) && !partner.has(j)) pair(i, j);
  }
  const found = now.map((part, j): PartPair => {
    const before = was[partner.get(j) ?? -1];
    return { now: part, ...(before && { was: before }) };
  });
  return [...found, ...was.flatMap((part, i) => (taken.has(i) ? [] : [{ was: part }]))];
}

/** Pairs what is the same, in order; of equal texts those of the same shape first. */
function pairEqual(was: readonly WasPart[], now: readonly NowPart[], pair: (i: number, j: number) => void): void {
  const waiting = new Map<string, number[]>();
  was.forEach(({ mark, shape }, i) => {
    const key = `${shape.kind === 'alt' ? 'alt' : ''}${mark}`;
    waiting.set(key, [...(waiting.get(key) ?? []), i]);
  });
  now.forEach(({ mark, shape }, j) => {
    const list = waiting.get(`${shape.kind === 'alt' ? 'alt' : ''}${mark}`) ?? [];
    const cell = shape.cell?.join();
    const own = list.findIndex((i) => was[i]?.shape.cell?.join() === cell);
    const [i] = list.splice(Math.max(0, own), 1);
    if (i !== undefined) pair(i, j);
  });
}

/** Tells whether a paragraph stands between the neighbours that another had. */
function roomOf(count: number, partner: ReadonlyMap<number, number>, most: number): (j: number, i: number) => boolean {
  const before: number[] = [];
  let last = -1;
  for (let j = 0; j < count; j++) {
    before.push(last);
    last = partner.get(j) ?? last;
  }
  const after: number[] = Array.from({ length: count }, () => most);
  let next = most;
  for (let j = count - 1; j >= 0; j--) {
    after[j] = next;
    next = partner.get(j) ?? next;
  }
  return (j, i) => (before[j] ?? -1) < i && i < (after[j] ?? most);
}

/** How much speaks for a paragraph being another, changed; 0 for nothing. */
function scoreOf(was: WasPart | undefined, now: NowPart | undefined, isBetween: boolean): number {
  if (!was || !now) return 0;
  const [a, b] = [was.shape.kind, now.shape.kind];
  if ((a === 'alt') !== (b === 'alt') || (a === 'cell') !== (b === 'cell')) return 0;
  const like = likeness(was.plain, now.text);
  const isPlace = a === 'cell' && was.shape.cell?.join() === now.shape.cell?.join();
  if (a === 'title' && b === 'title') return 8 + like;
  if (a === 'cell') return isPlace ? 6 + like : 0;
  if (!isBetween && like < 0.5) return 0;
  return 1 + 4 * like + (isBetween ? 1 : 0);
}
