import { describe, expect, it } from 'vitest';
import { readAnswer } from '../../src/parse/schema/marks.ts';
import { errorsOf, kitFrom } from '../support/pipeline.ts';

describe('marks of answers', () => {
  it.each([
    ['[x] Vitamin K', 'Vitamin K'],
    ['Vitamin K [x]', 'Vitamin K'],
    ['Vitamin K *', 'Vitamin K'],
    ['は*', 'は'],
    ['*Vitamin K', 'Vitamin K'],
    ['✓ Shrinks', 'Shrinks'],
    ['PL/4 ✓', 'PL/4'],
    ['PL/4 (✔)', 'PL/4'],
    ['Adam (correct)', 'Adam'],
    ['が (juist)', 'が'],
    ['en el centro (correcta)', 'en el centro'],
    ['Merge sort <- correct', 'Merge sort'],
  ])('%s is right', (written, text) => expect(readAnswer(written)).toEqual({ text, isRight: true }));

  it.each([
    ['[ ] Protamine', 'Protamine'],
    ['✗ Adds noise', 'Adds noise'],
    ['Adds noise (wrong)', 'Adds noise'],
  ])('%s is wrong', (written, text) => expect(readAnswer(written)).toEqual({ text, isRight: false }));

  it.each([
    '*soft* word',
    'a*b',
    '2 * 3 * 4',
    '**bold**',
    'returns 1 (true)',
    'the left – right',
    '5* hotels',
    '*p = q*',
  ])('%s has none', (written) => expect(readAnswer(written)).toEqual({ text: written, isRight: false }));
});

const slide = (fields: object): object => ({
  title: 'Lesson',
  lang: 'en',
  sections: [{ title: 'Part', slides: [{ layout: 'quiz', ...fields }] }],
});

describe('questions as people write them', () => {
  it.each([
    ['stars', { question: 'Which?', options: ['One', 'Two *'] }],
    ['a mapping with its letter', { question: 'Which?', options: { a: 'One', b: 'Two' }, answer: 'b' }],
    ['a mapping with a capital letter', { question: 'Which?', answers: { A: 'One', B: 'Two' }, correct: 'B' }],
    ['one text', { question: 'Which?', answers: 'a) One\nb) Two ✓\nc) Three' }],
    ['a solution that is one of them', { question: 'Which?', answers: [2, 16], solution: 16 }],
    ['words in German', { frage: 'Which?', antworten: ['One', 'Two'], richtig: 2 }],
    ['words in French', { question: 'Which?', reponses: ['One', 'Two (correcte)'] }],
    ['one bold answer', { question: 'Which?', answers: ['One', '**Two**'] }],
  ])('%s', async (_, fields) => {
    const kit = await kitFrom(slide(fields));
    expect(errorsOf(kit)).toEqual([]);
    const [shown] = kit.made?.deck.slides ?? [];
    expect(shown?.standIn).not.toBe(true);
    expect(shown?.html.match(/class="mark"/g)).toHaveLength(1);
    expect(shown?.html).not.toMatch(/Two\s*[*✓(]/);
  });

  it.each([
    ['yes alone', { question: 'Is it so?', answer: 'yes' }],
    ['a list of one question', { questions: [{ question: 'Which?', options: ['One', 'Two *'] }] }],
    ['a record', { question: { question: 'Which?', options: ['One', 'Two'], answer: 'Two' } }],
  ])('%s', async (_, fields) => {
    const kit = await kitFrom(slide(fields));
    expect(errorsOf(kit)).toEqual([]);
    expect(kit.made?.deck.slides[0]?.html.match(/class="mark"/g)).toHaveLength(1);
  });

  it('several questions on one slide have a slide each', async () => {
    const kit = await kitFrom(
      slide({
        questions: [
          { question: 'Which?', options: ['One', 'Two *'] },
          { question: 'Why?', options: ['So', 'Thus *'] },
        ],
      }),
    );
    expect(errorsOf(kit)).toEqual([]);
    expect(kit.made?.lesson.quiz.map(({ id }) => id)).toEqual(['q1', 'q2']);
    expect(kit.made?.deck.slides.map(({ html }) => ['Which?', 'Why?'].filter((text) => html.includes(text)))).toEqual(
      expect.arrayContaining([['Which?'], ['Why?']]),
    );
  });
});
