import type { JsonObject } from '../../base/index.ts';
import { smallestText } from '../diagrams/paint.ts';
import { wrap } from '../diagrams/text/wrap.ts';
import { barGap, endWithBracket, labelLine, labelSize, titleSize, underTitle } from './geometry.ts';
import { isNumeric, type Row } from './rows.ts';
import { timeTicks, type TimeTick } from './dates.ts';
import type { ShortChart } from './short.ts';

/** Which axis holds the categories (or time) and which the values. */
export interface Axes {
  readonly category: 'x' | 'y';
  readonly value: 'x' | 'y';
  readonly offset: 'xOffset' | 'yOffset';
  readonly categoryColumn: string;
  readonly valueColumn: string;
  /** The rows with line breaks in the names of categories. */
  readonly rows: readonly Row[];
  readonly order: readonly string[];
  /** Range of a logarithmic axis in whole powers of ten, when the chart gives none. */
  readonly domain: readonly [number, number] | undefined;
  /** Whether each value stands at its bar. */
  readonly labelled: boolean;
  /** The size of the names of categories: smaller where there are many. */
  readonly size: number;
  /** Where bars stand when the axis has no zero. */
  readonly foot: number | undefined;
}

const upright = { category: 'x', value: 'y', offset: 'xOffset' } as const;
const lying = { category: 'y', value: 'x', offset: 'yOffset' } as const;

/** Chooses the direction of a chart: bars with long names lie down, so that no name is cut off or turned. */
export function axesOf(chart: ShortChart, frame: { readonly width: number; readonly height: number }): Axes {
  const { type, x, y, rows, order } = chart;
  const runs = type === 'line' || type === 'area';
  const swapped = isNumeric(rows, x) && !isNumeric(rows, y) && !runs;
  const categoryColumn = swapped ? y : x;
  const valueColumn = swapped ? x : y;
  const labelled = labelsValues(chart, frame.width);
  const domain =
    chart.domain ??
    (chart.log
      ? wholePowers(chart, valueColumn)
      : labelled
        ? roomForLabels(chart, valueColumn, frame.height)
        : undefined);
  const rest = { categoryColumn, labelled, valueColumn, domain, foot: chart.log ? domain?.[0] : undefined };
  const measured = isNumeric(rows, categoryColumn) && type !== 'bar' && type !== 'forest';
  if (measured) return { ...upright, ...rest, rows, order, size: labelSize };
  const step = (frame.width - 100) / Math.max(1, order.length) - 14;
  const large = breakNames(order, step, labelSize);
  const narrow = large ?? breakNames(order, step, smallestText);
  // A line runs to the right, whatever its places are called.
  const lies = !runs && (swapped || type === 'forest' || narrow === undefined);
  const isClose = lies ? order.length * 1.4 * labelLine > frame.height : large === undefined;
  const size = isClose ? smallestText : labelSize;
  const names = (lies ? undefined : narrow) ?? breakNames(order, frame.width * 0.36, size) ?? new Map<string, string>();
  const named = (name: string): string => names.get(name) ?? name;
  const renamed = rows.map((row) => ({ ...row, [categoryColumn]: named(String(row[categoryColumn] ?? '')) }));
  return { ...(lies ? lying : upright), ...rest, rows: renamed, order: order.map(named), size };
}

