import type { DataTable } from '../data-table.ts';
import { columnsOf, type Row, type Value } from './rows.ts';

/** The named columns, or all, with numbers written as the language does. */
export function tableOf(rows: readonly Row[], columns: readonly string[] | undefined, lang: string): DataTable {
  const head = columns ?? columnsOf(rows);
  const format = numberFormat(lang);
  const write = (value: Value | undefined): string =>
    typeof value === 'number' ? format(value) : value === null || value === undefined ? '' : String(value);
  return { head, rows: rows.map((row) => head.map((column) => write(row[column]))) };
}

/** Writes a number with at most four decimals in the manner of a language; falls back to English. */
export function numberFormat(lang: string): (value: number) => string {
  const supported = Intl.NumberFormat.supportedLocalesOf([lang]);
  const format = new Intl.NumberFormat(supported[0] ?? 'en', { maximumFractionDigits: 4, useGrouping: 'min2' });
  return (value) => format.format(value).replace('-', '−');
}
