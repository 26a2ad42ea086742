import { describe, expect, it } from 'vitest';
import { answerPatternCheck } from '../../../src/checks/teaching/answer-pattern.ts';
import { minutesCheck } from '../../../src/checks/teaching/minutes.ts';
import { objectivesCheck } from '../../../src/checks/teaching/objectives.ts';
import { paceCheck } from '../../../src/checks/teaching/pace.ts';
import { questionsCheck } from '../../../src/checks/teaching/questions.ts';
import { summaryCheck } from '../../../src/checks/teaching/summary.ts';
import { cleanSlide, find, outlineOf, places, type Fields } from '../outline/support.ts';

const plans = [
  { id: 'short', minutes: 10 },
  { id: 'long', minutes: 20 },
];
const objective = { id: 'explain', verb: 'explain', bloom: 'understand', text: 'how it works' };
const teaching = { ...cleanSlide, id: 'teaching', title: 'This slide teaches how it works', objectives: ['explain'] };
const question = (id: string, right: number, more: Fields = {}): Fields => ({
  id,
  question: `Is ${id} so?`,
  answers: ['one', 'two', 'six', 'ten'].map((text, i) => ({ text, ...(i === right ? { correct: true } : {}) })),
  explanation: 'Because.',
  ...more,
});
const messages = async (...args: Parameters<typeof find>): Promise<readonly string[]> =>
  (await find(...args)).map(({ code, severity, message }) => `${severity} ${code} ${message}`);

describe('objectives', () => {
  it('must be taught and assessed', async () => {
    const outline = outlineOf([], { objectives: [objective], quiz: [question('q1', 0)] });
    expect(await messages(objectivesCheck, outline)).toEqual([
      'info teaching/not-taught No slide teaches objective "explain".',
      'info teaching/not-assessed No question assesses objective "explain".',
    ]);
  });

  it('must be so in every plan that promises them', async () => {
    const slide = { ...teaching, plans: ['long'] };
    const quiz = [question('q1', 0, { objectives: ['explain'], plans: ['long'] })];
    const outline = outlineOf([slide], { plans, objectives: [objective], quiz });
    expect(await messages(objectivesCheck, outline)).toEqual([
      'warning teaching/not-taught No slide teaches objective "explain" in plan "short" (10 min).',
      'info teaching/not-assessed No question assesses objective "explain" in plan "short" (10 min).',
    ]);
    const limited = outlineOf([slide], { plans, objectives: [{ ...objective, plans: ['long'] }], quiz });
    expect(await messages(objectivesCheck, limited)).toEqual([]);
  });
});

describe('teaching/minutes', () => {
  const sections = (minutes: unknown): readonly Fields[] => [{ id: 'a', title: 'A', minutes, slides: [cleanSlide] }];
  it('must add up in each plan', async () => {
    const outline = { ...outlineOf([]), plans, sections: sections({ short: 10, long: 25 }) };
    expect(await messages(minutesCheck, outline)).toEqual([
      'warning teaching/minutes The sections of plan "long" (20 min) take 25 minutes.',
    ]);
    expect((await find(minutesCheck, outline))[0]?.source).toBe('20');
  });

  it('may be fractions, or absent', async () => {
    const thirds = [0.1, 0.2, 9.7].map((minutes, i) => ({
      id: `s${i}`,
      title: `S${i}`,
      minutes,
      slides: [{ ...cleanSlide, id: `c${i}` }],
    }));
    expect(await messages(minutesCheck, { ...outlineOf([]), plans: [plans[0]], sections: thirds })).toEqual([]);
    expect(await messages(minutesCheck, outlineOf([], { plans }))).toEqual([]);
  });
});

