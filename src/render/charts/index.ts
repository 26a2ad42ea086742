import {
  failure,
  isObject,
  success,
  type Diagnostic,
  type Json,
  type JsonObject,
  type Outcome,
} from '../../base/index.ts';
import type { DiagramOptions } from '../diagrams/types.ts';
import { inset } from '../diagrams/frame.ts';
import { chartProblem } from './codes.ts';
import { excessOf, excessOfChart } from './excess.ts';
import { expand } from './expand.ts';
import { finish } from './finish.ts';
import { reasonToRefuse, type Measure } from './guard.ts';
import { renderSpec } from './render.ts';
import { readRows, type Row } from './rows.ts';
import { settle } from './settle.ts';
import { asMeant } from './habits.ts';
import { titled } from './titles.ts';
import { isShort, readShort, unknownKeys, type ShortChart } from './short.ts';
import { plotOf } from './plot.ts';
import type { NoPlot, Plot } from '../../model/index.ts';
import { inUtc } from './utc.ts';
import { tellTable, type DataTable } from '../data-table.ts';
import { tableOf } from './table.ts';

export { chartCodes } from './codes.ts';

export interface Chart {
  readonly svg: string;
  /** What it tells in words: the author's, or the numbers behind it. */
  readonly alt: string;
  /** The numbers behind the picture. */
  readonly table: DataTable;
  /** The same for programs that draw charts themselves, or why they cannot draw this one. */
  readonly plot: Plot | NoPlot;
  /** Charts show at once. */
  readonly steps: 0;
}

export type ChartOptions = Omit<DiagramOptions, 'steps' | 'firstStep' | 'words' | 'evidence'>;

/**
 * Draws a chart from its fields: `chart` (short form or Vega-Lite specification) and `data` (rows, or the text of a CSV
 * file). Nothing is loaded from files or the network. Vega is imported at the first call.
 */
export async function drawChart(fields: JsonObject, options: ChartOptions): Promise<Outcome<Chart>> {
  const at = options.at ?? (() => undefined);
  const place = at('/chart');
  const here = place ? { at: place } : {};
  const written = isObject(fields.chart) ? fields.chart : {};
  const where = at('/data') ?? place;
  const data = dataOf(fields, written);
  const excess = excessOf(data);
  if (excess !== undefined) return failure([chartProblem('chart/too-much-data', excess, where ? { at: where } : {})]);
  const all = readRows(data);
  if (all.length === 0)
    return failure([chartProblem('chart/no-data', 'the chart has no rows of data', where ? { at: where } : {})]);
  const {
    chart,
    rows,
    diagnostics: meant,
  } = isShort(written) ? asMeant(written, all, options.lang, at) : { chart: written, rows: all, diagnostics: [] };
  const refused = isShort(chart) ? undefined : await refuse(chart, rows);
  if (refused !== undefined) return failure([chartProblem('chart/outside-data', refused, here)]);
  const said = `${options.title} ${typeof fields.caption === 'string' ? fields.caption : ''}`.toLowerCase();
  const box = { width: options.width - 2 * inset, height: options.height - 2 * inset, lang: options.lang, said };
  const prepared = isShort(chart)
    ? fromShort(chart, rows, box, at)
    : success({ spec: withRows(chart, rows), columns: undefined, rows, short: undefined });
  if (!prepared.ok) return prepared;
  try {
    const { svg, warnings, plot: drawn } = await renderSpec(prepared.value.spec, box);
    // What Vega-Lite says about the short form is about our own writing, not the author's.
    const doubts = (isShort(written) ? [] : warnings)
      .slice(0, 3)
      .map((message) => chartProblem('chart/specification', message, { severity: 'warning', ...here }));
    const table = tableOf(prepared.value.rows, prepared.value.columns, options.lang);
    const alt = options.alt ?? tellTable(table);
    const finished = finish(svg, alt, options);
    const diagnostics = [
      ...meant,
      ...prepared.diagnostics,
      ...doubts,
      ...finished.diagnostics.map((found) => ({ ...here, ...found })),
    ];
    if (!finished.ok) return failure(diagnostics);
    const { short } = prepared.value;
    const plot = short ? plotOf(short, box, drawn, finished.value.placed) : foreign;
    return success({ svg: finished.value.svg, alt, table, plot, steps: 0 }, diagnostics);
  } catch (error) {
    // Vega and Vega-Lite report every mistake in a specification by throwing.
    const reason = error instanceof Error ? error.message : String(error);
    return failure([chartProblem('chart/specification', reason.split('\n')[0] ?? reason, here)]);
  }
}

async function refuse(chart: JsonObject, rows: readonly Row[]): Promise<string | undefined> {
  const { parseExpression } = (await import('vega')) as unknown as { parseExpression: Measure['parse'] };
  const values = rows.flatMap((row) => Object.values(row)).filter((value) => typeof value === 'number');
  const [low, high] = values.reduce(([min, max], value) => [Math.min(min, value), Math.max(max, value)], [0, 0]);
  return reasonToRefuse(chart, { parse: parseExpression, span: high - low });
}

/** A chart in the words of Vega-Lite may show whatever that can draw. */
const foreign: NoPlot = { because: 'what was written for Vega-Lite' };

interface Prepared {
  readonly spec: JsonObject;
  /** The chart in the short form, where it is in it. */
  readonly short: ShortChart | undefined;
  readonly columns: readonly string[] | undefined;
  readonly rows: readonly Row[];
}

function fromShort(
  chart: JsonObject,
  rows: readonly Row[],
  box: Parameters<typeof expand>[1] & { readonly said: string },
  at: Parameters<typeof readShort>[3],
): Outcome<Prepared> {
  const short = readShort(chart, rows, box.lang, at);
  if (isProblems(short)) return failure(short);
  const excess = excessOfChart(short);
  const place = at('/chart');
  if (excess !== undefined) return failure([chartProblem('chart/too-much-data', excess, place ? { at: place } : {})]);
  const columns = [short.series, short.x, short.y, short.lower, short.upper].filter((column) => column !== undefined);
  const settled = settle(short, box.lang, at);
  if (!settled.ok) return settled;
  const { rows: shown } = settled.value;
  const read = titled(settled.value.chart, short, { chart, said: box.said });
  const found = [...unknownKeys(chart, at), ...settled.diagnostics];
  return success({ spec: expand(read, box), short: read, columns: [...new Set(columns)], rows: shown }, found);
}

const isProblems = (value: unknown): value is readonly Diagnostic[] => Array.isArray(value);

/** The field `data`, else what is written in the specification. */
const dataOf = (fields: JsonObject, chart: JsonObject): Json | undefined =>
  fields.data ?? (isObject(chart.data) ? chart.data.values : undefined);

function withRows(chart: JsonObject, rows: readonly Row[]): JsonObject {
  // Dates without a zone are read in UTC.
  return { ...(inUtc(chart) as JsonObject), data: { values: rows } };
}
