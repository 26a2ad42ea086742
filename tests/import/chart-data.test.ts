import { describe, expect, it } from 'vitest';
import { alignData, chartShapes } from '../../src/import/onto/chart-data.ts';
import { dataKey } from '../../src/import/onto/data-key.ts';
import { nowParts, type WasPart } from '../../src/import/onto/align.ts';

const datum = (series: string, place: string) => ({ what: 'value', series, place }) as const;
const long = [
  { month: 'May', kind: 'wet', days: 4 },
  { month: 'May', kind: 'dry', days: 4 },
  { month: 'June', kind: 'wet', days: '7,5' },
];

describe('where the numbers of a chart stand in the outline', () => {
  it('finds them by place and series, in rows for each series or in a column of its own', () => {
    expect(dataKey(long, datum('wet', 'May'), '4')).toBe('/data/0/days');
    expect(dataKey(long, datum('wet', 'June'), '7.5')).toBe('/data/2/days');
    const wide = [{ t: '2023-03', wet: 1, dry: 1 }];
    expect(dataKey(wide, datum('dry', '44986'), '1')).toBe('/data/0/dry');
  });

  it('finds none where two could be meant, and none in files', () => {
    expect(dataKey([...long, ...long], datum('wet', 'May'), '4')).toBeUndefined();
    expect(dataKey('rain.csv', datum('wet', 'May'), '4')).toBeUndefined();
  });
});

describe('the numbers of a chart', () => {
  const shapes = (value: string, other?: string) =>
    chartShapes(
      [{ name: 'Rain', places: new Map([[0, 'May']]), values: new Map([[0, value]]), ...(other !== undefined && { other: new Map([[0, other]]) }) }], // prettier-ignore
      0,
    );
  const was = nowParts(shapes('4')).map(({ mark, shape }): WasPart => ({ mark, style: '', plain: '', shape: { ...shape, parts: [] } })); // prettier-ignore
  const changed = (value: string, other?: string): readonly string[] =>
    alignData(was, nowParts(shapes(value, other))).pairs.flatMap(([old, now]) =>
      old.mark === now.mark ? [] : now.text,
    );

  it('are those of the chart, else those that somebody wrote in the workbook alone', () => {
    expect(changed('4', '4')).toEqual([]);
    expect(changed('5', '4')).toEqual(['5']);
    expect(changed('4', '6')).toEqual(['6']);
  });

  it('that are new or gone are told', () => {
    expect(alignData([], nowParts(shapes('4'))).fresh).toHaveLength(3);
    expect(alignData(was, nowParts(shapes('4').slice(0, 2))).gone).toBe(1);
  });
});
