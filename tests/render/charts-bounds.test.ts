import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../src/base/index.ts';
import { drawChart } from '../../src/render/charts/index.ts';

const options = { id: 'c', width: 1136, height: 430, lang: 'en', title: 'T', alt: 'A' };
const few = [
  { a: 1, b: 2, c: 'x', t: '2024-01-01' },
  { a: 5, b: 3, c: 'y', t: '2024-06-01T12:30' },
  { a: 9, b: 8, c: 'x', t: '2025-01-01' },
];
const many = Array.from({ length: 1900 }, (_, i) => ({ a: i, b: (i * 7) % 13, c: `k${i % 5}` }));
const xy = { x: { field: 'a', type: 'quantitative' }, y: { field: 'b', type: 'quantitative' } };
const times = (count: number, one: object): readonly object[] => Array.from({ length: count }, () => one);
const text = { ...xy, text: { field: 'c' } };

/** Specifications that would take for ever or all memory, each with the code that refuses it. */
const endless: readonly (readonly [name: string, code: string, chart: object, data?: readonly object[]])[] = [
  ['text that doubles', 'specification', { mark: 'text', transform: times(28, { calculate: 'datum.c + datum.c', as: 'c' }), encoding: text }],
  ['text that is joined', 'specification', { mark: 'text', transform: times(14, { calculate: "join([datum.c,datum.c,datum.c,datum.c],'')", as: 'c' }), encoding: text }],
  ['lists in lists', 'specification', { mark: 'text', transform: times(26, { calculate: '[datum.c, datum.c]', as: 'c' }), encoding: text }],
  ['rows that fold', 'specification', { mark: 'point', transform: times(6, { fold: Array.from({ length: 20 }, (_, i) => `f${i}`) }), encoding: xy }, many],
  ['pivot', 'specification', { mark: 'point', transform: [{ pivot: 'a', value: 'b', groupby: ['a'] }], encoding: xy }, many],
  ['impute', 'specification', { mark: 'point', transform: [{ impute: 'b', key: 'a', groupby: ['b', 'a'], value: 0 }], encoding: xy }, many],
  ['loess', 'specification', { mark: 'line', transform: [{ loess: 'b', on: 'a', bandwidth: 1 }], encoding: xy }, many],
  ['width of an axis format', 'outside-data', { mark: 'bar', encoding: { ...xy, x: { ...xy.x, axis: { format: '400000000d' } } } }],
  ['width of a text format', 'outside-data', { mark: 'text', encoding: { ...xy, text: { field: 'a', type: 'quantitative', format: '300000000d' } } }],
  ['width in an expression', 'outside-data', { mark: 'bar', transform: [{ calculate: "format(datum.a, '400000000d')", as: 'z' }], encoding: xy }],
  ['width that is put together', 'outside-data', { mark: 'bar', transform: [{ calculate: "format(datum.a, '400000' + '000d')", as: 'z' }], encoding: xy }],
  ['a base that never grows', 'outside-data', { mark: 'bar', encoding: { ...xy, x: { field: 'a', bin: { base: 1, maxbins: 2 } } } }],
  ['a logarithm to the base of one', 'outside-data', { mark: 'point', encoding: { ...xy, x: { ...xy.x, scale: { type: 'log', base: 1.0000001 } } } }],
  ['a polynomial', 'outside-data', { mark: 'line', transform: [{ regression: 'b', on: 'a', method: 'poly', order: 3000 }], encoding: xy }],
  ['quantiles', 'outside-data', { mark: 'line', transform: [{ quantile: 'a', step: 1e-7 }], encoding: xy }],
  ['bins of times', 'specification', { mark: 'bar', encoding: { x: { field: 't', type: 'quantitative', timeUnit: 'hoursminutesseconds', bin: { step: 7 } }, y: xy.y } }],
  ['a legend of bins of times', 'specification', { mark: 'rule', encoding: { ...xy, color: { field: 't', type: 'quantitative', timeUnit: 'hoursminutesseconds', bin: { maxbins: 1, step: 7 } } } }],
  ['bins of what a formula makes', 'specification', { mark: 'bar', transform: [{ calculate: 'pow(datum.a, 12)', as: 'z' }], encoding: { x: { field: 'z', bin: { step: 1 } }, y: xy.y } }],
  ['bins of a transform', 'specification', { mark: 'bar', transform: [{ calculate: 'datum.a * 1e12', as: 'z' }, { bin: { step: 1 }, field: 'z', as: 'y' }], encoding: { x: { field: 'y', bin: 'binned' }, y: xy.y } }],
  ['bins of a scale', 'outside-data', { mark: 'bar', encoding: { x: { ...xy.x, scale: { bins: { start: 0, stop: 1e12, step: 1 } } }, y: xy.y } }],
  ['bins of the domain of a scale', 'outside-data', { mark: 'bar', encoding: { x: { ...xy.x, scale: { domain: [0, 1e12], bins: { step: 1 } } }, y: xy.y } }],
  ['panels', 'outside-data', { repeat: { row: times(60, {}).map(() => 'a'), column: times(60, {}).map(() => 'b') }, spec: { mark: 'point', encoding: xy } }],
  ['charts side by side', 'outside-data', { hconcat: times(400, { mark: 'point', encoding: xy }) }],
]; // prettier-ignore

