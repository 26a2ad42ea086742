import type { JsonObject } from '../../base/index.ts';
import { layoutRoles } from '../../model/index.ts';
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
  'x-file': { const: 'table', description: 'the text names a CSV file, whose content drawings get' },
  'x-foreign': { type: 'boolean', description: '`lang` of the slide is the language of this field alone' },
  'x-verse': { type: 'boolean', description: 'short lines end where they end in the text, as in a poem' },
};

/** A length in em (`2` or `2em`), or in pixels as `24px`. */
const length: JsonObject = { type: ['number', 'string'], pattern: '^\\d+(\\.\\d+)?(px|em)$' };
const box: JsonObject = { $ref: '#/$defs/box' };
const boxList: JsonObject = { type: 'array', items: box };
const pair: JsonObject = { type: 'array', minItems: 2, maxItems: 2, items: number };

/** How the parts of a layout stack, so that their room can be measured; docs/templates.md explains each key. */
const boxSchema: JsonObject = {
  title: 'box',
  type: 'object',
  properties: {
    when: text,
    unless: text,
    size: { anyOf: [number, { enum: ['lead', 'body', 'small', 'fine', 'hero'] }] },
    floor: number,
    pad: length,
    inset: length,
    least: length,
    most: length,
    leading: number,
    gap: length,
    rows: boxList,
    columns: boxList,
    stack: length,
    shares: { type: 'array', items: length },
    each: text,
    of: box,
    across: { type: 'array', minItems: 1, items: count },
    narrow: { type: 'array', minItems: 1, items: count },
    hero: { type: 'array', minItems: 1, items: number },
    between: length,
    down: { type: 'boolean' },
    text: { anyOf: [text, names] },
    face: { enum: ['text', 'bold', 'title', 'quote', 'code'] },
    whole: { type: 'boolean' },
    plus: number,
    tail: number,
    block: text,
    list: text,
    code: text,
    tex: text,
    picture: text,
    table: {
      title: 'table',
      type: 'object',
      properties: { head: text, rows: text, rowHeaders: text, padding: number },
    },
    room: { type: 'boolean' },
  },
  additionalProperties: false,
};

/** How large a layout's text may grow, what goes on to a next slide, and how its parts stack. */
const fit: JsonObject = {
  title: 'fit',
  type: 'object',
  required: ['box'],
  properties: {
    max: count,
    continue: names,
    'in-turn': { type: 'boolean' },
    beside: names,
    numbered: text,
    last: names,
    room: { title: 'room', type: 'object', required: ['wide', 'narrow'], properties: { wide: pair, narrow: pair } },
    box,
    snug: box,
    tight: box,
    'tight-when': { const: 'larger' },
    grand: box,
    'grand-from': count,
    'grand-max': count,
  },
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
    'x-called': {
      type: 'object',
      description: 'the words for the layout that say of which kind it is, and the field that this kind goes to',
      required: ['field', 'words'],
      properties: { field: text, words: text },
      additionalProperties: false,
    },
    'x-names': { ...text, description: 'other words for the layout, with spaces between them' },
    'x-role': { enum: [...layoutRoles] },
    'x-title': { enum: ['required', 'optional', 'topic'] },
    'x-data': { enum: ['references', 'glossary', 'objectives', 'sections', 'quiz'] },
    'x-shape': { enum: ['chart', 'table', 'tree', 'graph', 'lanes', 'cells', 'drawing', 'sides', 'quadrants'] },
    'x-fit': fit,
  },
  additionalProperties: false,
  $defs: {
    box: boxSchema,
    schema: { title: 'schema', type: 'object', properties: keywords, additionalProperties: false },
  },
};
