import { isObject, type Json, type JsonObject, type Span } from '../../base/index.ts';
import { plainText } from '../../compose/index.ts';
import type { Slide } from '../../model/index.ts';
import { definitions, lessonCatalogue, visitTexts, type Catalogue } from '../../parse/index.ts';
import type { CheckContext } from '../check.ts';

/** A text that people read, with its place. */
export interface Passage {
  /** JSON pointer inside the thing that holds it: `/bullets/2`. */
  readonly pointer: string;
  /** As written. */
  readonly markdown: string;
  /** The words alone. */
  readonly plain: string;
  readonly at: Span;
}

const prose = new Set(['inline', 'block', 'text']);

const catalogues = new WeakMap<CheckContext['lesson'], Catalogue>();

function catalogueOf({ lesson, files }: CheckContext): Catalogue {
  const known = catalogues.get(lesson);
  if (known) return known;
  const made = lessonCatalogue(files, lesson.dir);
  catalogues.set(lesson, made);
  return made;
}

/** Numbers as texts, so that `value: 31` is seen like `value: "31"`. */
function withTexts(value: Json | undefined): Json {
  if (typeof value === 'number') return String(value);
  if (Array.isArray(value)) return value.map((item: Json) => withTexts(item));
  if (isObject(value)) return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, withTexts(item)]));
  return value ?? null;
}

/** Calls `visit` for each text in the fields of a slide, with the schema of the layout that describes it. */
export function visitFields(
  context: CheckContext,
  slide: Slide,
  visit: (schema: JsonObject, text: string, pointer: string) => void,
): void {
  const layout = catalogueOf(context).get(slide.layout);
  if (!layout?.ok) return;
  const { schema } = layout.value;
  const own = isObject(schema.$defs) ? schema.$defs : {};
  visitTexts(schema, withTexts(slide.fields), { ...definitions, ...own }, visit);
}

const made = new WeakMap<Slide, readonly Passage[]>();

/** What the audience reads on a slide from its title and fields, file names, code and formulas left out. */
export function passagesOf(context: CheckContext, slide: Slide): readonly Passage[] {
  const known = made.get(slide);
  if (known) return known;
  const found = new Map<string, Passage>();
  const add = (pointer: string, markdown: string): void => {
    found.set(pointer, { pointer, markdown, plain: plainText(markdown), at: slide.places.value(pointer) });
  };
  if (slide.title !== undefined) add('/title', slide.title);
  visitFields(context, slide, (schema, text, pointer) => {
    const isProse = prose.has(typeof schema.format === 'string' ? schema.format : '');
    if (isProse && !pointer.endsWith('/src')) add(pointer, text);
  });
  const passages = [...found.values()];
  made.set(slide, passages);
  return passages;
}

/** The notes of a slide, or nothing. */
export function notesOf(slide: Slide): readonly Passage[] {
  if (slide.notes === undefined) return [];
  const at = slide.places.value('/notes');
  return [{ pointer: '/notes', markdown: slide.notes, plain: plainText(slide.notes), at }];
}
