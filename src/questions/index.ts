export { questionsOf, type PlacedQuestion } from './list.ts';
export { choicesOf, mixedOrder, numberText } from './shown.ts';
export { taskTexts, textsOf } from './texts.ts';
