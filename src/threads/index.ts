export { createLessonThreads, type LessonThreads } from './pool.ts';
export type { ThreadSetup } from './protocol.ts';
