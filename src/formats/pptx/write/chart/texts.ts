import { plainNumber, type ChartTexts } from '../../../../import/index.ts';
import type { Plot } from '../../../../model/index.ts';
import { chartData } from './data.ts';
import type { Range } from './sheet.ts';

const textsOf = ({ values }: Range): ReadonlyMap<number, string> =>
  new Map(values.flatMap((value, i) => (value === null ? [] : [[i, plainNumber(String(value))] as const])));

/** The series of a chart as they are written, as a reader finds them: an area is there twice, with its line. */
export function chartTexts(plot: Plot): readonly ChartTexts[] {
  const { series, lines } = chartData(plot);
  const all = [...(plot.type === 'area' ? series : []), ...series, ...lines];
  return all.map(({ head, places, values }) => ({
    name: String(head.values[0] ?? '').trim(),
    places: textsOf(places),
    values: textsOf(values),
  }));
}
