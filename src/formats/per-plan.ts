import { lessonOfPlan } from '../model/index.ts';
import type { FormatInput } from './format.ts';

/** A lesson as a whole, or as it is given in one of its time plans. */
export interface Given {
  readonly input: FormatInput;
  /** What stands behind the names of its files: nothing for the whole lesson. */
  readonly suffix: string;
}

/**
 * The lesson as a whole, and after it as it is given in each of its time plans: the slides, objectives, questions and
 * minutes of that plan alone. None of these when it has one plan.
 * @param taken endings of file names that mean something else, such as the large print of a handout
 */
export const wholeAndPlans = (input: FormatInput, taken: readonly string[] = []): readonly Given[] => [
  { input, suffix: '' },
  ...input.planDecks.map(({ plan, deck }) => ({
    input: { ...input, lesson: lessonOfPlan(input.lesson, plan), deck, planDecks: [] },
    // A plan may be called as something else is; no two plans come to the same name.
    suffix: taken.includes(plan.id) || plan.id.startsWith('plan-') ? `-plan-${plan.id}` : `-${plan.id}`,
  })),
];
