import type { Question } from '../model/index.ts';
import { numberText } from './shown.ts';

/** What a kind adds to question, answers and explanation, each with its place below the question. */
export function taskTexts(question: Question): readonly (readonly [text: string, pointer: string])[] {
  switch (question.kind) {
    case 'numeric':
      return [[numberText(question), '/answer']];
    case 'matching':
      return [
        ...question.pairs.flatMap(({ left, right }, i) => [
          [left, `/pairs/${i}/left`] as const,
          [right, `/pairs/${i}/right`] as const,
        ]),
        ...question.distractors.map((text, i) => [text, `/distractors/${i}`] as const),
      ];
    case 'ordering':
      return question.order.map((text, i) => [text, `/order/${i}`] as const);
    case 'short':
      return question.accepted.map((text) => [text, '/answer'] as const);
    case 'cloze':
      return question.gaps.flat().map((text) => [text, '/question'] as const);
    default:
      return [];
  }
}

/** All texts of a question as they are written. */
export const textsOf = (question: Question): readonly string[] => [
  question.question,
  ...question.answers.flatMap(({ text, feedback = '' }) => [text, feedback]),
  ...taskTexts(question).map(([text]) => text),
  question.explanation ?? '',
];
