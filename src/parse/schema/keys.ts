import { memo, type Diagnostic, type Json, type JsonObject } from '../../base/index.ts';
import { isObject, pointerStep, suggest } from '../../base/index.ts';
import { diagnostic } from '../codes.ts';
import { markAnswers, tellsAnswer } from './answers.ts';
import { shownBelow } from './below.ts';
import { idPattern } from './defs.ts';
import { gathered } from './gather.ts';
import { unfolded } from './records.ts';
import { alsoKnownAs, isNameOf } from './synonyms.ts';
import type { Place } from './translate.ts';
import type { SchemaError } from './validate.ts';
import { resolve } from './words.ts';
import { findErrors } from './validate.ts';
import type { Holder } from './values.ts';
import { replaceAt, valueAt } from './values.ts';

interface Written {
  readonly field: string;
  readonly holder: JsonObject;
  readonly schema: JsonObject;
  readonly known: JsonObject;
}

function fits(name: string, { field, holder, schema, known }: Written): boolean {
  const rule = isObject(schema.properties) ? schema.properties[name] : undefined;
  return isObject(rule) && mayBe(rule, holder[field], known);
}

/** The field that a key means: by another word, or by a slip of the pen. */
function targetOf(written: Written): string | undefined {
  const { field, holder, schema } = written;
  const names = isObject(schema.properties) ? Object.keys(schema.properties) : [];
  const free = names.filter((name) => holder[name] === undefined || holder[name] === null);
  const named = alsoKnownAs(field, free);
  const isAny = named === undefined && anyText.has(field.toLowerCase());
  const isWhole = named === undefined && isNameOf(schema, field);
  const only = isAny || isWhole ? onlyMissing(written) : undefined;
  // One text is no list of several things.
  const isList = isAny && only !== undefined && typeof holder[field] === 'string' && !holder[field].includes('\n');
  const target = named ?? (isList && takesList(schema, only, written.known) ? undefined : only) ?? suggest(field, free);
  return target !== undefined && fits(target, written) ? target : undefined;
}

function takesList({ properties }: JsonObject, name: string, known: JsonObject): boolean {
  const rule = isObject(properties) ? properties[name] : undefined;
  return isObject(rule) && resolve(rule, known).type === 'array';
}

/** Words for a text as such, which a field that is missing may be meant by. */
const anyText = new Set(['text', 'texts', 'content', 'contents', 'body', 'items', 'list', 'data']);

/**
 * The field that a key means by a word for it, when its value is of the same kind: a title, or a list where a list is
 * asked for. Nothing else is looked for then.
 */
function plainTarget(written: Written): string | undefined {
  const { field, holder, schema, known } = written;
  const properties = isObject(schema.properties) ? schema.properties : {};
  const free = Object.keys(properties).filter((name) => holder[name] === undefined || holder[name] === null);
  const target = alsoKnownAs(field, free);
  const rule = target === undefined ? undefined : properties[target];
  if (target === undefined || !isObject(rule) || !fits(target, written)) return undefined;
  const isList = Array.isArray(holder[field]) && resolve(rule, known).type === 'array';
  return target === 'title' || isList ? target : undefined;
}

/** The one field that is missing, when the value of a key that nobody knows fits it. */
function onlyMissing(written: Written): string | undefined {
  const { holder, schema, known } = written;
  const needed = Array.isArray(schema.required) ? schema.required.map(String) : [];
  const { properties } = schema;
  const isTold = (name: string): boolean => {
    const rule = isObject(properties) ? properties[name] : undefined;
    // A picture has no lines, and no word that nobody knows names a language.
    return name !== 'alt' && isObject(rule) && rule.format !== 'language' && resolve(rule, known).title !== 'picture';
  };
  const [only, second] = needed.filter((name) => isTold(name) && holder[name] === undefined && fits(name, written));
  return second === undefined && only !== undefined && !isTaken(only, written) ? only : undefined;
}

/** Whether another key, by its name, is for the field that is missing. */
const isTaken = (name: string, written: Written): boolean =>
  Object.keys(written.holder).some(
    (key) => key !== written.field && alsoKnownAs(key, [name]) !== undefined && fits(name, { ...written, field: key }),
  );

/** More keys than anybody writes into one record. */
const mostKeys = 300;

/** Whether a record has so many keys that looking at all of them for each of them would take the square of its length. */
const isCrowded = memo((holder: JsonObject) => Object.keys(holder).length > mostKeys);

