import type { RecordSlide } from './record.ts';
import { markOf, textOf, type SeenSlide } from './seen.ts';

/** A slide of the file with the slide of ours that it was; without, it is new. */
export interface SlidePair {
  readonly seen: SeenSlide;
  readonly index: number;
  readonly was?: RecordSlide;
}

const marksOf = ({ shapes }: SeenSlide): readonly string[] =>
  shapes.flatMap(({ paragraphs }) => paragraphs.map((paragraph) => markOf(textOf(paragraph))));

/** Share of its texts by which a slide without its name is known again. */
const enough = 0.3;
/** How much a name counts beside the texts. */
const nameWeight = 0.75;

/**
 * Finds for each slide of a file which slide of ours it was: by its name and by its texts, of which those that stand on
 * many slides count little. Of copies that kept the name, the one with most of the texts is the slide.
 */
export function pairSlides(record: readonly RecordSlide[], seen: readonly SeenSlide[]): readonly SlidePair[] {
  const holders = new Map<string, Set<number>>();
  record.forEach(({ shapes }, i) => {
    for (const { mark } of shapes.flatMap(({ parts }) => parts))
      holders.set(mark, (holders.get(mark) ?? new Set()).add(i));
  });
  const weightOf = (mark: string): number => 1 / (holders.get(mark)?.size ?? 1);
  const totals = record.map(({ shapes }) =>
    [...new Set(shapes.flatMap(({ parts }) => parts.map(({ mark }) => mark)))].reduce((sum, m) => sum + weightOf(m), 0),
  );
  const names = new Map(record.map(({ id }, i) => [id, i]));
  const scores = seen.flatMap((slide, at) => {
    const found = new Map<number, number>();
    for (const mark of new Set(marksOf(slide)))
      for (const i of [...(holders.get(mark) ?? [])].slice(0, 50))
        found.set(i, (found.get(i) ?? 0) + weightOf(mark) / Math.max(1, totals[i] ?? 1));
    const named = names.get(slide.id);
    if (named !== undefined) found.set(named, (found.get(named) ?? 0) + nameWeight);
    return [...found].filter(([, score]) => score >= enough).map(([i, score]) => ({ at, i, score }));
  });
  const was = new Map<number, number>();
  const taken = new Set<number>();
  for (const { at, i } of scores.toSorted((a, b) => b.score - a.score || a.at - b.at || a.i - b.i)) {
    if (was.has(at) || taken.has(i)) continue;
    was.set(at, i);
    taken.add(i);
  }
  return seen.map((slide, index) => {
    const own = record[was.get(index) ?? -1];
    return { seen: slide, index, ...(own && { was: own }) };
  });
}
