import { isObject, type Json, type JsonObject } from '../../src/base/index.ts';
import type { LayoutExample } from '../../src/pages/gallery/index.ts';

/** Words of ordinary and of great length, as lecturers write them. */
const words: Readonly<Record<string, readonly string[]>> = {
  nl: 'de serotoninetransporter keert om wanneer een heropnameremmer ontbreekt en wie dat meet vindt in de synaps meer signaalstof dan de voorspelling van het model aangaf bij proefpersonen zonder medicatiegeschiedenis'.split(
    ' ',
  ),
  en: 'the transporter runs backwards once the substrate has entered the neuron and whoever measures this finds more neurotransmitter in the cleft than any pharmacological model had predicted for participants'.split(
    ' ',
  ),
};

/** A text of at most `length` characters, and nearly that many, in whole words where they fit. */
function longText(length: number, lang: string): string {
  const list = words[lang] ?? words.en ?? [];
  let text = '';
  for (let i = 0; ; i++) {
    const next = `${text}${i === 0 ? '' : ' '}${list[i % list.length] ?? ''}`;
    if (next.length > length) break;
    text = next;
  }
  return text === '' ? 'serotonine'.slice(0, length) : text.slice(0, 1).toUpperCase() + text.slice(1);
}

/** More than a first draft holds, in characters and items. */
const long = { inline: 160, block: 700, items: 14 } as const;

/** A change to an example that makes one field long. */
interface Case {
  /** Path of the field: `nodes[].label`. */
  readonly name: string;
  readonly apply: (slide: JsonObject) => JsonObject;
}

type Change = (value: Json | undefined) => Json | undefined;

/** Changes one member of a mapping; the first item of a list on the way. */
const atKey =
  (key: string, change: Change): Change =>
  (value) => ({ ...(isObject(value) ? value : {}), [key]: change(isObject(value) ? value[key] : undefined) });

/** A value of the kind that a schema asks for, so that a member of it can be changed. */
function fitting(value: Json | undefined, { type, properties, required }: JsonObject): Json | undefined {
  if (type !== 'object' || isObject(value)) return value;
  const needed = Array.isArray(required) ? required.filter((key: Json) => typeof key === 'string') : [];
  const fields = isObject(properties) ? properties : {};
  return Object.fromEntries(
    needed.map((key): [string, Json] => {
      const field = fields[key];
      return [key, isObject(field) && field.type === 'string' && typeof value === 'string' ? value : 'Serotonine'];
    }),
  );
}

const atFirst =
  (change: Change): Change =>
  (value) => {
    const items: readonly Json[] = Array.isArray(value) ? value : [];
    return [change(items[0]) ?? '', ...items.slice(1)];
  };

const choicesOf = (schema: JsonObject): readonly JsonObject[] =>
  [schema.oneOf, schema.anyOf].flatMap((list) => (Array.isArray(list) ? list.filter(isObject) : []));

const isWritten = ({ format }: JsonObject): boolean => format === 'inline' || format === 'block' || format === 'text';

/** Every field of a schema that holds text or a list, as a change that makes it long. Graphs' links and ids are left as they are. */
function casesOf(
  schema: JsonObject,
  name: string,
  wrap: (change: Change) => Change,
  lang: string,
  depth: number,
): Case[] {
  const choices = choicesOf(schema);
  if (choices.length > 0) return choices.flatMap((choice) => casesOf(choice, name, wrap, lang, depth));
  const make = (label: string, change: Change): Case => ({
    name: label,
    apply: (slide) => wrap(change)(slide) as JsonObject,
  });
  const types = [schema.type].flat();
  if (types.includes('string') && isWritten(schema)) {
    const text = longText(schema.format === 'block' ? long.block : long.inline, lang);
    return /(^|\.)alt$/.test(name) ? [] : [make(name, () => text)];
  }
  if (schema.type === 'array' && isObject(schema.items)) {
    const { items } = schema;
    const inside = casesOf(items, `${name}[]`, (change) => wrap(atFirst(change)), lang, depth + 1);
    const isLink = isObject(items.properties) && 'from' in items.properties;
    if (isLink) return inside;
    const fill: Change = (value) => filled(Array.isArray(value) ? value : example(items), long.items);
    return [make(`${name} ×${long.items}`, fill), ...inside];
  }
  if (!isObject(schema.properties) || depth > 3) return [];
  const inKey =
    (key: string) =>
    (change: Change): Change =>
      wrap((value) => atKey(key, change)(fitting(value, schema)));
  return Object.entries(schema.properties).flatMap(([key, field]) =>
    isObject(field) ? casesOf(field, name === '' ? key : `${name}.${key}`, inKey(key), lang, depth + 1) : [],
  );
}

/** A list of one text, where the example has no such list. */
const example = ({ type }: JsonObject): Json | undefined => (type === 'string' ? ['Serotonine'] : undefined);

/** A list with as many items as may be, the given ones repeated; ids stay unique. An absent list stays absent. */
function filled(value: Json | undefined, count: number): Json | undefined {
  if (!Array.isArray(value) || value.length === 0) return value;
  const items: readonly Json[] = value;
  return Array.from({ length: count }, (_, i): Json => {
    const item = items[i % items.length] ?? null;
    // Marks on a picture stand apart.
    if (i >= items.length && isObject(item) && typeof item.x === 'number')
      return { ...item, x: 5 + (i % 7) * 15, y: 10 + Math.floor(i / 7) * 30 };
    return i >= items.length && isObject(item) && typeof item.id === 'string'
      ? { ...item, id: `${item.id}-${i}` }
      : item;
  });
}

/** The examples with more than anybody needs: each field long in turn, in a normal slide, and a long title. */
export function longestExamples(normal: LayoutExample, lang: string): readonly LayoutExample[] {
  const cases = casesOf(normal.layout.schema, '', (change) => change, lang, 0);
  const made = cases.flatMap(({ name, apply }, i) => {
    const slide = apply(normal.slide);
    return JSON.stringify(slide) === JSON.stringify(normal.slide)
      ? []
      : [{ ...normal, lang, name: `${i}-${name.replace(/[^A-Za-z0-9]+/g, '-').replace(/^-|-$/g, '')}`, slide }];
  });
  const titled = { ...normal, lang, name: 'title', slide: { ...normal.slide, title: longText(95, lang) } };
  return [titled, ...made];
}