describe('a chart that would take for ever is refused', () => {
  it.each(endless)('%s', async (_, code, chart, data = few) => {
    const start = process.cpuUsage();
    const outcome = await drawChart({ chart: chart as JsonObject, data: data as never }, options);
    expect(outcome.ok).toBe(false);
    expect(outcome.diagnostics.map((found) => found.code)).toContain(
      code === 'specification' ? 'chart/specification' : 'chart/outside-data',
    );
    expect(process.cpuUsage(start).user / 1e6).toBeLessThan(8);
  });
});

describe('chance', () => {
  const draws: readonly (readonly [string, object])[] = [
    ['a sample', { mark: 'point', transform: [{ sample: 20 }], encoding: xy }],
    ['a confidence interval', { mark: { type: 'errorbar', extent: 'ci' }, encoding: { x: { field: 'c' }, y: xy.x } }],
    ['both at the same time', { mark: 'bar', transform: [{ sample: 99 }], encoding: { x: { field: 'c' }, y: { aggregate: 'ci0', field: 'a' } } }],
  ]; // prettier-ignore
  it.each(draws)('is the same each time: %s', async (_, chart) => {
    const draw = async (): Promise<string> => {
      const outcome = await drawChart({ chart: chart as JsonObject, data: many.slice(0, 200) }, options);
      return outcome.ok ? outcome.value.svg : JSON.stringify(outcome.diagnostics);
    };
    const [one, two] = await Promise.all([draw(), draw()]);
    expect(one).toMatch(/^<svg/);
    expect([two, await draw()]).toEqual([one, one]);
  });
});

it.each([
  ['intervals of time for numbers', { ...xy.x, scale: { nice: 'month' } }, 'Only time and utc scales accept interval strings.'],
  ['an interval that is none', { field: 't', type: 'temporal', scale: { nice: { interval: 'second', step: 1 } } }, 'do not go together'],
])('%s are told in words', async (_, x, words) => {
  const outcome = await drawChart({ chart: { mark: 'line', encoding: { x, y: xy.y } }, data: few }, options);
  expect(outcome.ok).toBe(false);
  expect(outcome.diagnostics.map(({ code, message }) => `${code} ${message}`)).toEqual([
    expect.stringMatching(new RegExp(`^chart/specification .*${words}`)),
  ]);
}); // prettier-ignore

it.each(['tickCount', 'base', 'order', 'steps'])(
  'a mapping of YAML, which has no prototype, is judged as %s',
  async (key) => {
    const mapping = Object.assign(Object.create(null) as object, { interval: 'month', step: 1 });
    const x = { field: 't', type: 'temporal', axis: { [key]: mapping } };
    const outcome = await drawChart({ chart: { mark: 'line', encoding: { x, y: xy.y } }, data: few }, options);
    expect(outcome.diagnostics.map(({ message }) => message).join()).not.toContain('convert');
  },
);

it('what an honest chart needs is allowed', async () => {
  const chart = {
    layer: [
      { mark: 'line', transform: [{ regression: 'b', on: 'a', method: 'poly', order: 3 }], encoding: xy },
      { mark: 'point', transform: [{ calculate: "format(datum.a, '08.2f') + ' ' + utcFormat(datum.t, '%d %B %Y')", as: 'z' }], encoding: { ...xy, tooltip: { field: 'z' } } },
      { mark: 'line', transform: [{ density: 'a', steps: 200 }, { calculate: 'datum.value', as: 'a' }, { calculate: 'datum.density', as: 'b' }], encoding: xy },
    ],
  }; // prettier-ignore
  const data = [...few, ...few.map((row) => ({ ...row, a: row.a + 3 }))];
  const outcome = await drawChart({ chart: chart, data }, options);
  expect(outcome.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
});

const each = (count: number, row: (i: number) => object): readonly object[] =>
  Array.from({ length: count }, (_, i) => row(i));
const marks = each(100, (i) => ({ value: i, label: `r${i}` }));

it.each([
  ['series', { type: 'line', x: 'a', y: 'b', series: 'c' }, each(5000, (i) => ({ a: i % 10, b: 1, c: `s${i}` }))],
  ['bars', { type: 'bar', x: 'a', y: 'b' }, each(9000, (i) => ({ a: `k${i}`, b: i }))],
  ['lying bars', { type: 'bar', x: 'b', y: 'a' }, each(9000, (i) => ({ a: `k${i}`, b: i }))],
  [
    'intervals',
    { type: 'forest', x: 'b', y: 'a', error: ['c', 'd'] },
    each(5000, (i) => ({ a: `k${i}`, b: 2, c: 1, d: 3 })),
  ],
  [
    'lines, bands and notes',
    {
      type: 'line',
      x: 'a',
      y: 'b',
      reference: marks,
      band: each(100, (i) => ({ from: i, to: i + 1 })),
      annotate: each(100, (i) => ({ x: i, text: `n${i}` })),
    },
    each(200, (i) => ({ a: i, b: i })),
  ],
])('a chart of too many %s is refused before it is drawn', async (_, chart, data) => {
  const start = process.cpuUsage();
  const outcome = await drawChart({ chart: chart as unknown as JsonObject, data: data as never }, options);
  expect(outcome.diagnostics.map(({ code }) => code)).toContain('chart/too-much-data');
  expect(process.cpuUsage(start).user / 1e6).toBeLessThan(8);
});