describe('teaching/pace', () => {
  const talk = (words: number, more: Fields = {}): Fields => ({
    ...outlineOf([]),
    plans: [plans[0]],
    sections: [
      {
        id: 'a',
        title: 'A',
        minutes: 1,
        slides: [{ ...cleanSlide, notes: Array.from({ length: words }, () => 'word').join(' ') }],
        ...more,
      },
    ],
  });
  it('finds notes that take longer than the section', async () => {
    expect(await messages(paceCheck, talk(200))).toEqual([
      'warning teaching/pace The notes of section "a" take 1.6 of its 1 minutes in plan "short" (10 min).',
    ]);
    expect(await messages(paceCheck, talk(200), { options: { 'teaching/pace': { words: 200 } } })).toEqual([]);
  });

  it('lets notes that fit pass', async () => expect(await messages(paceCheck, talk(120))).toEqual([]));
});

describe('teaching/no-summary', () => {
  const four = [1, 2, 3, 4].map((i) => ({ ...cleanSlide, id: `c${i}` }));
  const summary = { layout: 'summary', title: 'Three things to keep', points: ['one'], notes: 'n' };
  it('asks for a summary at the end of a lesson', async () => {
    expect(await messages(summaryCheck, outlineOf(four))).toEqual([
      'info teaching/no-summary The lesson ends without a summary.',
    ]);
    expect(await messages(summaryCheck, outlineOf([...four, summary]))).toEqual([]);
    expect(await messages(summaryCheck, outlineOf([]))).toEqual([]);
  });

  it('or of each long section, when the project wants that', async () => {
    const options = { 'teaching/no-summary': { per: 'section' } } as const;
    expect(await messages(summaryCheck, outlineOf(four), { options })).toEqual([
      'info teaching/no-summary Section "main" has no summary.',
    ]);
    expect(await messages(summaryCheck, outlineOf([...four, summary]), { options })).toEqual([]);
  });
});

describe('questions', () => {
  const quiz = (more: Fields): Fields => outlineOf([], { quiz: [question('q1', 0, more)] });
  it.each([
    ['quiz/right-answers', { answers: [{ text: 'a', correct: true }, { text: 'b', correct: true }, { text: 'c' }] }],
    ['quiz/few-answers', { answers: [{ text: 'a', correct: true }, { text: 'b' }] }],
    ['quiz/no-explanation', { explanation: undefined }],
    ['quiz/same-answers', { answers: [{ text: 'a', correct: true }, { text: '**A**.' }, { text: 'c' }] }],
  ])('%s', async (code, more) => {
    expect((await find(questionsCheck, quiz(more))).map((finding) => finding.code)).toEqual([code]);
  });

  it('lets a sound question pass', async () => expect(await find(questionsCheck, quiz({}))).toEqual([]));
});

describe('answers', () => {
  const letters = (...right: readonly number[]): Fields =>
    outlineOf([], { quiz: right.map((index, i) => question(`q${i}`, index)) });
  it.each([
    ['always the same', [2, 2, 2, 2]],
    ['in turns', [0, 1, 0, 1]],
    ['in a cycle', [0, 1, 2, 3, 0, 1, 2, 3]],
  ])('quiz/answer-pattern: %s', async (_name, right) => {
    expect(await places(answerPatternCheck, letters(...right))).toEqual(['quiz/answer-pattern: quiz']);
  });

  it('quiz/longest-answer: the right one is clearly the longest', async () => {
    const wordy = (id: string, right: number): Fields =>
      question(id, right, {
        answers: ['one', 'two', 'six'].map((text, i) =>
          i === right ? { text: `${text} and more`, correct: true } : { text },
        ),
      });
    const quiz = [0, 2, 1, 1, 0].map((right, i) => wordy(`q${i}`, right));
    expect(await places(answerPatternCheck, outlineOf([], { quiz }))).toEqual(['quiz/longest-answer: quiz']);
  });

  it('lets a mixed order and few questions pass', async () => {
    expect(await find(answerPatternCheck, letters(2, 0, 3, 1, 0, 3))).toEqual([]);
    expect(await find(answerPatternCheck, letters(1, 1, 1))).toEqual([]);
  });
});
