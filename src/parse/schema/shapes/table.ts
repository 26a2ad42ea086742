import type { Json } from '../../../base/index.ts';
import { isObject } from '../../../base/index.ts';
import { tablesAsMarkdown } from '../../../text/index.ts';
import { cellsIn } from '../records.ts';
import type { Holder } from '../values.ts';
import type { Slip } from './slip.ts';

/** A line that parts the head of a table in Markdown from its rows. */
const rule = /^\|?(?:\s*:?-+:?\s*\|)*\s*:?-+:?\s*\|?$/;

/** The cells of a line of a table in Markdown, or of one copied from a spreadsheet. */
function cellsOf(line: string): readonly string[] {
  const text = line.trim();
  if (!text.includes('|')) return cellsIn(line);
  const parts = text.split(/(?<!\\)\|/).map((cell) => cell.replaceAll('\\|', '|').trim());
  return parts.slice(parts[0] === '' ? 1 : 0, parts.at(-1) === '' && parts.length > 1 ? -1 : undefined);
}

const alignOf = (cell: string): string => (/^:-+:$/.test(cell) ? 'center' : cell.endsWith(':') ? 'right' : 'left');

/** A table that is written as text: its rows, and how its columns are aligned. */
function fromText(written: string): { readonly rows: readonly Json[]; readonly align?: readonly string[] } {
  const text = tablesAsMarkdown(written);
  const lines = text.split('\n').filter((line) => line.trim() !== '' && !/^[\s=_-]{4,}$/.test(line));
  if (areGapped(lines)) return { rows: fromGaps(lines) };
  const ruled = lines.find((line) => line.includes('-') && rule.test(line.trim()));
  const rows = lines.filter((line) => line !== ruled).map((line) => [...cellsOf(line)]);
  return { rows, ...(ruled?.includes(':') && { align: cellsOf(ruled).map(alignOf) }) };
}

/** Lines as a program prints them, their columns parted by nothing but spaces. */
const areGapped = (lines: readonly string[]): boolean =>
  lines.length > 1 &&
  !lines.some((line) => /[|\t]/.test(line)) &&
  lines.filter((line) => line.includes(';')).length <= lines.length / 2 &&
  lines.filter((line) => line.trim().includes('  ')).length > lines.length / 2;

/** Their cells; a line that begins with a gap has nothing in its first columns. */
function fromGaps(lines: readonly string[]): readonly Json[] {
  const rows = lines.map((line) => line.trim().split(/\s{2,}/));
  const widest = Math.max(...rows.map((row) => row.length));
  return rows.map((row, i) => {
    const empty = Array.from({ length: widest - row.length }, () => '');
    return /^\s{2}/.test(lines[i] ?? '') ? [...empty, ...row] : [...row, ...empty];
  });
}

const isList = (value: Json | undefined): value is readonly Json[] => Array.isArray(value);
const holders = [
  'rows',
  'table',
  'data',
  'body',
  'text',
  'content',
  'markdown',
  'md',
  'csv',
  'values',
  'lines',
  'items',
  'people',
  'team',
  'members',
  'staff',
  'contacts',
];
const heads = ['head', 'header', 'headers', 'heads', 'columns', 'cols'];

/**
 * A table as people write it: pasted from Markdown or a spreadsheet, as records with the names of the columns, or with its
 * head as the first row.
 */
export function asTable(slide: Holder): readonly Slip[] {
  const key = holders.find((name) => slide[name] !== undefined && slide[name] !== null) ?? tableIn(slide);
  if (key === undefined) return [];
  const whole = slide[key];
  // A table of its own inside the slide.
  if (isObject(whole) && [...heads, 'rows'].some((name) => isList(whole[name]))) {
    Reflect.deleteProperty(slide, key);
    for (const [name, value] of Object.entries(whole)) slide[name] ??= value;
    return asTable(slide);
  }
  const given = heads.find((name) => slide[name] !== undefined && slide[name] !== null);
  const { rows, head, align } = read(slide[key] ?? null);
  if (rows === undefined) return [];
  const own = given === undefined ? undefined : headOf(slide[given] ?? null);
  const [first, ...rest] = rows;
  const isFirstHead = own === undefined && head === undefined && isList(first) && rest.length > 0;
  for (const name of [key, ...(given === undefined ? [] : [given])]) Reflect.deleteProperty(slide, name);
  slide.head = own ?? head ?? (isFirstHead ? first : undefined);
  if (slide.head === undefined) Reflect.deleteProperty(slide, 'head');
  if (align && slide.align === undefined) slide.align = align;
  return setRows(slide, isFirstHead ? rest : rows, key === 'rows' && !isFirstHead);
}

