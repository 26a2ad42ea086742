import type { Json, JsonObject } from '../../base/index.ts';
import { isObject } from '../../base/index.ts';
import { layoutsNamed, layoutsWithin, type Catalogue } from '../layouts/index.ts';
import { alsoKnownAs } from '../schema/index.ts';

/** A list or mapping of records, as people write the parts of a lesson. */
const recordsIn = (value: Json | undefined): readonly JsonObject[] =>
  (Array.isArray(value) ? (value as readonly Json[]) : isObject(value) ? Object.values(value) : []).filter(isObject);

const hasRecords = (record: JsonObject): boolean =>
  Object.values(record).some((value) => Array.isArray(value) && recordsIn(value).length > 0);

/**
 * The key of an outline that must hold its parts, in a language that nobody taught us: the one with the most records.
 * @returns whether the records are slides, or sections that hold slides.
 */
export function partsKey(
  outline: JsonObject,
  known: readonly string[],
): { readonly key: string; readonly as: 'sections' | 'slides' } | undefined {
  const found = Object.entries(outline)
    .filter(([key]) => !known.includes(key))
    .map(([key, value]) => ({ key, records: recordsIn(value) }))
    .filter(({ records }) => records.length > 0)
    .toSorted((a, b) => sizeOf(b.records) - sizeOf(a.records))[0];
  if (found === undefined) return undefined;
  const nested = found.records.filter(holdsSlides).length;
  return { key: found.key, as: nested * 2 > found.records.length ? 'sections' : 'slides' };
}

/** All that is written in records: the lesson itself is longer than its glossary. */
const sizeOf = (records: readonly JsonObject[]): number =>
  records.reduce((sum, record) => sum + 1 + Object.values(record).flatMap(recordsIn).length, 0);

/** Whether a record has a list of records with some fields each, as a section has slides. */
const holdsSlides = (record: JsonObject): boolean =>
  hasRecords(record) &&
  Object.values(record).some((value) => Array.isArray(value) && recordsIn(value).some((one) => size(one) > 1));

const size = (record: JsonObject): number => Object.keys(record).length;

/** The key of a section that must hold its slides. */
export const slidesKey = (section: JsonObject, known: readonly string[]): string | undefined =>
  Object.keys(section).find((key) => {
    const value = section[key];
    return !known.includes(key) && Array.isArray(value) && recordsIn(value).length > 0;
  });

/** The keys that nearly all slides of a lesson have, by what stands there. */
export interface CommonKeys {
  /** Names layouts, though its name does not say so: `dia: table`. */
  readonly layout: string | undefined;
  /** Holds one line of text on nearly every slide, and is no other field. */
  readonly title: string | undefined;
}

/** Fewer slides say too little. */
const fewest = 3;

/** Finds how an author calls the layout and the title of slides where the words themselves are unknown. */
export function commonKeys(slides: readonly JsonObject[], catalogue: Catalogue): CommonKeys {
  if (slides.length < fewest) return { layout: undefined, title: undefined };
  const counted = new Map<string, string[]>();
  for (const slide of slides)
    for (const [key, value] of Object.entries(slide))
      if (typeof value === 'string' && !value.includes('\n')) counted.set(key, [...(counted.get(key) ?? []), value]);
  const common = [...counted].filter(([, texts]) => texts.length * 2 > slides.length);
  const layout = slides.some((slide) => slide.layout !== undefined)
    ? undefined
    : common
        .filter(([key]) => alsoKnownAs(key, ['title']) === undefined)
        .find(([, texts]) => texts.filter((text) => namesLayout(catalogue, text)).length * 2 > texts.length)?.[0];
  const hasTitle = slides.some((slide) => Object.keys(slide).some((key) => alsoKnownAs(key, ['title']) !== undefined));
  const title = hasTitle
    ? undefined
    : common.find(([key, texts]) => key !== layout && !isWord(key) && new Set(texts).size * 2 > texts.length)?.[0];
  return { layout, title };
}

const namesLayout = (catalogue: Catalogue, text: string): boolean =>
  layoutsNamed(catalogue, text).length > 0 || layoutsWithin(catalogue, text).length > 0;

const isWord = (key: string): boolean =>
  ['layout', 'id', 'notes', 'body', 'question', 'quote', 'term', 'image'].some(
    (name) => alsoKnownAs(key, [name]) !== undefined,
  );
