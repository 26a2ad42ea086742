import type { Diagnostic } from '../base/index.ts';
import { slidesOf, type Audience, type Lesson, type Slide } from '../model/index.ts';
import { layoutOfQuestions, type Catalogue } from '../parse/index.ts';
import { questionsOf, type PlacedQuestion } from '../questions/index.ts';
import { buildDiagnostic } from './codes.ts';

/** A slide that asks: a question of the quiz, or a poll. */
const asks = ({ role, fields }: Slide): boolean => role === 'activity' && typeof fields.question === 'string';

/**
 * The lesson with its questions alone: its title, the slides that ask, as they are, and for the teacher a slide for each
 * question of the quiz that no slide asks; others may not see those, which may be kept for an examination. Nothing when
 * it asks none.
 */
export function questionsAlone(lesson: Lesson, catalogue: Catalogue, audience: Audience): Lesson | undefined {
  const unasked = audience === 'teacher' ? questionsOf(lesson).filter(({ slide }) => slide === undefined) : [];
  const more = slidesFor(unasked, lesson, catalogue);
  const last = lesson.sections.at(-1)?.id;
  const sections = lesson.sections
    .map((section) => ({
      ...section,
      slides: [
        ...section.slides.filter((slide) => slide.role === 'title' || asks(slide)),
        ...more.filter((one) => (one.section ?? last) === section.id).map(({ slide }) => slide),
      ],
    }))
    .filter(({ slides }) => slides.length > 0);
  const excerpt = { ...lesson, sections };
  return slidesOf(excerpt).some(({ slide }) => asks(slide)) ? excerpt : undefined;
}

/** A slide for each of these questions, with the section that teaches what it asks. */
function slidesFor(
  questions: readonly PlacedQuestion[],
  lesson: Lesson,
  catalogue: Catalogue,
): readonly { readonly slide: Slide; readonly section: string | undefined }[] {
  const name = layoutOfQuestions(catalogue);
  const found = name === undefined ? undefined : catalogue.get(name);
  if (!found?.ok) return [];
  const taken = new Set(slidesOf(lesson).map(({ slide }) => slide.id));
  return questions.map(({ id, objectives, plans, section, at, places }) => ({
    section,
    slide: {
      id: freeId(`question-${id}`, taken),
      layout: found.value.name,
      role: found.value.role ?? 'activity',
      titleStates: false,
      fields: { question: id },
      covers: [],
      cites: [],
      evidence: [],
      steps: false,
      objectives,
      ...(plans ? { plans } : {}),
      ignores: [],
      at,
      places,
    },
  }));
}

function freeId(wanted: string, taken: ReadonlySet<string>): string {
  let id = wanted;
  while (taken.has(id)) id += '-';
  return id;
}

/** Says that a lesson has no questions of which a deck could be made. */
export const noQuestions = ({ id, places }: Lesson): Diagnostic =>
  buildDiagnostic('build/no-questions', `Lesson "${id}" asks no question, so there is no deck of its questions`, {
    at: places.value(''),
    help: ['Write questions under `quiz:`, or build the lesson without --only.'],
  });

/**
 * What was found in an excerpt: all that is about its own slides and questions. What checks say of the lesson as a whole,
 * such as an objective that no slide teaches, they say when the whole lesson is made.
 */
export function aboutExcerpt(findings: readonly Diagnostic[], excerpt: Lesson): readonly Diagnostic[] {
  const shown = new Set(slidesOf(excerpt).map(({ slide }) => slide.fields.question));
  const spans = [
    ...slidesOf(excerpt).map(({ slide }) => slide.at),
    ...excerpt.quiz.filter(({ id }) => shown.has(id)).map(({ at }) => at),
  ];
  return findings.filter(({ at }) =>
    spans.some(({ file, start, end }) => at?.file === file && at.start >= start && at.start < end),
  );
}
