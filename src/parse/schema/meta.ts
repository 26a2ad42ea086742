import type { JsonObject } from '../../base/index.ts';
import { formats } from './formats.ts';

const count: JsonObject = { type: 'integer', minimum: 0 };
const number: JsonObject = { type: 'number' };
const text: JsonObject = { type: 'string' };
const schema: JsonObject = { $ref: '#/$defs/schema' };
const schemas: JsonObject = { type: 'array', minItems: 1, items: schema };
const fields: JsonObject = { title: 'list of fields', type: 'object', additionalProperties: schema };
const names: JsonObject = { type: 'array', items: text };
const typeName: JsonObject = { enum: ['string', 'number', 'integer', 'boolean', 'array', 'object', 'null'] };

/** The keywords that {@link findErrors} understands, and those that only explain. */
const keywords: JsonObject = {
  title: text,
  description: text,
  $ref: { type: 'string', pattern: '^#/\\$defs/', description: 'a reference such as #/$defs/picture' },
  type: { anyOf: [typeName, { type: 'array', items: typeName }] },
  enum: { type: 'array', minItems: 1 },
  const: {},
  minLength: count,
  maxLength: count,
  pattern: text,
  format: { enum: Object.keys(formats) },
  minimum: number,
  maximum: number,
  exclusiveMinimum: number,
  exclusiveMaximum: number,
  minItems: count,
  maxItems: count,
  uniqueItems: { type: 'boolean' },
  items: schema,
  required: names,
  properties: fields,
  additionalProperties: { anyOf: [{ type: 'boolean' }, schema] },
  propertyNames: schema,
  anyOf: schemas,
  oneOf: schemas,
  allOf: schemas,
};

/** From how many characters on a slide is dense, or up to how many it is roomy, at 16:9. */
const density: JsonObject = {
  title: 'density',
  type: 'object',
  required: ['characters'],
  properties: { characters: { type: 'integer', minimum: 1 } },
  additionalProperties: false,
};

/** The schema of `fields.yaml` of a layout: a schema of a mapping, with a few keys of Lectern's own. */
export const metaSchema: JsonObject = {
  title: 'layout',
  type: 'object',
  required: ['title', 'description', 'type'],
  properties: {
    ...keywords,
    title: { ...text, minLength: 1 },
    description: { ...text, minLength: 1 },
    type: { const: 'object' },
    $defs: fields,
    'x-title': { enum: ['required', 'optional'] },
    'x-data': { enum: ['references', 'glossary', 'objectives', 'sections', 'quiz'] },
    'x-paginate': {
      title: 'pagination',
      type: 'object',
      required: ['items', 'size'],
      properties: { items: text, size: { type: 'integer', minimum: 1 } },
      additionalProperties: false,
    },
    'x-dense': density,
    'x-roomy': density,
  },
  additionalProperties: false,
  $defs: { schema: { title: 'schema', type: 'object', properties: keywords, additionalProperties: false } },
};
