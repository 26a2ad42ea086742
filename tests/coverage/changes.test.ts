import { describe, expect, it } from 'vitest';
import { checkCoverage, checkLock, compareLock, coverageOf, lockOf, readingLine } from '../../src/coverage/index.ts';
import { changesSince } from '../../src/coverage/changes.ts';
import { carriersOf } from '../../src/coverage/carriers.ts';
import type { LeftOut } from '../../src/model/index.ts';
import { lesson, misconception, question, section, slide, source, waiver } from './lesson.ts';

type Sections = Readonly<Record<string, readonly string[]>>;
const changes = (before: Sections, after: Sections): readonly string[] =>
  changesSince(lesson({ source: source(after).source }), lockOf(lesson({ source: source(before).source }))).map(
    (change) => `${change.kind} ${'before' in change ? change.before : ''}>${'after' in change ? change.after : ''}`,
  );

describe('what became of each statement', () => {
  it.each<[name: string, before: Sections, after: Sections, found: readonly string[]]>([
    ['twins go to the nearest place', { a: ['x', 'same', 'y'] }, { a: ['new', 'same', 'x', 'same', 'y'] }, ['moved a.1>a.3', 'moved a.3>a.5', 'added >a.1', 'added >a.4']],
    ['to the own section first', { a: ['same'], b: ['x'] }, { b: ['same', 'x'], a: ['p', 'q', 'r', 'same'] }, ['moved a.1>a.4', 'moved b.1>b.2', 'added >b.1', 'added >a.1', 'added >a.2', 'added >a.3']],
    ['each place once', { a: ['same', 'same'] }, { b: ['same', 'same'] }, ['moved a.1>b.1', 'moved a.2>b.2']],
    ['sections with a point in their name', { 'a.b': ['x', 'y'] }, { 'a.b': ['x', 'z'] }, ['changed a.b.2>a.b.2']],
    ['a rewritten one stays in its section', { a: ['x'], b: ['y'] }, { a: ['z'], b: ['y'], c: ['v'] }, ['changed a.1>a.1', 'added >c.1']],
    ['all sentences gone', { a: ['x'] }, {}, ['removed a.1>']],
  ])('%s', (_, before, after, found) => {
    expect(changes(before, after)).toEqual(found);
  }); // prettier-ignore

  it('is that all are gone when the source is', () => {
    const lock = lockOf(lesson({ source: source({ a: ['x'] }).source }));
    expect(changesSince(lesson({}), lock)).toEqual([{ kind: 'removed', before: 'a.1' }]);
  });
});

it('what is linked to nothing carries nothing, and waivers of one reason are one', () => {
  const carriers = carriersOf(
    lesson({
      sections: [section('s', [slide('none'), slide('some', ['a.1'])], { omits: [waiver('a.3', 'aside')] })],
      quiz: [question('q', []), question('r', ['a.1'])],
      misconceptions: [misconception('m', [])],
      omits: [waiver('a.2', 'aside'), waiver('a.4', 'old')],
    }),
  );
  expect(carriers.map(({ kind, id, links }) => `${kind} ${id} ${links.map(({ statement }) => statement).join()}`)).toEqual(
    ['slide some a.1', 'question r a.1', 'waiver aside a.2,a.3', 'waiver old a.4'],
  );
}); // prettier-ignore

