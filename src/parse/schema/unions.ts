import type { JsonObject } from '../../base/index.ts';
import { isObject } from '../../base/index.ts';
import type { SchemaError } from './validate.ts';
import { findErrors } from './validate.ts';
import { resolve, typeOf } from './words.ts';

/** What is wrong with a value that may have one of several forms. */
export type UnionFlaw =
  /** Its kind fits none of the forms. */
  | { readonly kind: 'type'; readonly types: readonly string[] }
  /** It lacks one of these fields. */
  | { readonly kind: 'required'; readonly fields: readonly string[] }
  /** It is meant as one of the forms, and has these flaws. */
  | { readonly kind: 'form'; readonly errors: readonly SchemaError[] };

export const isUnion = (error: SchemaError): boolean => error.keyword === 'anyOf' || error.keyword === 'oneOf';

/** The forms that a union allows. */
export const formsOf = (error: SchemaError): readonly JsonObject[] =>
  (Array.isArray(error.expected) ? error.expected : []).filter(isObject);

/** Finds which form of a union the author meant, and what is wrong with the value as such. */
export function explainUnion(error: SchemaError, definitions: JsonObject): UnionFlaw {
  const forms = formsOf(error);
  if (forms.every((form) => form.type === undefined && Array.isArray(form.required))) {
    return { kind: 'required', fields: [...new Set(forms.flatMap((form) => form.required as string[]))] };
  }
  const found = typeOf(error.data);
  const fits = (type: string): boolean => type === found || (type === 'integer' && found === 'number');
  const fitting = forms.filter((form) => typesOf(form, definitions).some(fits));
  if (fitting.length === 0) return { kind: 'type', types: forms.flatMap((form) => typesOf(form, definitions)) };
  const tries = fitting.map((form) => findErrors(form, error.data, definitions));
  return { kind: 'form', errors: tries.sort((a, b) => a.length - b.length)[0] ?? [] };
}

function typesOf(form: JsonObject, definitions: JsonObject): readonly string[] {
  const { type, enum: values, const: value } = resolve(form, definitions);
  if (typeof type === 'string') return [type];
  if (Array.isArray(type)) return type as string[];
  if (Array.isArray(values)) return values.map(typeOf);
  return value === undefined ? ['object'] : [typeOf(value)];
}
