import { failure, hasErrors, success, type Diagnostic, type Outcome, type Span } from '../../base/index.ts';
import type { Row, Value } from './rows.ts';
import type { ShortChart } from './short.ts';
import { datesIn, looksNumeric, readValues } from './values.ts';

interface Settled {
  /** With numbers as numbers, dates as times, and columns under names that no grammar can misread. */
  readonly chart: ShortChart;
  /** What the table of the chart shows: numbers read, all else as written. */
  readonly rows: readonly Row[];
}

/**
 * Reads the values of a chart: by the habits of the file or the language, as a time axis where all of a line's places are
 * dates. Columns get safe names, since dots, brackets and quotes mean something to Vega-Lite.
 */
export function settle(chart: ShortChart, lang: string, at: (pointer: string) => Span | undefined): Outcome<Settled> {
  const place = at('/data') ?? at('/chart');
  const lies = looksNumeric(chart.rows, chart.x, lang) && !looksNumeric(chart.rows, chart.y, lang) && isBar(chart);
  const measured = [lies ? chart.x : chart.y, chart.lower, chart.upper].filter((column) => column !== undefined);
  const diagnostics: Diagnostic[] = [];
  let rows = chart.rows;
  let isPercent = false;
  for (const column of new Set(measured)) {
    const read = readValues(rows, { column, lang, at: place });
    diagnostics.push(...read.diagnostics);
    isPercent ||= read.isPercent;
    rows = withColumn(rows, column, read.values);
  }
  if (hasErrors(diagnostics)) return failure(diagnostics);
  const along = lies ? chart.y : chart.x;
  const dates = isBar(chart) ? undefined : datesIn(rows, along, lang);
  const placed = dates
    ? withColumn(
        rows,
        along,
        dates.map(({ time }) => time),
      )
    : withNumbers(rows, along, chart, lang);
  // Dates that are written out need no title that says so.
  const isSaid = dates !== undefined && chart.xTitle === chart.x && rows.some((row) => typeof row[along] === 'string');
  const renamed = safeNames(chart);
  const settled: ShortChart = {
    ...chart,
    ...Object.fromEntries([...renamed].flatMap(([column, name]) => rolesOf(chart, column).map((role) => [role, name]))),
    rows: placed.map((row) => Object.fromEntries([...renamed].map(([column, name]) => [name, row[column] ?? null]))),
    notes: chart.notes.map((note) => ({ ...note, x: placeOf(note.x, rows, placed, along) })),
    xTitle: isSaid ? '' : chart.xTitle,
    unit: chart.unit ?? (isPercent ? '%' : undefined),
    ...(dates ? { dates } : {}),
  };
  return success({ chart: settled, rows }, diagnostics);
}

/** Where words stand: dates and numbers as they are drawn. */
function placeOf(x: string | number, rows: readonly Row[], placed: readonly Row[], along: string): string | number {
  const index = rows.findIndex((row) => String(row[along] ?? '') === String(x));
  const value = placed[index]?.[along];
  return typeof value === 'number' || typeof value === 'string' ? value : x;
}

const isBar = ({ type }: ShortChart): boolean => type === 'bar' || type === 'forest';

const withColumn = (rows: readonly Row[], column: string, values: readonly Value[]): readonly Row[] =>
  rows.map((row, index) => ({ ...row, [column]: values[index] ?? null }));

/** Where a line or point stands: numbers in the manner of the language when all are such. */
function withNumbers(rows: readonly Row[], column: string, chart: ShortChart, lang: string): readonly Row[] {
  const cells = rows.map((row) => row[column] ?? null);
  if (isBar(chart) || !cells.every((cell) => typeof cell === 'number' || typeof cell === 'string')) return rows;
  const read = readValues(rows, { column, lang, at: undefined });
  const isDoubtful = read.diagnostics.some(({ code }) => code !== 'chart/thousands');
  return isDoubtful ? rows : withColumn(rows, column, read.values);
}

const roles = ['x', 'y', 'series', 'lower', 'upper'] as const;

const rolesOf = (chart: ShortChart, column: string): readonly string[] =>
  roles.filter((role) => chart[role] === column);

/** A plain name for each column that the chart uses. */
function safeNames(chart: ShortChart): ReadonlyMap<string, string> {
  const columns = new Set(roles.map((role) => chart[role]).filter((column) => column !== undefined));
  return new Map([...columns].map((column, index) => [column, `column${index}`]));
}
