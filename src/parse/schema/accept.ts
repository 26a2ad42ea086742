import type { Diagnostic, Json, JsonObject } from '../../base/index.ts';
import { isObject, pointerStep, suggest } from '../../base/index.ts';
import { numberIn } from './amounts.ts';
import { moved, renamed } from './keys.ts';
import { asRecord, cellsIn, fromList, recordsIn } from './records.ts';
import { alsoKnownAs, yesOrNo } from './synonyms.ts';
import type { Place } from './translate.ts';
import { formsOf, isUnion } from './unions.ts';
import type { SchemaError } from './validate.ts';
import { findErrors } from './validate.ts';
import { removed, replaceAt, valueAt } from './values.ts';
import { resolve } from './words.ts';

/** How often values are changed and looked at again: a change may bring another to light. */
const mostRounds = 8;
/** Most unknown keys in one value of which a meaning is looked for; no person slips more often. */
const mostUnknown = 60;

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
    let unknown = 0;
    for (const error of [...insideUnions(errors, known)]) {
      if (error.keyword === 'additionalProperties' && ++unknown > mostUnknown) continue;
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
  // A text on one line is meant as text where that may stand.
  if (typeof error.data === 'string' && !error.data.includes('\n')) {
    const texts = forms.filter((form) => resolve(form, known).type === 'string');
    return texts.length > 0 ? texts : forms;
  }
  // A text with items of a list below it is a record where there may be one.
  if (
    typeof error.data === 'string' &&
    error.data
      .split('\n')
      .slice(1)
      .every((line) => /^[-*•] /.test(line))
  ) {
    const records = forms.filter((form) => resolve(form, known).type === 'object');
    return records.length > 0 ? records : forms;
  }
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
  if (error.keyword === 'required') return moved(error, root, known, place);
  // Another change of this round has made something else of it.
  if (error.keyword === 'type' && valueAt(root, error.path) !== error.data) return undefined;
  if (error.data === null && error.keyword === 'type') {
    if (removed(root, error.path)) return [];
    // An item of a list with nothing in it is an empty cell, or the word `null`.
    const text = writtenAt('', place, error.path);
    return typeof valueAt(root, error.path) === 'object' && replaceAt(root, error.path, text) ? [] : undefined;
  }
  const better = betterValue(error, known, place);
  if (better === undefined) return undefined;
  return replaceAt(root, error.path, better) ? [] : undefined;
}

function betterValue(error: SchemaError, known: JsonObject, place: Place): Json | undefined {
  const { keyword, data, expected, schema, path } = error;
  if (data === null) return undefined;
  switch (keyword) {
    case 'type':
      return ofType([expected].flat().map(String), error, known, place);
    case 'enum':
    case 'const':
      return typeof data === 'string' ? wordAmong([expected].flat(), data) : undefined;
    case 'pattern':
      return typeof data === 'string' ? address(data, path) : undefined;
    case 'format':
      return schema.format === 'inline' && typeof data === 'string' ? oneLine(data) : undefined;
    default:
      return undefined;
  }
}