/** Gives a key that is written another way the name that is known here; joins a text that a comma has cut. */
export function renamed(
  error: SchemaError,
  root: Json,
  known: JsonObject,
  place: Place,
): readonly Diagnostic[] | undefined {
  const field = error.field ?? '';
  const holder = valueAt(root, error.path);
  if (!isObject(holder) || !Object.hasOwn(holder, field)) return undefined;
  const { places, pointer } = place;
  const base = pointer + error.path;
  if (holder[field] === null && places.isBare(base + pointerStep(field))) return joined(holder, field, place, base);
  // `svar` is the right answer beside others, and without them all of them.
  const areAnswers = holder.answers === undefined && Array.isArray(holder[field]);
  if (error.schema.title === 'question' && tellsAnswer(field) && !areAnswers)
    return markAnswers(holder, field, place, error.path);
  const written = { field, holder, schema: error.schema, known };
  if (isCrowded(holder)) {
    const meant = targetOf(written);
    return meant === undefined ? undefined : [given(holder, field, meant, place, base)];
  }
  const task = { holder, schema: error.schema, known, place, base };
  const plain = plainTarget(written);
  if (plain !== undefined) return [given(holder, field, plain, place, base)];
  const together = gathered(task);
  if (together) return together;
  const alone = aloneIn(holder, error.schema)
    ? unfolded(holder, error.schema, known, (key) => writtenIn(holder, key, place, base))
    : undefined;
  if (alone !== undefined && replaceAt(root, error.path, alone)) return [];
  const target = targetOf(written);
  if (target !== undefined) return [guessed(holder, field, target, place, base)];
  const record = unfolded(holder, error.schema, known, (key) => writtenIn(holder, key, place, base));
  if (record !== undefined && replaceAt(root, error.path, record)) return [];
  const only = onlyMissing(written);
  if (only !== undefined) return [guessed(holder, field, only, place, base)];
  return added(holder, field, error.schema, place, base) ?? shownBelow(task, field);
}

/** `{ Text: A. Writer }` is a record of two texts, not one of which the first is missing. */
const aloneIn = (holder: JsonObject, { required }: JsonObject): boolean =>
  Object.keys(holder).length === 1 && Array.isArray(required) && required.length === 2;

/** A year goes to who said it; the answer to a case is for the lecturer until it is asked for. */
function added(
  holder: Holder,
  field: string,
  { properties }: JsonObject,
  { places }: Place,
  base: string,
): readonly Diagnostic[] | undefined {
  const value = holder[field];
  if ((typeof value !== 'string' && typeof value !== 'number') || !isObject(properties)) return undefined;
  const isYear = alsoKnownAs(field, ['year', 'when']) !== undefined && Object.hasOwn(properties, 'by');
  const isAnswer = tellsAnswer(field) && Object.hasOwn(properties, 'notes');
  const target = isYear ? 'by' : isAnswer ? 'notes' : undefined;
  if (target === undefined) return undefined;
  const before = holder[target];
  const at = places.key(base + pointerStep(field));
  const text = typeof before === 'string' ? `${before}${isYear ? ', ' : '\n\n'}${value}` : String(value);
  Reflect.deleteProperty(holder, field);
  holder[target] = text;
  const message = isYear
    ? `\`${field}\` is shown with \`by\`.`
    : `\`${field}\` stands in the notes, where only you see it.`;
  const help = [`Write it under \`${target}:\`.`];
  return [diagnostic('outline/read-as', message, { at, severity: isYear ? 'info' : 'warning', help })];
}

const writtenIn = (holder: JsonObject, key: string, { places }: Place, base: string): string =>
  typeof holder[key] === 'string'
    ? holder[key]
    : (places.written(base + pointerStep(key)) ?? JSON.stringify(holder[key]));

/** A field that is missing though its value stands under a key which has another meaning here, as `steps:` with a list. */
export function moved(
  error: SchemaError,
  root: Json,
  known: JsonObject,
  place: Place,
): readonly Diagnostic[] | undefined {
  const target = error.field ?? '';
  const holder = valueAt(root, error.path);
  const properties = isObject(error.schema.properties) ? error.schema.properties : {};
  const rule = properties[target];
  if (!isObject(holder) || !isObject(rule) || Object.hasOwn(holder, target)) return undefined;
  const field = Object.keys(holder).find((key) => {
    const own = properties[key];
    const isMeant = isObject(own) && alsoKnownAs(key, [target]) !== undefined && mayBe(rule, holder[key], known);
    return (
      isMeant &&
      (areSentences(holder[key]) ||
        (isObject(holder[key]) && isObject(own) && own.type === 'boolean') ||
        (error.path !== '' && isSpare(key, target, error.schema)) ||
        findErrors(own, holder[key] ?? null, known).some(({ path, keyword }) => path === '' && keyword === 'type'))
    );
  });
  // Minutes of a slide may be what its layout asks for as well.
  const { minutes } = holder;
  if (field === undefined && typeof minutes === 'number' && alsoKnownAs('minutes', [target]) !== undefined) {
    Reflect.set(holder, target, minutes);
    return [];
  }
  // What is asked, or the word that is explained, may be written as the title.
  const isWritten = Object.keys(holder).some(
    (key) => !Object.hasOwn(properties, key) && alsoKnownAs(key, [target]) !== undefined,
  );
  const isTitled = typeof holder.title === 'string' && !requires(error.schema, 'title') && !isWritten;
  if (field === undefined && isTitled && rule.format !== 'block' && alsoKnownAs('title', [target]) !== undefined)
    return [given(holder, 'title', target, place, place.pointer + error.path)];
  return field === undefined ? undefined : [given(holder, field, target, place, place.pointer + error.path)];
}

