import { hashOf, type Span } from '../../src/base/index.ts';
import type {
  Lesson,
  Misconception,
  Places,
  Question,
  Section,
  Slide,
  Source,
  StatementLink,
  Waiver,
} from '../../src/model/index.ts';

/** Small lessons built by hand, so that these tests do not depend on parsing. */

const outline = 'lessons/x/lesson.yaml';
let offset = 0;
const next = (length = 10): Span => {
  offset += 100;
  return { file: outline, start: offset, end: offset + length };
};
const places = (at: Span): Places => ({ value: () => at, key: () => at });

/** One link a place, or several from one range: `['a.1', ['a.2', 'a.3']]`. */
type Links = readonly (string | readonly string[])[];

function links(covers: Links): readonly StatementLink[] {
  return covers.flatMap((entry): readonly StatementLink[] => {
    const at = next();
    return typeof entry === 'string' ? [{ statement: entry, at }] : entry.map((statement) => ({ statement, at }));
  });
}

export function slide(id: string, covers: Links = [], more: Partial<Slide> = {}): Slide {
  const at = next(50);
  const base: Omit<Slide, 'covers' | 'at' | 'places'> = {
    id,
    layout: 'statement',
    role: 'teaching',
    titleStates: true,
    title: `Title of ${id}`,
    fields: {},
    cites: [],
    evidence: [],
    steps: false,
    objectives: [],
    ignores: [],
  };
  return { ...base, covers: links(covers), at, places: places(at), ...more };
}

export function question(id: string, covers: Links): Question {
  const at = next();
  return {
    id,
    kind: 'single',
    points: 1,
    question: `Is ${id} so?`,
    answers: [{ text: 'Yes', correct: true }],
    objectives: [],
    covers: links(covers),
    at,
    places: places(at),
  };
}

export const misconception = (wrong: string, covers: Links): Misconception => ({
  wrong,
  right: `Not ${wrong}`,
  covers: links(covers),
  at: next(),
});
export const waiver = (statement: string, reason: string): Waiver => ({ statement, reason, at: next() });

/** `{ a: ['First.', 'Second.'] }` becomes section `a` with statements `a.1` and `a.2`, with true offsets. */
export function source(sections: Readonly<Record<string, readonly string[]>>): {
  readonly source: Source;
  readonly text: string;
} {
  const file = 'lessons/x/source.md';
  let text = '# Source\n';
  const list = Object.entries(sections).map(([id, sentences]) => {
    text += '\n';
    const heading = { file, start: text.length, end: text.length + 3 + id.length };
    text += `## ${id}\n\n`;
    const statements = sentences.map((sentence, index) => {
      const at = { file, start: text.length, end: text.length + sentence.length };
      text += `${sentence}\n`;
      return { id: `${id}.${index + 1}`, text: sentence, hash: hashOf(sentence), at };
    });
    return { id, title: `Section ${id}`, at: heading, statements };
  });
  return { source: { file, sections: list, leftOut: [], texts: [{ file, role: 'explainer' }] }, text };
}

export function section(id: string, slides: readonly Slide[], more: Partial<Section> = {}): Section {
  const at = next();
  return { id, title: `Part ${id}`, minutes: {}, covers: [id], omits: [], slides, at, places: places(at), ...more };
}

export function lesson(more: Partial<Lesson>): Lesson {
  const at = { file: outline, start: 0, end: 1 };
  const lists = {
    authors: ['A. Lecturer'],
    plans: [],
    priorKnowledge: [],
    objectives: [],
    evidence: [],
    sections: [],
    quiz: [],
    glossary: [],
  };
  const rest = { misconceptions: [], discussion: [], references: [], omits: [], says: [], inputs: [], vars: {} };
  const presentation = { theme: 'lectern', variant: 'light', size: '16:9', tokens: {}, fonts: [] } as const;
  return {
    id: 'x',
    dir: 'lessons/x',
    file: outline,
    title: 'A lesson',
    lang: 'en',
    presentation,
    places: places(at),
    ...lists,
    ...rest,
    ...more,
  };
}
