import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chaptersOf, newMinutes, readLecture, webVtt, youTube } from '../../src/lecture/index.ts';
import { replaceAll } from '../../src/project/fix.ts';
import { unifiedDiff } from '../../src/project/unified.ts';
import type { LectureRecord } from '../../src/wire/index.ts';
import { makeProject } from '../support/files.ts';
import { kitOf } from '../support/pipeline.ts';

const record = (changes: Partial<LectureRecord> = {}): LectureRecord => ({
  lectern: 'lecture',
  version: 1,
  lesson: 'x',
  title: 'X',
  plan: '',
  width: 1280,
  height: 720,
  visits: [],
  spent: {},
  ink: {},
  hands: [],
  remarks: '',
  ...changes,
});

const codesOf = (text: string): readonly string[] => readLecture('f.json', text).diagnostics.map(({ code }) => code);

describe('the file of a lecture', () => {
  it('is read when it is as the player writes it', () => {
    const points = [1, 2, 3, 4.5];
    const whole = record({ ink: { a: [{ tool: 'pen', color: '#e5243b', points }] }, spent: { a: 1000 } });
    expect(readLecture('f.json', JSON.stringify(whole))).toMatchObject({ ok: true, value: whole });
  });

  it('is refused when anything in it is not what its schema names', () => {
    const stroke = { tool: 'pen', color: '#e5243b', points: [1, 2] };
    const bad: readonly unknown[] = [
      null,
      [],
      { ...record(), lectern: 'deck' },
      { ...record(), more: 1 },
      { ...record(), visits: [{ slide: 'a', at: -1 }] },
      { ...record(), ink: { a: [{ ...stroke, color: 'red" onload="x' }] } },
      { ...record(), ink: { a: [{ ...stroke, points: [1, null] }] } },
      { ...record(), ink: { a: [{ ...stroke, tool: 'brush' }] } },
      { ...record(), spent: { a: '5' } },
      { ...record(), remarks: 'x'.repeat(50_000) },
    ];
    for (const value of bad) expect(codesOf(JSON.stringify(value))).toEqual(['after/not-a-record']);
    expect(codesOf('{"lectern":"lecture"')).toEqual(['after/not-a-record']);
    expect(codesOf('['.repeat(100_000))).toEqual(['after/not-a-record']);
    expect(codesOf(JSON.stringify({ ...record(), version: 2 }))).toEqual(['after/newer']);
  });

  it('never throws, whatever stands in it', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = JSON.stringify({ ...record(), ...(value as object | null) });
        expect(() => readLecture('f.json', text)).not.toThrow();
      }),
    );
  });
});

describe('chapters', () => {
  const names = {
    sectionOf: new Map([
      ['a', 's1'],
      ['b', 's1'],
      ['c', 's2'],
      ['d', 's3'],
    ]),
    titleOf: new Map([
      ['s1', 'Start & <b>'],
      ['s2', 'Middle'],
      ['s3', 'End'],
    ]),
  };
  const at = (slide: string, seconds: number) => ({ slide, at: seconds * 1000 });
  const visits = [at('a', 0), at('b', 60), at('d', 90), at('c', 91), at('a', 200), at('c', 205), at('d', 4000)];

  it('begin at zero, leave out what was only passed, and are moved by the start of the recording', () => {
    const chapters = chaptersOf(record({ visits, spent: { d: 60_000 } }), names, 30);
    expect(chapters.map(({ title, start, end }) => [title, start, end])).toEqual([
      ['Start & <b>', 0, 121],
      ['Middle', 121, 4030],
      ['End', 4030, 4090],
    ]);
    expect(youTube(chapters)).toBe('00:00:00 Start & <b>\n00:02:01 Middle\n01:07:10 End\n');
    expect(webVtt(chapters)).toContain('1\n00:00:00.000 --> 00:02:01.000\nStart &amp; &lt;b&gt;\n');
    expect(webVtt(chapters).startsWith('WEBVTT\n\n1\n')).toBe(true);
  });

  it('are none where nothing was shown', () => {
    expect(chaptersOf(record(), names, 0)).toEqual([]);
  });
});

describe('the minutes for next year', () => {
  const outline = `# mine
title: T
lang: en
plans: [{ id: short, minutes: 20 }, { id: long, minutes: 40 }]
sections:
  - id: one   # kept
    title: One
    minutes: { short: 5, long: 9 }   # as planned
    slides: [{ layout: statement, id: a, statement: Hello there. }]
  - id: two
    title: Two
    minutes: 6
    slides: [{ layout: statement, id: b, statement: Good bye. }]
  - id: three
    title: Three
    slides: [{ layout: statement, id: c, statement: Nothing more. }]
`;

  it('stand where the old ones stood; all else in the outline stays', async () => {
    const { made } = await kitOf(makeProject({ 'lessons/x/lesson.yaml': outline }));
    if (!made) throw new Error('not made');
    const spent = { a: 400_000, b: 330_000, c: 60_000 };
    const { fixes, diagnostics } = newMinutes(made, record({ plan: 'short', spent }), ({ start, end }) =>
      outline.slice(start, end),
    );
    const { text } = replaceAll(outline, fixes);
    expect(text).toBe(
      outline.replace('short: 5, long', 'short: 7, long').replace('minutes: 6', 'minutes: { short: 5.5, long: 6 }'),
    );
    expect(diagnostics.map(({ code }) => code)).toEqual(['after/minutes-kept']);
    expect(unifiedDiff('lessons/x/lesson.yaml', outline, text).split('\n').slice(0, 3)).toEqual([
      '--- a/lessons/x/lesson.yaml',
      '+++ b/lessons/x/lesson.yaml',
      '@@ -5,11 +5,11 @@',
    ]);
  });
});
