import type { Lesson, TimePlan } from './lesson.ts';

/** Whether something with these plans belongs to a plan; without plans it belongs to all. */
export const isInPlan = (plan: string, item: { readonly plans?: readonly string[] }): boolean =>
  item.plans === undefined || item.plans.includes(plan);

/** The lesson as it is given in one time plan: its slides, objectives, questions and prompts, and no other plan. */
export function lessonOfPlan(lesson: Lesson, plan: TimePlan): Lesson {
  const belongs = (item: { readonly plans?: readonly string[] }): boolean => isInPlan(plan.id, item);
  return {
    ...lesson,
    plans: [plan],
    objectives: lesson.objectives.filter(belongs),
    quiz: lesson.quiz.filter(belongs),
    discussion: lesson.discussion.filter(belongs),
    sections: lesson.sections.map((section) => ({ ...section, slides: section.slides.filter(belongs) })),
  };
}
