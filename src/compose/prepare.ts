import { isObject, pointerStep, type Json, type JsonObject } from '../base/index.ts';
import { Rich } from './text/rich.ts';
import type { WriterHost } from './text/index.ts';
import { Picture } from './helper.ts';

/** How a layout's schema says that a value is to be shown. */
type FieldSchema = JsonObject;

/** What preparing needs: pictures by path, things of the lesson by id, a writer for text. */
export interface Preparation {
  readonly writer: (pointer: string) => WriterHost;
  /** Reads a picture; `undefined` (and a diagnostic) when it cannot be used. */
  picture(src: string, pointer: string): string | undefined;
  /** Text that stands for the id of something else, as a prompt's id does in a discussion. */
  resolve(text: string): string;
  /** The question, term, objective, reference or evidence level with this id. */
  lookup(kind: string, id: string): unknown;
}

const definitionOf = (schema: FieldSchema): string | undefined => {
  const ref = schema.$ref;
  return typeof ref === 'string' ? /^#\/\$defs\/([\w-]+)$/.exec(ref)?.[1] : undefined;
};

const alternatives = (schema: FieldSchema): readonly FieldSchema[] =>
  [schema.oneOf, schema.anyOf].flatMap((list) => (Array.isArray(list) ? list.filter(isObject) : []));

function fits(schema: FieldSchema, value: Json | undefined): boolean {
  const definition = definitionOf(schema);
  if (definition !== undefined)
    return definition === 'picture' ? isObject(value) || typeof value === 'string' : typeof value === 'string';
  const type = schema.type;
  if (Array.isArray(value)) return type === 'array';
  if (isObject(value)) return type === 'object' || (type === undefined && isObject(schema.properties));
  return type === typeof value || (type === 'integer' && typeof value === 'number');
}

/** Turns a field as written into what a template shows, guided by the layout's schema. */
function prepareValue(value: Json | undefined, schema: FieldSchema, pointer: string, on: Preparation): unknown {
  if (value === undefined || value === null) return undefined;
  const choices = alternatives(schema);
  const fitting = choices.length > 0 ? choices.find((choice) => fits(choice, value)) : schema;
  if (fitting !== undefined && fitting !== schema) return prepareValue(value, fitting, pointer, on);
  const definition = definitionOf(schema);
  if (definition === 'picture') return preparePicture(value, pointer, on);
  if (definition !== undefined && typeof value === 'string') return on.lookup(definition, value) ?? value;
  if (typeof value === 'string') return prepareText(value, schema, pointer, on);
  if (Array.isArray(value)) {
    const items = isObject(schema.items) ? schema.items : {};
    return value.map((item: Json, i) => prepareValue(item, items, pointer + pointerStep(i), on));
  }
  if (isObject(value)) return prepareObject(value, isObject(schema.properties) ? schema.properties : {}, pointer, on);
  return value;
}

/** Prepares each member of an object by its own schema. */
export function prepareObject(
  value: JsonObject,
  properties: JsonObject,
  pointer: string,
  on: Preparation,
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => {
      const schema = properties[key];
      return [key, prepareValue(member, isObject(schema) ? schema : {}, pointer + pointerStep(key), on)];
    }),
  );
}

/** Lines so short that they end on purpose: a poem, an address. Prose is wrapped later. */
const isVerse = (text: string): boolean => text.split('\n').every((line) => line.length <= 60);

function prepareText(value: string, schema: FieldSchema, pointer: string, on: Preparation): unknown {
  if (value.trim() === '') return undefined;
  if (schema.format === 'inline') return Rich.inline(on.resolve(value), on.writer(pointer));
  if (schema.format === 'block') {
    const keepsLines = schema['x-verse'] === true && isVerse(value);
    return Rich.block(value, { ...on.writer(pointer), keepsLines });
  }
  return value;
}

function preparePicture(value: Json, pointer: string, on: Preparation): Picture | undefined {
  const written = isObject(value) ? value : { src: value };
  const src = written.src;
  if (typeof src !== 'string') return undefined;
  const path = on.picture(src, pointer + (isObject(value) ? '/src' : ''));
  if (path === undefined) return undefined;
  const rich = (key: string): Rich | undefined => {
    const text = written[key];
    return typeof text === 'string' ? Rich.inline(text, on.writer(pointer + pointerStep(key))) : undefined;
  };
  const alt = typeof written.alt === 'string' ? written.alt : '';
  return new Picture(path, alt, written.decorative === true, rich('caption'), rich('credit'));
}
