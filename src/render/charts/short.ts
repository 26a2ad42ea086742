import { isObject, suggest, type Diagnostic, type Json, type JsonObject, type Span } from '../../base/index.ts';
import { chartProblem } from './codes.ts';
import { columnsOf, isNumeric, type Row, type Value } from './rows.ts';

export const shortTypes = ['bar', 'line', 'point', 'area', 'forest'] as const;
export type ShortType = (typeof shortTypes)[number];

/** The short form of a chart, read and checked against its data. */
export interface ShortChart {
  readonly type: ShortType;
  readonly x: string;
  readonly y: string;
  /** Axis titles; the column names when not given. */
  readonly xTitle: string;
  readonly yTitle: string;
  readonly lower: string | undefined;
  readonly upper: string | undefined;
  readonly series: string | undefined;
  /** Of the values. */
  readonly unit: string | undefined;
  readonly log: boolean;
  readonly domain: readonly [number, number] | undefined;
  /** Order of the categories. */
  readonly order: readonly string[];
  /** A value to draw a line at, such as no effect. */
  readonly reference: number | undefined;
  readonly rows: readonly Row[];
}

const keys = ['type', 'x', 'y', 'error', 'series', 'unit', 'log', 'domain', 'order', 'reference', 'xTitle', 'yTitle'];

/** Whether a chart is in the short form: it has a `type` where Vega-Lite has a `mark` or a composition. */
export const isShort = (chart: JsonObject): boolean => typeof chart.type === 'string' && chart.mark === undefined;

/** Reads the short form; every column that it names must exist. */
export function readShort(
  chart: JsonObject,
  rows: readonly Row[],
  at: (pointer: string) => Span | undefined,
): ShortChart | readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  const report = (
    code: 'chart/short-form' | 'chart/unknown-column',
    message: string,
    key: string,
    help: readonly string[],
  ): void => {
    const place = at(`/chart/${key}`) ?? at('/chart');
    found.push(chartProblem(code, message, { help, ...(place && { at: place }) }));
  };
  for (const key of Object.keys(chart).filter((name) => !keys.includes(name))) {
    const near = suggest(key, keys);
    report('chart/short-form', `\`${key}\` is not a key of the short form`, key, [
      near ? `did you mean \`${near}\`?` : `keys: ${keys.join(', ')}`,
    ]);
  }
  const type = shortTypes.find((name) => name === chart.type);
  if (!type)
    report('chart/short-form', `\`${String(chart.type)}\` is not a type of chart`, 'type', [
      `types: ${shortTypes.join(', ')}`,
    ]);
  const columns = columnsOf(rows);
  const column = (value: Json | undefined, key: string, required: boolean): string | undefined => {
    if (value === undefined && !required) return undefined;
    if (typeof value !== 'string')
      report('chart/short-form', `\`${key}\` must name a column`, key, [`columns: ${columns.join(', ')}`]);
    else if (!columns.includes(value)) {
      const near = suggest(value, columns);
      report('chart/unknown-column', `there is no column \`${value}\``, key, [
        near ? `did you mean \`${near}\`?` : `columns: ${columns.join(', ')}`,
      ]);
    } else return value;
    return undefined;
  };
  const [lower, upper] = errorColumns(chart.error);
  const names = {
    x: column(chart.x, 'x', true),
    y: column(chart.y, 'y', true),
    series: column(chart.series, 'series', false),
    lower: column(lower, 'error', chart.error !== undefined),
    upper: column(upper, 'error', chart.error !== undefined),
  };
  const { x, y } = names;
  if (found.length > 0 || !type || x === undefined || y === undefined) return found;
  const unit = typeof chart.unit === 'string' ? chart.unit : undefined;
  const title = (given: Json | undefined, name: string): string => (typeof given === 'string' ? given : name);
  return {
    ...{ type, x, y, rows, unit, series: names.series, lower: names.lower, upper: names.upper },
    xTitle: title(chart.xTitle, x),
    yTitle: title(chart.yTitle, y),
    log: chart.log === true,
    domain: pair(chart.domain),
    order:
      isNumeric(rows, x) && !isNumeric(rows, y) ? ordered(chart.order, rows, y, x) : ordered(chart.order, rows, x, y),
    reference: typeof chart.reference === 'number' ? chart.reference : undefined,
  };
}

function errorColumns(error: Json | undefined): readonly [Json | undefined, Json | undefined] {
  if (Array.isArray(error)) return [error[0] as Json, error[1] as Json];
  return isObject(error) ? [error.lower, error.upper] : [undefined, undefined];
}

function pair(value: Json | undefined): readonly [number, number] | undefined {
  if (!Array.isArray(value)) return undefined;
  const [low, high] = value as readonly Json[];
  return typeof low === 'number' && typeof high === 'number' ? [low, high] : undefined;
}

/** The categories as listed, by value (`ascending`, `descending`), or as the rows come. */
function ordered(order: Json | undefined, rows: readonly Row[], category: string, value: string): readonly string[] {
  const text = (cell: Value | undefined): string => String(cell ?? '');
  const sign = order === 'ascending' ? 1 : order === 'descending' ? -1 : 0;
  const sorted = sign === 0 ? rows : rows.toSorted((a, b) => sign * (Number(a[value]) - Number(b[value])));
  const found = [...new Set(sorted.map((row) => text(row[category])))];
  const wanted = Array.isArray(order)
    ? (order as readonly Json[]).map(String).filter((name) => found.includes(name))
    : [];
  return [...wanted, ...found.filter((name) => !wanted.includes(name))];
}