const requires = ({ required }: JsonObject, name: string): boolean =>
  Array.isArray(required) && required.includes(name);

/** Whether a record of a list can do without a field that holds what it cannot do without: `text:` for `label:`. */
const isSpare = (key: string, target: string, { required, properties }: JsonObject): boolean =>
  Array.isArray(required) &&
  !required.includes(key) &&
  isObject(properties) &&
  [key, target].every((name) => isObject(properties[name]) && properties[name].format === 'inline');

/** Texts that are no ids. */
const areSentences = (value: Json | undefined): boolean =>
  Array.isArray(value) && value.length > 0 && value.every((one) => typeof one === 'string' && !isId.test(one.trim()));

const isId = new RegExp(idPattern);

/** Gives a key of a mapping another name, in place. @returns the finding that says so. */
export const renameKey = (holder: JsonObject, field: string, target: string, place: Place): Diagnostic =>
  given(holder, field, target, place, place.pointer);

function given(holder: JsonObject, field: string, target: string, { places }: Place, base: string): Diagnostic {
  const at = places.key(base + pointerStep(field));
  replaceKey(holder, field, target);
  places.alias(base + pointerStep(field), base + pointerStep(target));
  const fix = { at, replacement: target };
  return diagnostic('outline/read-as', `\`${field}\` is read as \`${target}\`.`, {
    at,
    help: [`Write \`${target}:\`.`],
    fix,
  });
}

/** The same; where no word for the field is written, the finding says that it is only a guess. */
function guessed(holder: JsonObject, field: string, target: string, place: Place, base: string): Diagnostic {
  const isWord = alsoKnownAs(field, [target]) !== undefined || suggest(field, [target]) !== undefined;
  const found = given(holder, field, target, place, base);
  return isWord
    ? found
    : { ...found, severity: 'warning', message: `\`${field}\` is read as \`${target}\`${becauseMissing}` };
}

const becauseMissing = ', the only field that is missing.';

/** Whether a key has been given its field only because nothing else was left, and not by its name. */
export const isGuess = ({ message }: Diagnostic): boolean => message.endsWith(becauseMissing);

/** Whether a value is, or can be read as, what a rule asks for. */
function mayBe(rule: JsonObject, value: Json | undefined, known: JsonObject): boolean {
  if (value === undefined) return false;
  const errors = findErrors(rule, value, known);
  return errors.every(
    (error) => error.path !== '' || !isObject(value) || error.keyword !== 'type' || error.expected === 'array',
  );
}

/** `{ body: First, second }` and `{ value: 1,42 }`: the comma ended the text. */
function joined(holder: Holder, field: string, { places }: Place, base: string): readonly Diagnostic[] | undefined {
  const startOf = (key: string): number => places.key(base + pointerStep(key)).start;
  const keys = Object.keys(holder).toSorted((a, b) => startOf(a) - startOf(b));
  const before = keys[keys.indexOf(field) - 1];
  const text = before === undefined ? undefined : holder[before];
  if (before === undefined || (typeof text !== 'string' && typeof text !== 'number')) return undefined;
  const pointer = base + pointerStep(before);
  const isNumber = startOf(field) - places.value(pointer).end === 1;
  const whole = `${places.written(pointer) ?? text},${isNumber ? '' : ' '}${field}`;
  holder[before] = whole;
  Reflect.deleteProperty(holder, field);
  const at = places.key(base + pointerStep(field));
  const message = `A comma ends a value inside { }; \`${before}\` is read as “${whole}”.`;
  return [
    diagnostic('outline/read-as', message, { at, severity: 'warning', help: ['Put quotes around the whole text.'] }),
  ];
}

/** The same members in the same order, one of them under another name. */
function replaceKey(holder: Holder, from: string, to: string): void {
  const entries = Object.entries(holder);
  for (const [key] of entries) Reflect.deleteProperty(holder, key);
  for (const [key, value] of entries) if (key !== to) Reflect.set(holder, key === from ? to : key, value);
}
