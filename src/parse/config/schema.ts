import type { JsonObject } from '../../base/index.ts';
import { definitions, presentationSchema } from '../schema/index.ts';

const severity = { enum: ['off', 'info', 'warning', 'error'] };
const percent = (description: string): JsonObject => ({ type: 'number', minimum: 0, maximum: 100, description });

// Pictures and CSS belong to a lesson, because they are looked for in its folder.
const look = Object.fromEntries(
  Object.entries(presentationSchema.properties as JsonObject).filter(([name]) => name !== 'logo' && name !== 'css'),
);

/** The schema of lectern.yaml. */
export const configSchema: JsonObject = {
  title: 'configuration',
  type: 'object',
  properties: {
    lessons: { type: 'string', minLength: 1, description: 'Folder of the lessons; `lessons` when absent.' },
    output: { type: 'string', minLength: 1, description: 'Folder of the generated files; `output` when absent.' },
    presentation: {
      ...presentationSchema,
      properties: look,
      description: 'How lessons look unless they say otherwise.',
    },
    coverage: {
      title: 'coverage',
      type: 'object',
      properties: {
        sections: percent('Least part of the sections, in percent.'),
        statements: percent('Least part of the statements, in percent.'),
      },
      additionalProperties: false,
    },
    checks: {
      title: 'checks',
      description: 'By code: a severity, or a mapping with `severity` and the options of the check.',
      type: 'object',
      propertyNames: { pattern: '^[a-z][a-z0-9-]*/[a-z0-9-]+$' },
      additionalProperties: { anyOf: [severity, { title: 'check', type: 'object', properties: { severity } }] },
    },
    hosts: {
      description: 'Hosts from which pictures may be fetched; none when absent.',
      type: 'array',
      items: {
        type: 'string',
        pattern: '^[a-z0-9.-]+(:[0-9]+)?$',
        description: 'A host name such as images.example.org',
      },
    },
  },
  additionalProperties: false,
  $defs: definitions,
};
