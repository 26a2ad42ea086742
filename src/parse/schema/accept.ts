import type { Diagnostic, Json, JsonObject } from '../../base/index.ts';
import { isObject, pointerStep, suggest } from '../../base/index.ts';
import { diagnostic } from '../codes.ts';
import { alsoKnownAs, yesOrNo } from './synonyms.ts';
import type { Place } from './translate.ts';
import { formsOf, isUnion } from './unions.ts';
import type { SchemaError } from './validate.ts';
import { findErrors } from './validate.ts';
import { resolve } from './words.ts';

/** Values come from the YAML reader, which made them for this run alone, so they may be changed here. */
type Holder = Record<string, Json | undefined>;

/** How often values are changed and looked at again: a change may bring another to light. */
const mostRounds = 8;

/**
 * Changes, in place, what a person plainly meant into what the schema asks for: a number where text is expected becomes
 * the text as written (`2.50` stays `2.50`), a list of notes becomes a list in Markdown, `Title` becomes `title`.
 * @returns what is still wrong, and what its author should know of the changes.
 */
export function accept(
  schema: JsonObject,
  value: Json,
  known: JsonObject,
  place: Place,
): { readonly errors: readonly SchemaError[]; readonly findings: readonly Diagnostic[] } {
  const findings: Diagnostic[] = [];
  let errors = findErrors(schema, value, known);
  for (let round = 0; errors.length > 0 && round < mostRounds; round++) {
    const done = new Set<string>();
    for (const error of [...insideUnions(errors, known)]) {
      if (done.has(error.path) || (error.path === '' && error.keyword === 'type')) continue;
      const found = changed(error, value, known, place);
      if (!found) continue;
      done.add(error.path);
      findings.push(...found);
    }
    if (done.size === 0) break;
    errors = findErrors(schema, value, known);
  }
  return { errors, findings };
}

/** The errors, and for a union those of all its forms. */
function* insideUnions(errors: readonly SchemaError[], known: JsonObject): Generator<SchemaError> {
  for (const error of errors) {
    yield error;
    if (!isUnion(error)) continue;
    for (const form of meantForms(error, known)) {
      const inner = findErrors(form, error.data, known);
      yield* insideUnions(
        inner.map((found) => ({ ...found, path: error.path + found.path })),
        known,
      );
    }
  }
}

/** The forms of a union that a value may be meant as: a mapping with a key that one form knows, or nearly, is of that form. */
function meantForms(error: SchemaError, known: JsonObject): readonly JsonObject[] {
  const forms = formsOf(error);
  if (!isObject(error.data)) return forms;
  const keys = Object.keys(error.data);
  const alike = forms.filter((form) => {
    const { properties } = resolve(form, known);
    const names = isObject(properties) ? Object.keys(properties) : [];
    return keys.some((key) => suggest(key, names) !== undefined || alsoKnownAs(key, names) !== undefined);
  });
  return alike.length > 0 ? alike : forms;
}

/** Changes what one error is about. @returns findings, or `undefined` when nothing was changed. */
function changed(error: SchemaError, root: Json, known: JsonObject, place: Place): readonly Diagnostic[] | undefined {
  if (error.keyword === 'additionalProperties') return renamed(error, root, known, place);
  if (error.data === null && error.keyword === 'type') return removed(root, error.path) ? [] : undefined;
  const better = betterValue(error, place);
  if (better === undefined) return undefined;
  return replaceAt(root, error.path, better) ? [] : undefined;
}

function betterValue(error: SchemaError, place: Place): Json | undefined {
  const { keyword, data, expected, schema } = error;
  if (data === null) return undefined;
  switch (keyword) {
    case 'type':
      return ofType([expected].flat().map(String), error, place);
    case 'enum':
    case 'const':
      return typeof data === 'string' ? wordAmong([expected].flat(), data) : undefined;
    case 'format':
      return schema.format === 'inline' && typeof data === 'string' ? oneLine(data) : undefined;
    default:
      return undefined;
  }
}

/** One of a few words that is written in other case. */
const wordAmong = (allowed: readonly Json[], written: string): Json | undefined =>
  allowed.find((one) => typeof one === 'string' && one.toLowerCase() === written.trim().toLowerCase());

