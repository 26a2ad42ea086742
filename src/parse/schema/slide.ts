import type { JsonObject } from '../../base/index.ts';
import { oneOrMore, ref } from './defs.ts';

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

/** The whole schema of a slide with a given layout. */
export function slideSchema(layout: {
  readonly name: string;
  readonly titleRequired: boolean;
  readonly schema: JsonObject;
}): JsonObject {
  const { required, properties, title, description, ...rest } = layout.schema;
  const needed = ['layout', ...(layout.titleRequired ? ['title'] : []), ...(Array.isArray(required) ? required : [])];
  return {
    ...rest,
    title: `slide with layout \`${layout.name}\``,
    ...(typeof description === 'string' && { description: `${String(title)}: ${description}` }),
    type: 'object',
    required: needed,
    properties: {
      ...slideProperties,
      layout: { const: layout.name, description: String(description) },
      ...(properties as JsonObject),
    },
    additionalProperties: false,
  };
}
