import { memo, type Json, type JsonObject } from '../../base/index.ts';
import { isObject, pointerStep } from '../../base/index.ts';
import { formats } from './formats.ts';
import { resolve, typeOf } from './words.ts';

/** After this many errors in one value, no more are looked for. */
const maxErrors = 500;

/** One way in which a value does not fit its schema. */
export interface SchemaError {
  readonly keyword: string;
  /** JSON pointer from the checked value. */
  readonly path: string;
  /** The value of the keyword. */
  readonly expected: Json;
  /** The schema that holds the keyword. */
  readonly schema: JsonObject;
  readonly data: Json;
  /** The field that is unknown or missing, or the name that is not allowed. */
  readonly field?: string;
}

/**
 * Checks a value against a schema: the part of JSON Schema (draft 2020-12) that {@link metaSchema} describes.
 * It interprets the schema, because compiling the schemas of a lesson takes longer than building its slides.
 * @returns all errors, each once: of a value of the wrong type only that, and of a union only that none of its forms fit.
 */
export function findErrors(schema: JsonObject, value: Json, definitions: JsonObject): readonly SchemaError[] {
  const errors: SchemaError[] = [];
  new Validation(definitions, errors).check(schema, value, '');
  return errors;
}

const isType = (type: string, value: Json): boolean => {
  const found = typeOf(value);
  return type === found || (type === 'integer' && Number.isInteger(value));
};

const compiled = memo((pattern: string) => new RegExp(pattern, 'u'));
const matches = (pattern: string, text: string): boolean => compiled(pattern).test(text);

class Validation {
  readonly #definitions: JsonObject;
  readonly #errors: SchemaError[];

  constructor(definitions: JsonObject, errors: SchemaError[]) {
    this.#definitions = definitions;
    this.#errors = errors;
  }

  check(schema: JsonObject, data: Json, path: string): void {
    if (this.#errors.length >= maxErrors) return;
    const { $ref, type, anyOf, oneOf, allOf } = schema;
    if ($ref !== undefined) {
      const target = resolve(schema, this.#definitions);
      if (target.$ref === undefined) this.check(target, data, path);
    }
    if (type !== undefined && ![type].flat().some((name) => typeof name === 'string' && isType(name, data))) {
      this.#add('type', schema, data, path);
      return;
    }
    this.#constants(schema, data, path);
    if (typeof data === 'string') this.#text(schema, data, path);
    else if (typeof data === 'number') this.#number(schema, data, path);
    else if (Array.isArray(data)) this.#list(schema, data as readonly Json[], path);
    else if (isObject(data)) this.#object(schema, data, path);
    if (Array.isArray(allOf)) for (const form of allOf.filter(isObject)) this.check(form, data, path);
    if (Array.isArray(anyOf) && this.#fitting(anyOf, data) === 0) this.#add('anyOf', schema, data, path);
    if (Array.isArray(oneOf) && this.#fitting(oneOf, data) !== 1) this.#add('oneOf', schema, data, path);
  }

  #fitting(forms: readonly Json[], data: Json): number {
    return forms.filter((form) => isObject(form) && findErrors(form, data, this.#definitions).length === 0).length;
  }

  #add(keyword: string, schema: JsonObject, data: Json, path: string, field?: string): void {
    const expected = schema[keyword] ?? null;
    this.#errors.push({ keyword, path, expected, schema, data, ...(field !== undefined && { field }) });
  }

  #require(right: boolean, keyword: string, schema: JsonObject, data: Json, path: string): void {
    if (!right) this.#add(keyword, schema, data, path);
  }

  #constants(schema: JsonObject, data: Json, path: string): void {
    if (Array.isArray(schema.enum)) this.#require(schema.enum.includes(data), 'enum', schema, data, path);
    if (schema.const !== undefined) this.#require(schema.const === data, 'const', schema, data, path);
  }

  #text(schema: JsonObject, data: string, path: string): void {
    const { minLength, maxLength, pattern, format } = schema;
    const [least, most] = [Number(minLength ?? 0), Number(maxLength ?? Infinity)];
    this.#require(data.length >= least, 'minLength', schema, data, path);
    this.#require(data.length <= most || Array.from(data).length <= most, 'maxLength', schema, data, path);
    if (typeof pattern === 'string') this.#require(matches(pattern, data), 'pattern', schema, data, path);
    if (typeof format === 'string') this.#require(formats[format]?.fits(data) !== false, 'format', schema, data, path);
  }

  #number(schema: JsonObject, data: number, path: string): void {
    const { minimum, maximum, exclusiveMinimum, exclusiveMaximum } = schema;
    this.#require(data >= Number(minimum ?? -Infinity), 'minimum', schema, data, path);
    this.#require(data <= Number(maximum ?? Infinity), 'maximum', schema, data, path);
    this.#require(data > Number(exclusiveMinimum ?? -Infinity), 'exclusiveMinimum', schema, data, path);
    this.#require(data < Number(exclusiveMaximum ?? Infinity), 'exclusiveMaximum', schema, data, path);
  }

  #list(schema: JsonObject, data: readonly Json[], path: string): void {
    const { minItems, maxItems, uniqueItems, items } = schema;
    this.#require(data.length >= Number(minItems ?? 0), 'minItems', schema, data, path);
    this.#require(data.length <= Number(maxItems ?? Infinity), 'maxItems', schema, data, path);
    const distinct = (): boolean => new Set(data.map((item) => JSON.stringify(item))).size === data.length;
    if (uniqueItems === true) this.#require(distinct(), 'uniqueItems', schema, data, path);
    if (isObject(items)) data.forEach((item, i) => this.check(items, item, path + pointerStep(i)));
  }

  #object(schema: JsonObject, data: JsonObject, path: string): void {
    const { required, additionalProperties: others, propertyNames } = schema;
    const properties = isObject(schema.properties) ? schema.properties : {};
    for (const field of Array.isArray(required) ? required.map(String) : []) {
      if (!Object.hasOwn(data, field)) this.#add('required', schema, data, path, field);
    }
    for (const [key, value] of Object.entries(data)) {
      if (this.#errors.length >= maxErrors) return;
      const rule = Object.hasOwn(properties, key) ? properties[key] : others;
      const isName = !isObject(propertyNames) || findErrors(propertyNames, key, this.#definitions).length === 0;
      if (!isName) this.#add('propertyNames', schema, data, path, key);
      if (rule === false) this.#add('additionalProperties', schema, data, path, key);
      else if (isObject(rule)) this.check(rule, value ?? null, path + pointerStep(key));
    }
  }
}