describe('a finding about what is stale', () => {
  const stale = (before: readonly string[], after: readonly string[], notes?: string) => {
    const carrier = slide('one', ['s.1', 's.2'], notes === undefined ? {} : { notes });
    const sections = [section('s', [carrier, slide('whole', [['s.1', 's.2', 's.3']])])];
    const now = lesson({ sections, source: source({ s: after }).source });
    const then = lesson({ sections, source: source({ s: before }).source });
    return { carrier, found: checkLock(now, compareLock(now, lockOf(then))) };
  };
  it('stands at the link, shows the new text and the notes, and says what to do', () => {
    const { carrier, found } = stale(['A.', 'B.', 'C.'], ['A.', 'New.', 'C.'], 'Say it.');
    expect(found[0]).toMatchObject({ code: 'coverage/stale', at: carrier.covers[1]?.at });
    expect(found[0]?.related).toHaveLength(2);
    expect(found[0]?.help?.at(-1)).toContain('and its notes');
    expect(found[0]?.message).toContain('s.2 has a new text');
  });
  it('shows no notes where there are none', () => {
    const { found } = stale(['A.', 'B.', 'C.'], ['A.', 'New.', 'C.']);
    expect(found[0]?.related).toHaveLength(1);
    expect(found[0]?.help?.at(-1)).not.toContain('notes');
  });
  it.each<[before: readonly string[], after: readonly string[], what: RegExp]>([
    [['A.', 'B.', 'C.'], ['A.', 'C.'], /s\.2 is gone; s\.3 is now s\.2|s\.2 is gone/],
    [['A.', 'B.', 'C.'], ['A.', 'B1.', 'B2.', 'B3.', 'C.'], /s\.2 was divided into s\.2, s\.3 and s\.4/],
    [['A.', 'B.', 'C.', 'D.'], ['A.', 'BC.', 'D.'], /s\.2 and s\.3 were joined into s\.2/],
  ])('tells what became of %j as %j', (before, after, what) => {
    expect(
      stale(before, after)
        .found.map(({ message }) => message)
        .join('\n'),
    ).toMatch(what);
  });
  it('gone statements have no text to show', () => {
    expect(stale(['A.', 'B.', 'C.'], ['A.', 'C.']).found[0]?.related).toEqual([]);
  });
});

describe('slides near a statement that is on none', () => {
  it('are those that carry the closest ones before and after', () => {
    const near = lesson({
      source: source({ a: ['1.', '2.', '3.', '4.', '5.'] }).source,
      sections: [section('a', [slide('one', ['a.1']), slide('five', ['a.5'])])],
    });
    const help = checkCoverage(coverageOf(near)).map((found) => found.help?.[0] ?? '');
    expect(help.slice(0, 3)).toEqual(['a.2', 'a.3', 'a.4'].map((id) => `Add ${id} to \`covers\` of "one" (Title of one) or "five" (Title of five).`)); // prettier-ignore
  });
  it('or those that teach in its section, without covers and pauses', () => {
    const near = lesson({
      source: source({ a: ['1.'], b: ['2.'] }).source,
      sections: [
        section('a', [slide('cover', [], { role: 'structure' as never }), slide('b', ['b.1']), slide('free')]),
      ],
    });
    const [found] = checkCoverage(coverageOf(near));
    expect(found?.help?.[0]).toBe('Add a.1 to `covers` of "b" (Title of b) or "free" (Title of free).');
  });
});

describe('what a text holds beside its statements', () => {
  const part = (kind: LeftOut['kind'], file: string, words: number, lines: readonly [number, number]) =>
    ({ kind, words, lines, at: { file, start: 0, end: 1 } }) as LeftOut;
  it('is counted for each text by itself, without what is written for programs', () => {
    const { source: explainer } = source({ a: ['One two three.'] });
    const file = explainer.file;
    const leftOut = [
      part('code', file, 3, [2, 4]),
      part('code', 'other.md', 50, [1, 1]),
      ...(['attributes', 'box', 'comment', 'front-matter', 'link-definition'] as const).map((kind) => part(kind, file, 70, [1, 1])), // prettier-ignore
    ];
    const [text] = coverageOf(lesson({ source: { ...explainer, leftOut } })).texts;
    expect(text?.words).toEqual({ stated: 3, leftOut: 3 });
    expect(text?.leftOut).toHaveLength(6);
    expect(text && readingLine(text)).toMatch(
      /^1 statement, 50 % of the words; left out: .*1 code block \(lines 2–4\)/,
    );
    expect(text && readingLine({ ...text, leftOut: [part('code', file, 1, [12, 12])] })).toContain('(line 12)');
    expect(text && readingLine({ ...text, leftOut: [] })).toBe('1 statement, 50 % of the words');
  });
});
