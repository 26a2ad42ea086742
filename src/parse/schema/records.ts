import type { Json, JsonObject } from '../../base/index.ts';
import { isObject } from '../../base/index.ts';
import { readAnswer } from './marks.ts';
import { resolve } from './words.ts';

/** What a record cannot do without, but for switches: its texts, and whether all the rest is a list. */
interface Needs {
  readonly texts: readonly string[];
  readonly lists: readonly string[];
}

function needsOf(schema: JsonObject, known: JsonObject): Needs | undefined {
  const needed = Array.isArray(schema.required) ? schema.required.map(String) : [];
  const properties = isObject(schema.properties) ? schema.properties : {};
  const typesOf = (name: string): readonly unknown[] => {
    const rule = properties[name];
    // A schema that says no more than which fields there must be speaks of texts.
    return isObject(rule) ? [resolve(rule, known).type].flat() : ['string'];
  };
  const own = needed.filter((name) => !typesOf(name).includes('boolean'));
  const texts = own.filter((name) => typesOf(name).includes('string'));
  const lists = own.filter((name) => typesOf(name).includes('array'));
  return texts.length + lists.length === own.length ? { texts, lists } : undefined;
}

/** The texts of a record that needs nothing else. */
function neededTexts(schema: JsonObject, known: JsonObject): readonly string[] {
  const needs = needsOf(schema, known);
  return needs?.lists.length === 0 ? needs.texts : [];
}

/** The first field that holds a list, as the sub-items of an item. */
function listField(schema: JsonObject, known: JsonObject): string | undefined {
  const properties = isObject(schema.properties) ? Object.entries(schema.properties) : [];
  return properties.find(([, rule]) => isObject(rule) && resolve(rule, known).type === 'array')?.[0];
}

/** What stands before and after the first colon or dash; nothing when either is empty. */
function inTwo(text: string): readonly [before?: string, after?: string] {
  const clock = /^\d{1,2}[:.h]\d\d(?= \S)/.exec(text)?.[0];
  if (clock !== undefined) return [clock, text.slice(clock.length).trim()];
  const mark = /-{1,3}>|=>|→| \| /.exec(text) ?? /[:：](?!\d)|：|[–—]|\s-\s/.exec(text) ?? / = /.exec(text);
  const before = text.slice(0, mark?.index ?? 0).trimEnd();
  const after = text.slice((mark?.index ?? 0) + (mark?.[0].length ?? 0)).trim();
  return mark && before !== '' && after !== '' ? [before, after] : [];
}