function ofType(types: readonly string[], error: SchemaError, place: Place): Json | undefined {
  const { data, schema, path } = error;
  const wants = (type: string): boolean => types.includes(type);
  if (wants('string')) return asText(data, schema, place, path);
  if (typeof data === 'string' && (wants('number') || wants('integer'))) return numberIn(data);
  if (typeof data === 'string' && wants('boolean')) return yesOrNo(data);
  if (wants('array')) return asList(data, schema, place, path);
  if (wants('object') && typeof data === 'string') return asRecord(data, schema);
  return undefined;
}

const writtenAt = (data: Json, { places, pointer }: Place, path: string): string =>
  typeof data === 'string' ? data.trim() : (places.written(pointer + path) ?? JSON.stringify(data));

/** The text that an author meant by another kind of value. */
function asText(data: Json, schema: JsonObject, place: Place, path: string): string | undefined {
  if (typeof data === 'number' || typeof data === 'boolean') return writtenAt(data, place, path);
  if (Array.isArray(data)) {
    const items = data.map((item: Json, i) => asText(item, {}, place, `${path}/${i}`) ?? '');
    if (schema.format !== 'block') return items.join(', ');
    return items.map((item) => `- ${item.replace(/\n/g, '\n  ')}`).join('\n');
  }
  if (!isObject(data)) return typeof data === 'string' ? data.trim() : undefined;
  // `- Note: this is a point`
  const entries = Object.entries(data);
  if (entries.some(([, item]) => isObject(item) || Array.isArray(item))) return undefined;
  return entries
    .map(([key, item]) =>
      item === null || item === undefined ? key : `${key}: ${writtenAt(item, place, path + pointerStep(key))}`,
    )
    .join(', ');
}

function asList(data: Json, schema: JsonObject, place: Place, path: string): Json | undefined {
  if (typeof data === 'number' || typeof data === 'boolean') return [writtenAt(data, place, path)];
  if (typeof data === 'string') return linesOf(data);
  if (!isObject(data)) return undefined;
  const items = isObject(schema.items) ? schema.items : {};
  const values = Object.entries(data);
  if (items.title === 'term' && values.every(([, text]) => typeof text === 'string'))
    return values.map(([term, definition]) => ({ term, definition: definition ?? '' }));
  return [data];
}

const itemMark = /^\s*(?:[-*+•·–—▪◦]|\d{1,2}[.)])\s*(?=\S)/;

/** The items of a list that was written as one text: its lines without their marks. */
function linesOf(text: string): readonly string[] {
  const lines = text
    .trim()
    .split('\n')
    .filter((line) => line.trim() !== '');
  if (lines.length > 1) return lines.map((line) => line.replace(itemMark, '').trim());
  // Lines without a space after the dash have become one line.
  const parts = text
    .trim()
    .split(/(?:^|\s)[-•](?=\p{L})/u)
    .map((part) => part.trim());
  return parts[0] === '' && parts.length > 1 ? parts.slice(1) : [text.trim().replace(itemMark, '')];
}

