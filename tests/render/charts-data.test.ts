import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../src/base/index.ts';
import { drawChart } from '../../src/render/charts/index.ts';
import { readDates, timeTicks } from '../../src/render/charts/dates.ts';
import { habitOf, readNumber } from '../../src/render/charts/numbers.ts';
import { decodeTable } from '../../src/compose/decode-table.ts';

const options = { id: 'c', width: 1136, height: 430, lang: 'en', title: 'A title', alt: 'What it shows' };
const draw = (chart: JsonObject, data: unknown, lang = 'en') =>
  drawChart({ chart, data } as JsonObject, { ...options, lang });
const codes = async (...given: Parameters<typeof draw>) => (await draw(...given)).diagnostics.map(({ code }) => code);
async function svgOf(...given: Parameters<typeof draw>): Promise<string> {
  const drawn = await draw(...given);
  if (!drawn.ok) throw new Error(JSON.stringify(drawn.diagnostics));
  return drawn.value.svg;
}

describe('numbers as people write them', () => {
  it.each([
    ['1,200', 'en', 1200],
    ['1,200', 'de', 1.2],
    ['1.200', 'de', 1200],
    ['24,5', 'en', 24.5],
    ['12 %', 'en', 12],
    ['−7.5', 'en', -7.5],
    ['1.2e3', 'en', 1200],
    ['1 234 567,5', 'fr', 1234567.5],
    ['€ 3,50', 'nl', 3.5],
    ['1,234.5', 'nl', 1234.5],
    ["1'200", 'de', 1200],
    ['0,125', 'en', 0.125],
  ])('%s in %s', (text, lang, value) => {
    expect(readNumber(text, habitOf([text], lang))?.value).toBe(value);
  });

  it.each(['abc', '1,2,3', '12-13', '', '1.2.3.4', '3 apples'])('%s is none', (text) => {
    expect(readNumber(text, habitOf([text], 'en'))).toBeUndefined();
  });

  it('reads back what a language writes', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -999_999_999, max: 999_999_999 }),
        fc.constantFrom('en', 'de', 'fr', 'nl'),
        (n, lang) => {
          const text = new Intl.NumberFormat(lang, { minimumFractionDigits: 2 }).format(n / 100);
          expect(readNumber(text, habitOf([text], lang))?.value).toBeCloseTo(n / 100, 6);
        },
      ),
    );
  });
});

describe('dates', () => {
  it.each([
    ['2024', 'en', '2024-01-01'],
    ['2024-03', 'en', '2024-03-01'],
    ['2024-03-15', 'en', '2024-03-15'],
    ['15.03.2024', 'de', '2024-03-15'],
    ['3/15/2024', 'en', '2024-03-15'],
    ['5 mars 2024', 'fr', '2024-03-05'],
    ['Okt 2024', 'de', '2024-10-01'],
    ['Q3 2024', 'en', '2024-07-01'],
  ])('%s in %s', (text, lang, day) => {
    expect(new Date(readDates([text], lang)?.[0]?.time ?? Number.NaN).toISOString()).toContain(day);
  });

  it('is none when one cell is none', () => {
    expect(readDates(['2024-01-01', 'later'], 'en')).toBeUndefined();
    expect(readDates(['2024-02-31'], 'en')).toBeUndefined();
  });

  it('marks the axis with what has room', () => {
    fc.assert(
      fc.property(
        fc.array(fc.date({ min: new Date(0), max: new Date('2090-01-01'), noInvalidDate: true }), {
          minLength: 2,
          maxLength: 40,
        }),
        (all) => {
          const dates = all.map((date) => ({
            time: Math.floor(date.getTime() / 86_400_000) * 86_400_000,
            unit: 'day' as const,
          }));
          expect(timeTicks(dates, 1000, 'en').length).toBeLessThanOrEqual(14);
        },
      ),
    );
  });
});