/** The key, in whatever language, under which rows of cells or a table of Markdown stands. */
const tableIn = (slide: Holder): string | undefined =>
  Object.keys(slide).find((key) => {
    const value = slide[key];
    if (heads.includes(key)) return false;
    if (typeof value === 'string') return value.includes('\n') && value.trimStart().startsWith('|');
    return isList(value) && value.length > 1 && value.every((row) => isList(row) && row.length > 1);
  });

/** Rows with a cell for each head: what a comma cut is one again, and cells that are missing at the end stay empty. */
function setRows(slide: Holder, rows: readonly Json[], areInPlace: boolean): readonly Slip[] {
  const width = isList(slide.head) ? slide.head.length : 0;
  const slips: Slip[] = [];
  slide.rows = rows.map((row, i) => {
    const cells = typeof row === 'string' && width > 1 ? joinedAt(row, width) : row;
    const isCut = areInPlace && rows.some((one) => isList(one) && one.length === width);
    const last = isList(cells) && isCut && width > 1 && cells.length > width ? cells.slice(width - 1) : [];
    if (isList(cells) && last.length > 0 && last.every(isWords)) {
      slips.push({
        pointer: `/rows/${i}`,
        message: `Row ${i + 1} has ${cells.length} cells, the table ${width} heads; the last ones are read as one, which a comma has cut.`,
        help: 'Put quotes around a cell that holds a comma, or add a head.',
      });
      return [...cells.slice(0, width - 1), last.join(', ')];
    }
    const missing = isList(cells) ? width - cells.length : 0;
    if (!isList(cells) || missing <= 0) return cells;
    slips.push({
      pointer: areInPlace ? `/rows/${i}` : '',
      message: `Row ${i + 1} has ${cells.length} cells, the table ${width} heads; what is missing stays empty at its end.`,
      help: 'Write `""` for an empty cell.',
    });
    return [...cells, ...Array.from({ length: missing }, () => '')];
  });
  return slips;
}

/** Whether a cell is words: a number too many is none that a comma has cut. */
const isWords = (cell: Json): cell is string =>
  typeof cell === 'string' && Number.isNaN(Number(cell.replace(',', '.'))) && cell.trim() !== '';

/** The cells of a row that was written as one text; commas in its last cell are words. */
function joinedAt(row: string, width: number): readonly Json[] {
  const cells = cellsOf(row);
  if (cells.length <= width || /[|\t;"]/.test(row)) return cells;
  return [...cells.slice(0, width - 1), cells.slice(width - 1).join(', ')];
}

const headOf = (value: Json): Json =>
  typeof value === 'string' && /[|\t;,]/.test(value) ? [...cellsOf(value)] : value;

interface Read {
  readonly rows?: readonly Json[];
  readonly head?: readonly Json[];
  readonly align?: readonly string[];
}

function read(value: Json): Read {
  if (typeof value === 'string') return value.includes('\n') || value.includes('<table') ? fromText(value) : {};
  if (!isList(value) || value.length === 0) return {};
  if (value.every((row) => typeof row === 'string')) {
    const width = cellsIn(value[0] ?? '').length;
    const isParted =
      value.every((row) => /[|\t]/.test(row)) ||
      (width > 1 && value.every((row) => row.includes(';') && cellsIn(row).length === width));
    return isParted ? fromText(value.join('\n')) : { rows: value };
  }
  if (!value.every(isRecord)) return { rows: value };
  const columns = [...new Set(value.flatMap((row) => Object.keys(row)))];
  if (value.every((row) => Object.keys(row).length === 1) && columns.length > 1)
    return { rows: value.map((row) => rowOf(row, columns)) };
  return { head: columns, rows: value.map((row) => columns.map((column) => row[column] ?? '')) };
}

const isRecord = (row: Json): row is Readonly<Record<string, Json>> =>
  isObject(row) && Object.values(row).every((cell) => typeof cell !== 'object' || cell === null || isList(cell));

/** `- Acid: [sour, red]`: a row that is named by its key. */
function rowOf(row: Readonly<Record<string, Json>>, columns: readonly string[]): Json {
  const name = columns.find((column) => Object.hasOwn(row, column)) ?? '';
  return [name, ...[row[name] ?? ''].flat()];
}
