import type { JsonObject } from '../../base/index.ts';
import { bloomLevels, evidenceTones, questionKinds, slideSizes } from '../../model/index.ts';
import { variants } from '../../wire/index.ts';
import { oneOrMore, ref } from './defs.ts';

/** A mapping with these fields and no others. */
function record(title: string, required: readonly string[], properties: JsonObject): JsonObject {
  return { title, type: 'object', required, properties, additionalProperties: false };
}

const list = (items: JsonObject, description: string): JsonObject => ({ type: 'array', items, description });
const text = (description: string): JsonObject => ({ type: 'string', format: 'text', minLength: 1, description });
const inline = (description: string): JsonObject => ({ ...ref('inline'), description });
const block = (description: string): JsonObject => ({ ...ref('block'), description });
const id = (description: string): JsonObject => ({ ...ref('id'), description });
const covers = oneOrMore(ref('covers'), 'Statements of the source.');
const plans = oneOrMore(ref('plan'), 'Only in these time plans; all when absent.');
const objectives = oneOrMore(ref('objective'), 'Objectives that this serves.');

export const planSchema = record('plan', ['id', 'minutes'], {
  id: id('Name used in `plans`.'),
  minutes: { type: 'number', exclusiveMinimum: 0, maximum: 1440, description: 'Length of the lesson.' },
  title: inline('Name for people.'),
});

export const sourceTextSchema = record('source text', ['file'], {
  file: text('Markdown file beside the outline.'),
  role: text(
    'What it is to the lesson: `explainer` (the default; the headline of coverage), `addition`, `textbook chapter` …',
  ),
  title: inline('Name for people; the title of the text when absent.'),
});

export const objectiveSchema = record('objective', ['text'], {
  id: id('Name used in `objectives`; o1, o2 … when absent.'),
  verb: text('What the student does: explain, compare …'),
  bloom: { enum: bloomLevels, description: "Level of Bloom's revised taxonomy." },
  text: inline('What follows the verb; the whole objective when there is no `verb`.'),
  plans,
});

export const evidenceSchema = record('evidence level', ['id'], {
  id: id('Name used in `evidence`.'),
  label: inline('Text of the badge.'),
  description: inline('What the level means.'),
  tone: { enum: [...evidenceTones], description: 'Colour and icon of the badge.' },
});

export const presentationSchema = record('presentation', [], {
  theme: {
    type: 'string',
    pattern: '^[a-z][a-z0-9-]*$',
    description: 'Name of the theme: lectern, modern, hall, humanist, clear, or one of your own.',
  },
  variant: { enum: [...variants], description: 'Colour variant of the theme.' },
  palette: {
    type: 'string',
    pattern: '^[a-z][a-z0-9-]*$',
    description: 'Colours by one word: ocean, forest, plum, ember, slate, rose, or one of the theme.',
  },
  size: { enum: [...slideSizes], description: 'Shape of the slides.' },
  typography: {
    type: 'boolean',
    description: 'false keeps quotes, dashes and spaces as they are written.',
  },
  footer: { ...inline('Line at the foot of each slide.'), maxLength: 110 },
  logo: text('Picture of the lesson.'),
  background: text('Picture of the lesson that lies behind its slides with `look: picture`.'),
  tokens: {
    title: 'tokens',
    type: 'object',
    propertyNames: { pattern: '^[a-z][a-z0-9-]*$' },
    additionalProperties: { type: 'string', format: 'text' },
    description: "Overrides of the theme's tokens, such as accent.",
  },
  fonts: {
    ...list(
      text('An installed font package, or a font file of the lesson.'),
      'Fonts for scripts that the theme lacks.',
    ),
    maxItems: 12,
  },
  css: text('CSS file of the lesson.'),
});

const pairSchema = record('pair', ['left', 'right'], {
  left: inline('What is given.'),
  right: inline('What belongs to it.'),
});

