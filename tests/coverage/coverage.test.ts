import { describe, expect, it } from 'vitest';
import { positionAt } from '../../src/base/index.ts';
import { checkCoverage, coverageOf, percent } from '../../src/coverage/index.ts';
import { lesson, misconception, question, section, slide, source, waiver } from './lesson.ts';

const explainer = source({
  a: ['First.', 'Second.', 'Third.'],
  b: ['Fourth, which is a much longer sentence that goes on past what a message should hold.'],
  c: [],
});

const sample = lesson({
  source: explainer.source,
  sections: [
    section('a', [
      slide('start', [], { layout: 'title', role: 'title' }),
      slide('one', ['a.1']),
      slide('three', ['a.3', 'a.1']),
      slide('aside'),
    ]),
    section('b', [slide('four')], { omits: [waiver('a.2', 'Repeats a.1.')] }),
  ],
  quiz: [question('q1', ['b.1', 'a.1'])],
  misconceptions: [misconception('No.', ['a.3'])],
});

describe('coverageOf', () => {
  const coverage = coverageOf(sample);

  it('finds what carries each statement', () => {
    const found = coverage.sections
      .flatMap(({ statements }) => statements)
      .map(({ statement, status, slides, questions, misconceptions }) => [
        statement.id,
        status,
        slides,
        questions,
        misconceptions,
      ]);
    expect(found).toEqual([
      ['a.1', 'covered', ['one', 'three'], ['q1'], []],
      ['a.2', 'waived', [], [], []],
      ['a.3', 'covered', ['three'], [], [1]],
      ['b.1', 'uncovered', [], ['q1'], []],
    ]);
  });

  it('finds what each slide carries and which carry nothing', () => {
    expect(coverage.slides.map(({ slide: id, statements, orphan }) => [id, statements, orphan])).toEqual([
      ['start', [], 'expected'],
      ['one', ['a.1'], 'no'],
      ['three', ['a.3', 'a.1'], 'no'],
      ['aside', [], 'unexpected'],
      ['four', [], 'unexpected'],
    ]);
  });

  it('adds up', () => {
    expect(coverage.totals).toEqual({
      statements: 4,
      covered: 2,
      waived: 1,
      uncovered: 1,
      sections: 3,
      completeSections: 2,
      slides: 5,
      orphans: 3,
    });
    expect(coverage.sections.map(({ complete }) => complete)).toEqual([true, false, true]);
  });

  it('counts only the slides it is given', () => {
    const some = coverageOf(sample, sample.sections[0]?.slides.slice(0, 2));
    expect(some.totals).toMatchObject({ covered: 1, uncovered: 2, slides: 2 });
  });

  it('ignores links to statements that do not exist', () => {
    const odd = coverageOf(lesson({ source: explainer.source, sections: [section('a', [slide('s', ['zz.9'])])] }));
    expect(odd.slides[0]).toMatchObject({ statements: [], orphan: 'unexpected' });
  });
});

describe('checkCoverage', () => {
  it('names the uncovered statement, its place and the slides near it', () => {
    const [first, second] = checkCoverage(coverageOf(sample));
    expect(first).toMatchObject({ code: 'coverage/uncovered', severity: 'error' });
    expect(first?.message).toBe(
      'Statement b.1 is on no slide: “Fourth, which is a much longer sentence that goes on past…”',
    );
    expect(positionAt(explainer.text, first?.at?.start ?? -1)).toEqual({ line: 11, column: 1 });
    expect(first?.help?.[0]).toBe('Question q1 asks about it, but no slide teaches it.');
    expect(first?.help?.[1]).toBe('Add b.1 to `covers` of "four" (Title of four).');
    expect(second).toMatchObject({
      code: 'coverage/below-minimum',
      message: '2 of 3 sections are covered or waived (66 %); the minimum is 100 %.',
    });
  });

  it('prefers slides that carry the neighbours', () => {
    const near = lesson({
      source: explainer.source,
      sections: [section('a', [slide('one', ['a.1']), slide('three', ['a.3']), slide('b', ['b.1'])])],
    });
    const [found] = checkCoverage(coverageOf(near));
    expect(found?.help?.[0]).toBe('Add a.2 to `covers` of "one" (Title of one) or "three" (Title of three).');
    expect(found?.related).toHaveLength(2);
  });

  it('warns only, while the minimum is reached', () => {
    expect(checkCoverage(coverageOf(sample), { sections: 60 }).map(({ code, severity }) => [code, severity])).toEqual([
      ['coverage/uncovered', 'warning'],
    ]);
    const strict = checkCoverage(coverageOf(sample), { sections: 0, statements: 76 });
    expect(strict.at(-1)?.message).toBe('3 of 4 statements are covered or waived (75 %); the minimum is 76 %.');
  });

  it('reports a statement that is both covered and waived', () => {
    const both = lesson({
      source: source({ a: ['One.'] }).source,
      sections: [section('a', [slide('s', ['a.1'])])],
      omits: [waiver('a.1', 'Why not.')],
    });
    expect(checkCoverage(coverageOf(both))).toMatchObject([
      { code: 'coverage/covered-and-waived', severity: 'warning', at: both.omits[0]?.at },
    ]);
  });

  it('has nothing to say about a whole lesson, and a remark about one without source', () => {
    const whole = lesson({ source: source({ a: ['One.'] }).source, sections: [section('a', [slide('s', ['a.1'])])] });
    expect(checkCoverage(coverageOf(whole), { sections: 100, statements: 100 })).toEqual([]);
    expect(checkCoverage(coverageOf(lesson({})))).toMatchObject([{ code: 'coverage/no-source', severity: 'info' }]);
  });

  it('never rounds up to 100 %', () => {
    expect(percent(999, 1000)).toBe(99);
    expect(percent(0, 0)).toBe(100);
  });
});
