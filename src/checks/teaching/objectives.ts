import { defineCodes, type Diagnostic } from '../../base/index.ts';
import { isInPlan, slidesOf, type Lesson, type Objective, type TimePlan } from '../../model/index.ts';
import type { Check } from '../check.ts';
import { planName, plansOf } from './plans.ts';

const { table, diagnostic } = defineCodes({
  'teaching/not-taught': {
    severity: 'warning',
    summary:
      'An objective is taught by no slide, or by none of a time plan that promises it (an info where no slide says what it teaches).',
    why: 'Students are told that they will be able to do something that the lesson never shows.',
    mend: 'Add the objective to `objectives` of the slide that teaches it, or limit the objective to other `plans`.',
  },
  'teaching/not-assessed': {
    severity: 'warning',
    summary:
      'No question of the quiz assesses an objective (an info when only some time plans lack one, or no question says what it assesses).',
    why: 'Neither the lecturer nor the students find out whether it was reached.',
    mend: 'Add the objective to `objectives` of a question, or write a question for it.',
  },
});

interface Carrier {
  readonly objectives: readonly string[];
  readonly plans?: readonly string[];
}

/** The plans of an objective in which nothing carries it. */
const missing = (lesson: Lesson, objective: Objective, carriers: readonly Carrier[]): readonly TimePlan[] =>
  plansOf(lesson, objective).filter(
    (plan) => !carriers.some((carrier) => carrier.objectives.includes(objective.id) && isInPlan(plan.id, carrier)),
  );

/** Whether any of them says which objective it serves: a lesson that does not do so at all is told of it, not blamed. */
const saysAny = (carriers: readonly Carrier[]): boolean => carriers.some(({ objectives }) => objectives.length > 0);

function notTaught(lesson: Lesson, objective: Objective): readonly Diagnostic[] {
  const slides = slidesOf(lesson).map(({ slide }) => slide);
  const plans = missing(lesson, objective, slides);
  if (plans.length === 0) return [];
  const nowhere = !slides.some((slide) => slide.objectives.includes(objective.id));
  const where = nowhere ? '' : ` in plan ${plans.map(planName).join(' and ')}`;
  const help = [
    `Add \`objectives: [${objective.id}]\` to the slide that teaches it.`,
    ...(nowhere ? [] : ['Or limit the objective to the plans that teach it, with `plans`.']),
  ];
  return [
    diagnostic('teaching/not-taught', `No slide teaches objective "${objective.id}"${where}.`, {
      at: objective.at,
      severity: saysAny(slides) ? 'warning' : 'info',
      help,
    }),
  ];
}

function notAssessed(lesson: Lesson, objective: Objective): readonly Diagnostic[] {
  const plans = missing(lesson, objective, lesson.quiz);
  if (plans.length === 0) return [];
  const some = lesson.quiz.some((question) => question.objectives.includes(objective.id));
  const where = some ? ` in plan ${plans.map(planName).join(' and ')}` : '';
  const help = [`Write a question with \`objectives: [${objective.id}]\`, or add it to a question that asks for it.`];
  const message = `No question assesses objective "${objective.id}"${where}.`;
  const severity = some || !saysAny(lesson.quiz) ? 'info' : 'warning';
  return [diagnostic('teaching/not-assessed', message, { at: objective.at, severity, help })];
}

export const objectivesCheck: Check = {
  name: 'objectives',
  codes: table,
  run({ lesson }) {
    return lesson.objectives.flatMap((objective) => [
      ...notTaught(lesson, objective),
      ...(lesson.quiz.length > 0 ? notAssessed(lesson, objective) : []),
    ]);
  },
};
