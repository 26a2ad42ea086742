import type { Diagnostic, Json, JsonObject } from '../../base/index.ts';
import { isObject, pointerStep } from '../../base/index.ts';
import { diagnostic } from '../codes.ts';
import { layoutsNamed, type Catalogue } from '../layouts/index.ts';
import { alsoKnownAs } from '../schema/index.ts';
import type { PlaceIndex } from '../yaml/places.ts';

interface Run {
  readonly outline: Record<string, Json | undefined>;
  readonly catalogue: Catalogue;
  readonly places: PlaceIndex;
  readonly diagnostics: Diagnostic[];
}

/** The lists of a lesson that slides show without having them. */
const shown: ReadonlySet<string> = new Set(['references', 'glossary', 'objectives']);

/** Keys under which such a list stands on its slide, besides its own name. */
const plain = ['items', 'list', 'points', 'bullets', 'entries', 'text', 'body', 'content'];

/**
 * Takes works, words and objectives that are written on the slide that shows them to those of the lesson, in place.
 * @returns the findings that say so.
 */
export function hoistLists(value: Json, places: PlaceIndex, catalogue: Catalogue): readonly Diagnostic[] {
  if (!isObject(value)) return [];
  const run: Run = { outline: value, catalogue, places, diagnostics: [] };
  if (Array.isArray(value.sections))
    run.outline.sections = (value.sections as readonly Json[]).map((section, i) =>
      inHolder(section, `/sections/${i}`, run),
    );
  else if (Array.isArray(value.slides)) run.outline.slides = slidesOf(value.slides, '', run);
  return run.diagnostics;
}

const inHolder = (section: Json, pointer: string, run: Run): Json =>
  isObject(section) && Array.isArray(section.slides)
    ? { ...section, slides: slidesOf(section.slides, pointer, run) }
    : section;

const slidesOf = (slides: readonly Json[], pointer: string, run: Run): readonly Json[] =>
  slides.map((slide, i) => (isObject(slide) ? inSlide(slide, `${pointer}/slides/${i}`, run) : slide));

function inSlide(slide: JsonObject, pointer: string, run: Run): JsonObject {
  const list = listOf(run.catalogue, slide.layout);
  if (list === undefined) return slide;
  const own = typeof slide.layout === 'string' ? layoutsNamed(run.catalogue, slide.layout) : [];
  const key = Object.keys(slide).find(
    (name) =>
      alsoKnownAs(name, [list]) !== undefined ||
      plain.includes(name) ||
      (name !== 'title' && layoutsNamed(run.catalogue, name).some((one) => own.includes(one))),
  );
  const items = key === undefined ? undefined : textsOf(slide[key] ?? null);
  const before = run.outline[list] ?? [];
  if (key === undefined || items === undefined || !Array.isArray(before)) return slide;
  const had = before as readonly Json[];
  const isKnown = (item: Json): boolean =>
    typeof item === 'string' && (!/[\s/[:]/.test(item.trim()) || had.some((one) => isObject(one) && one.id === item));
  // Names of what the lesson has already.
  if (items.every(isKnown)) return slide;
  run.outline[list] = [...had, ...items];
  const from = pointer + pointerStep(key);
  items.forEach((_, i) => {
    run.places.alias(`${from}/${i}`, `/${list}/${had.length + i}`);
  });
  const message = `\`${key}\` on this slide is read as the \`${list}\` of the lesson.`;
  const help = [`Write \`${list}:\` beside \`title:\` of the lesson; this slide shows them.`];
  run.diagnostics.push(diagnostic('outline/read-as', message, { at: run.places.key(from), help }));
  return Object.fromEntries<Json | undefined>(Object.entries(slide).filter(([name]) => name !== key));
}

/** The list of the lesson that a layout of this name shows. */
function listOf(catalogue: Catalogue, layout: Json | undefined): string | undefined {
  if (typeof layout !== 'string') return undefined;
  const lists = layoutsNamed(catalogue, layout).map((name) => {
    const found = catalogue.get(name);
    return found?.ok === true ? found.value.data : undefined;
  });
  const [list] = lists;
  return list !== undefined && shown.has(list) ? list : undefined;
}

/** The items of a list, of a text with an item a line, or of a mapping. */
function textsOf(value: Json): readonly Json[] | undefined {
  if (Array.isArray(value)) return value as readonly Json[];
  if (isObject(value)) return Object.entries(value).map(([key, inner]): JsonObject => ({ [key]: inner ?? null }));
  if (typeof value !== 'string') return undefined;
  const lines = value.split('\n').map((line) => line.replace(/^\s*(?:[-*•]|\d{1,2}[.)])\s+/, '').trim());
  return lines.filter((line) => line !== '');
}
