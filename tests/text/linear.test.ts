import { describe, expect, it } from 'vitest';
import { boundariesOf, graphemesOf } from '../../src/base/index.ts';
import { Speller } from '../../src/checks/words/speller.ts';
import { wordsIn } from '../../src/checks/words/tokens.ts';
import { plainText, withoutFormulas } from '../../src/compose/index.ts';
import { fenceLines } from '../../src/compose/text/blocks.ts';
import { styleSheet } from '../../src/compose/css.ts';
import { checkCoverage, coverageOf } from '../../src/coverage/index.ts';
import { Hay } from '../../src/coverage/said/hay.ts';
import { termsOf } from '../../src/coverage/said/index.ts';
import { notesComment } from '../../src/formats/markdown/notes.ts';
import { slugOf } from '../../src/parse/slug.ts';
import { PlaceIndex } from '../../src/parse/yaml/places.ts';
import { readRows } from '../../src/render/charts/rows.ts';
import { sanitizeSvg } from '../../src/render/svg/index.ts';
import { oneLine } from '../../src/reporters/safe-text.ts';
import { breakLines, hyphenator, longestRun, rulesOf, trim } from '../../src/text/index.ts';
import { lesson, section, slide, source } from '../coverage/lesson.ts';

const spellers = await Promise.all(['en', 'de'].map((lang) => Speller.for(lang, [])));
const spelled = (text: string): unknown =>
  spellers.map((speller) => wordsIn(text).map((word) => speller?.unknownIn(word)));
const said = (text: string, lang: string): unknown =>
  termsOf(`x${text}`, lang).map((term) => new Hay([text], lang).has(term));
/** Letters that are no two times the same word. */
const differing = (count: number): string =>
  Array.from(
    { length: count },
    (_, i) => `beginning${i.toString(36).replace(/\d/g, (digit) => 'vwxyzbcdfg'.charAt(Number(digit)))}`,
  ).join(' ');
const uncovered = (count: number): unknown =>
  checkCoverage(
    coverageOf(
      lesson({
        source: source({ a: Array(count).fill('It is so.') }).source,
        sections: [section('a', [slide('one')])],
      }),
    ),
  );

/** Keys of many slides that are renamed, each with what stands below it. */
function renamed(count: number): void {
  const places = new PlaceIndex('lesson.yaml');
  const slides = Array.from({ length: count }, (_, i) => `/slides/${i}`);
  for (const slide of slides)
    for (const below of ['', '/text', '/text/0']) places.set(slide + below, { value: [0, 1] });
  for (const slide of slides) places.alias(`${slide}/text`, `${slide}/body`);
  expect(places.key(`/slides/${count - 1}/body/0`)).toEqual({ file: 'lesson.yaml', start: 0, end: 1 });
}

const svg = (inside: string): unknown =>
  sanitizeSvg(new TextEncoder().encode(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">${inside}</svg>`), {
    file: 'a.svg',
    idPrefix: 'p-',
  });
const css = (text: string): unknown => styleSheet('own.css', text);

