import type { Lesson, TimePlan } from '../../model/index.ts';

/** Whether something with these plans belongs to a plan; without plans it belongs to all. */
export const isIn = (plan: string, item: { readonly plans?: readonly string[] }): boolean =>
  item.plans === undefined || item.plans.includes(plan);

/** The name of a plan for messages: `"long" (90 min)`. */
export const planName = ({ id, minutes }: TimePlan): string => `"${id}" (${minutes} min)`;

/** The plans in which an objective must be reached. */
export const plansOf = (lesson: Lesson, item: { readonly plans?: readonly string[] }): readonly TimePlan[] =>
  lesson.plans.filter((plan) => isIn(plan.id, item));