/** A year, or a span of years, that stands first: `1839 Edict of Gülhane`, `1914–18 War`. */
function afterTime(text: string): readonly [before: string, after: string] | undefined {
  const [, when, what] =
    /^((?:ca?\. ?|~ ?)?\d{3,4}(?: ?[–-] ?\d{2,4})?(?: ?(?:BCE?|CE|AD))?)[,.]? (?=\p{L}|["“«„])(.+)$/su.exec(text) ?? [];
  if (when !== undefined && what !== undefined) return [when, what.trim()];
  const at = text.trim().indexOf(' ');
  const first = text.trim().slice(0, at);
  // `1945年8月 終戦`
  return at > 0 && isDated(first) ? [first, text.trim().slice(at).trim()] : undefined;
}

/** A time before a sign that stands free: `1100 a. C. - Gadir`, `753 v. Chr. – Rome`. */
function parted(text: string): readonly [before: string, after: string] | undefined {
  const sign = [' - ', ' – ', ' — ', ': ', ' → '].find((one) => text.includes(one)) ?? '';
  const at = sign === '' ? -1 : text.indexOf(sign);
  const before = text.slice(0, Math.max(0, at)).trim();
  return at > 0 && before.length < 30 && hasDigit(before) ? [before, text.slice(at + sign.length).trim()] : undefined;
}

/** Whether a word is a date in a language that writes its parts together. */
const isDated = (word: string): boolean =>
  word.charAt(0) >= '0' && word.charAt(0) <= '9' && '年月日년월일'.includes(word.slice(-1));

/** A number that stands first, with what it counts: `28 operas`, `1.200 letters`. */
function afterNumber(text: string): readonly [before: string, after: string] | undefined {
  const at = text.indexOf(' ');
  const first = text.slice(0, at);
  const isNumber = at > 0 && Array.from(first).every((sign) => '0123456789.,%×x+-−–~≈€$£<>'.includes(sign));
  return isNumber ? [first, text.slice(at).trim()] : undefined;
}

/** A point with a list below it, written as one text of several lines. */
function withSubItems(text: string, schema: JsonObject, known: JsonObject): Json | undefined {
  const list = listField(schema, known);
  const [main] = neededTexts(schema, known);
  const [first = '', ...rest] = text.split('\n').map((line) => line.trim());
  const mark = /^[-*•–] /;
  if (list === undefined || main === undefined || first === '' || rest.length === 0) return undefined;
  return rest.every((line) => mark.test(line))
    ? { [main]: first.replace(/:$/, ''), [list]: rest.map((line) => line.replace(mark, '').trim()) }
    : undefined;
}

/** A picture as Markdown has it: `![What it shows](file.png)`. */
function pictureIn(text: string): Json | undefined {
  const at = text.indexOf('](');
  if (!text.startsWith('![') || at < 0 || !text.endsWith(')')) return undefined;
  const alt = text.slice(2, at).trim();
  const [src = ''] = text
    .slice(at + 2, -1)
    .trim()
    .split(' "');
  return { src, ...(alt !== '' && { alt }) };
}

/** A record of which only the text was written: the one that it cannot do without, or the two, with a colon between them. */
export function asRecord(text: string, schema: JsonObject, known: JsonObject): Json | undefined {
  const plain = text.trim();
  if (plain === '') return undefined;
  if (schema.title === 'answer') {
    const { text: words, isRight } = readAnswer(plain);
    return { text: words, ...(isRight && { correct: true }) };
  }
  const picture = schema.title === 'picture' ? pictureIn(plain) : undefined;
  if (picture !== undefined) return picture;
  const nested = plain.includes('\n') ? withSubItems(plain, schema, known) : undefined;
  if (nested !== undefined) return nested;
  const needed = neededTexts(schema, known);
  const [one, two] = needed;
  if (one === undefined || needed.length > 2) return undefined;
  if (two === undefined) return { [one]: plain };
  if (one === 'id') return { id: plain, [two]: plain };
  const first = one === 'when' ? (parted(plain) ?? afterTime(plain)) : undefined;
  const [before, after] = first ?? (one === 'value' ? afterNumber(plain) : undefined) ?? inTwo(plain);
  return before === undefined || after === undefined ? undefined : { [one]: before, [two]: after };
}

const hasDigit = (text: string): boolean => Array.from(text).some((sign) => sign >= '0' && sign <= '9');

const isScalar = (value: Json | undefined): boolean =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';

/**
 * A record that is written as one key with its value, `Chronic: [ulcer, sore]` or `1958: The judgment`: the key is its
 * text, what stands below it its list or its second text.
 * @param written the value as its author wrote it.
 */
export function unfolded(
  data: JsonObject,
  schema: JsonObject,
  known: JsonObject,
  written: (key: string) => string,
): Json | undefined {
  const [key, ...others] = Object.keys(data);
  const value = key === undefined ? undefined : data[key];
  const { texts, lists } = needsOf(schema, known) ?? { texts: [], lists: [] };
  const [one, two, three] = texts;
  if (key === undefined || others.length > 0 || one === undefined || three !== undefined) return undefined;
  if (isObject(schema.properties) && Object.hasOwn(schema.properties, key)) return undefined;
  // A name with its number, the number being what is shown first.
  if (one === 'value' && two !== undefined && isScalar(value) && !hasDigit(key) && hasDigit(written(key)))
    return { [one]: written(key), [two]: key };
  if (isScalar(value) && lists.length === 0)
    return { [one]: two === undefined ? `${key}: ${written(key)}` : key, ...(two && { [two]: written(key) }) };
  const list = lists[0] ?? listField(schema, known);
  return two === undefined && list !== undefined && Array.isArray(value) ? { [one]: key, [list]: value } : undefined;
}

/** A mapping where a list of records belongs: each key is the first text of a record, its value the second, or its list. */
export function recordsIn(
  data: JsonObject,
  items: JsonObject,
  known: JsonObject,
  written: (key: string) => string,
): readonly Json[] | undefined {
  const rule = resolve(items, known);
  if (Object.keys(data).some((key) => isObject(rule.properties) && Object.hasOwn(rule.properties, key)))
    return undefined;
  const records = Object.entries(data).map(([key, value]) =>
    value === undefined ? undefined : unfolded({ [key]: value }, rule, known, () => written(key)),
  );
  return records.some((record) => record === undefined) ? undefined : (records as readonly Json[]);
}

/** A record that is written as a list of its values, in the order in which they are needed: `[20, 30, Key]`. */
export function fromList(data: readonly Json[], schema: JsonObject): Json | undefined {
  const needed = Array.isArray(schema.required) ? schema.required.map(String) : [];
  return needed.length > 1 && needed.length === data.length && !data.some((item) => typeof item === 'object')
    ? Object.fromEntries(needed.map((name, i) => [name, data[i] ?? null]))
    : undefined;
}

/** The cells of a row that was written as one text: `Verdi, 1813, "Rigoletto, Aida"`. */
export function cellsIn(text: string): readonly string[] {
  const mark = ['\t', '|', ';'].find((sign) => text.includes(sign)) ?? ',';
  const cells = [''];
  let isQuoted = false;
  for (const sign of text) {
    if (sign === '"') isQuoted = !isQuoted;
    else if (sign === mark && !isQuoted) cells.push('');
    else cells.push(`${cells.pop() ?? ''}${sign}`);
  }
  return cells.map((cell) => cell.trim());
}
