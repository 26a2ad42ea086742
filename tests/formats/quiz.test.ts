import { rmSync } from 'node:fs';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { sheetContext } from '../../src/formats/quiz/sheet.ts';
import { answersContext } from '../../src/formats/quiz/answers.ts';
import { versionsOf } from '../../src/formats/quiz/versions.ts';
import { questionWriter } from '../../src/formats/quiz/writer.ts';
import { inputOf } from '../questions/files.ts';
import { allKinds, outlineAsking } from '../questions/sample.ts';
import { lectern } from '../support/cli.ts';
import { makeFolder } from '../support/papers.ts';
import { inspectPdf } from './pdf-support.ts';

const manyWays = { versions: 4, size: 'a4', slides: 3, text: 'points' } as const;

describe('versions of a sheet', () => {
  it('ask the same, the first as it is written, and each key fits its sheet', async () => {
    const input = { ...(await inputOf(outlineAsking(allKinds))), papers: manyWays };
    const [first, ...others] = versionsOf(input);
    expect(first?.questions.map(({ question }) => question.position)).toEqual(allKinds.map((_, i) => i + 1));
    expect(others.map(({ suffix }) => suffix)).toEqual(['-b', '-c', '-d']);
    for (const version of others) {
      expect(version.questions.map(({ question }) => question.id).toSorted()).toEqual(
        first?.questions.map(({ question }) => question.id).toSorted(),
      );
      expect(version.questions).not.toEqual(first?.questions);
      const writer = questionWriter(input, 'quiz.pdf');
      const sheet = JSON.stringify(sheetContext(input, version, writer));
      const { questions } = answersContext(input, version, writer) as { questions: { short?: { markdown: string } }[] };
      version.questions.forEach(({ question, answers, items, choices }, i) => {
        const short = questions[i]?.short?.markdown ?? '';
        if (question.kind === 'multiple')
          expect(short.split(', ').map((sign) => question.answers[answers['ABC'.indexOf(sign)] ?? 9]?.correct)).toEqual(
            [true, true],
          );
        if (question.kind === 'ordering') {
          expect(short.split(' → ').map((sign) => items['ABC'.indexOf(sign)]?.text)).toEqual(question.order);
          expect(items.map(({ text }) => text)).not.toEqual(question.order);
        }
        if (question.kind === 'matching')
          expect(short.split(', ').map((row) => choices['ABCD'.indexOf(row.at(-1) ?? '')])).toEqual(
            question.pairs.map(({ right }) => right),
          );
      });
      for (const word of [
        'Both say',
        'Right: =',
        'SLC6A4',
        '5-HTT',
        'serotonin|',
        'Na+',
        '4.5',
        'explanation',
        'correct',
      ])
        expect(sheet).not.toContain(word);
    }
    const again = versionsOf({ ...(await inputOf(outlineAsking(allKinds))), papers: manyWays });
    expect(JSON.stringify(again)).toBe(JSON.stringify([first, ...others]));
  });

  it('never offer an order that is right, whatever the items', async () => {
    const input = await inputOf(outlineAsking(allKinds.slice(5, 6)));
    fc.assert(
      fc.property(fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 2, maxLength: 9 }), (order) => {
        const quiz = input.lesson.quiz.map((question) => ({ ...question, kind: 'ordering' as const, order }));
        for (const { questions } of versionsOf({ ...input, lesson: { ...input.lesson, quiz }, papers: manyWays }))
          expect(questions[0]?.items.map(({ text }) => text)).not.toEqual(order);
      }),
      { numRuns: 60 },
    );
  });
});

describe('sheet and key as PDF', () => {
  const outline = JSON.stringify(
    outlineAsking(allKinds, 'de', {
      sections: [{ id: 's', title: 'S', slides: [{ layout: 'quiz', question: 'q1' }] }],
    }),
  );
  const root = makeFolder({ 'lessons/x/lesson.yaml': outline, 'lectern.yaml': 'papers: { versions: 2 }\n' });
  afterAll(() => rmSync(root, { recursive: true, force: true }));
  const text = async (path: string): Promise<string> => {
    const { pages, xmp } = await inspectPdf(readFileSync(join(root, 'output/x', path)));
    expect(xmp, path).toContain('pdfuaid');
    return pages.map((page) => page.text).join(' ');
  };

  it('are accessible; the sheet has no answers, and that of students only what slides ask', async () => {
    const { out } = await lectern(root, ['build', '--format', 'quiz', '--no-check', '--no-cache']);
    expect(out).not.toContain('pdf/');
    const [sheet, other, key] = [await text('quiz.pdf'), await text('quiz-b.pdf'), await text('answers-b.pdf')];
    for (const words of ['Version B', 'SERT ~ 1', 'dopamine = DA', 'two: 2', '{x} = #1?'])
      expect(other).toContain(words);
    for (const words of ['SLC6A4', 'Both say', 'serotonin|', 'Na+', '4.5 ±']) {
      expect(sheet).not.toContain(words);
      expect(key.includes(words)).toBe(words !== 'serotonin|');
    }
    await lectern(root, ['build', '--format', 'quiz', '--audience', 'student', '--no-check', '--no-cache']);
    const shown = await text('student/quiz.pdf');
    expect(shown).toContain('{x} = #1?');
    expect(shown).not.toContain('Which are even?');
    for (const path of ['student/answers.pdf', 'student/quiz.html'])
      expect(() => readFileSync(join(root, 'output/x', path))).toThrow();
  });
});
