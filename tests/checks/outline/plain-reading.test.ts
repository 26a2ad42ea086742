import { describe, expect, it } from 'vitest';
import { plainReadingCheck } from '../../../src/checks/outline/plain-reading.ts';
import { cleanSlide, find, outlineOf } from './support.ts';

const codes = async (more: Readonly<Record<string, unknown>>): Promise<readonly string[]> =>
  (await find(plainReadingCheck, outlineOf([{ ...cleanSlide, id: 'x', ...more }]))).map(({ code }) => code);

describe('reading without eyes or colours', () => {
  it.each([
    ['text/link-words', 'The rule stands [here](https://example.org/a).'],
    ['text/link-words', 'De regel staat [hier](https://example.org/a).'],
    ['text/bare-url', 'The rule stands at https://example.org/a.'],
    ['text/bare-url', 'The rule stands at <https://example.org/a>.'],
    ['text/bare-url', 'See [this rule](https://example.org/a "The rule"), or https://example.org/b.'],
    ['text/capitals', 'NOBODY READS A WHOLE SENTENCE IN CAPITALS'],
    ['text/colour-words', 'Compare the red ones with the others.'],
    ['text/emoji', '✅ ❌'],
  ])('%s: %s', async (code, body) => expect(await codes({ body })).toEqual([code]));

  it.each([
    'See [the guideline of 2024](https://example.org/here).',
    'DNA, RNA and ATP are acids.',
    'The red blood cells carry oxygen.',
    'Done ✅',
    '`https://example.org` is an address.',
    'See [https://example.org/a](https://example.org/a "The rule") and [the rule](<https://example.org/a b>).',
  ])('lets pass: %s', async (body) => expect(await codes({ body })).toEqual([]));

  it('finds empty heads and cells, but not the corner above the heads of rows', async () => {
    const table = { layout: 'table', body: undefined, rowHeaders: true };
    const rows = [['a', '1', '2']];
    expect(await codes({ ...table, head: ['', 'x', 'y'], rows })).toEqual([]);
    expect(await codes({ ...table, head: ['', '', 'y'], rows })).toEqual(['table/empty-cell']);
    expect(await codes({ ...table, head: ['', 'x', 'y'], rows: [['a', '', '2']] })).toEqual(['table/empty-cell']);
  });
});