/** Text that is merely long: what is done with it, and the text that is repeated in it. */
const cases: readonly (readonly [string, (long: (piece: string) => string) => unknown])[] = [
  ['a title of `[`', (long) => slugOf(long('['))],
  ['a title of `![a](`', (long) => [slugOf(long('![a](')), plainText(long('![a]('))]],
  ['a title of `[a](b(`', (long) => slugOf(long('[a](b('))],
  ['a title of blanks', (long) => [slugOf(`a${long(' ')}b`), plainText(`a${long(' ')}b`)]],
  ['formulas that never end', (long) => withoutFormulas(`${long('$\\')}\n`)],
  ['brackets of formulas around nothing', (long) => plainText(`${long('\\(')}\\)`)],
  ['formulas that end with an escaped sign', (long) => plainText(long('\\[a\\\\]'))],
  ['footnotes and citations in a title', (long) => [plainText(long('[^a')), plainText(long('[@a'))]],
  ['emphasis of all kinds', (long) => plainText(long('*_~^'))],
  ['names of emoji in lines', (long) => plainText(long(':a:\n'))],
  ['footnotes in the line', (long) => plainText(long('^[a *b*] '))],
  ['brackets of all kinds', (long) => plainText(long('[(<`'))],
  ['dashes in notes', (long) => notesComment(`${long('-')}!`, 'Notes')],
  ['quotes in a word', (long) => wordsIn(`a${long("'")}b`)],
  ['formulas in words', (long) => wordsIn(`${long('$\\')}\n`)],
  ['hyphens in words', (long) => wordsIn(`${long('t-')}\u0000`)],
  ['trimmed text', (long) => trim(`a${long(' ')}b`, /\s/)],
  ['zeros in a CSV cell', (long) => readRows(`a\n${long('0')}x`)],
  ['`url(` in CSS', (long) => css(`a{b:${long('url(')}}`)],
  ['tabs in CSS', (long) => css(`a{b:url(${long('\t')}x}`)],
  ['values in CSS', (long) => css(`a{b:${long('x ')}}`)],
  ['selectors in CSS', (long) => css(`${long('a,')}a{b:c}`)],
  ['comments in CSS', (long) => css(`a{b:${long('/**/')}}`)],
  ['strings in CSS', (long) => css(`a{b:"${long("'")}"}`)],
  ['escapes in CSS', (long) => css(`a{b:${long('\\')}a}`)],
  ['rules of CSS', (long) => rulesOf(long('a{"'))],
  ['`url(#R` in SVG paint', (long) => svg(`<path fill="${long('url(#R')}"/>`)],
  ['`@import` in SVG style', (long) => svg(`<style>${long('@import')}</style>`)],
  ['zeros in an SVG size', (long) => svg(`<svg width="${long('0')}x"/>`)],
  ['blanks in a message', (long) => oneLine(`${long(' ')}x`)],
  ['graphemes of a line', (long) => graphemesOf(long('ab'))],
  ['one grapheme', (long) => graphemesOf(`a${long('\u0301')}`)],
  ['a long word', (long) => [spelled(long('x')), spelled(long('x-')), spelled(long('字'))]],
  ['a long word to hyphenate', (long) => [hyphenator('en')(long('x')), hyphenator('de')(long('Donau'))]],
  ['a long word of a source', (long) => ['en', 'nl', 'zh'].map((lang) => said(long('abcde'), lang))],
  [
    'words with one beginning',
    (long) =>
      new Hay([differing(long('1234567890').length / 10)], 'en').has({
        kind: 'word',
        key: 'beginningend',
        written: 'beginningend',
        at: 0,
      }),
  ],
  ['sentences that no slide says', (long) => uncovered(long('1234567890').length / 10)],
  ['sentences', (long) => [...boundariesOf(new Intl.Segmenter('en', { granularity: 'sentence' }), long('It is so. '))]],
  ['renamed keys', (long) => renamed(Math.floor(long('1234567890').length / 20))],
  ['words in lines', (long) => breakLines([{ text: long('a-b c'), font: { family: 'sans', size: 20 } }], 500)],
];

/** CPU milliseconds for a text of so many characters: the least of a few runs, as others use the machine too. */
function cost(run: (long: (piece: string) => string) => unknown, size: number): number {
  const times = Array.from({ length: 3 }, (_, i) => {
    const start = process.cpuUsage();
    // Texts of no two runs are equal, so that nothing is remembered.
    run((piece) => piece.repeat(Math.ceil(size / piece.length) + i));
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1000;
  });
  return Math.min(...times);
}

describe('text that is merely long takes time in proportion', () => {
  // Four times the text may take sixteen times as long when the time is quadratic; caches and garbage are allowed for.
  it.each(cases)('%s', (_, run) => {
    const small = cost(run, 25_000);
    expect(cost(run, 100_000)).toBeLessThan(8 * small + 40);
  });
});

it('counts any number of backticks', () => {
  const text = '` '.repeat(200_000) + '```';
  expect(fenceLines(text, '')[0]).toBe('````');
  expect(longestRun(text, '`')).toBe(3);
});

describe('texts are cut where the segmenter cuts them', () => {
  const texts = [
    'It is. So? "Yes!" he said. Dr. Who came at 5 p.m. and left... ',
    'Een zin van e.a. woorden; daarna nog 1. Wat dan? ',
    '漢字。かな！ A\u0301e\u0308 👩‍👩‍👧‍👦🇳🇱 ',
  ];
  it.each(['sentence', 'grapheme', 'word'] as const)('by %s', (granularity) => {
    const segmenter = new Intl.Segmenter('en', { granularity });
    for (const text of texts.map((one) => one.repeat(60))) {
      const whole = Array.from(segmenter.segment(text), ({ index }) => index);
      expect([...boundariesOf(segmenter, text, { piece: 300, doubt: 120 })]).toEqual(whole);
    }
  });
});
