import { isObject, type Json } from '../../base/index.ts';
import type { Row } from './rows.ts';
import type { ShortChart } from './short.ts';

/** A chart on a slide shows far less; more would take minutes to draw, some of it in the square of its number. */
const most = {
  rows: 10_000,
  cells: 100_000,
  characters: 2_000_000,
  series: 200,
  categories: 1000,
  marks: 200,
} as const;

/** What is too much about the data of a chart; told before anything reads it. */
export function excessOf(data: Json | undefined): string | undefined {
  if (typeof data === 'string') {
    if (data.length > most.characters) return `its data has more than ${most.characters} characters`;
    return excessOfTable((data.match(/\n|\r(?!\n)/g)?.length ?? 0) + 1, data.match(/[,;\t]/g)?.length ?? 0);
  }
  if (!Array.isArray(data)) return undefined;
  const rows = (data as readonly Json[]).slice(0, most.rows + 2);
  return excessOfTable(
    rows.length,
    rows.reduce((sum: number, row) => sum + (isObject(row) ? Object.keys(row).length : 0), 0),
  );
}

function excessOfTable(rows: number, cells: number): string | undefined {
  if (rows > most.rows + 1) return `its data has more than ${most.rows} rows`;
  return cells > most.cells ? `its data has more than ${most.cells} cells` : undefined;
}

/** What is too much about a chart in the short form: what is drawn piece by piece, each with its words. */
export function excessOfChart({ type, x, y, series, rows, references, bands, notes }: ShortChart): string | undefined {
  if (series !== undefined && countOf(rows, series) > most.series) return `it has more than ${most.series} series`;
  const names = type === 'bar' ? x : type === 'forest' ? y : undefined;
  if (names !== undefined && countOf(rows, names) > most.categories)
    return `it has more than ${most.categories} categories`;
  return references.length + bands.length + notes.length > most.marks
    ? `it has more than ${most.marks} lines, bands and notes`
    : undefined;
}

const countOf = (rows: readonly Row[], column: string): number => new Set(rows.map((row) => row[column])).size;
