import type { ErrorObject, ValidateFunction } from 'ajv/dist/2020.js';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { JsonObject } from '../../base/index.ts';
import { formats } from './formats.ts';

/** A finding of the schema validator, with the schema and the value that it is about. */
export type SchemaError = ErrorObject & { readonly parentSchema?: unknown };

let instance: Ajv2020 | undefined;
const compiled = new WeakMap<object, ValidateFunction>();

function ajv(): Ajv2020 {
  if (instance === undefined) {
    instance = new Ajv2020({
      allErrors: true,
      verbose: true,
      strictTypes: false,
      strictRequired: false,
      strictTuples: false,
      addUsedSchema: false,
      logger: false,
    });
    for (const [name, { fits }] of Object.entries(formats)) instance.addFormat(name, fits);
    for (const keyword of ['x-title', 'x-data', 'x-paginate', 'x-dense', 'x-link']) instance.addKeyword(keyword);
  }
  return instance;
}

/**
 * Makes a validator of a schema, once for each schema object.
 * @throws when the schema itself is wrong; the message says what.
 */
export function compile(schema: JsonObject): ValidateFunction {
  let validate = compiled.get(schema);
  if (validate === undefined) {
    validate = ajv().compile(schema);
    // Ajv would keep every schema for ever; in a preview server that is a leak.
    ajv().removeSchema(schema);
    compiled.set(schema, validate);
  }
  return validate;
}

/** All findings for a value; an empty list when it fits. */
export function findErrors(schema: JsonObject, value: unknown): readonly SchemaError[] {
  const validate = compile(schema);
  return validate(value) ? [] : (validate.errors ?? []);
}
