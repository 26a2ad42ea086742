import type { Diagnostic, Json, JsonObject } from '../../base/index.ts';
import { isObject, pointerStep } from '../../base/index.ts';
import { diagnostic } from '../codes.ts';
import { layoutsNamed, layoutsNear, type Catalogue } from '../layouts/index.ts';
import { alsoKnownAs, looseOutlineSchema } from '../schema/index.ts';
import type { PlaceIndex } from '../yaml/places.ts';

type Holder = Record<string, Json | undefined>;

interface Run {
  readonly catalogue: Catalogue;
  readonly places: PlaceIndex;
  readonly diagnostics: Diagnostic[];
}

/** Keys by which the parts of a lesson are found; all others are looked for when the part is checked. */
const ofLesson =
  'title subtitle author lang date duration audience sections slides objectives quiz glossary references'.split(' ');
const ofSection = ['title', 'slides', 'minutes'];
/** Words that say how a slide looks, and in a chart or a question something else. */
const kinds = new Set(['type', 'kind', 'template', 'slide', 'class']);

/**
 * Gives the keys that hold a lesson together the names that they have here, in place and before anything is looked for
 * under them: `abschnitte` and `folien`, `type: bullets` and `modèle: titre`, a slide that is a text of Markdown.
 * @returns the findings that say so.
 */
export function nameKeys(outline: Json, places: PlaceIndex, catalogue: Catalogue): readonly Diagnostic[] {
  if (!isObject(outline)) return [];
  const run: Run = { catalogue, places, diagnostics: [] };
  const properties = isObject(looseOutlineSchema.properties) ? looseOutlineSchema.properties : {};
  rename(outline, '', { known: Object.keys(properties), wanted: ofLesson }, run);
  nameSlides(outline, '', run);
  const { sections } = outline;
  if (Array.isArray(sections))
    (sections as readonly Json[]).forEach((section, i) => {
      if (!isObject(section)) return;
      const pointer = `/sections/${i}`;
      rename(section, pointer, { known: [...ofSection, 'id', 'covers', 'omits'], wanted: ofSection }, run);
      nameSlides(section, pointer, run);
    });
  return run.diagnostics;
}

/** The key that says the layout of a slide, where it is not `layout`. */
export function layoutKey(slide: JsonObject, catalogue: Catalogue): string | undefined {
  if (slide.layout !== undefined || slide.include !== undefined) return undefined;
  return Object.keys(slide).find((key) => {
    const name = slide[key];
    if (typeof name !== 'string' || alsoKnownAs(key, ['layout']) === undefined) return false;
    if (!kinds.has(key.toLowerCase())) return true;
    return layoutsNamed(catalogue, name).length > 0 || layoutsNear(catalogue, name).length > 0;
  });
}

/** A slide that is written as one text of Markdown: its heading is the title. */
export function slideFromText(text: string): JsonObject {
  const [first = '', ...rest] = text.trim().split('\n');
  const isHeading = first.startsWith('#') && first.includes(' ');
  const title = (isHeading ? first.slice(first.indexOf(' ')) : first).trim();
  const body = rest.join('\n').trim();
  return !isHeading && body !== '' ? { body: text.trim() } : { title, ...(body !== '' && { body }) };
}

function nameSlides(holder: JsonObject, pointer: string, run: Run): void {
  const { slides } = holder;
  if (!Array.isArray(slides)) return;
  const list = slides as Json[];
  list.forEach((slide, i) => {
    const at = `${pointer}/slides/${i}`;
    if (typeof slide === 'string' && slide.trim() !== '') {
      list[i] = slideFromText(slide);
      for (const key of Object.keys(list[i])) run.places.alias(at, `${at}/${key}`);
      run.diagnostics.push(
        diagnostic('outline/read-as', 'This text is read as a slide.', {
          at: run.places.value(at),
          help: ['Write `title:` and `body:`.'],
        }),
      );
    } else if (isObject(slide)) {
      const key = layoutKey(slide, run.catalogue);
      if (key !== undefined) give(slide, key, 'layout', at, run);
    }
  });
}

function rename(
  holder: JsonObject,
  pointer: string,
  { known, wanted }: { readonly known: readonly string[]; readonly wanted: readonly string[] },
  run: Run,
): void {
  for (const key of Object.keys(holder)) {
    if (known.includes(key)) continue;
    const free = wanted.filter((name) => holder[name] === undefined || holder[name] === null);
    const target = alsoKnownAs(key, free);
    if (target !== undefined) give(holder, key, target, pointer, run);
  }
}

function give(holder: Holder, from: string, to: string, pointer: string, { places, diagnostics }: Run): void {
  const old = pointer + pointerStep(from);
  const at = places.key(old);
  const entries = Object.entries(holder);
  for (const [key] of entries) Reflect.deleteProperty(holder, key);
  for (const [key, value] of entries) if (key !== to) holder[key === from ? to : key] = value;
  places.alias(old, pointer + pointerStep(to));
  const fix = { at, replacement: to };
  diagnostics.push(
    diagnostic('outline/read-as', `\`${from}\` is read as \`${to}\`.`, { at, help: [`Write \`${to}:\`.`], fix }),
  );
}
