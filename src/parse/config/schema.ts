import type { JsonObject } from '../../base/index.ts';
import { definitions, presentationSchema } from '../schema/index.ts';

const severity = { enum: ['off', 'info', 'warning', 'error'] };
const percent = (description: string): JsonObject => ({ type: 'number', minimum: 0, maximum: 100, description });

// Pictures and CSS belong to a lesson, because they are looked for in its folder.
const look = Object.fromEntries(
  Object.entries(presentationSchema.properties as JsonObject).filter(
    ([name]) => !['logo', 'background', 'css'].includes(name),
  ),
);

/** What can be chosen for printed documents. */
export const paperChoices = {
  size: ['a4', 'letter'],
  slides: [1, 2, 3, 6],
  text: ['points', 'notes', 'none'],
} as const;

/** Sheets of questions are named by a letter. */
const mostVersions = 8;

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
    papers: {
      title: 'papers',
      description: 'How handout, script and lesson plan are printed.',
      type: 'object',
      properties: {
        size: { enum: [...paperChoices.size], description: 'Size of the paper; `a4` when absent.' },
        slides: { enum: [...paperChoices.slides], description: 'Slides on a page of the handout; 3 when absent.' },
        text: {
          enum: [...paperChoices.text],
          description:
            'What stands beside the slides of the handout; `points` when absent. `notes` needs the edition for teachers.',
        },
        versions: {
          type: 'integer',
          minimum: 1,
          maximum: mostVersions,
          description: 'Sheets of questions, each in another order, with a key each; 1 when absent.',
        },
        start: {
          type: 'string',
          pattern: '^([01][0-9]|2[0-3]):[0-5][0-9]$',
          description: 'When the lesson begins, such as `09:00`: the lesson plan then shows clock times.',
        },
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
