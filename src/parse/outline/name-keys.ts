import type { Diagnostic, Json, JsonObject } from '../../base/index.ts';
import { isObject, pointerStep } from '../../base/index.ts';
import { diagnostic } from '../codes.ts';
import { layoutsNamed, layoutsNear, layoutsWithin, type Catalogue } from '../layouts/index.ts';
import { alsoKnownAs, looseOutlineSchema } from '../schema/index.ts';
import type { PlaceIndex } from '../yaml/places.ts';
import { slideFromText } from './slide-text.ts';
import { commonKeys, partsKey, slidesKey, type CommonKeys } from './found-parts.ts';

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
const kinds = new Set(
  'type kind template slide class tipo typ tür тип τύπος 유형 類型 jenis tipe loại típus dia rodzaj druh vrsta النوع نوع'.split(
    ' ',
  ),
);

/**
 * Gives the keys that hold a lesson together the names that they have here, in place and before anything is looked for
 * under them: `abschnitte` and `folien`, `type: bullets` and `modèle: titre`, a slide that is a text of Markdown.
 * @returns the findings that say so.
 */
export function nameKeys(outline: Json, places: PlaceIndex, catalogue: Catalogue): readonly Diagnostic[] {
  if (!isObject(outline)) return [];
  const run: Run = { catalogue, places, diagnostics: [] };
  const properties = isObject(looseOutlineSchema.properties) ? looseOutlineSchema.properties : {};
  const known = Object.keys(properties);
  rename(outline, '', { known, wanted: ofLesson }, run);
  const hasParts = (outline.sections ?? outline.slides ?? null) !== null;
  const parts = hasParts ? undefined : partsKey(outline, known);
  if (parts !== undefined) give(outline, parts.key, parts.as, '', run);
  for (const key of ['sections', 'slides']) listed(outline, key, '', run);
  const sections = Array.isArray(outline.sections) ? (outline.sections as readonly Json[]) : [];
  sections.forEach((section, i) => {
    if (!isObject(section)) return;
    const pointer = `/sections/${i}`;
    const ofOne = [...ofSection, 'id', 'covers', 'omits'];
    rename(section, pointer, { known: ofOne, wanted: ofSection }, run);
    const key = section.slides === undefined ? slidesKey(section, ofOne) : undefined;
    if (key !== undefined) give(section, key, 'slides', pointer, run);
    listed(section, 'slides', pointer, run);
  });
  const common = commonKeys(slidesOf([outline, ...sections]), catalogue);
  nameSlides(outline, '', common, run);
  sections.forEach((section, i) => {
    if (isObject(section)) nameSlides(section, `/sections/${i}`, common, run);
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
    return [layoutsNamed, layoutsNear, layoutsWithin].some((find) => find(catalogue, name).length > 0);
  });
}

/** The slides of a lesson that are written as records. */
const slidesOf = (holders: readonly Json[]): readonly JsonObject[] =>
  holders.flatMap((holder) =>
    isObject(holder) && Array.isArray(holder.slides) ? (holder.slides as readonly Json[]).filter(isObject) : [],
  );

/** One slide or section without a dash, several under their names, and a text that holds them all: as a list. */
function listed(holder: Holder, key: string, pointer: string, { places, diagnostics }: Run): void {
  const written = holder[key];
  const at = pointer + pointerStep(key);
  if (typeof written === 'string' && key === 'slides') {
    holder[key] = slideTexts(written);
    for (const i of slideTexts(written).keys()) places.within(at, `${at}/${i}`);
    return;
  }
  if (!isObject(written)) return;
  const values = Object.values(written);
  const isOne = values.length === 0 || !values.every(isObject);
  const items = isOne ? [written] : Object.entries(written).map(([name, item]) => withTitle(name, item ?? null));
  if (isOne) places.alias(at, `${at}/0`);
  else
    Object.keys(written).forEach((name, i) => {
      places.alias(at + pointerStep(name), `${at}/${i}`);
    });
  holder[key] = items;
  const help = ['Begin each with a dash: `- `.'];
  diagnostics.push(
    diagnostic('outline/read-as', `\`${key}\` should be a list; it is read as one.`, { at: places.value(at), help }),
  );
}

/** What stands under a name has it for its title, where it has none of its own. */
const withTitle = (name: string, item: Json): Json =>
  isObject(item) && !Object.keys(item).some((key) => alsoKnownAs(key, ['title']) !== undefined)
    ? { title: name, ...item }
    : item;

/** The slides of a text that parts them by lines, as Marp does. */
const slideTexts = (text: string): readonly string[] =>
  text
    .split('\n---')
    .map((slide) => slide.trim())
    .filter((slide) => slide !== '' && slide !== '---');

function nameSlides(holder: JsonObject, pointer: string, common: CommonKeys, run: Run): void {
  const { slides } = holder;
  if (!Array.isArray(slides)) return;
  const list = slides as Json[];
  list.forEach((slide, i) => {
    const at = `${pointer}/slides/${i}`;
    if (typeof slide === 'string' && slide.trim() !== '') {
      list[i] = slideFromText(slide);
      for (const key of Object.keys(list[i])) run.places.within(at, `${at}/${key}`);
      run.diagnostics.push(
        diagnostic('outline/read-as', 'This text is read as a slide.', {
          at: run.places.value(at),
          help: ['Write `title:` and `body:`.'],
        }),
      );
    } else if (isObject(slide)) {
      const key = layoutKey(slide, run.catalogue) ?? (slide.include === undefined ? common.layout : undefined);
      if (key !== undefined && slide[key] !== undefined) give(slide, key, 'layout', at, run);
      ofSteps(slide, at, run);
      listing(slide, at, run);
      const { title } = common;
      if (title !== undefined && slide[title] !== undefined) give(slide, title, 'title', at, run);
    }
  });
}

/** What is done one after another, on a slide without layout; elsewhere `steps` says whether the items appear so. */
function ofSteps(slide: Holder, at: string, run: Run): void {
  const { steps } = slide;
  if (slide.layout === undefined && slide.actions === undefined && typeof steps === 'object' && steps !== null)
    give(slide, 'steps', 'actions', at, run);
}

/** A slide without layout of which the only field is a list that the lesson has, `litteratur:`: the slide that shows it. */
function listing(slide: Holder, at: string, { catalogue, places }: Run): void {
  if (slide.layout !== undefined || slide.include !== undefined) return;
  const keys = Object.keys(slide).filter((key) => alsoKnownAs(key, ['title', 'id', 'notes']) === undefined);
  const [only] = keys;
  const written = only === undefined ? undefined : slide[only];
  const isList = typeof written === 'object' || (typeof written === 'string' && written.trim().includes('\n'));
  if (only === undefined || keys.length > 1 || !isList) return;
  const named = layoutsNamed(catalogue, only).find((name) => {
    const layout = catalogue.get(name);
    return layout?.ok === true && layout.value.role === 'listing' && layout.value.schema['x-data'] !== 'sections';
  });
  if (named === undefined) return;
  slide.layout = named;
  places.alias(at + pointerStep(only), `${at}/layout`);
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
