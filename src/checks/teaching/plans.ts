import { isInPlan, type Lesson, type TimePlan } from '../../model/index.ts';

/** The name of a plan for messages: `"long" (90 min)`. */
export const planName = ({ id, minutes }: TimePlan): string => `"${id}" (${minutes} min)`;

/** The plans in which an objective must be reached. */
export const plansOf = (lesson: Lesson, item: { readonly plans?: readonly string[] }): readonly TimePlan[] =>
  lesson.plans.filter((plan) => isInPlan(plan.id, item));
