/** Judges CITATION.cff by the rules of the Citation File Format 1.2.0 for the members that Lectern writes: for scripts/kit.mjs. */
import Ajv from 'ajv';
import { parse } from 'yaml';

const text = { type: 'string', minLength: 1 };
const day = { type: 'string', pattern: '^[0-9]{4}-(0[1-9]|1[012])-(0[1-9]|[12][0-9]|3[01])$' };
const entity = { type: 'object', additionalProperties: false, required: ['name'], properties: { name: text } };
const authors = { type: 'array', minItems: 1, uniqueItems: true, items: entity };

/** Written from the guide to the schema (https://github.com/citation-file-format), which forbids members that it does not name. */
const schema = {
  type: 'object',
  additionalProperties: false,
  required: ['cff-version', 'message', 'title', 'authors'],
  properties: {
    'cff-version': { const: '1.2.0' },
    message: text,
    type: { enum: ['dataset', 'software'] },
    title: text,
    authors,
    abstract: text,
    'date-released': day,
    license: { enum: ['CC-BY-4.0', 'CC-BY-SA-4.0', 'CC0-1.0'] },
    'preferred-citation': {
      type: 'object',
      additionalProperties: false,
      required: ['authors', 'title', 'type'],
      properties: {
        type: { const: 'slides' },
        title: text,
        authors,
        year: { type: 'integer' },
        'date-released': day,
        institution: entity,
        languages: {
          type: 'array',
          minItems: 1,
          uniqueItems: true,
          items: { type: 'string', pattern: '^[a-z]{2,3}$', minLength: 2, maxLength: 3 },
        },
      },
    },
  },
};

/** What of a citation breaks the rules. */
export function citationFaults(written) {
  const ajv = new Ajv({ allErrors: true });
  const isSound = ajv.validate(schema, parse(written));
  return isSound ? [] : [ajv.errorsText()];
}
