import type { Json, JsonObject } from '../../base/index.ts';
import { isObject } from '../../base/index.ts';

const typeWords: Readonly<Record<string, string>> = {
  string: 'text',
  array: 'a list',
  object: 'a mapping (`key: value`)',
  number: 'a number',
  integer: 'a whole number',
  boolean: 'true or false',
  null: 'nothing',
};

/** Kinds of values in words: "text or a list". */
export const typeNames = (types: readonly string[]): string =>
  orList([...new Set(types)].map((type) => typeWords[type] ?? type));

/** The kind of a value as JSON Schema names it. */
export function typeOf(value: unknown): string {
  if (value === null || value === undefined) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}

/** "a", "a or b", "a, b or c". */
export function orList(words: readonly string[]): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} or ${last}`;
}

/** A value for a message, on one line and not too long. */
export function show(value: Json | undefined): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? 'nothing');
  const line = text.replace(/\s+/g, ' ').trim();
  return `\`${line.length > 60 ? `${line.slice(0, 57)}…` : line}\``;
}

/** Names the value at a JSON pointer: "`title`", "item 3 of `bullets`". Empty for the root. */
export function nameAt(pointer: string): string {
  const steps = pointer.split('/').slice(1).map(unescape);
  const last = steps.pop();
  if (last === undefined) return '';
  if (!/^\d+$/.test(last)) return `\`${last}\``;
  const list = steps.reverse().find((step) => !/^\d+$/.test(step));
  return list === undefined ? `item ${Number(last) + 1}` : `item ${Number(last) + 1} of \`${list}\``;
}

const unescape = (step: string): string => step.replaceAll('~1', '/').replaceAll('~0', '~');

/** The value itself when it is text, otherwise nothing. */
export const asText = (value: Json | undefined): string => (typeof value === 'string' ? value : '');

/** Follows `$ref: "#/$defs/name"`, at most ten times; what it cannot follow it gives back. */
export function resolve(schema: JsonObject, definitions: JsonObject, limit = 10): JsonObject {
  const name = typeof schema.$ref === 'string' ? schema.$ref.replace('#/$defs/', '') : undefined;
  const target = name === undefined ? undefined : definitions[name];
  return isObject(target) && limit > 0 ? resolve(target, definitions, limit - 1) : schema;
}
