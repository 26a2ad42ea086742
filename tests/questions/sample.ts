import type { Question } from '../../src/model/index.ts';
import { errorsOf, kitFrom } from '../support/pipeline.ts';

/** An outline that asks these questions. */
export const outlineAsking = (quiz: readonly object[], lang = 'en', more: object = {}): object => ({
  title: 'T',
  lang,
  sections: [{ id: 's', title: 'S', slides: quiz.map((_, i) => ({ layout: 'quiz', question: `q${i + 1}` })) }],
  quiz,
  ...more,
});

/** The questions of an outline that has no errors. */
export async function questionsIn(quiz: readonly object[], lang?: string): Promise<readonly Question[]> {
  const kit = await kitFrom(outlineAsking(quiz, lang));
  if (errorsOf(kit).length > 0) throw new Error(errorsOf(kit).join('\n'));
  return kit.made?.lesson.quiz ?? [];
}

/** A question of each kind, with signs that formats give a meaning. */
export const allKinds: readonly object[] = [
  {
    question: 'Is $a < b$ the same as `b > a` & {x} = #1?',
    answers: [
      { text: 'Yes ~ always', correct: true, feedback: 'Right: = ]]>' },
      { text: 'No: {never}', feedback: 'Wrong #2' },
      { text: 'Only <b> & </b>' },
    ],
    explanation: 'Both say $a < b$.',
  },
  { type: 'multiple', question: 'Which are even?', answers: ['[x] 2', '[x] 4', '[ ] 5'], explanation: 'By 2.' },
  { question: 'SERT moves chloride.', answer: true, explanation: 'It does.' },
  { question: 'How fast?', answer: '4.5 ± 0.1 mM/s', explanation: 'Count.', points: 2 },
  {
    question: 'What belongs together?',
    pairs: { 'SERT ~ 1': 'serotonin', DAT: 'dopamine = DA', NET: 'noradrenaline {NA}' },
    distractors: ['GABA'],
    explanation: 'By name.',
  },
  { question: 'In which order?', order: ['one', 'two: 2', 'three #3'], explanation: 'Count.' },
  { question: 'Which gene?', answer: ['SLC6A4', '5-HTT'], explanation: 'Look.' },
  { question: 'It takes [[serotonin|5-HT]] with [[Na+]] & {Cl}.', explanation: 'Ions.' },
];
