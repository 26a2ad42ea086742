import type { JsonObject } from '../../base/index.ts';
import { isObject } from '../../base/index.ts';
import type { SchemaError } from './compile.ts';
import { findErrors } from './compile.ts';
import { typeOf } from './words.ts';

/** What is wrong with a value that may have one of several forms. */
export type UnionFlaw =
  /** Its kind fits none of the forms. */
  | { readonly kind: 'type'; readonly types: readonly string[] }
  /** It lacks one of these fields. */
  | { readonly kind: 'required'; readonly fields: readonly string[] }
  /** It is meant as one of the forms, and has these flaws. */
  | { readonly kind: 'form'; readonly errors: readonly SchemaError[] };

const isUnion = (error: SchemaError): boolean => error.keyword === 'anyOf' || error.keyword === 'oneOf';

/**
 * Divides findings into those about unions (`anyOf`, `oneOf`) and the others, leaving out what the validator says about
 * each form of a union by itself: those only confuse.
 */
export function splitUnions(
  errors: readonly SchemaError[],
  definitions: JsonObject,
): { readonly unions: readonly SchemaError[]; readonly others: readonly SchemaError[] } {
  const all = errors.filter(isUnion).sort((a, b) => a.instancePath.length - b.instancePath.length);
  const inside = all.map((union) => ({
    path: union.instancePath,
    schemas: schemasIn(union.schema, definitions, new Set()),
  }));
  const isInside = (error: SchemaError): boolean =>
    inside.some(({ path, schemas }) => error.instancePath.startsWith(path) && schemas.has(error.parentSchema));
  return {
    unions: all.filter((error) => !isInside(error)),
    others: errors.filter((error) => !isUnion(error) && !isInside(error)),
  };
}

function schemasIn(schema: unknown, definitions: JsonObject, found: Set<unknown>): Set<unknown> {
  if (typeof schema !== 'object' || schema === null || found.has(schema)) return found;
  found.add(schema);
  for (const value of Object.values(schema)) schemasIn(value, definitions, found);
  if (isObject(schema)) schemasIn(resolve(schema, definitions), definitions, found);
  return found;
}

/** Follows `$ref: "#/$defs/name"`, at most ten times. */
export function resolve(schema: JsonObject, definitions: JsonObject, limit = 10): JsonObject {
  const name = typeof schema.$ref === 'string' ? schema.$ref.replace('#/$defs/', '') : undefined;
  const target = name === undefined ? undefined : definitions[name];
  return isObject(target) && limit > 0 ? resolve(target, definitions, limit - 1) : schema;
}

/** Finds which form of a union the author meant, and what is wrong with the value as such. */
export function explainUnion(error: SchemaError, definitions: JsonObject): UnionFlaw {
  const forms = (Array.isArray(error.schema) ? error.schema : []).filter(isObject);
  if (forms.every((form) => form.type === undefined && Array.isArray(form.required))) {
    return { kind: 'required', fields: [...new Set(forms.flatMap((form) => form.required as string[]))] };
  }
  const found = typeOf(error.data);
  const fitting = forms.filter((form) =>
    typesOf(form, definitions).some((type) => type === found || (type === 'integer' && found === 'number')),
  );
  if (fitting.length === 0) return { kind: 'type', types: forms.flatMap((form) => typesOf(form, definitions)) };
  const tries = fitting.map((form) => findErrors(withDefinitions(form, definitions), error.data));
  const best = tries.sort((a, b) => a.length - b.length)[0] ?? [];
  return { kind: 'form', errors: best };
}

const completed = new WeakMap<JsonObject, JsonObject>();

function withDefinitions(form: JsonObject, definitions: JsonObject): JsonObject {
  const whole = completed.get(form) ?? { ...form, $defs: definitions };
  completed.set(form, whole);
  return whole;
}

function typesOf(form: JsonObject, definitions: JsonObject): readonly string[] {
  const { type, enum: values, const: value } = resolve(form, definitions);
  if (typeof type === 'string') return [type];
  if (Array.isArray(type)) return type as string[];
  if (Array.isArray(values)) return values.map(typeOf);
  return value === undefined ? ['object'] : [typeOf(value)];
}
