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
    ['text/emoji', '✔️'],
    ['text/link-words', 'The rule stands [**here**](https://example.org/a).'],
    ['text/link-words', '[Click here!](https://example.org/a)'],
    ['text/link-words', 'Die Regel: [mehr erfahren …](https://example.org/a)'],
    ['text/link-words', '規則は[こちら](https://example.org/a)。'],
    ['text/link-words', 'القاعدة [هنا](https://example.org/a).'],
    ['text/capitals', 'Take care. NEVER MIX STRONG ACIDS WITH WATER. Ask first.'],
    ['text/colour-words', 'Errors are shown in red.'],
    ['text/colour-words', 'De afwijkingen zijn rood gemarkeerd.'],
    ['text/colour-words', 'Die roten sind länger.'],
    ['text/colour-words', 'Fehler sind in Rot dargestellt.'],
    ['text/colour-words', 'Les erreurs sont marquées en rouge.'],
  ])('%s: %s', async (code, body) => expect(await codes({ body })).toEqual([code]));

  it.each([
    'See [the guideline of 2024](https://example.org/here).',
    'DNA, RNA and ATP are acids.',
    'The red blood cells carry oxygen.',
    'Done ✅',
    '`https://example.org` is an address.',
    'A link is written `[here](https://example.org)`, and so is $[this](x)$.',
    'NATO, UNESCO, WHO, UNICEF',
    'De rode en witte bloedcellen vervoeren zuurstof.',
    'De rode, gele en groene lichten wisselen.',
    'Die roten und weißen Blutkörperchen',
    'Die Grünen sind eine Partei.',
    'Les rouges-gorges chantent.',
    'The reaction results in blue crystals, written in red ink.',
    'See [https://example.org/a](https://example.org/a "The rule") and [the rule](<https://example.org/a b>).',
  ])('lets pass: %s', async (body) => expect(await codes({ body })).toEqual([]));

  it('names an address without the end of its sentence', async () => {
    const body = 'Look it up (https://example.org/a#b).';
    const [finding] = await find(plainReadingCheck, outlineOf([{ ...cleanSlide, id: 'x', body }]));
    expect(finding?.help).toEqual(['Write `[what it is](https://example.org/a#b)`.']);
  });

  it('finds empty heads and cells, but not the corner above the heads of rows', async () => {
    const table = { layout: 'table', body: undefined, rowHeaders: true };
    const rows = [['a', '1', '2']];
    expect(await codes({ ...table, head: ['', 'x', 'y'], rows })).toEqual([]);
    expect(await codes({ ...table, head: ['', '', 'y'], rows })).toEqual(['table/empty-cell']);
    expect(await codes({ ...table, head: ['', 'x', 'y'], rows: [['a', '', '2']] })).toEqual(['table/empty-cell']);
  });
});
