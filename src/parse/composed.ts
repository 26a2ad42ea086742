import type { JsonObject, Outcome } from '../base/index.ts';
import { success } from '../base/index.ts';
import type { Catalogue } from './layouts/index.ts';
import { definitions, includeSchema, outlineSchema, slideSchema } from './schema/index.ts';

/**
 * The JSON Schema (draft 2020-12) of lesson.yaml with the fields of every layout, for editors: each slide is either an
 * include or one of the layouts, told apart by `layout`.
 */
export function composedSchema(catalogue: Catalogue): Outcome<JsonObject> {
  const layouts = catalogue.all();
  if (!layouts.ok) return layouts;
  const own: Record<string, JsonObject> = {};
  const slides = layouts.value.map((layout): JsonObject => {
    const { $defs, ...schema } = rename(slideSchema(layout), layout.name);
    Object.assign(own, $defs);
    own[`slide-${layout.name}`] = schema;
    return { $ref: `#/$defs/slide-${layout.name}` };
  });
  const list = {
    type: 'array',
    description: 'The slides in order.',
    items: { title: 'slide', anyOf: [includeSchema, ...slides] },
  };
  const outline = outlineSchema(list);
  return success(
    {
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      $id: 'https://lectern.invalid/lesson.schema.json',
      ...outline,
      $defs: { ...definitions, ...own },
    },
    layouts.diagnostics,
  );
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
