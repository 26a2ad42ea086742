import { isObject, type Json, type JsonObject } from '../../base/index.ts';
import { isCommon, type LayoutDefinition } from '../../parse/index.ts';

/** One field of a layout, for people. Fields inside others are named with their path: `nodes[].label`. */
export interface FieldRow {
  readonly name: string;
  readonly required: boolean;
  /** What to write: `one line of Markdown`, `list of …`. */
  readonly kind: string;
  /** `1 to 7 items`, `at most 140 characters`; empty when there is no limit. */
  readonly limits: string;
  readonly description: string;
}

/** How deep fields inside fields are listed; a tree may go on for ever. */
const depthLimit = 3;

/** The layout's own fields in the order of its schema, each followed by the fields inside it. */
export function fieldRows({ schema }: LayoutDefinition): readonly FieldRow[] {
  return rowsOf(schema, '', isObject(schema.$defs) ? schema.$defs : {}, 0);
}

function rowsOf(schema: JsonObject, prefix: string, defs: JsonObject, depth: number): readonly FieldRow[] {
  const properties = isObject(schema.properties) ? schema.properties : {};
  const required = Array.isArray(schema.required) ? schema.required : [];
  return Object.entries(properties).flatMap(([key, value]) => {
    if (isCommon(value)) return [];
    const field = isObject(value) ? resolve(value, defs) : {};
    const name = `${prefix}${key}`;
    const row = {
      name,
      required: required.includes(key),
      kind: kindOf(field, defs),
      limits: limitsOf(field),
      description: typeof field.description === 'string' ? field.description : '',
    };
    return [row, ...(depth < depthLimit ? inside(field, name, defs, depth) : [])];
  });
}

/** The fields of a mapping, of the mappings in a list, and of mappings among alternatives. */
function inside(field: JsonObject, name: string, defs: JsonObject, depth: number): readonly FieldRow[] {
  const choices = alternativesOf(field).map((choice) => resolve(choice, defs));
  if (choices.length > 0) return choices.flatMap((choice) => inside(choice, name, defs, depth));
  if (field.type === 'array' && isObject(field.items))
    return inside(resolve(field.items, defs), `${name}[]`, defs, depth);
  return isObject(field.properties) ? rowsOf(field, `${name}.`, defs, depth + 1) : [];
}

const alternativesOf = (field: JsonObject): readonly JsonObject[] =>
  [field.oneOf, field.anyOf].flatMap((list) => (Array.isArray(list) ? list.filter(isObject) : []));

function resolve(field: JsonObject, defs: JsonObject): JsonObject {
  const name = typeof field.$ref === 'string' ? field.$ref.replace('#/$defs/', '') : undefined;
  const found = name === undefined ? undefined : defs[name];
  return isObject(found) ? { ...found, ...field } : field;
}

const formatNames: Readonly<Record<string, string>> = {
  inline: 'one line of Markdown',
  block: 'Markdown',
  text: 'text',
  tex: 'TeX',
  code: 'code',
  color: 'colour',
};

const typeNames: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'number',
  integer: 'whole number',
  boolean: 'true or false',
  object: 'mapping',
};

function kindOf(field: JsonObject, defs: JsonObject): string {
  const choices = alternativesOf(field);
  if (choices.length > 0) return choices.map((choice) => kindOf(resolve(choice, defs), defs)).join(', or ');
  if (Array.isArray(field.enum))
    return field.enum.map((word: Json) => `\`${JSON.stringify(word).replaceAll('"', '')}\``).join(', ');
  if (typeof field.$ref === 'string') return refName(field.$ref);
  if (field.type === 'array')
    return `list of ${isObject(field.items) ? kindOf(resolve(field.items, defs), defs) : 'values'}`;
  if (typeof field.format === 'string') return formatNames[field.format] ?? field.format;
  const types = Array.isArray(field.type) ? field.type : [field.type];
  return types.map((type) => typeNames[typeof type === 'string' ? type : ''] ?? 'any value').join(' or ');
}

function refName(ref: string): string {
  const name = ref.replace('#/$defs/', '');
  return name === 'picture'
    ? 'picture (`src`, `alt`, `caption`, `credit`)'
    : `id of ${/^[aeiou]/.test(name) ? 'an' : 'a'} ${name}`;
}

function limitsOf({ minItems, maxItems, maxLength, minimum, maximum }: JsonObject): string {
  const parts = [
    range(minItems, maxItems, 'items'),
    typeof maxLength === 'number' ? `at most ${maxLength} characters` : '',
    range(minimum, maximum, ''),
  ];
  return parts.filter((part) => part !== '').join('; ');
}

function range(from: Json | undefined, to: Json | undefined, unit: string): string {
  const [least, most] = [from, to].map((limit) => (typeof limit === 'number' ? limit : undefined));
  if (least === undefined && most === undefined) return '';
  const text =
    most === undefined ? `at least ${least ?? 0}` : (least ?? 0) === 0 ? `at most ${most}` : `${least ?? 0} to ${most}`;
  return unit === '' ? text : `${text} ${unit}`;
}
