import { movedOf } from '../../base/index.ts';
import { slidesOf, type Lesson } from '../../model/index.ts';
import type { Change } from './change.ts';
import { lessonLeaves, type Leaf } from './leaves.ts';
import { newSlideYaml } from './new-slide.ts';
import type { DeckRecord, RecordSlide } from './record.ts';
import { textOf, type SeenSlide } from './seen.ts';
import { SlideChanges } from './slide-changes.ts';
import { pairSlides, type SlidePair } from './slides.ts';

/** Texts that stand on most slides. */
function runningTexts(slides: readonly SeenSlide[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const { shapes } of slides)
    for (const text of new Set(shapes.flatMap(({ paragraphs }) => paragraphs.map((one) => textOf(one).trim()))))
      counts.set(text, (counts.get(text) ?? 0) + 1);
  return new Set([...counts].filter(([, count]) => count > 2 && count * 3 > slides.length).map(([text]) => text));
}

/** Finds what somebody changed in a presentation that Lectern wrote. */
export function changesOf(
  lesson: Lesson,
  record: DeckRecord,
  seen: readonly SeenSlide[],
  rawOf: (leaf: Leaf) => string | undefined,
): readonly Change[] {
  const pairs = pairSlides(record.slides, seen);
  const authored = new Map(slidesOf(lesson).map(({ slide }) => [slide.id, slide]));
  const shared = lessonLeaves(lesson);
  const wasOf = new Map<string, RecordSlide[]>();
  for (const one of record.slides) wasOf.set(one.slide, [...(wasOf.get(one.slide) ?? []), one]);
  const nowOf = new Map<string, SeenSlide[]>();
  for (const { was, seen: own } of pairs) if (was) nowOf.set(was.slide, [...(nowOf.get(was.slide) ?? []), own]);
  const found: Change[] = [];
  for (const [id, was] of wasOf) {
    const slide = authored.get(id);
    const now = nowOf.get(id);
    if (!slide) {
      if (now) found.push({ kind: 'unplaced', slide: id, before: '', after: 'The outline no longer has this slide.' });
    } else if (now) found.push(...new SlideChanges({ slide, was, now, shared, rawOf }).find());
    else found.push({ kind: 'slide-gone', slide: id });
  }
  return [...once(found), ...orderChanges(pairs, record.slides, runningTexts(seen))];
}

/** A text of the lesson that several slides show is changed once. */
function once(changes: readonly Change[]): readonly Change[] {
  const known = new Set<string>();
  return changes.filter((change) => {
    if (change.kind !== 'text' || !change.leaf.key.startsWith('^')) return true;
    const key = `${change.leaf.key} ${change.raw}`;
    const isNew = !known.has(key);
    known.add(key);
    return isNew;
  });
}

const hiddenNow = (isHidden: boolean): string =>
  isHidden ? 'This slide is hidden.' : 'This slide is no longer hidden.';

/** Slides that are new or stand elsewhere. A slide on several pages stands where its first page does. */
function orderChanges(
  pairs: readonly SlidePair[],
  record: readonly RecordSlide[],
  running: ReadonlySet<string>,
): readonly Change[] {
  const places = new Map<string, number>();
  for (const { slide } of record) if (!places.has(slide)) places.set(slide, places.size);
  const known = new Set<string>();
  const shown = pairs.filter(({ was }) => {
    if (!was) return true;
    const isFirst = !known.has(was.slide);
    known.add(was.slide);
    return isFirst;
  });
  const kept = shown.filter(({ was }) => was !== undefined);
  const moved = new Set(
    [...movedOf(kept.map(({ was }) => places.get(was?.slide ?? '') ?? 0))].map((i) => kept[i]?.was?.slide),
  );
  const found: Change[] = [];
  let follows = '';
  for (const { seen, was } of shown) {
    if (!was) {
      const { title, yaml } = newSlideYaml(seen, running);
      const slide = `new-${found.length + 1}`;
      found.push({ kind: 'slide-new', slide, follows, title, yaml });
      for (const { paragraphs, isForeign } of seen.shapes)
        if (isForeign) found.push({ kind: 'unplaced', slide, before: '', after: paragraphs.map(textOf).join(' ') });
      follows = slide;
      continue;
    }
    if (was.isHidden !== seen.isHidden)
      found.push({ kind: 'unplaced', slide: was.slide, before: '', after: hiddenNow(seen.isHidden === true) });
    if (moved.has(was.slide)) found.push({ kind: 'slide-moved', slide: was.slide, follows });
    follows = was.slide;
  }
  return found;
}
