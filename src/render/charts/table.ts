import { knownLocales } from '../../base/index.ts';
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

/** Writes a number with at most four decimals, or two digits that say something where it is smaller, in the manner of a language; falls back to English. */
export function numberFormat(lang: string): (value: number) => string {
  const supported = knownLocales(lang);
  const format = new Intl.NumberFormat(supported[0] ?? 'en', { maximumFractionDigits: 4, useGrouping: 'min2' });
  const small = new Intl.NumberFormat(supported[0] ?? 'en', { maximumSignificantDigits: 2 });
  // A millionth is not nothing.
  return (value) => {
    const isSmall = value !== 0 && Math.abs(value) < 0.00005;
    if (!isSmall || Math.abs(value) >= 1e-7) return (isSmall ? small : format).format(value).replace('-', '−');
    const [digits = '', power = ''] = value.toExponential(1).split('e');
    return `${format.format(Number(digits))}·10^${power}`.replaceAll('-', '−');
  };
}
