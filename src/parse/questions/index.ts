export { writesPoint } from './number.ts';
export { readQuiz } from './read.ts';
export { asksPairs, hasTask, isTaskKey, settleQuestions } from './settle.ts';
export { kindNamed } from './words.ts';
