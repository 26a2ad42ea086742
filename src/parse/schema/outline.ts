import type { JsonObject } from '../../base/index.ts';
import { definitions, oneOrMore, ref } from './defs.ts';
import {
  evidenceSchema,
  misconceptionSchema,
  objectiveSchema,
  planSchema,
  presentationSchema,
  promptSchema,
  questionSchema,
  referenceSchema,
  sectionSchema,
  sourceTextSchema,
  termSchema,
} from './parts.ts';

const list = (items: JsonObject, description: string): JsonObject => ({ type: 'array', items, description });
const inline = (description: string): JsonObject => ({ ...ref('inline'), description });

/** The schema of lesson.yaml. `slides` is the schema of a section's list of slides. */
export function outlineSchema(slides: JsonObject): JsonObject {
  return {
    title: 'outline',
    description: 'A lesson: everything that Lectern needs besides the source text and the pictures.',
    type: 'object',
    required: ['title', 'lang', 'sections'],
    properties: {
      title: inline('Title of the lesson.'),
      subtitle: inline('Second line of the title.'),
      author: oneOrMore(ref('inline'), 'Who gives the lesson.'),
      institution: inline('Where it is given.'),
      contact: inline('Whom to write to about the lesson; shown in accessibility.html and on the site.'),
      license: inline('Under which terms others may use the lesson, such as CC BY 4.0; shown on the site.'),
      date: { type: 'string', format: 'date', description: 'Calendar date, such as 2026-11-23.' },
      lang: { type: 'string', format: 'language', description: 'Language as BCP 47 tag: nl, en, de-CH.' },
      audience: inline('Who the lesson is for.'),
      level: inline('Level, such as bachelor 2.'),
      duration: {
        type: 'number',
        exclusiveMinimum: 0,
        maximum: 1440,
        description: 'Minutes; short for one time plan.',
      },
      plans: { ...list(planSchema, 'Alternative time plans.'), minItems: 1 },
      'prior-knowledge': oneOrMore(ref('inline'), 'What the audience should know already.'),
      presentation: { ...presentationSchema, description: 'How the lesson looks.' },
      vars: ref('variables'),
      objectives: list(objectiveSchema, 'What the audience can do afterwards.'),
      evidence: list(evidenceSchema, 'Adds to or renames the built-in evidence levels.'),
      sections: { ...list(sectionSchema(slides), 'The lesson in order.'), minItems: 1 },
      quiz: list(questionSchema, 'Questions.'),
      glossary: list(termSchema, 'Words and their meaning.'),
      misconceptions: list(misconceptionSchema, 'What people often get wrong.'),
      discussion: list(promptSchema, 'Prompts for discussion.'),
      references: list(referenceSchema, 'Works; here, or in references.yaml beside the outline.'),
      sources: { ...oneOrMore(sourceTextSchema, 'The texts that the lesson covers; source.md when absent.') },
      says: {
        title: 'says',
        type: 'object',
        description: 'Other words with which slides say words of the source: synonyms, translations.',
        additionalProperties: oneOrMore(
          { type: 'string', format: 'text', minLength: 1 },
          'Words or phrases that say it.',
        ),
      },
      omits: list(ref('waiver'), 'Statements of the source left out on purpose.'),
    },
    additionalProperties: false,
    $defs: definitions,
  };
}

/** Slides are checked one by one, each against its own layout, so that the messages are about that layout. */
const anySlides: JsonObject = {
  type: ['array', 'object'],
  // A list in the list: the slides of several questions that stand on one.
  items: { title: 'slide', type: ['object', 'array', 'null'] },
  description: 'The slides in order.',
};

export const looseOutlineSchema = outlineSchema(anySlides);

/** The schema of a short lesson, which has slides without sections. */
export const looseSlidesSchema: JsonObject = {
  ...looseOutlineSchema,
  required: ['title', 'lang'],
  properties: { ...(looseOutlineSchema.properties as JsonObject), slides: anySlides },
};

/** The schema of an included file. */
export const includedFileSchema: JsonObject = {
  title: 'included file',
  type: 'object',
  required: ['slides'],
  properties: { slides: anySlides },
  additionalProperties: false,
  $defs: definitions,
};

/** The schema of references.yaml: a list, or a mapping with `references`. */
export const referencesFileSchema: JsonObject = {
  title: 'references',
  anyOf: [
    list(referenceSchema, 'The works.'),
    {
      title: 'references',
      type: 'object',
      required: ['references'],
      properties: { references: list(referenceSchema, 'The works.') },
      additionalProperties: false,
    },
  ],
  $defs: definitions,
};