describe('charts of what people write', () => {
  const unequal = [
    { 'd.1': '2026-01-01', n: '1,5' },
    { 'd.1': '2026-01-11', n: '2,5' },
    { 'd.1': '2026-02-10', n: '2,0' },
  ];

  it('puts time on a scale, under any column name', async () => {
    const svg = await svgOf({ type: 'line', x: 'd.1', y: 'n' }, unequal, 'de');
    const path = /d="M([\d.,L-]+)"[^>]*stroke-width="4.5"/.exec(svg)?.[1] ?? '';
    const xs = path.split('L').map((point) => Number(point.split(',')[0]));
    expect(((xs[1] ?? 0) - (xs[0] ?? 0)) / ((xs[2] ?? 0) - (xs[0] ?? 0))).toBeCloseTo(0.25, 2);
  });

  it.each(["a[0].b'c", 'größe "x"', 'a b', '日付', '__proto__x', 'a\\b'])('draws a column named %s', async (name) => {
    const svg = await svgOf({ type: 'bar', x: 'k', y: name }, [
      { k: 'one', [name]: 3 },
      { k: 'two', [name]: 5 },
    ]);
    expect(svg).not.toMatch(/undefined|NaN/);
    expect(svg).toContain('>5<');
  });

  it('says which cell is no number, and counts what is missing', async () => {
    expect(await codes({ type: 'bar', x: 'k', y: 'v' }, 'k,v\na,12\nb,lots\nc,3')).toEqual(['chart/not-a-number']);
    expect(await codes({ type: 'bar', x: 'k', y: 'v' }, 'k,v\na,12\nb,n/a\nc,')).toEqual(['chart/missing-values']);
    const drawn = await draw({ type: 'bar', x: 'k', y: 'v' }, 'k;v\na;12 %\nb;7,5 %');
    expect(drawn.ok && drawn.value.table.rows).toEqual([
      ['a', '12'],
      ['b', '7.5'],
    ]);
  });

  it('reads thousands as the language does where the numbers do not tell, and says so', async () => {
    const chart = { type: 'bar', x: 'a', y: 'b' };
    const rows = (b: unknown) => [
      { a: 'A', b: '1.200' },
      { a: 'B', b },
    ];
    expect(await codes(chart, rows(950), 'es')).toEqual(['chart/thousands']);
    expect(await codes(chart, rows(12.5), 'es')).toEqual([]);
    expect(await codes(chart, rows(950), 'en')).toEqual([]);
    const told = async (b: unknown, lang: string) => {
      const drawn = await draw(chart, rows(b), lang);
      return drawn.ok ? drawn.value.table.rows[0]?.[1] : undefined;
    };
    expect(await told(950, 'es')).toMatch(/^1\D?200$/);
    expect(await told(12.5, 'es')).toBe('1,2');
  });

  it('mutes what is not highlighted', async () => {
    const rows = [
      { k: 'tin', v: 3 },
      { k: 'lead', v: 5 },
    ];
    expect(await svgOf({ type: 'bar', x: 'k', y: 'v', highlight: 'lead' }, rows)).toContain('var(--signal');
    expect(await svgOf({ type: 'bar', x: 'k', y: 'v' }, rows)).not.toContain('var(--signal');
  });

  it('sizes panels so that they fit', async () => {
    const rows = ['N', 'E', 'S', 'W'].flatMap((s) => [1, 2, 3].map((m) => ({ s, m, t: m * 2 })));
    const place = (field: string) => ({ field, type: 'quantitative' });
    const facet = { field: 's', type: 'nominal', columns: 2 };
    expect(await codes({ mark: 'line', encoding: { x: place('m'), y: place('t'), facet } }, rows)).toEqual([]);
  });

  it('does not say a unit twice', async () => {
    const svg = await svgOf({ type: 'bar', x: 'k', y: 'mm', unit: 'mm' }, [{ k: 'a', mm: 3 }]);
    expect(svg).not.toContain('mm (mm)');
  });
});

describe('specifications without bound', () => {
  const rows = [
    { a: 1, t: '2024-01-01' },
    { a: 900_000, t: '2024-06-01' },
  ];
  const point = { mark: 'point', encoding: { x: { field: 'a', type: 'quantitative' } } };
  const x = (more: JsonObject): JsonObject => ({
    mark: 'bar',
    encoding: { x: { field: 'a', type: 'quantitative', ...more } },
  });
  it.each<[string, JsonObject]>([
    ['a pattern', { ...point, transform: [{ filter: "test(/(a+)+$/, 'aaaaaaaa')" }] }],
    ['a sequence', { ...point, transform: [{ calculate: 'sequence(0, 1e9)', as: 'b' }] }],
    ['padding', { ...point, transform: [{ calculate: "pad('a', 1e9)", as: 'b' }] }],
    ['repetition', { ...point, transform: [{ calculate: "repeat('a', 1e9)", as: 'b' }] }],
    ['chance', { ...point, transform: [{ calculate: 'random()', as: 'b' }] }],
    ['the clock', { ...point, transform: [{ calculate: 'now()', as: 'b' }] }],
    ['local time', { ...point, transform: [{ calculate: 'hours(datum.t)', as: 'b' }] }],
    ['a constructor', { ...point, transform: [{ calculate: "[].constructor.constructor('x')()", as: 'b' }] }],
    ['fine bins', x({ bin: { step: 0.0001 } })],
    ['many ticks', x({ axis: { tickCount: 1e8 } })],
    ['ticks of milliseconds', x({ axis: { tickCount: { interval: 'millisecond', step: 1 } } })],
    ['computed ticks', x({ axis: { values: { expr: 'sequence(0, 1e8)' } } })],
    ['two flattenings', { ...point, transform: [{ flatten: ['a'] }, { flatten: ['a'] }] }],
  ])('%s is refused', async (_, chart) => {
    expect(await codes(chart, rows)).toEqual(['chart/outside-data']);
  });

  it('lets ordinary expressions pass', async () => {
    const chart = {
      ...point,
      transform: [{ calculate: 'round(datum.a * 2) > 3 ? 1 : 0', as: 'b' }, { filter: 'datum.a > 0' }],
    };
    expect(await codes(chart, rows)).toEqual([]);
  });

  it('is the same in every time zone', async () => {
    const chart = {
      mark: 'line',
      encoding: { x: { field: 't', type: 'temporal', timeUnit: 'yearmonth' }, y: { field: 'a', type: 'quantitative' } },
    };
    const before = process.env.TZ;
    const drawn = new Set<string>();
    for (const zone of ['UTC', 'Pacific/Kiritimati', 'America/Los_Angeles']) {
      process.env.TZ = zone;
      drawn.add(await svgOf(chart, rows));
    }
    if (before === undefined) Reflect.deleteProperty(process.env, 'TZ');
    else process.env.TZ = before;
    expect(drawn.size).toBe(1);
  });
});

describe('files of tables', () => {
  it.each([
    ['UTF-8', Buffer.from('größe\n1')],
    ['Windows-1252', Buffer.from('größe\n1', 'latin1')],
    ['UTF-16', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('größe\n1', 'utf16le')])],
  ])('in %s', (_, bytes) => {
    expect(decodeTable(bytes)).toContain('größe');
  });

  it('that are workbooks are told apart', () => {
    expect(decodeTable(Buffer.from('PK\u0003\u0004…'))).toBeUndefined();
  });
});
