import { describe, expect, it } from 'vitest';
import { parse } from 'gift-pegjs';
import { giftFormat } from '../../src/formats/gift/format.ts';
import { allKinds, outlineAsking } from '../questions/sample.ts';
import { filesOf } from '../questions/files.ts';

describe('quiz.gift', () => {
  it('is read by a parser of GIFT, each question once, no sign lost', async () => {
    const { text, codes } = await filesOf(giftFormat, outlineAsking(allKinds));
    const read = parse(text).filter(({ type }) => type !== 'Category');
    expect(read.map(({ type }) => type)).toEqual([
      'MC',
      'MC',
      'TF',
      'Numerical',
      'Matching',
      'Matching',
      'Short',
      'Short',
      'Short',
    ]);
    expect(read.map(({ title }) => title)).toEqual(['q1', 'q2', 'q3', 'q4', 'q5', 'q6', 'q7', 'q8-1', 'q8-2']);
    const first = JSON.stringify(read[0]);
    for (const words of [
      '\\\\(a < b\\\\)'.replace('<', '&lt;'),
      '<code>b &gt; a</code>',
      '{x} = #1?',
      'No: {never}',
      'Right: = ]]&gt;',
      'Yes ~ always',
    ])
      expect(first).toContain(words);
    // The parser leaves the marks of escaped signs in right sides.
    expect(JSON.stringify(read[4]).replaceAll('&&061;', '=')).toContain('dopamine = DA');
    expect(codes).toEqual(['kit/other-kind', 'kit/other-kind']);
  });

  it('leaves out what says nothing right, and tells it', async () => {
    const { text, codes } = await filesOf(giftFormat, outlineAsking([{ question: 'Q?', answers: ['A', 'B'] }]));
    expect([text.includes('Q?'), codes]).toEqual([false, ['kit/left-out']]);
  });

  it('has no blank line inside a question, and each on a new one', async () => {
    const quiz = [{ question: 'One\n\nTwo\n\n```\na\n\nb\n```', answers: ['A', 'B *'] }];
    const { text } = await filesOf(giftFormat, outlineAsking(quiz));
    expect(text.trim().split('\n\n')).toHaveLength(2);
    expect(text).toContain('One</p><p>Two');
  });

  it('asks for no words that Moodle would match, and keeps the indentation of code', async () => {
    const quiz = [
      { question: 'Short?', answer: ['a -> b', '%5% more'] },
      { question: 'Arrow?', answer: ['x->y'] },
      { question: '```\nif a:\n    b\n```', answers: ['[x] A', 'B'] },
    ];
    const { text, codes } = await filesOf(giftFormat, outlineAsking(quiz));
    expect([codes.toSorted(), text.includes('->')]).toEqual([['kit/left-out', 'kit/not-carried'], false]);
    expect(text).toContain('=%100%%5% more');
    expect(text).toContain('if a\\:<br />    b');
  });
});
