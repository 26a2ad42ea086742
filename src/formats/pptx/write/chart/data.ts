import { sheetDay } from '../../../../base/index.ts';
import type { Plot, PlotLine, PlotSeries } from '../../../../model/index.ts';
import { Sheet, type Range } from './sheet.ts';

/** A series with the ranges of the sheet that hold it. */
export interface DataSeries {
  readonly head: Range;
  readonly places: Range;
  readonly values: Range;
  readonly plus?: Range;
  readonly minus?: Range;
  readonly of: PlotSeries;
}

/** A line across the chart with its ranges. */
export interface DataLine {
  readonly head: Range;
  readonly places: Range;
  readonly values: Range;
  readonly of: PlotLine;
}

/** The table behind a chart. */
export interface ChartData {
  readonly series: readonly DataSeries[];
  readonly lines: readonly DataLine[];
  readonly workbook: Uint8Array;
}

/** What the values of a chart of one series are called. */
const nameOf = ({ name }: PlotSeries, { valueTitle }: Plot): string => name || valueTitle || '–';

/** The places of a chart, or of one of its series, as the cells of a column. */
function placeCells({ places }: Plot, own?: readonly number[]): readonly (string | number)[] {
  if (own) return own;
  if (places.kind === 'names') return places.names;
  return places.kind === 'days' ? places.times.map(sheetDay) : places.numbers;
}

/** Writes the numbers of a chart into a sheet: places, then values, then what their error bars are made from. */
export function chartData(plot: Plot): ChartData {
  const sheet = new Sheet();
  const isDays = plot.places.kind === 'days';
  const shared = plot.series.some(({ own }) => own)
    ? undefined
    : sheet.add(plot.placeTitle, placeCells(plot), isDays).cells;
  const columns = plot.series.map((of) => {
    const places = shared ?? sheet.add(plot.placeTitle, placeCells(plot, of.own)).cells;
    return { places, of, ...sheet.add(nameOf(of, plot), of.values) };
  });
  const series = columns.map(({ places, of, head, cells, letter }): DataSeries => {
    const bars = of.lower && of.upper ? errorBars(sheet, of, head.values[0], letter) : {};
    return { head, places, values: cells, of, ...bars };
  });
  const lines = plot.lines.map((of): DataLine => {
    const ends = plot.places.kind === 'numbers' ? [plot.places.scale.min, plot.places.scale.max] : undefined;
    const places = ends ? sheet.add('', ends).cells : (shared ?? sheet.add('', placeCells(plot)).cells);
    const { head, cells } = sheet.add(of.label || '–', places.values.map(() => of.value)); // prettier-ignore
    return { head, places, values: cells, of };
  });
  return { series, lines, workbook: sheet.bytes() };
}

/** The ends of error bars as they were given, and their distances from the values, which Office wants. */
function errorBars(sheet: Sheet, of: PlotSeries, name: unknown, letter: string): Pick<DataSeries, 'plus' | 'minus'> {
  const head = String(name);
  const add = (sign: string, ends: readonly (number | null)[] = []): string =>
    sheet.add(`${head} ${sign}`, ends).letter;
  const low = add('↓', of.lower);
  const high = add('↑', of.upper);
  const away = (sign: string, ends: readonly (number | null)[] = [], end: string): Range =>
    sheet.add(
      `${head} ${sign}`,
      of.values.map((value, i) => {
        const at = ends[i];
        if (value === null || at === null || at === undefined) return null;
        const formula = sign === '+' ? `${end}${i + 2}-${letter}${i + 2}` : `${letter}${i + 2}-${end}${i + 2}`;
        return { formula, value: Number(Math.abs(at - value).toPrecision(12)) };
      }),
    ).cells;
  return { minus: away('−', of.lower, low), plus: away('+', of.upper, high) };
}
