import type { Json, JsonObject } from '../../base/index.ts';
import { isObject } from '../../base/index.ts';
import { calloutWords } from '../../text/index.ts';

const block = (description: string): JsonObject => ({ type: 'string', format: 'block', minLength: 1, description });

/** A call-out with its words; the kind stands as a field of its own, or names the text: `warning: Never pull the plug.` */
const callout: JsonObject = {
  title: 'call-out',
  type: 'object',
  properties: {
    kind: { enum: [...calloutWords], description: 'Colour, sign and name of the call-out.' },
    title: { type: 'string', format: 'inline', description: 'Instead of the name of its kind.' },
    text: block('What it says.'),
    ...Object.fromEntries(calloutWords.map((word) => [word, block(`What it says; the kind is ${word}.`)])),
  },
  additionalProperties: false,
  anyOf: ['text', ...calloutWords].map((field) => ({ required: [field] })),
};

/** Fields that a slide may have whatever its layout; what a layout says of a field of the same name counts first. */
const commonFields: JsonObject = {
  look: {
    'x-common': true,
    description:
      'Lets the slide differ from its neighbours: plain, tinted, dark, accent (the ground of the openers), or picture (a picture behind all, under a veil).',
    enum: ['plain', 'tinted', 'dark', 'accent', 'picture'],
  },
  background: {
    'x-common': true,
    description:
      'The picture behind a slide with `look: picture`, when it is not that of the lesson. It is decoration, and has no description.',
    type: 'string',
    format: 'text',
    minLength: 1,
  },
  callout: {
    'x-common': true,
    description:
      'A remark that nobody may overlook, above the foot of the slide: a text, or `{ kind, text }` with note, key, warning or danger; several as a list.',
    anyOf: [
      { type: 'string', format: 'block', minLength: 1 },
      callout,
      { type: 'array', items: { anyOf: [{ type: 'string', format: 'block', minLength: 1 }, callout] } },
    ],
  },
};

/** Whether a field of a layout is one that all have. */
export const isCommon = (field: Json | undefined): boolean => isObject(field) && field['x-common'] === true;

/** The schema of a layout with the fields that every layout has. */
export function withCommonFields(schema: JsonObject): JsonObject {
  const own = isObject(schema.properties) ? schema.properties : {};
  return { ...schema, properties: { ...own, ...commonFields, ...own } };
}