export const questionSchema = record('question', ['question'], {
  id: id('Name used by the quiz layout; q1, q2 … when absent.'),
  type: {
    enum: questionKinds,
    description: 'How it is asked; found from the other fields when absent.',
  },
  question: block('What is asked; in a cloze text each gap holds what is right, such as [[serotonin]].'),
  answers: {
    ...list(
      record('answer', ['text'], {
        text: inline('The answer.'),
        correct: { type: 'boolean', description: 'True for a right answer.' },
        feedback: inline('Why it is right or wrong.'),
      }),
      'The answers to choose from, in the order shown.',
    ),
    minItems: 2,
    maxItems: 26,
  },
  answer: {
    description:
      'What is right where there is nothing to choose from: true or false, a number (4.5 ± 0.1 mM), or words.',
    anyOf: [{ type: ['string', 'number', 'boolean'] }, { type: 'array', items: { type: ['string', 'number'] } }],
  },
  accept: list(text('Words that count as right too.'), 'Other words for the answer.'),
  tolerance: { type: ['string', 'number'], description: 'How far off a number may be: 0.1, or 5 %.' },
  unit: text('The unit of the number.'),
  pairs: { ...list(pairSchema, 'Texts that belong together.'), minItems: 2, maxItems: 26 },
  distractors: list(ref('inline'), 'Right sides that belong to no left one.'),
  order: { ...list(ref('inline'), 'The items in the right order.'), minItems: 2, maxItems: 26 },
  explanation: block('Shown after answering.'),
  points: { type: 'number', exclusiveMinimum: 0, maximum: 1000, description: 'What it counts for; 1 when absent.' },
  objectives,
  covers,
  plans,
});

export const termSchema = record('term', ['term', 'definition'], {
  id: id('Name used in links; made from the term when absent.'),
  term: inline('The word.'),
  definition: block('What it means.'),
  lang: { type: 'string', format: 'language', description: 'Language of the word where it is not that of the lesson.' },
});

export const misconceptionSchema = record('misconception', ['wrong', 'right'], {
  wrong: block('What people wrongly think.'),
  right: block('How it is.'),
  covers,
});

export const promptSchema = record('discussion prompt', ['prompt'], {
  id: id('Name used in links; d1, d2 … when absent.'),
  prompt: block('What to discuss.'),
  hint: block('Help for the lecturer.'),
  objectives,
  plans,
});

export const referenceSchema = record('reference', ['title'], {
  id: id('Name used in `cites`; made from author and year when absent.'),
  authors: text('As shown: Verrico et al.'),
  year: text('Year, or for example "in press".'),
  title: inline('Title of the work; without `authors` and `year`, the whole reference as it is to be shown.'),
  container: inline('Journal, book, site.'),
  lang: {
    type: 'string',
    format: 'language',
    description: 'Language of title and journal where it is not that of the lesson.',
  },
  doi: { type: 'string', pattern: '^10\\.[0-9]{4,9}/\\S+$', description: 'DOI without https://doi.org/.' },
  pmid: { type: 'string', pattern: '^[0-9]{1,9}$', description: 'PubMed id.' },
  url: { type: 'string', pattern: '^https?://\\S+$', description: 'Web address.' },
  note: inline('What was seen of it: abstract, full text, secondary source.'),
  facts: oneOrMore(
    ref('inline'),
    'Findings of the work with their numbers and names; slides that cite it may use them.',
  ),
  retracted: { type: 'boolean', description: 'True when the work was withdrawn.' },
});

/** A section without the schemas of its slides, which depend on their layouts. */
export const sectionSchema = (slides: JsonObject): JsonObject =>
  record('section', ['title', 'slides'], {
    id: id('Name used in links; made from the title when absent.'),
    title: inline('Name of the section.'),
    minutes: ref('minutes'),
    covers: oneOrMore(ref('id'), 'Sections of the source that this section teaches.'),
    omits: list(ref('waiver'), 'Statements left out on purpose.'),
    slides,
  });
