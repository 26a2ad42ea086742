import type { Diagnostic, Json, JsonObject } from '../../base/index.ts';
import { isObject, pointerStep, suggest } from '../../base/index.ts';
import { diagnostic } from '../codes.ts';
import { layoutsNamed, type Catalogue } from '../layouts/index.ts';
import { alsoKnownAs, isSetting, looseOutlineSchema } from '../schema/index.ts';
import type { PlaceIndex } from '../yaml/places.ts';

type Holder = Record<string, Json | undefined>;

/** Longer texts belong on no title slide. */
const longest = 80;

/** More fields of their own nobody gives a lesson. */
const most = 12;

const isList = (value: Json | undefined): value is readonly Json[] => Array.isArray(value);
const isWord = (value: Json | undefined): value is string | number =>
  typeof value === 'number' || (typeof value === 'string' && value.length <= longest && !value.includes('\n'));

/**
 * What a lesson says at its head that no lesson has a field for, in place: a short text, `semester: Spring 2026`, goes to
 * the second line of the title; a list such as `agenda:` has a slide of its own before the others.
 * @returns the findings that say so.
 */
export function besideSlides(outline: Json, places: PlaceIndex, catalogue: Catalogue): readonly Diagnostic[] {
  const { properties } = looseOutlineSchema;
  if (!isObject(outline) || !isObject(properties)) return [];
  const holder: Holder = outline;
  const known = Object.keys(properties);
  const found: Diagnostic[] = [];
  const others = Object.keys(holder).filter((key) => !known.includes(key) && key !== 'slides');
  for (const key of others.length > most ? [] : others) {
    if (meansField(key, known) || isSetting(key)) continue;
    const value = holder[key];
    const at = places.key(pointerStep(key));
    const tell = (message: string, help: string): void => {
      found.push(diagnostic('outline/read-as', message, { at, severity: 'warning', help: [help] }));
    };
    if (isWord(value) && String(value).trim() !== '' && typeof (holder.subtitle ?? '') === 'string') {
      const before = typeof holder.subtitle === 'string' ? holder.subtitle : '';
      // A number by itself says nothing: “Week 3”.
      const words = typeof value === 'number' ? `${wordsOf(key)} ${value}` : value;
      holder.subtitle = before === '' ? words : `${before} · ${words}`;
      places.alias(pointerStep(key), '/subtitle');
      tell(
        `A lesson has no field \`${key}\`; it is shown in its \`subtitle\`.`,
        'Write it in the text of `subtitle:`.',
      );
    } else if (isList(value) && value.length > 0 && value.every(isShown) && isList(holder.slides)) {
      before(holder, slideOf(key, value, catalogue), pointerStep(key), places);
      tell(`A lesson has no field \`${key}\`; it has a slide of its own.`, 'Make it a slide under `slides:`.');
    } else continue;
    Reflect.deleteProperty(holder, key);
  }
  return found;
}

const meansField = (key: string, known: readonly string[]): boolean =>
  suggest(key, known) !== undefined || alsoKnownAs(key, known) !== undefined;

/** A text, or one with a key: `10:15: Begin`. */
const isShown = (item: Json): boolean =>
  isWord(item) ||
  (isObject(item) && Object.keys(item).length === 1 && Object.values(item).every((value) => isWord(value)));

const wordsOf = (key: string): string => key.slice(0, 1).toUpperCase() + key.slice(1).replaceAll('_', ' ');

/** The slide that shows a list which stands beside the slides: of the layout that its key names, else a list. */
function slideOf(key: string, items: readonly Json[], catalogue: Catalogue): JsonObject {
  const title = wordsOf(key);
  const texts = items.map((item) =>
    isObject(item)
      ? Object.entries(item)
          .map(([name, value]) => `${name}: ${isWord(value) ? value : ''}`)
          .join('')
      : item,
  );
  const named = layoutsNamed(catalogue, key).filter((name) => {
    const layout = catalogue.get(name);
    const rules = layout?.ok === true ? layout.value.schema.properties : undefined;
    return isObject(rules) && isObject(rules.items) && rules.items.type === 'array';
  });
  const [layout] = named;
  return layout === undefined ? { title, bullets: texts } : { layout, title, items: texts };
}

/** Puts a slide before all but the title. */
function before(holder: Holder, slide: JsonObject, from: string, places: PlaceIndex): void {
  const [first = null, ...rest] = isList(holder.slides) ? holder.slides : [];
  const pair = isObject(first) && isOpening(first) ? [first, slide] : [slide, first];
  const own = pair.indexOf(slide);
  places.alias('/slides/0', `/slides/0/${1 - own}`);
  places.alias(from, `/slides/0/${own}`);
  holder.slides = [pair, ...rest];
}

/** The slides at the beginning of an outline, and what holds them. */
function firstSlides(outline: Json): { readonly holder: Holder; readonly slides: readonly Json[] } | undefined {
  const holder = isObject(outline) && isList(outline.sections) ? outline.sections[0] : outline;
  return isObject(holder) && isList(holder.slides) ? { holder, slides: holder.slides } : undefined;
}

/** Whether no slide of a draft says its layout. */
export const namesNoLayout = (outline: Json): boolean =>
  firstSlides(outline)?.slides.every(
    (slide) => !isObject(slide) || (slide.layout === undefined && slide.include === undefined),
  ) ?? false;

/** Fewer slides are no lecture. */
const fewest = 4;

/**
 * A draft in which no slide names a layout (`namesNoLayout`) says its title, its author and its date nowhere else: they get the slide that
 * opens a lesson, in place, unless the first one does so already.
 */
export function opened(outline: Json, places: PlaceIndex, catalogue: Catalogue): readonly Diagnostic[] {
  const found = firstSlides(outline);
  if (!found) return [];
  const { holder, slides } = found;
  const [first] = slides;
  if (slides.length < fewest || (isObject(first) && isOpening(first))) return [];
  const layout = catalogue.names.find((name) => {
    const one = catalogue.get(name);
    return one?.ok === true && one.value.role === 'title';
  });
  const at = holder === outline ? '/slides' : '/sections/0/slides';
  if (layout === undefined) return [];
  places.alias(`${at}/0`, `${at}/0/1`);
  places.within('/title', `${at}/0/0`);
  holder.slides = [[{ layout }, first ?? null], ...slides.slice(1)];
  const message = 'No slide opens the lesson; one with its title is put before the others.';
  const help = [`Write \`- layout: ${layout}\` as the first of the slides.`];
  return [diagnostic('outline/read-as', message, { at: places.key(at), help })];
}

/** Whether a slide has nothing but a title, or says that it is the one of the lesson. */
const isOpening = (slide: JsonObject): boolean =>
  Object.keys(slide).every((key) => ['layout', 'subtitle'].includes(key) || alsoKnownAs(key, ['title']) !== undefined);
