import { describe, expect, it } from 'vitest';
import type { Json, JsonObject } from '../../src/base/index.ts';
import type { NoPlot, Plot } from '../../src/model/index.ts';
import { drawChart } from '../../src/render/charts/index.ts';

async function plotOf(chart: JsonObject, data: Json): Promise<Plot | NoPlot> {
  const drawn = await drawChart({ chart, data }, { id: 'x', title: '', width: 1136, height: 500, lang: 'en' });
  if (!drawn.ok) throw new Error(drawn.diagnostics[0]?.message);
  return drawn.value.plot;
}

const series = [
  { g: 'A', s: 'one', v: 30 },
  { g: 'A', s: 'two', v: 10 },
  { g: 'B', s: 'one', v: 5 },
  { g: 'B', s: 'two', v: 15 },
];
const points = [
  { x: 1, v: 3, s: 'one' },
  { x: 2, v: 5, s: 'one' },
  { x: 4, v: 4, s: 'two' },
];

describe('a chart as its numbers', () => {
  it('has the values of each series by name', async () => {
    const plot = await plotOf({ type: 'bar', x: 'g', y: 'v', series: 's', highlight: 'one' }, series);
    expect(plot).toMatchObject({
      type: 'bar',
      places: { kind: 'names', names: ['A', 'B'] },
      series: [
        { name: 'one', values: [30, 5], paint: 'series-1' },
        { name: 'two', values: [10, 15], paint: 'shape-muted' },
      ],
    });
  });

  it('has shares of a hundred, and which have room for their number', async () => {
    const plot = await plotOf({ type: 'bar', x: 'g', y: 'v', series: 's', stack: 'share' }, series);
    expect(plot).toMatchObject({ stack: 'share', series: [{ values: [75, 25] }, { values: [25, 75] }], scale: { min: 0, max: 100 } }); // prettier-ignore
  });

  it('keeps the own places of series on a measured axis, and begins it at a mark', async () => {
    const plot = await plotOf({ type: 'line', x: 'x', y: 'v', series: 's' }, points);
    expect(plot).toMatchObject({
      places: { kind: 'numbers', scale: { min: 1 } },
      series: [{ own: [1, 2], dash: [] }, { own: [4] }],
    });
  });

  it('counts days in UTC, and years as numbers', async () => {
    const months = [
      { t: '2023-01', v: 1 },
      { t: '2023-03', v: 2 },
      { t: '2024-01', v: 3 },
    ];
    const days = await plotOf({ type: 'line', x: 't', y: 'v' }, months);
    expect(days).toMatchObject({ places: { kind: 'days', unit: 'month', hasYear: true, times: [Date.UTC(2023, 0), Date.UTC(2023, 2), Date.UTC(2024, 0)] } }); // prettier-ignore
    const years = await plotOf({ type: 'line', x: 't', y: 'v' }, [{ t: 1787, v: 1 }, { t: 1850, v: 3 }]); // prettier-ignore
    expect(years).toMatchObject({ places: { kind: 'numbers', numbers: [1787, 1850] } });
  });

  it.each([
    ['a band', { type: 'line', x: 'x', y: 'v', band: [1, 2] }, points],
    ['a bracket', { type: 'bar', x: 'g', y: 'v', compare: ['A', 'B'] }, series.slice(1, 3)],
    ['words at a point', { type: 'line', x: 'x', y: 'v', annotate: { x: 1, text: 'here' } }, points],
    ['two values at one name', { type: 'point', x: 'g', y: 'v' }, series],
    [
      'months before 1900',
      { type: 'line', x: 't', y: 'v' },
      [
        { t: '1850-01', v: 1 },
        { t: '1851-02', v: 3 },
      ],
    ],
    [
      'what is written for Vega-Lite',
      { mark: 'bar', encoding: { x: { field: 'g' }, y: { field: 'v', type: 'quantitative' } } },
      series,
    ],
  ])('leaves %s to us', async (_, chart, data) => {
    expect(await plotOf(chart as JsonObject, data)).toHaveProperty('because');
  });
});
