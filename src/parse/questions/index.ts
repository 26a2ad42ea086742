export { writesPoint } from './number.ts';
export { underscoredGaps } from './gaps.ts';
export { judgedIn } from './judged.ts';
export { readQuiz } from './read.ts';
export { asksPairs, hasTask, isTaskKey, settleQuestions } from './settle.ts';
export { fieldNamed, kindNamed } from './words.ts';
