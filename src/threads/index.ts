export { defaultBudget, type Budget } from './budget.ts';
export { createLessonThreads, type LessonThreads } from './pool.ts';
