import type { Diagnostic, Json, JsonObject } from '../../base/index.ts';
import { isObject, pointerStep } from '../../base/index.ts';
import { diagnostic } from '../codes.ts';
import { namedSides } from './shapes/sides.ts';
import { alsoKnownAs } from './synonyms.ts';
import type { Place } from './translate.ts';
import type { Holder } from './values.ts';
import { resolve } from './words.ts';

interface Task {
  readonly holder: Holder;
  readonly schema: JsonObject;
  readonly known: JsonObject;
  readonly place: Place;
  /** Pointer of the holder in its file. */
  readonly base: string;
}

const propertiesOf = (schema: JsonObject): JsonObject => (isObject(schema.properties) ? schema.properties : {});
const requiredOf = (schema: JsonObject): readonly string[] =>
  Array.isArray(schema.required) ? schema.required.map(String) : [];

/**
 * Fields that stand one level too high: `value:` and `label:` on a slide that shows a list of figures, `src:` on one that
 * shows a picture, `left:` and `right:` where a list of sides belongs, a list where two columns belong.
 */
export function gathered(task: Task): readonly Diagnostic[] | undefined {
  const { holder, schema } = task;
  const properties = propertiesOf(schema);
  const unknown = Object.keys(holder).filter((key) => !Object.hasOwn(properties, key));
  const missing = requiredOf(schema).filter((name) => name !== 'alt' && holder[name] === undefined);
  for (const name of missing) {
    const rule = properties[name];
    if (!isObject(rule)) continue;
    const found = asList(task, name, rule, unknown) ?? inside(task, name, resolve(rule, task.known), unknown);
    if (found) return found;
  }
  return besidePicture(task, unknown) ?? inOrder(task, missing, unknown);
}

/** The caption or credit of a picture that stands beside it instead of in it. */
function besidePicture(task: Task, unknown: readonly string[]): readonly Diagnostic[] | undefined {
  const { holder, schema, known } = task;
  const name = Object.entries(propertiesOf(schema)).find(
    ([key, rule]) => holder[key] !== undefined && isObject(rule) && resolve(rule, known).title === 'picture',
  )?.[0];
  const picture = name === undefined ? undefined : holder[name];
  const parts = new Map(
    unknown.flatMap((key) => {
      const part = alsoKnownAs(key, ['caption', 'credit', 'alt']);
      return part !== undefined && typeof holder[key] === 'string' ? [[key, part] as const] : [];
    }),
  );
  const from = [...parts.keys()];
  if (name === undefined || from.length === 0) return undefined;
  if (typeof picture !== 'string' && !isObject(picture)) return undefined;
  const whole = typeof picture === 'string' ? { src: picture } : picture;
  return put(
    task,
    name,
    { ...whole, ...Object.fromEntries([...parts].map(([key, part]) => [part, holder[key] ?? null])) },
    from,
  );
}

const pictureEndings = ['.png', '.jpg', '.jpeg', '.gif', '.webp', '.svg', '.avif'];

/** Whether a text is the address of a page: the link of a slide, not its picture. */
function isPage(text: Json | undefined): boolean {
  if (typeof text !== 'string' || !URL.canParse(text)) return false;
  const { protocol, pathname } = new URL(text);
  const isPicture = pictureEndings.some((ending) => pathname.toLowerCase().endsWith(ending));
  return (protocol === 'https:' || protocol === 'http:') && !isPicture;
}

/** The fields of the record that is missing, or of the one item of a list. */
function inside(
  task: Task,
  name: string,
  rule: JsonObject,
  unknown: readonly string[],
): readonly Diagnostic[] | undefined {
  const { holder, known } = task;
  const isList = rule.type === 'array';
  const record = isList && isObject(rule.items) ? resolve(rule.items, known) : rule;
  const inner = propertiesOf(record);
  const all = [...unknown, ...(Object.hasOwn(inner, 'alt') && holder.alt !== undefined ? ['alt'] : [])];
  const exact = all.filter((key) => Object.hasOwn(inner, key));
  const free = Object.keys(inner).filter((key) => !exact.includes(key));
  const meant = new Map(exact.map((key) => [key, key]));
  // The key of a question that names the right answer is none of its answers.
  const others = task.schema.title === 'question' ? [] : all.filter((one) => !exact.includes(one));
  for (const key of others.filter((one) => typeof holder[one] !== 'object')) {
    const target = alsoKnownAs(
      key,
      free.filter((one) => ![...meant.values()].includes(one)),
    );
    if (target !== undefined) meant.set(key, target);
  }
  const keys = [...new Set(meant.values())];
  const needed = requiredOf(record);
  const isEnough = needed.length > 0 ? needed.every((key) => keys.includes(key)) : keys.length > 1;
  if (keys.length === 0 || !isEnough) return undefined;
  const value = Object.fromEntries([...meant].map(([key, target]) => [target, holder[key] ?? null]));
  if (record.title === 'picture' && isPage(value.src)) return undefined;
  return put(task, name, isList ? [value] : value, [...meant.keys()]);
}

/** Two sides under names of their own where a list of records belongs. */
function asList(
  task: Task,
  name: string,
  rule: JsonObject,
  unknown: readonly string[],
): readonly Diagnostic[] | undefined {
  const { holder } = task;
  const pair = namedSides
    .map((names) => names.map((side) => unknown.find((key) => key.toLowerCase() === side)))
    .find((keys): keys is string[] => keys.every((key) => key !== undefined && isObject(holder[key])));
  if (rule.type !== 'array' || !pair) return undefined;
  return put(
    task,
    name,
    pair.map((key) => holder[key] ?? null),
    pair,
  );
}

/** A list where as many fields are missing as it has items. */
function inOrder(
  task: Task,
  missing: readonly string[],
  unknown: readonly string[],
): readonly Diagnostic[] | undefined {
  const { holder } = task;
  const key = unknown.find(
    (one) => Array.isArray(holder[one]) && (holder[one] as readonly Json[]).length === missing.length,
  );
  const list = key === undefined ? undefined : holder[key];
  if (key === undefined || missing.length < 2 || !Array.isArray(list)) return undefined;
  // Two texts of one kind beside each other, never the parts of a lesson or the title of a slide.
  const kinds = new Set(missing.map((one) => JSON.stringify(propertiesOf(task.schema)[one])));
  if (kinds.size > 1 && !missing.every((one) => isSide(propertiesOf(task.schema)[one]))) return undefined;
  const values = list as readonly Json[];
  const findings = missing.map((name, i) => put(task, name, values[i] ?? null, i === 0 ? [key] : []));
  return findings[0];
}

/** Whether a field takes a text or a text with a title. */
const isSide = (rule: Json | undefined): boolean => isObject(rule) && Array.isArray(rule.anyOf ?? rule.oneOf);

function put({ holder, place, base }: Task, name: string, value: Json, from: readonly string[]): readonly Diagnostic[] {
  const { places } = place;
  const at = places.key(base + pointerStep(from[0] ?? name));
  for (const key of from) Reflect.deleteProperty(holder, key);
  holder[name] = value;
  const words = from.map((key) => `\`${key}\``).join(', ');
  const help = [`Write ${words} under \`${name}:\`.`];
  return [diagnostic('outline/read-as', `${words} belong to \`${name}\`, and are read so.`, { at, help })];
}

/** Whether fields have been put into a record that was missing. */
export const isGathered = ({ message }: Diagnostic): boolean => message.includes(' belong to ');
