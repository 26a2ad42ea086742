import type { Json, JsonObject, Outcome } from '../base/index.ts';
import { isObject, success } from '../base/index.ts';
import type { Catalogue } from './layouts/index.ts';
import { asText, definitions, includeSchema, outlineSchema, slideSchema, type LayoutFields } from './schema/index.ts';

/**
 * The JSON Schema of lesson.yaml with the fields of every layout, for editors. The fields of a slide follow from its
 * `layout` (`if`/`then`), so that an editor offers the right ones and blames the one that is wrong; draft 7, because that
 * is what editors know best. Where text is meant, numbers and dates are right too: YAML needs no quotes for them.
 */
export function composedSchema(catalogue: Catalogue): Outcome<JsonObject> {
  const layouts = catalogue.all();
  if (!layouts.ok) return layouts;
  const own: Record<string, JsonObject> = {};
  const cases = layouts.value.map((layout): JsonObject => {
    const { $defs, ...schema } = rename(slideSchema(layout), layout.name);
    Object.assign(own, $defs);
    own[`slide-${layout.name}`] = schema;
    return {
      if: { properties: { layout: { const: layout.name } }, required: ['layout'] },
      then: { $ref: `#/$defs/slide-${layout.name}` },
    };
  });
  const list = {
    type: 'array',
    description: 'The slides in order.',
    items: {
      title: 'slide',
      type: 'object',
      properties: { layout: layoutNames(layouts.value) },
      if: { required: ['include'] },
      then: includeSchema,
      else: { required: ['layout'], allOf: cases },
    },
  };
  const outline = outlineSchema(list);
  const schema = {
    $schema: 'http://json-schema.org/draft-07/schema#',
    $id: 'https://lectern.invalid/lesson.schema.json',
    ...outline,
    $defs: { ...definitions, ...own },
  };
  return success(withUnquoted(schema) as JsonObject, layouts.diagnostics);
}

/** The names of the layouts, with what each is for as an editor shows it beside the name. */
const layoutNames = (layouts: readonly LayoutFields[]): JsonObject => ({
  enum: layouts.map(({ name }) => name),
  description: 'How the slide looks and which fields it has.',
  markdownEnumDescriptions: layouts.map(({ schema }) => asText(schema.description)),
});

/** The same schema, in which numbers and booleans may stand where free text is meant. */
function withUnquoted(schema: Json | undefined): Json {
  if (Array.isArray(schema)) return schema.map(withUnquoted);
  if (!isObject(schema)) return schema ?? null;
  const inner = Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, withUnquoted(value)]));
  return schema.type === 'string' && schema.pattern === undefined && schema.enum === undefined
    ? { ...inner, type: ['string', 'number', 'boolean'] }
    : inner;
}

/** Gives the layout's own definitions names that cannot clash with those of another layout. */
function rename(schema: JsonObject, layout: string): JsonObject & { readonly $defs?: JsonObject } {
  const names = Object.keys((schema.$defs as JsonObject | undefined) ?? {});
  let text = JSON.stringify(schema);
  for (const name of names) text = text.replaceAll(`"#/$defs/${name}"`, JSON.stringify(`#/$defs/${layout}-${name}`));
  const renamed = JSON.parse(text) as JsonObject & { readonly $defs?: JsonObject };
  const own = Object.entries(renamed.$defs ?? {}).map(([name, value]) => [`${layout}-${name}`, value] as const);
  return { ...renamed, $defs: Object.fromEntries(own) };
}
