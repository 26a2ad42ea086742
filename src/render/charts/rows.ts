import { dsvFormat } from 'd3-dsv';
import { isObject, type Json } from '../../base/index.ts';
import { readNumber } from './numbers.ts';

export type Value = string | number | boolean | null;
export type Row = Readonly<Record<string, Value>>;

/**
 * Rows of a chart, from a list of objects or from the text of a CSV file. The separator of a file is taken from its first
 * line: comma, semicolon or tab.
 */
export function readRows(data: Json | undefined): readonly Row[] {
  if (typeof data === 'string') return parseTable(data);
  return (Array.isArray(data) ? (data as readonly Json[]) : []).filter(isObject).map((row) => {
    const cells = Object.entries(row).map(
      ([key, value]) => [key, isValue(value) ? value : JSON.stringify(value ?? null)] as const,
    );
    return Object.fromEntries(cells);
  });
}

const isValue = (value: unknown): value is Value =>
  value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';

function parseTable(text: string): readonly Row[] {
  const head = /^[^\r\n]*/.exec(text)?.[0] ?? '';
  const separator = [',', ';', '\t'].toSorted((a, b) => head.split(b).length - head.split(a).length)[0] ?? ',';
  // Rows as lists: a column may have any name, `__proto__` too.
  const [columns = [], ...rows] = dsvFormat(separator).parseRows(text.replace(/^\uFEFF/, ''));
  return rows.map((row) =>
    Object.fromEntries(columns.map((column, i) => [column.trim(), valueOf(row[i] ?? '', separator)])),
  );
}

/**
 * A cell by the habits of its file: where commas part the cells, points part the fractions, where semicolons do, commas.
 * What is still open is read by the chart that measures it.
 */
function valueOf(cell: string, separator: string): Value {
  const text = cell.trim();
  if (text === '' || text === 'NA') return null;
  if (/^[+-]?0\d/.test(text)) return text;
  if (separator === ';') {
    const read = text.endsWith('%') ? undefined : readNumber(text, 'comma');
    return read?.value ?? text;
  }
  const isOpen = separator === '\t' && /^-?[1-9]\d{0,2}\.\d{3}$/.test(text);
  const plain = text.replace(/^−/, '-');
  return !isOpen && /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?$/i.test(plain) ? Number(plain) : text;
}

/** All column names in order of appearance. */
export function columnsOf(rows: readonly Row[]): readonly string[] {
  return [...new Set(rows.flatMap((row) => Object.keys(row)))];
}

/** Whether every present value of a column is a number. */
export function isNumeric(rows: readonly Row[], column: string): boolean {
  const values = rows.map((row) => row[column]).filter((value) => value !== null && value !== undefined);
  return values.length > 0 && values.every((value) => typeof value === 'number');
}
