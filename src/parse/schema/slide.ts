import type { Json, JsonObject } from '../../base/index.ts';
import { isObject } from '../../base/index.ts';
import { definitions, oneOrMore, ref } from './defs.ts';
import { asText } from './words.ts';

/** The keys that every slide may have, whatever its layout. */
export const slideProperties: JsonObject = {
  layout: { type: 'string', description: 'How the slide looks and which fields it has.' },
  id: { ...ref('id'), description: 'Unique in the lesson; made from the title when absent.' },
  title: { ...ref('inline'), description: 'The point of the slide, as a sentence where possible.' },
  notes: {
    type: 'string',
    format: 'block',
    description: 'Markdown for the lecturer, shown in the presenter view only.',
  },
  lang: {
    type: 'string',
    format: 'language',
    description: 'Language of its texts where it is not that of the lesson; in a quotation, of the words quoted.',
  },
  covers: oneOrMore(ref('covers'), 'Statements of the source that the slide carries.'),
  cites: oneOrMore(ref('reference'), 'References shown in small print.'),
  evidence: oneOrMore(ref('evidence'), 'Evidence levels, shown as badges.'),
  steps: { type: 'boolean', description: 'True: the main items appear one after another.' },
  plans: oneOrMore(ref('plan'), 'The time plans in which the slide is shown; all when absent.'),
  minutes: { ...ref('minutes'), description: 'How long the slide takes.' },
  objectives: oneOrMore(ref('objective'), 'Objectives that the slide teaches.'),
  ignore: {
    description: 'Findings that are right as they are.',
    type: 'array',
    items: {
      title: 'ignore',
      type: 'object',
      required: ['check', 'reason'],
      properties: {
        check: {
          type: 'string',
          pattern: '^[a-z][a-z0-9-]*/[a-z0-9-]+$',
          description: 'Code of the finding, such as slide/overflow.',
        },
        reason: { type: 'string', format: 'inline', minLength: 1, description: 'Why it may stay.' },
      },
      additionalProperties: false,
    },
  },
};

/** An entry of `slides` that takes slides from another file. */
export const includeSchema: JsonObject = {
  title: 'include',
  description: 'Takes slides from another file.',
  type: 'object',
  required: ['include'],
  properties: {
    include: { type: 'string', minLength: 1, description: 'Path of the file, relative to this one.' },
    slides: { ...oneOrMore(ref('id'), 'Only the slides with these ids.') },
    vars: { ...ref('variables'), description: 'Variables for the included slides.' },
  },
  additionalProperties: false,
};

/** What the schema of a slide needs to know of its layout. */
export interface LayoutFields {
  readonly name: string;
  readonly titleRequired: boolean;
  readonly schema: JsonObject;
}

/** The schema of a slide with a given layout: the core keys and the layout's own fields. */
export function slideSchema(layout: LayoutFields): JsonObject {
  const { required, properties, title, description, ...rest } = layout.schema;
  const own: readonly Json[] = Array.isArray(required) ? required : [];
  // Where a layout asks for the language of its code, `lang` is a short word for that.
  const { lang, ...others } = slideProperties;
  const core = isObject(properties) && 'language' in properties ? others : { ...others, lang: lang ?? true };
  const needed = ['layout', ...(layout.titleRequired ? ['title'] : []), ...own];
  return {
    ...rest,
    title: `slide with layout \`${layout.name}\``,
    description: `${asText(title)}: ${asText(description)}`,
    type: 'object',
    required: needed,
    properties: {
      ...core,
      layout: { const: layout.name, description: asText(description) },
      ...(properties as JsonObject),
    },
    additionalProperties: false,
  };
}

const complete = new WeakMap<JsonObject, JsonObject>();

/** The same with all definitions, made once for each layout. */
export function completeSlideSchema(layout: LayoutFields): JsonObject & { readonly $defs: JsonObject } {
  const schema = complete.get(layout.schema) ?? slideSchema(layout);
  const own = isObject(schema.$defs) ? schema.$defs : {};
  const whole = complete.has(layout.schema) ? schema : { ...schema, $defs: { ...definitions, ...own } };
  complete.set(layout.schema, whole);
  return whole as JsonObject & { readonly $defs: JsonObject };
}
