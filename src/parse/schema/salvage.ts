import type { Json, JsonObject } from '../../base/index.ts';
import { isObject } from '../../base/index.ts';
import { definitions } from './defs.ts';
import { explainUnion, isUnion } from './unions.ts';
import type { SchemaError } from './validate.ts';
import { findErrors } from './validate.ts';
import { removedAt, valueAt } from './values.ts';

/** Most parts that are taken out of one value. */
const most = 300;

/** A value of which only what fits is left, and the parts that were taken out. */
export interface Salvaged {
  readonly value: Json;
  readonly rest: readonly Json[];
}

/**
 * Leaves out of a copy of a value what does not fit its schema: fields that nobody knows, and faulty values that it can do
 * without. Missing words for a picture are no reason to leave it out.
 * @param without fields at the top that may be missing.
 * @returns `undefined` when it fits even so in no way.
 */
export function salvage(schema: JsonObject, value: Json, without: readonly string[]): Salvaged | undefined {
  const known = isObject(schema.$defs) ? { ...definitions, ...schema.$defs } : definitions;
  const copy = JSON.parse(JSON.stringify(value)) as Json;
  const rest: Json[] = [];
  for (let taken = 0; taken <= most; taken++) {
    const errors = findErrors(schema, copy, known)
      .flatMap((error) => inMeantForm(error, known))
      .filter((error) => !isBearable(error, without));
    if (errors.length === 0) return { value: copy, rest };
    const pointer = errors.map(faultyPart).find((path) => path !== '');
    if (pointer === undefined || errors.some((error) => faultyPart(error) === '')) return undefined;
    const part = valueAt(copy, pointer);
    if (!removedAt(copy, pointer)) return undefined;
    if (part !== undefined) rest.push(part);
  }
  return undefined;
}

/** The errors of the form of a union that a value is meant as, instead of the one that it fits none. */
function inMeantForm(error: SchemaError, known: JsonObject): readonly SchemaError[] {
  if (!isUnion(error) || error.schema.title === 'picture') return [error];
  const flaw = explainUnion(error, known);
  if (flaw.kind !== 'form' || flaw.errors.length === 0) return [error];
  return flaw.errors
    .map((found) => ({ ...found, path: error.path + found.path }))
    .flatMap((found) => inMeantForm(found, known));
}

/** A fault that is no reason to take anything out: missing words for a picture, a missing yes, which is a no. */
function isBearable({ keyword, schema, path, field = '' }: SchemaError, without: readonly string[]): boolean {
  if (keyword !== 'required') return keyword === 'anyOf' && schema.title === 'picture';
  const rule = isObject(schema.properties) ? schema.properties[field] : undefined;
  const isSwitch = isObject(rule) && rule.type === 'boolean';
  return field === 'alt' || isSwitch || (path === '' && without.includes(field));
}

const step = (name: string): string => `/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;

/** What must go for an error to go: the field that is unknown, or the value that is at fault. */
const faultyPart = ({ keyword, path, field = '' }: SchemaError): string =>
  keyword === 'additionalProperties' || keyword === 'propertyNames' ? path + step(field) : path;
