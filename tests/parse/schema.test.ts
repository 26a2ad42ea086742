import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Json, JsonObject } from '../../src/base/index.ts';
import { formats } from '../../src/parse/index.ts';
import { definitions, looseOutlineSchema, referencesFileSchema } from '../../src/parse/schema/index.ts';
import { findErrors } from '../../src/parse/schema/validate.ts';

// Another validator, of which we use the verdict only.
const ajv = new Ajv2020({ strict: false });
for (const [name, { fits }] of Object.entries(formats)) ajv.addFormat(name, fits);

const schemas: readonly JsonObject[] = [
  { type: 'string', minLength: 1, maxLength: 2, format: 'inline' },
  { type: ['string', 'null'], pattern: '^a' },
  { type: 'integer', minimum: 0, maximum: 2 },
  { type: 'number', exclusiveMinimum: 0, exclusiveMaximum: 2 },
  { enum: ['a', 1, null] },
  { const: true },
  { type: 'array', minItems: 1, maxItems: 2, uniqueItems: true, items: { type: 'string' } },
  { type: 'object', required: ['a'], properties: { a: { type: 'string' } }, additionalProperties: false },
  { type: 'object', properties: { a: {} }, additionalProperties: { type: 'number' }, propertyNames: { maxLength: 1 } },
  { anyOf: [{ type: 'string' }, { type: 'array', items: { $ref: '#/$defs/inline' } }] },
  { oneOf: [{ type: 'number' }, { type: 'integer' }, { type: 'object', required: ['a'] }] },
  { allOf: [{ type: 'object' }, { required: ['b'] }], properties: { b: { $ref: '#/$defs/picture' } } },
  { $ref: '#/$defs/minutes' },
  { type: 'object', anyOf: [{ required: ['a'] }, { required: ['b'], properties: { b: { const: true } } }] },
].map((schema) => ({ ...schema, $defs: definitions }));

const key = fc.constantFrom('a', 'b', 'src', 'alt', 'decorative', 'toString', 'ab');
const value: fc.Arbitrary<Json> = fc.letrec<{ node: Json }>((tie) => ({
  node: fc.oneof(
    { depthSize: 'small' },
    fc.constantFrom<Json>('', 'a', 'ab', 'b\nc', '😀😀', 0, 1, 1.5, 2, -1, true, false, null),
    fc.array(tie('node'), { maxLength: 3 }),
    fc.array(fc.tuple(key, tie('node')), { maxLength: 4 }).map((entries) => Object.fromEntries(entries) as Json),
  ),
})).node;

describe('the schema validator', () => {
  it.each(schemas.map((schema, i) => [i, schema] as const))('agrees with another one on schema %i', (_, schema) => {
    const check = ajv.compile(schema);
    fc.assert(
      fc.property(value, (data) => {
        expect(findErrors(schema, data, definitions).length === 0).toBe(check(data));
      }),
      { numRuns: 300 },
    );
  });

  it('has core schemas that are valid for the other one', () => {
    for (const schema of [looseOutlineSchema, referencesFileSchema]) expect(ajv.validateSchema(schema)).toBe(true);
  });
});