/** A DOI without the site that it is looked up at; an address of the web with its beginning. */
function address(written: string, path: string): string | undefined {
  if (path.endsWith('/doi')) return doiIn(written.trim());
  return path.endsWith('/url') && /^[\w-]+(?:\.[\w-]+)+(?:[/?#]\S*)?$/.test(written.trim())
    ? `https://${written.trim()}`
    : undefined;
}

/** One of a few words that is written in other case. */
const wordAmong = (allowed: readonly Json[], written: string): Json | undefined =>
  allowed.find((one) => typeof one === 'string' && one.toLowerCase() === written.trim().toLowerCase());

function ofType(types: readonly string[], error: SchemaError, known: JsonObject, place: Place): Json | undefined {
  const { data, schema, path } = error;
  const wants = (type: string): boolean => types.includes(type);
  if (wants('string')) return asText(data, schema, place, path);
  if (typeof data === 'string' && (wants('number') || wants('integer'))) return numberIn(data);
  if (typeof data === 'string' && wants('boolean')) return yesOrNo(data);
  if (wants('array')) return asList(data, schema, known, { place, path });
  if (!wants('object')) return undefined;
  if (typeof data === 'string') return asRecord(data, schema, known);
  if (Array.isArray(data)) return fromList(data, schema);
  return typeof data === 'number' ? asRecord(writtenAt(data, place, path), schema, known) : undefined;
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
  if (entries.some(([, item]) => isObject(item))) return undefined;
  const textAt = (key: string, item: Json): string => {
    const at = path + pointerStep(key);
    return Array.isArray(item) ? (asText(item, {}, place, at) ?? '') : writtenAt(item, place, at);
  };
  return entries
    .map(([key, item]) => (item === null || item === undefined ? key : `${key}: ${textAt(key, item)}`))
    .join(', ');
}

function asList(
  data: Json,
  schema: JsonObject,
  known: JsonObject,
  { place, path }: { place: Place; path: string },
): Json | undefined {
  if (typeof data === 'number' || typeof data === 'boolean') return [writtenAt(data, place, path)];
  if (typeof data === 'string')
    return /\/\d+$/.test(path) && !data.includes('\n') ? cellsIn(data) : linesOf(data, takesPointsBelow(schema, known));
  if (!isObject(data)) return undefined;
  const items = isObject(schema.items) ? schema.items : {};
  const written = (key: string): string => writtenAt(data[key] ?? null, place, path + pointerStep(key));
  return recordsIn(data, items, known, written) ?? [data];
}

const itemMark = /^\s*(?:[-*+•·–—▪◦]|\d{1,2}[.)])\s*(?=\S)/;

/** The items of a list that was written as one text: its lines without their marks. */
function linesOf(text: string, areNested = false): readonly Json[] {
  const lines = text
    .trim()
    .split('\n')
    .filter((line) => line.trim() !== '');
  if (lines.length > 1)
    return areNested ? nestedLines(lines) : lines.map((line) => tasked(line.replace(itemMark, '').trim()));
  const chain = arrowed(text);
  if (chain.length > 1) return chain;
  // Lines without a space after the dash have become one line.
  const parts = text
    .trim()
    .split(/(?:^|\s)[-•](?=\p{L})/u)
    .map((part) => part.trim());
  return parts[0] === '' && parts.length > 1 ? parts.slice(1) : [text.trim().replace(itemMark, '')];
}

/** Whether the items of a list may have points below them. */
function takesPointsBelow({ items }: JsonObject, known: JsonObject): boolean {
  const rule = isObject(items) ? resolve(items, known) : {};
  const kinds = [rule.oneOf, rule.anyOf].find((forms) => Array.isArray(forms)) ?? [rule];
  return kinds.some((kind) => {
    const { properties } = isObject(kind) ? resolve(kind, known) : {};
    return isObject(properties) && Object.hasOwn(properties, fieldBelow);
  });
}

/** Where an item of a list has the points below it. */
const fieldBelow = 'sub';

/** The items of a list; those that stand deeper are below the one before them. */
function nestedLines(lines: readonly string[]): readonly Json[] {
  const indent = (line: string): number => line.length - line.trimStart().length;
  const least = Math.min(...lines.map(indent));
  const items: { readonly text: string; readonly below: string[] }[] = [];
  for (const line of lines) {
    const text = tasked(line.replace(itemMark, '').trim());
    const last = items.at(-1);
    if (last !== undefined && indent(line) > least + 1 && itemMark.test(line)) last.below.push(text);
    else items.push({ text, below: [] });
  }
  return items.map(({ text, below }) =>
    below.length === 0
      ? text
      : Object.fromEntries<Json>([
          ['text', text],
          [fieldBelow, below],
        ]),
  );
}

/** `[x] done` and `[ ] open` as on GitHub. */
const tasked = (text: string): string =>
  ['[x] ', '[X] '].some((mark) => text.startsWith(mark))
    ? `☑ ${text.slice(4)}`
    : text.startsWith('[ ] ')
      ? `☐ ${text.slice(4)}`
      : text;

/** The steps of a chain that was written as one text: `larva → pupa → adult`. */
const arrowed = (text: string): readonly string[] => {
  const parts = ['→', '->', '=>', '➔'].map((sign) => text.split(sign)).find((found) => found.length > 2) ?? [];
  return parts.map((part) => part.trim()).filter((part) => part !== '');
};

/** Lines of a text as one. */
const oneLine = (text: string): string =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join(' ');

/** The DOI in an address or behind a label: `https://doi.org/10.1000/182`, `doi:10.1000/182`. */
function doiIn(text: string): string | undefined {
  const start = text.search(/(?<![\d.])10\.\d/);
  const doi = start < 0 ? '' : text.slice(start);
  return /^10\.\d{4,9}\/\S+$/.test(doi) ? doi : undefined;
}
