import { plainText } from '../../compose/index.ts';
import { clockAfter, frontOf, planName } from '../../documents/index.ts';
import { isInPlan, type Lesson, type Section, type TimePlan } from '../../model/index.ts';
import type { FormatInput } from '../format.ts';
import { deskOf } from '../pdf/index.ts';

/** What the template of the lesson plan sees. */
export function planContext(input: FormatInput): object {
  const { lesson } = input;
  const desk = deskOf(input);
  const rich = (text: string | undefined) => (text === undefined ? undefined : desk.inline(text));
  return {
    ...frontOf(lesson, desk, desk.word('documents/plan')),
    facts: [
      { name: desk.word('documents/audience'), value: rich(lesson.audience) },
      { name: desk.word('documents/level'), value: rich(lesson.level) },
    ].filter(({ value }) => value !== undefined),
    priorKnowledge: lesson.priorKnowledge.map((text) => desk.inline(text)),
    materials: materialsOf(lesson).map((text) => desk.inline(text)),
    plans: lesson.plans.map((plan) => timetable(plan, input)),
    discussion: lesson.discussion.map(({ prompt, hint }) => ({ prompt: desk.inline(prompt), hint: rich(hint) })),
    misconceptions: lesson.misconceptions.map(({ wrong, right }) => ({
      wrong: desk.inline(wrong),
      right: desk.inline(right),
    })),
    matrix: matrixOf(lesson).map((row) => ({ ...row, text: desk.inline(row.text) })),
  };
}

/** What exercises say is needed. */
function materialsOf({ sections }: Lesson): readonly string[] {
  const fields = sections.flatMap(({ slides }) => slides.map(({ fields: { materials } }) => materials));
  const texts = fields.flatMap((value): readonly unknown[] => (Array.isArray(value) ? value : [value]));
  return [...new Set(texts.filter((text) => typeof text === 'string'))];
}

/** The sections of one time plan with their minutes, and clock times when the beginning is known. */
function timetable(plan: TimePlan, input: FormatInput) {
  const { lesson, papers, deck } = input;
  const desk = deskOf(input);
  let passed = 0;
  const rows = lesson.sections.map((section) => {
    const minutes = section.minutes[plan.id] ?? 0;
    const from = passed;
    passed += minutes;
    const clock = papers.start;
    return {
      from: clock === undefined ? String(from) : clockAfter(clock, from),
      to: clock === undefined ? String(passed) : clockAfter(clock, passed),
      minutes,
      title: desk.inline(section.title),
      slides: rangeOf(section, plan, deck.slides),
      activities: activitiesIn(section, plan),
    };
  });
  return { title: planName(plan), planned: plan.minutes, total: passed, rows };
}

/** The numbers of a section's slides: `5–9`. */
function rangeOf({ id }: Section, { id: plan }: TimePlan, slides: FormatInput['deck']['slides']): string {
  const numbers = slides.filter((slide) => slide.section === id && isInPlan(plan, slide)).map(({ number }) => number);
  const [first, last] = [numbers[0], numbers.at(-1)];
  if (first === undefined || last === undefined) return '';
  return first === last ? String(first) : `${first}–${last}`;
}

const activitiesIn = ({ slides }: Section, { id }: TimePlan): readonly string[] =>
  slides
    .filter((slide) => slide.role === 'activity' && isInPlan(id, slide))
    .map(({ title, fields }) => plainText(title ?? (typeof fields.prompt === 'string' ? fields.prompt : '')))
    .filter((title) => title !== '');

/** Where each objective is taught, and which questions and prompts test it. */
function matrixOf({ objectives, sections, quiz, discussion }: Lesson) {
  return objectives.map(({ id, verb, text }) => ({
    verb: plainText(verb),
    text,
    sections: sections
      .map(({ title, slides }, i) => ({ title: plainText(title), number: i + 1, slides }))
      .filter(({ slides }) => slides.some((slide) => slide.objectives.includes(id)))
      .map(({ number }) => number)
      .join(', '),
    questions: quiz.flatMap((question, i) => (question.objectives.includes(id) ? [i + 1] : [])).join(', '),
    prompts: discussion.flatMap((prompt, i) => (prompt.objectives.includes(id) ? [i + 1] : [])).join(', '),
  }));
}