/** `12`, `12 min`, `12,5`. */
function numberIn(text: string): number | undefined {
  const found = /^(\d+(?:[.,]\d+)?)\s*(?:min(?:\.|s|ute[ns]?|uten|uut|uti)?|['′]|m)?$/i.exec(text.trim())?.[1];
  return found === undefined ? undefined : Number(found.replace(',', '.'));
}

/** Lines of a text as one. */
const oneLine = (text: string): string =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join(' ');

/** What stands before and after the first colon or dash; nothing when either is empty. */
function inTwo(text: string): readonly [before?: string, after?: string] {
  const mark = /[:–—]|\s-\s/.exec(text);
  const before = text.slice(0, mark?.index ?? 0).trimEnd();
  const after = text.slice((mark?.index ?? 0) + (mark?.[0].length ?? 0)).trim();
  return mark && before !== '' && after !== '' ? [before, after] : [];
}

/** A record of which only the main text was written. */
function asRecord(text: string, schema: JsonObject): Json | undefined {
  const plain = text.trim();
  const [first = '', ...rest] = plain.split(/\s+/);
  const [before, after] = inTwo(plain);
  switch (schema.title) {
    case 'picture':
      return { src: plain };
    case 'answer':
      return { text: plain };
    case 'discussion prompt':
      return { prompt: plain };
    case 'objective':
      return rest.length === 0 ? undefined : { verb: first, bloom: 'understand', text: rest.join(' ') };
    case 'term':
      return before === undefined ? undefined : { term: before, definition: after ?? '' };
    default:
      return undefined;
  }
}

/** Gives a key that is written another way the name that is known here; joins a text that a comma has cut. */
function renamed(
  error: SchemaError,
  root: Json,
  known: JsonObject,
  { places, pointer }: Place,
): readonly Diagnostic[] | undefined {
  const field = error.field ?? '';
  const holder = valueAt(root, error.path);
  if (!isObject(holder) || !Object.hasOwn(holder, field)) return undefined;
  const at = places.key(pointer + error.path + pointerStep(field));
  if (holder[field] === null && places.isBare(pointer + error.path + pointerStep(field)))
    return joined(holder, field, at);
  const properties = isObject(error.schema.properties) ? error.schema.properties : {};
  const free = Object.keys(properties).filter((name) => holder[name] === undefined || holder[name] === null);
  const target = alsoKnownAs(field, free);
  const rule = target === undefined ? undefined : properties[target];
  if (target === undefined || !isObject(rule) || !mayBe(rule, holder[field], known)) return undefined;
  replaceKey(holder, field, target);
  const base = pointer + error.path;
  places.alias(base + pointerStep(field), base + pointerStep(target));
  const fix = { at, replacement: target };
  return [
    diagnostic('outline/read-as', `\`${field}\` is read as \`${target}\`.`, {
      at,
      help: [`Write \`${target}:\`.`],
      fix,
    }),
  ];
}

/** Whether a value is, or can be read as, what a rule asks for. */
function mayBe(rule: JsonObject, value: Json | undefined, known: JsonObject): boolean {
  if (value === undefined) return false;
  const errors = findErrors(rule, value, known);
  return errors.every((error) => error.path !== '' || !isObject(value) || error.keyword !== 'type');
}

/** `{ body: First, second }`: the comma ended the text. */
function joined(holder: JsonObject, field: string, at: Diagnostic['at']): readonly Diagnostic[] | undefined {
  const keys = Object.keys(holder);
  const before = keys[keys.indexOf(field) - 1];
  const text = before === undefined ? undefined : holder[before];
  if (before === undefined || (typeof text !== 'string' && typeof text !== 'number')) return undefined;
  const whole = `${text}, ${field}`;
  Reflect.set(holder, before, whole);
  Reflect.deleteProperty(holder, field);
  const message = `A comma ends a value inside { }; \`${before}\` is read as “${whole}”.`;
  return [diagnostic('outline/read-as', message, { ...(at && { at }), help: ['Put quotes around the whole text.'] })];
}

/** The same members in the same order, one of them under another name. */
function replaceKey(holder: JsonObject, from: string, to: string): void {
  const entries = Object.entries(holder);
  for (const [key] of entries) Reflect.deleteProperty(holder, key);
  for (const [key, value] of entries) if (key !== to) Reflect.set(holder, key === from ? to : key, value);
}

const stepsOf = (pointer: string): readonly string[] =>
  pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));

function valueAt(root: Json, pointer: string): Json | undefined {
  let value: unknown = root;
  for (const step of stepsOf(pointer)) value = (value as Holder | undefined)?.[step];
  return value as Json | undefined;
}

/** Takes out a key without a value: it says nothing. */
function removed(root: Json, pointer: string): boolean {
  const holder = valueAt(root, pointer.slice(0, pointer.lastIndexOf('/')));
  const last = stepsOf(pointer).at(-1);
  return last !== undefined && isObject(holder) && Reflect.deleteProperty(holder, last);
}

function replaceAt(root: Json, pointer: string, value: Json): boolean {
  const steps = stepsOf(pointer);
  const last = steps.at(-1);
  const holder = valueAt(root, pointer.slice(0, pointer.lastIndexOf('/')));
  if (last === undefined || typeof holder !== 'object' || holder === null) return false;
  (holder as Holder)[last] = value;
  return true;
}
