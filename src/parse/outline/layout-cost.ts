import { isObject, type Diagnostic, type Json, type JsonObject } from '../../base/index.ts';
import { layoutsNamed, type Catalogue } from '../layouts/index.ts';
import { alsoKnownAs, checkValue, completeSlideSchema, isGathered, isGuess, isWithoutPlace } from '../schema/index.ts';
import type { RawSlide } from './include.ts';
import { ownFields } from './own-fields.ts';
import { plainCopy } from './variables.ts';

export const schemaOf = (catalogue: Catalogue, name: string): JsonObject => {
  const layout = catalogue.get(name);
  return layout?.ok === true ? layout.value.schema : {};
};

/** From here on a slide cannot be shown in a layout as it is. */
export const unusable = 100;

/** A key that goes to a field only because that is missing is less likely meant so than shown below the text. */
function weightOf(found: Diagnostic, isNamed: boolean): number {
  // Words for pictures are missing in every layout.
  if (found.severity === 'error' && found.code !== 'outline/missing-alt') return unusable;
  if (isGuess(found) && !isNamed) return 12;
  if (isWithoutPlace(found)) return 10;
  return isGathered(found) ? 6 : 1;
}

/**
 * How much is wrong with a slide in a layout, after all that can be read as it is meant; fields without a place count.
 * @param isNamed whether a key of the slide names the layout, so that what it holds belongs there
 */
export function flawsOf(catalogue: Catalogue, raw: RawSlide, name: string, isNamed = false): number {
  const layout = catalogue.get(name);
  if (layout?.ok !== true) return Infinity;
  const value = plainCopy({ ...(raw.value as JsonObject), layout: name });
  const found = checkValue(completeSlideSchema(layout.value), value, { places: raw.yaml.places, pointer: raw.pointer });
  return found.reduce((sum, one) => sum + weightOf(one, isNamed), cutTexts(raw.value, value));
}

/** How many texts of several paragraphs have become lists, line by line, though they were not written as lists. */
function cutTexts(before: Json, after: Json): number {
  const blocks = (value: Json): number =>
    Object.values(isObject(value) ? value : {}).filter((one) => typeof one === 'string' && isProse(one)).length;
  return Math.max(0, blocks(before) - blocks(after));
}

/** Whether a text has lines that are no items of a list. */
const isProse = (text: string): boolean =>
  text.trim().split('\n').length > 1 &&
  text
    .trim()
    .split('\n')
    .some((line) => line.trim() !== '' && !'-*•+0123456789'.includes(line.trim().charAt(0)));

/** Fields that many layouts have, and whose names are words for layouts as well. */
const commonFields = ['body', 'bullets', 'text', 'image', 'title', 'subtitle', 'question', 'caption', 'note'];

/** The layouts that the keys of a slide name: `table:`, `tidslinje:`. */
function namedByKeys(catalogue: Catalogue, raw: RawSlide): ReadonlySet<string> {
  const keys = Object.keys(ownFields(raw.value)).filter((key) => alsoKnownAs(key, commonFields) === undefined);
  return new Set(keys.flatMap((key) => layoutsNamed(catalogue, key)));
}

/** The key of a plain list, `points:` or `content:`, and whether its items are no more than texts. */
function listKey(slide: JsonObject): string | undefined {
  const isText = (item: Json): boolean =>
    typeof item !== 'object' || (isObject(item) && Object.keys(item).length === 1);
  return Object.keys(slide).find((key) => {
    const value = slide[key];
    const isList = Array.isArray(value) && (value as readonly Json[]).every(isText);
    return isList && alsoKnownAs(key, ['bullets', 'body']) !== undefined;
  });
}

/** What a plain list costs where it becomes something else than a list, or text, and what it is worth where it is one. */
function listCost(key: string | undefined, properties: JsonObject): number {
  if (key === undefined || Object.hasOwn(properties, key)) return 0;
  return Object.hasOwn(properties, 'bullets') ? -2 : 11;
}

/** How unlikely a layout is for a slide that does not ask for it; a layout of the lesson's frame is asked for by name. */
const unlikely = { teaching: 0, activity: 2, other: 11 } as const;

/**
 * For a slide without layout: the one that costs least. It costs to read a key as another, more to guess what a key means,
 * and more again to show a text below because it has no place. A layout that a key names is guessed for no more. Of equal
 * ones, the one with the fewest fields.
 */
export function cheapestLayout(catalogue: Catalogue, raw: RawSlide): string | undefined {
  if (Object.keys(ownFields(raw.value)).length === 0) return undefined;
  const named = namedByKeys(catalogue, raw);
  const list = listKey(ownFields(raw.value));
  const costs = catalogue.names.flatMap((name) => {
    const layout = catalogue.get(name);
    const isNamed = named.has(name);
    const flaws = flawsOf(catalogue, raw, name, isNamed);
    if (layout?.ok !== true || flaws >= unusable) return [];
    const { role, schema } = layout.value;
    const isOpening = (role === 'title' || role === 'opener') && flaws === 0;
    const extra =
      isNamed || isOpening ? 0 : role === 'teaching' || role === 'activity' ? unlikely[role] : unlikely.other;
    const properties = isObject(schema.properties) ? schema.properties : {};
    const cost = flaws + extra + listCost(list, properties);
    return [{ name, cost, isNamed, fields: Object.keys(properties).length }];
  });
  return costs.toSorted((a, b) => a.cost - b.cost || Number(b.isNamed) - Number(a.isNamed) || a.fields - b.fields)[0]
    ?.name;
}
