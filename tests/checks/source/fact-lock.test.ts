import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FactStore, factsIn } from '../../../src/checks/source/facts.ts';
import { factLockCheck } from '../../../src/checks/source/fact-lock.ts';
import { cleanSlide, find, outlineOf, type Fields, type Found } from '../outline/support.ts';

const source =
  '# T\n\n## Pump {#pump}\n\nMDMA moves serotonin through SERT at 0.5 µM. In 12 rats the 5-HT1A receptor mattered.\n';
const files = { 'source.md': source, 'data/x.csv': 'g,v\na,12\nb,77\n' };
const slide = (more: Fields): Fields => ({
  ...cleanSlide,
  id: 's',
  title: 'The pump was measured here',
  covers: ['pump.1'],
  ...more,
});
const omits = [
  { statement: 'pump.1', reason: 'x' },
  { statement: 'pump.2', reason: 'x' },
];
const check = (more: Fields, rest: Fields = {}): Promise<readonly Found[]> =>
  find(factLockCheck, outlineOf([slide(more)], { omits, ...rest }), { files });
const unsupported = async (...args: Parameters<typeof check>): Promise<readonly (string | undefined)[]> =>
  (await check(...args)).flatMap(({ message }) => [...message.matchAll(/“(.+?)”/g)].map((match) => match[1]));

describe('source/fact-unsupported', () => {
  it('finds numbers, units and names that nothing supports', async () => {
    expect(await unsupported({ body: 'At 5 µM, not through 5-HT2A but SERT, in 14 mice with citalopram.' })).toEqual([
      '5-HT2A',
      'citalopram',
      '5 µM',
      '14',
    ]);
    const [finding] = await check({ body: 'At 5 µM.' });
    expect(finding).toMatchObject({ code: 'source/fact-unsupported', severity: 'warning', source: 'At 5 µM.' });
  });

  it('says where else it occurs', async () => {
    const [finding] = await check({ body: 'The 5-HT1A receptor mattered.' });
    expect(finding?.help?.[0]).toBe(
      '“5-HT1A” occurs in statement pump.2: if that says the same, add `covers: [pump.2]`.',
    );
    expect(finding?.related).toHaveLength(1);
  });

  it('gives one finding for a slide, with the other fields', async () => {
    const found = await check({ title: 'In 14 mice it moves', body: 'At 5 µM with 14 and OXTR, as 5-HT1A does.' });
    expect(found).toMatchObject([
      {
        message: 'Slide "s" says “14”, “5-HT1A”, “OXTR” and “5 µM”, which nothing it covers or cites supports.',
        source: 'In 14 mice it moves',
        related: [
          { message: 'Here it says “5-HT1A”, “OXTR” and “5 µM”.' },
          { message: '“5-HT1A” in statement pump.2.' },
        ],
        help: [
          '“5-HT1A” occurs in statement pump.2: if that says the same, add `covers: [pump.2]`.',
          expect.stringContaining('“14”, “OXTR” and “5 µM”') as string,
          expect.stringContaining('ignore') as string,
        ],
      },
    ]);
    expect(await check({ covers: undefined, title: 'In 14 mice it moves', body: '5 µM or 6 µM.' })).toMatchObject([
      { code: 'source/number-unsupported', related: [{ message: 'Here it says “5 µM” and “6 µM”.' }] },
    ]);
  });

  it('leaves the numbers of the rows of a table alone', async () => {
    const rows = [
      ['1', 'SERT'],
      ['2', '0.5 µM'],
      ['9', 'no row number'],
    ];
    expect(await unsupported({ layout: 'table', body: undefined, head: ['No', 'What'], rows })).toEqual(['9']);
    expect(await unsupported({ body: '| No | What |\n|---|---|\n| 7 | SERT |\n| 8 | 31 % |\n' })).toEqual(['31 %']);
  });

  it('lets what the statements, references and glossary say pass', async () => {
    expect(await unsupported({ body: 'SERT moves it at 0.5 µM.' })).toEqual([]);
    const references = [
      { id: 'w', authors: 'Verrico et al.', year: '2007', title: 'MDMA and NET', facts: ['n = 14, IC50 44 µM'] },
    ];
    const glossary = [{ term: 'VMAT2', definition: 'Fills vesicles.' }];
    expect(
      await unsupported(
        { body: 'NET, VMAT2, 14 cells, 44 µM (Verrico 2007).', cites: ['w'] },
        { references, glossary },
      ),
    ).toEqual([]);
    expect(await unsupported({ body: 'NET.' }, { references })).toEqual(['NET']);
  });

  it('reads numbers with their unit, in tables, key figures and charts', async () => {
    const figures = { layout: 'key-figure', body: undefined, figures: [{ value: 0.5, unit: 'mg', label: 'a dose' }] };
    expect(await unsupported(figures)).toEqual(['0.5 mg']);
    expect(await unsupported({ ...figures, figures: [{ value: 0.5, unit: 'µM', label: 'a dose' }] })).toEqual([]);
    const chart = {
      layout: 'chart',
      body: undefined,
      chart: { type: 'bar', x: 'g', y: 'v' },
      data: 'data/x.csv',
      alt: 'Bars for a and b.',
    };
    expect(await unsupported({ ...chart, covers: ['pump.2'] })).toEqual(['77']);
  });

  it('leaves formulas, list numbers and links alone', async () => {
    expect(await unsupported({ body: '1. $x^{17}$ and [a page](https://example.org/99)\n2. more' })).toEqual([]);
  });

  it('only informs about numbers on slides without statements', async () => {
    const found = await check({ covers: undefined, body: 'In 99 cases OXTR.' });
    expect(found.map(({ code, severity }) => `${severity} ${code}`)).toEqual(['info source/number-unsupported']);
  });

  it('needs a source', async () => {
    expect(await find(factLockCheck, outlineOf([{ ...slide({ body: '99' }), covers: undefined }]))).toEqual([]);
  });
});

describe('facts', () => {
  const says = (support: string, text: string): boolean =>
    factsIn(text).every((fact) => new FactStore([support]).has(fact));
  it.each([
    ['0.5 µM', '0,5 μM'],
    ['1.234', '1,234'],
    ['1.234.567', '1 of 1,234,567'.slice(5)],
    ['31 procent', '31 %'],
    ['twaalf ratten', '12 ratten'],
    ['from 0.2 to 0.8 °C', '0,2–0,8 °C'],
    ['on 1 July 2023', '1 juli ’23'],
    ['14.8 points', '−14,8'],
    ['132 beats per minute', '132 bpm'],
    ['n=14', 'n = 14'],
    ['5-HT2A', '2A'],
    ['ERK1/2', 'ERK'],
    ['MAO-A', 'MAO-inhibitor'],
    ['an SSRI', 'SSRIs'],
    ['95%-interval', '95 %'],
  ])('%s supports %s', (support, text) => expect(says(support, text)).toBe(true));

  it.each([
    ['0.5 µM', '5 µM'],
    ['0.5 µM', '0.5 mg'],
    ['12 %', '21 %'],
    ['5-HT2A', '5-HT2B'],
    ['htr1b', 'htr2b'],
    ['SERT', 'NET'],
    ['ERK', 'ERK5'],
    ['', 'moclobemide'],
  ])('%s does not support %s', (support, text) => expect(says(support, text)).toBe(false));

  it('sees no facts in ordinary words', () => {
    expect(factsIn('De les van vandaag gaat over stemming, deel II, een hele middag.')).toEqual([]);
  });

  it('holds what it reads, for any text', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => says(text, text)));
  });
});
