import { isObject, suggest, type Diagnostic, type Json, type JsonObject, type Span } from '../../base/index.ts';
import { chartProblem } from './codes.ts';
import { readClaims, type Band, type Compare, type Mark, type PointNote } from './claims.ts';
import type { WrittenDate } from './dates.ts';
import { columnsOf, type Row, type Value } from './rows.ts';
import { looksNumeric } from './values.ts';

export const shortTypes = ['bar', 'line', 'point', 'area', 'forest'] as const;
type ShortType = (typeof shortTypes)[number];

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
  /** Whether the axis of what is measured against is logarithmic as well. */
  readonly logX: boolean;
  /** How the series of a bar stand: side by side, one upon the other, or as shares of a hundred. */
  readonly stack: 'sum' | 'share' | undefined;
  readonly domain: readonly [number, number] | undefined;
  /** Order of the categories. */
  readonly order: readonly string[];
  /** Values to draw a line at, such as no effect, with their words. */
  readonly references: readonly Mark[];
  /** Ranges of values with a ground of their own. */
  readonly bands: readonly Band[];
  /** Two bars whose ratio is written above them. */
  readonly compare: Compare | undefined;
  /** Words at a point. */
  readonly notes: readonly PointNote[];
  /** Names of the categories or series that matter; the others are muted. */
  readonly highlight: readonly string[];
  /** The places of the rows in time, when they are dates. */
  readonly dates?: readonly WrittenDate[];
  readonly rows: readonly Row[];
}

const keys = [
  'band',
  'compare',
  'annotate',
  'type',
  'x',
  'y',
  'error',
  'series',
  'unit',
  'log',
  'domain',
  'order',
  'reference',
  'highlight',
  'xTitle',
  'yTitle',
  'stack',
];

/** Whether a chart is in the short form: it has a `type` where Vega-Lite has a `mark` or a composition. */
export const isShort = (chart: JsonObject): boolean => typeof chart.type === 'string' && chart.mark === undefined;

type Places = (pointer: string) => Span | undefined;

/** Reads the short form; every column that it names must exist. */
export function readShort(
  chart: JsonObject,
  rows: readonly Row[],
  lang: string,
  at: Places,
): ShortChart | readonly Diagnostic[] {
  const columns = columnsOf(rows);
  const found: Diagnostic[] = [];
  const type = shortTypes.find((name) => name === chart.type);
  if (!type)
    found.push(
      problem(
        'chart/short-form',
        'type',
        `\`${text(chart.type)}\` is not a type of chart`,
        text(chart.type),
        shortTypes,
        at,
      ),
    );
  const column = (value: Json | undefined, key: string, required: boolean): string | undefined => {
    if (typeof value === 'string' && columns.includes(value)) return value;
    if (typeof value === 'string')
      found.push(problem('chart/unknown-column', key, `there is no column \`${value}\``, value, columns, at));
    else if (value !== undefined || required)
      found.push(problem('chart/short-form', key, `\`${key}\` must name a column`, '', columns, at));
    return undefined;
  };
  const [low, high] = errorColumns(chart.error);
  const x = column(chart.x, 'x', true);
  const y = column(chart.y, 'y', true);
  const series = column(chart.series, 'series', false);
  const lower = column(low, 'error', chart.error !== undefined);
  const upper = column(high, 'error', chart.error !== undefined);
  if (found.length > 0 || !type || x === undefined || y === undefined) return found;
  const lies = looksNumeric(rows, x, lang) && !looksNumeric(rows, y, lang);
  return {
    ...{ type, x, y, rows: withNames(rows, series), series, lower, upper },
    unit: text(chart.unit) === '' ? undefined : text(chart.unit),
    xTitle: typeof chart.xTitle === 'string' ? chart.xTitle : type === 'bar' && !lies ? '' : x,
    yTitle: typeof chart.yTitle === 'string' ? chart.yTitle : y,
    ...logsOf(chart.log, rows, x),
    stack: type === 'bar' && series !== undefined ? stackOf(chart.stack) : undefined,
    domain: pair(chart.domain),
    highlight: (Array.isArray(chart.highlight) ? (chart.highlight as readonly Json[]) : [chart.highlight]).map(text),
    order: lies ? ordered(chart.order, rows, y, x) : ordered(chart.order, rows, x, y),
    ...readClaims(chart),
  };
}

/** Years and other numbers that name a series are names: a scale of names gives a number no colour. */
function withNames(rows: readonly Row[], series: string | undefined): readonly Row[] {
  return series === undefined ? rows : rows.map((row) => ({ ...row, [series]: String(row[series] ?? '') }));
}

/** `log: true` and `log: y` are about the values, `log: x` about the other axis, `log: both` about both. */
function logsOf(log: Json | undefined, rows: readonly Row[], x: string): Pick<ShortChart, 'log' | 'logX'> {
  const word = text(log).toLowerCase();
  const isBoth = ['both', 'xy', 'x,y', 'loglog', 'log-log', 'x and y'].includes(word) || Array.isArray(log);
  // What is not above zero has no place on such an axis.
  const isPositive = rows.every((row) => row[x] === null || Number(row[x]) > 0);
  return {
    log: log === true || isBoth || ['y', 'yes', 'true', 'on', 'log', 'log10', '10', '2'].includes(word),
    logX: (isBoth || word === 'x') && isPositive,
  };
}

/** `stack: true`, or `stack: share` (also `percent`, `normalize`, `100`). */
function stackOf(value: Json | undefined): ShortChart['stack'] {
  if (value === undefined || value === false || value === null) return undefined;
  return ['share', 'percent', '%', 'normalize', 'normalise', '100', '100%', 'full'].includes(text(value))
    ? 'share'
    : 'sum';
}

const text = (value: Json | undefined): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';

/** Keys that mean nothing: the chart is drawn without them, and its author is told. */
export function unknownKeys(chart: JsonObject, at: Places): readonly Diagnostic[] {
  const unknown = Object.keys(chart).filter((key) => !keys.includes(key));
  return unknown.map((key) => ({
    ...problem('chart/short-form', key, `\`${key}\` is not a key of the short form, and does nothing`, key, keys, at),
    severity: 'warning',
  }));
}

function problem(
  code: 'chart/short-form' | 'chart/unknown-column',
  key: string,
  message: string,
  written: string,
  choices: readonly string[],
  at: Places,
): Diagnostic {
  const place = at(`/chart/${key}`) ?? at('/chart');
  const near = suggest(written, choices);
  const help = [near ? `did you mean \`${near}\`?` : `choose from: ${choices.join(', ')}`];
  return chartProblem(code, message, { help, ...(place && { at: place }) });
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
  const name = (cell: Value | undefined): string => String(cell ?? '');
  const sign = order === 'ascending' ? 1 : order === 'descending' ? -1 : 0;
  const sorted = sign === 0 ? rows : rows.toSorted((a, b) => sign * (Number(a[value]) - Number(b[value])));
  const found = [...new Set(sorted.map((row) => name(row[category])))];
  const wanted = Array.isArray(order)
    ? (order as readonly Json[]).map(String).filter((one) => found.includes(one))
    : [];
  return [...wanted, ...found.filter((one) => !wanted.includes(one))];
}
