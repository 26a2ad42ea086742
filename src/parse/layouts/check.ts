import type { Diagnostic, JsonObject, Span } from '../../base/index.ts';
import { isObject, pointerStep, suggest } from '../../base/index.ts';
import { diagnostic } from '../codes.ts';
import type { LayoutFields } from '../schema/index.ts';
import { compile, completeSlideSchema, definitions, formats, slideProperties } from '../schema/index.ts';
import type { YamlFile } from '../yaml/load.ts';
import { layoutData } from './definition.ts';

const textRoots = ['title', 'description'];
const roots = new Set([
  ...textRoots,
  'type',
  'required',
  'properties',
  'anyOf',
  'oneOf',
  'allOf',
  'dependentRequired',
  '$defs',
  'x-title',
  'x-data',
  'x-paginate',
  'x-dense',
]);

/** Checks that `fields.yaml` describes fields in the way that Lectern understands. */
export function checkLayoutSchema(yaml: YamlFile): readonly Diagnostic[] {
  const { value: schema, places } = yaml;
  if (!isObject(schema)) return [flaw('fields.yaml should be a mapping.', places.value(''))];
  const found: Diagnostic[] = [];
  const check = (right: boolean, message: string, at: Span): void => {
    if (!right) found.push(flaw(message, at));
  };
  for (const key of Object.keys(schema)) {
    const guess = suggest(key, roots);
    check(
      roots.has(key),
      `\`${key}\` is not known here.${guess === undefined ? '' : ` Did you mean \`${guess}\`?`}`,
      places.key(pointerStep(key)),
    );
  }
  for (const key of textRoots)
    check(typeof schema[key] === 'string', `The layout needs a \`${key}\` in text.`, places.key(pointerStep(key)));
  check(schema.type === 'object', '`type` must be `object`.', places.key('/type'));
  const { 'x-title': title, 'x-data': data, 'x-paginate': paginate } = schema;
  check(
    title === undefined || title === 'required' || title === 'optional',
    '`x-title` must be `required` or `optional`.',
    places.value('/x-title'),
  );
  check(
    data === undefined || layoutData.some((known) => known === data),
    `\`x-data\` must be one of ${layoutData.join(', ')}.`,
    places.value('/x-data'),
  );
  check(
    paginate === undefined || isPagination(paginate),
    '`x-paginate` must have `items` (a name) and `size` (a whole number above 0).',
    places.value('/x-paginate'),
  );
  found.push(...checkFields(schema, yaml));
  return found;
}

const flaw = (message: string, at: Span): Diagnostic => diagnostic('layout/schema', message, { at });

const isPagination = (value: unknown): boolean =>
  isObject(value) && typeof value.items === 'string' && Number.isInteger(value.size) && Number(value.size) > 0;

function checkFields(schema: JsonObject, { places }: YamlFile): Diagnostic[] {
  const { properties = {}, required = [], $defs = {} } = schema;
  if (!isObject(properties)) return [flaw('`properties` must be a mapping of fields.', places.value('/properties'))];
  const taken = Object.keys(properties)
    .filter((field) => Object.hasOwn(slideProperties, field) || field === 'include')
    .map((field) =>
      flaw(
        `\`${field}\` is a key of every slide, so a layout cannot redefine it.`,
        places.key(`/properties${pointerStep(field)}`),
      ),
    );
  const unknown = (Array.isArray(required) ? required : [])
    .map((field, i) => ({ field: typeof field === 'string' ? field : '', at: places.value(`/required/${i}`) }))
    .filter(({ field }) => properties[field] === undefined)
    .map(({ field, at }) => flaw(`\`${field}\` is required but not among the \`properties\`.`, at));
  const shadowed = Object.keys(isObject($defs) ? $defs : {})
    .filter((def) => Object.hasOwn(definitions, def))
    .map((def) =>
      flaw(`\`$defs/${def}\` already exists; choose another name.`, places.key(`/$defs${pointerStep(def)}`)),
    );
  return [...taken, ...unknown, ...shadowed];
}

/** What the schema validator says of a layout's fields. */
export function compileErrors(layout: LayoutFields, at: Span): readonly Diagnostic[] {
  try {
    compile(completeSlideSchema(layout));
    return [];
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const known = message.includes('unknown format') ? ` Known formats: ${Object.keys(formats).join(', ')}.` : '';
    return [flaw(`The fields of layout \`${layout.name}\` are not a valid schema: ${message}.${known}`, at)];
  }
}
