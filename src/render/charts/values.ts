import type { Diagnostic, Span } from '../../base/index.ts';
import { chartProblem } from './codes.ts';
import { readDates, type WrittenDate } from './dates.ts';
import { habitOf, isMissing, readNumber, shownHabit } from './numbers.ts';
import { isNumeric, type Row, type Value } from './rows.ts';

/** A column as values to draw. */
export interface ReadColumn {
  readonly values: readonly Value[];
  readonly isPercent: boolean;
  readonly diagnostics: readonly Diagnostic[];
}

/** What messages about a column need. */
interface About {
  readonly column: string;
  readonly lang: string;
  readonly at: Span | undefined;
}

/** The values of a column that must hold numbers; what is none is an error with its row, what is missing is counted. */
export function readValues(rows: readonly Row[], { column, lang, at }: About): ReadColumn {
  const place = at ? { at } : {};
  const cells = rows.map((row) => row[column] ?? null);
  const texts = cells.filter((cell) => typeof cell === 'string');
  // A number with a fraction was written with a point.
  const shown = cells.some(isFraction) ? 'point' : shownHabit(texts);
  const habit = shown ?? habitOf([], lang);
  const wrong: string[] = [];
  const lacking: number[] = [];
  let percents = 0;
  const values = cells.map((cell, index): Value => {
    if (typeof cell === 'number') return cell;
    if (cell === null || (typeof cell === 'string' && isMissing(cell))) {
      lacking.push(index + 1);
      return null;
    }
    const read = readNumber(String(cell), habit);
    if (!read) wrong.push(`row ${index + 1}: \`${String(cell).slice(0, 40)}\``);
    if (read?.isPercent === true) percents++;
    return read?.value ?? null;
  });
  const diagnostics: Diagnostic[] = [];
  if (wrong.length > 0) {
    const more = wrong.length > 3 ? ` and ${wrong.length - 3} more` : '';
    const message = `\`${column}\` should hold numbers; ${wrong.slice(0, 3).join(', ')}${more}`;
    diagnostics.push(chartProblem('chart/not-a-number', message, place));
  } else if (lacking.length > 0) {
    const which = `${lacking.slice(0, 8).join(', ')}${lacking.length > 8 ? ' …' : ''}`;
    const message = `${lacking.length} of ${rows.length} rows have no value in \`${column}\` (row ${which}): nothing is drawn for them`;
    diagnostics.push(chartProblem('chart/missing-values', message, place));
  }
  const doubtful = texts.find((text) => /^[+-]?[1-9]\d{0,2}\.\d{3}$/.test(text.trim()));
  if (doubtful !== undefined && habit === 'comma' && shown === undefined) {
    const message = `\`${doubtful}\` in \`${column}\` is read as ${doubtful.replace('.', '')}: the lesson is written in a language that groups digits with points`;
    diagnostics.push(chartProblem('chart/thousands', message, place));
  }
  return { values, isPercent: percents > 0 && percents === values.length - lacking.length, diagnostics };
}

const isFraction = (cell: Value): boolean => typeof cell === 'number' && !Number.isInteger(cell);

/** Whether most of a column's cells are numbers in the way people write them. */
export function looksNumeric(rows: readonly Row[], column: string, lang: string): boolean {
  if (isNumeric(rows, column)) return true;
  const cells = rows.map((row) => row[column] ?? null).filter((cell) => cell !== null && !isMissing(String(cell)));
  const habit = habitOf(cells.map(String), lang);
  const numbers = cells.filter((cell) => typeof cell === 'number' || readNumber(String(cell), habit) !== undefined);
  return cells.length > 0 && numbers.length * 2 > cells.length;
}

/** The dates of a column, when it holds nothing else; whole numbers of four digits are years when they run on. */
export function datesIn(rows: readonly Row[], column: string, lang: string): readonly WrittenDate[] | undefined {
  const cells = rows.map((row) => row[column] ?? null);
  if (cells.every((cell) => typeof cell === 'string')) return readDates(cells, lang);
  return cells.every((cell) => typeof cell === 'number' && isYear(cell))
    ? readDates(cells.map(String), lang)
    : undefined;
}

/** Whether a number is one that people write for a year; smaller and larger ones are amounts. */
const isYear = (value: number): boolean => Number.isInteger(value) && value >= 1000 && value <= 2200;