/** Names with line breaks that fit a width in at most two lines; `undefined` when one does not. */
function breakNames(names: readonly string[], width: number, size: number): ReadonlyMap<string, string> | undefined {
  const broken = new Map<string, string>();
  for (const name of names) {
    const block = wrap(name.replace(/[\\*_~^`<&[\]]/g, '\\$&'), width, { size });
    if (!block || block.lines.length > 2) return undefined;
    broken.set(name, block.lines.map((line) => line.runs.map((run) => run.text).join('')).join('\n'));
  }
  return broken;
}

function wholePowers({ rows, lower, upper }: ShortChart, valueColumn: string): readonly [number, number] | undefined {
  const columns = [valueColumn, lower, upper].filter((column) => column !== undefined);
  const values = rows
    .flatMap((row) => columns.map((column) => row[column]))
    .filter((value) => typeof value === 'number' && value > 0);
  if (values.length === 0) return undefined;
  const low = Math.min(...(values as number[]));
  const high = Math.max(...(values as number[]));
  return [10 ** (Math.ceil(Math.log10(low)) - 1), 10 ** Math.ceil(Math.log10(high))];
}

/** The encoding of the axis with categories, time or another cause. */
export function categoryEncoding(chart: ShortChart, axes: Axes, { width, lang }: Room): JsonObject {
  const measured = isNumeric(chart.rows, axes.categoryColumn) && chart.type !== 'bar' && chart.type !== 'forest';
  const title = axes.categoryColumn === chart.x ? chart.xTitle : chart.yTitle;
  if (chart.dates) return timeEncoding(chart, axes, { width, lang });
  if (measured) {
    if (chart.logX) return { ...logEncoding(chart.rows, axes.categoryColumn), title };
    const scale = { zero: false, nice: chart.type === 'point', padding: chart.lower === undefined ? 0 : 14 };
    return { field: axes.categoryColumn, type: 'quantitative', title, scale, axis: { grid: false, ...letters } };
  }
  const lies = axes.category === 'y';
  const axis = {
    grid: false,
    labelExpr: "split(datum.label, '\\n')",
    labelLimit: 0,
    ...letters,
    labelFontSize: axes.size,
    labelLineHeight: axes.size + 5,
    ...boldNames(chart, axes),
    ...(lies && { domain: false, ticks: false, labelPadding: 14 }),
  };
  return {
    field: axes.categoryColumn,
    type: 'nominal',
    title: lies || title === '' ? null : title,
    sort: axes.order,
    axis,
    scale: { domain: axes.order, ...(chart.type === 'bar' && { paddingInner: barGap, paddingOuter: 0.2 }) },
  };
}

/** The names of the bars that the chart is about are bold. */
function boldNames({ type, series, highlight }: ShortChart, { order }: Axes): JsonObject {
  const hot = order.filter((name) => highlight.includes(name.replaceAll('\n', ' ')));
  if (type !== 'bar' || series !== undefined || hot.length === 0) return {};
  const test = `indexof(${JSON.stringify(hot)}, datum.label) >= 0`;
  return { labelFontWeight: { condition: { test, value: 600 }, value: 400 } };
}

/** An axis in powers of ten that bears more than values: mass against rate of breathing. */
function logEncoding(rows: readonly Row[], column: string): JsonObject {
  const values = rows.map((row) => row[column]).filter((value) => typeof value === 'number');
  const low = 10 ** Math.floor(Math.log10(Math.min(...values)) + 1e-9);
  const high = 10 ** Math.ceil(Math.log10(Math.max(...values)) - 1e-9);
  const domain = low < high ? ([low, high] as const) : ([low / 10, high * 10] as const);
  return {
    field: column,
    type: 'quantitative',
    scale: { type: 'log', domain, nice: false },
    axis: { grid: false, ...letters, values: powersBetween(...domain) },
  };
}

/** The sizes of marks and titles. */
const letters = { labelFontSize: labelSize, titleFontSize: titleSize } as const;

interface Room {
  readonly width: number;
  readonly lang: string;
}

/** The marks of a time axis in a room. */
export const timeMarks = (chart: ShortChart, { width, lang }: Room): readonly TimeTick[] =>
  timeTicks(chart.dates ?? [], ((width - 140) * smallestText) / labelSize, lang);

/** Time to scale, from its first to its last date. */
function timeEncoding(chart: ShortChart, axes: Axes, room: Room): JsonObject {
  const ticks = timeMarks(chart, room);
  const labels = Object.fromEntries(ticks.map(({ time, label }) => [String(time), label]));
  const scale = { zero: false, nice: false, padding: chart.type === 'point' || chart.lower !== undefined ? 14 : 0 };
  const axis = {
    ...letters,
    grid: false,
    values: ticks.map(({ time }) => time),
    labelExpr: `(${JSON.stringify(labels)})[datum.value]`,
    labelFlush: true,
  };
  const title = chart.xTitle === '' ? null : chart.xTitle;
  return { field: axes.categoryColumn, type: 'quantitative', title, scale, axis };
}

/** Bars below zero leave room for their labels between them and the names; a bracket stands above all bars. */
function roomForLabels(
  { rows, compare, series, y, yTitle, xTitle, unit }: ShortChart,
  column: string,
  height: number,
): readonly [number, number] | undefined {
  const values = rows.map((row) => row[column]).filter((value) => typeof value === 'number');
  const [low, high] = [Math.min(0, ...values), Math.max(0, ...values)];
  const more = (high - low) * 0.14;
  if (compare && low === 0) return [0, endWithBracket(high, height)];
  // Under a legend.
  if (series !== undefined && low === 0) return [0, high + more];
  // The title of the axis stands above its first bar, whose value would lie over it.
  const title = withUnit(column === y ? yTitle : xTitle, unit === '%' ? undefined : unit);
  if (low === 0 && title !== '' && (values[0] ?? 0) > high * 0.86) return [0, underTitle(high, height)];
  return low < 0 ? [low - more, high > 0 ? high + more / 2 : 0] : undefined;
}

/** Whether the values of a chart stand at its bars: few bars, each with one value and as wide as that. */
function labelsValues({ type, series, lower, rows, stack, y }: ShortChart, width: number): boolean {
  if (type !== 'bar' || lower !== undefined || stack !== undefined || rows.length > 12) return false;
  if (series === undefined) return true;
  const longest = Math.max(...rows.map((row) => String(row[y] ?? '').length));
  return longest * labelSize * 0.6 < (width / Math.max(1, rows.length)) * 0.62;
}

/** A title with its unit behind it, unless it says it itself. */
const withUnit = (title: string, unit: string | undefined): string => {
  if (unit === undefined || title === unit || title.includes(`(${unit})`)) return title;
  return title === '' ? unit : `${title} (${unit})`;
};

/** The title of the axis with values. */
export function valueTitle(chart: ShortChart, axes: Axes): string {
  const { unit, stack } = chart;
  const title = axes.valueColumn === chart.y ? chart.yTitle : chart.xTitle;
  if (stack === 'share') return withUnit(title, '%');
  // A percentage has its sign at each bar.
  return axes.labelled && unit === '%' ? title : withUnit(title, unit);
}

/** The encoding of the axis with values. */
export function valueEncoding(chart: ShortChart, axes: Axes): JsonObject {
  const { log, type } = chart;
  const scale = {
    ...(log && { type: 'log' }),
    ...(axes.domain && { domain: axes.domain, nice: false }),
    ...(type !== 'bar' && type !== 'area' && { zero: false }),
  };
  // Values that stand on the bars need no axis to say them again.
  const said = axes.labelled ? { labels: false, grid: false, ticks: false, domain: false } : { grid: true };
  const axis = { ...letters, ...said, ...(log && axes.domain && { values: powersBetween(...axes.domain) }) };
  return {
    field: axes.valueColumn,
    type: 'quantitative',
    title: valueTitle(chart, axes),
    scale,
    axis,
  };
}

function powersBetween(low: number, high: number): readonly number[] {
  const first = Math.ceil(Math.log10(low) - 1e-9);
  const last = Math.floor(Math.log10(high) + 1e-9);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => 10 ** (first + index));
}
