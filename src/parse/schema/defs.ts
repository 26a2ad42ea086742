import type { JsonObject } from '../../base/index.ts';

const link = (kind: string, description: string): JsonObject => ({ type: 'string', 'x-link': kind, description });

/** Pattern of every id that an author writes. No dots, because statement ids are `section.number`. */
export const idPattern = '^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$';

/** One value, or a list of such values. */
export const oneOrMore = (item: JsonObject, description: string): JsonObject => ({
  description,
  anyOf: [item, { type: 'array', items: item }],
});

export const ref = (name: string): JsonObject => ({ $ref: `#/$defs/${name}` });

/**
 * Definitions shared by the outline and the fields of every layout. `x-link` marks a text that must be the id of
 * something in the lesson.
 */
export const definitions: JsonObject = {
  id: { type: 'string', pattern: idPattern, description: 'Letters, digits, hyphens and underscores.' },
  inline: { type: 'string', format: 'inline', minLength: 1, description: 'One line of Markdown.' },
  block: { type: 'string', format: 'block', minLength: 1, description: 'Markdown: paragraphs, lists, tables, code.' },
  picture: {
    title: 'picture',
    description: 'A picture file of the lesson with its text for people who cannot see it.',
    type: 'object',
    required: ['src'],
    properties: {
      src: { type: 'string', format: 'text', minLength: 1, description: 'Path of the file, relative to the lesson.' },
      alt: { type: 'string', format: 'text', minLength: 1, description: 'What the picture shows, in one sentence.' },
      caption: { type: 'string', format: 'inline', description: 'Line under the picture.' },
      credit: { type: 'string', format: 'inline', description: 'Who made it, and under which licence.' },
      decorative: { type: 'boolean', description: 'True for a picture that says nothing; then it needs no `alt`.' },
    },
    additionalProperties: false,
    anyOf: [{ required: ['alt'] }, { required: ['decorative'], properties: { decorative: { const: true } } }],
  },
  evidence: link('evidence', 'Id of an evidence level: human, animal, in-vitro, review, claim, legal, or your own.'),
  reference: link('reference', 'Id of a reference.'),
  objective: link('objective', 'Id of an objective.'),
  term: link('term', 'Id of a term of the glossary.'),
  question: link('question', 'Id of a quiz question.'),
  section: link('section', 'Id of a section of the lesson.'),
  plan: link('plan', 'Id of a time plan.'),
  prompt: link('prompt', 'Id of a discussion prompt.'),
  covers: {
    type: 'string',
    pattern: '^[A-Za-z0-9][A-Za-z0-9_-]*(\\.[0-9]+(-[0-9]+)?)?$',
    description: 'Statements of the source: `sert.2`, a range `sert.1-3`, or a whole section `sert`.',
  },
  minutes: {
    description: 'Minutes: one number for every plan, or a number for each plan by its id.',
    anyOf: [
      { type: 'number', minimum: 0, maximum: 1440 },
      { type: 'object', title: 'minutes', additionalProperties: { type: 'number', minimum: 0, maximum: 1440 } },
    ],
  },
  variables: {
    title: 'variables',
    description: 'Texts that are used as ${name}.',
    type: 'object',
    propertyNames: { pattern: '^[A-Za-z][A-Za-z0-9_-]*$' },
    additionalProperties: { type: ['string', 'number', 'boolean'] },
  },
  waiver: {
    title: 'waiver',
    description: 'A statement of the source that is left out on purpose.',
    type: 'object',
    required: ['statement', 'reason'],
    properties: {
      statement: { $ref: '#/$defs/covers' },
      reason: { type: 'string', format: 'inline', minLength: 1, description: 'Why it is left out.' },
    },
    additionalProperties: false,
  },
};
