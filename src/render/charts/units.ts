import { isMissing } from './numbers.ts';
import { columnsOf, type Row } from './rows.ts';

/** A cell as its digits, and what is written around them: `4,2 mm`, `£9,870k`, `(120)`. */
interface Measured {
  readonly digits: string;
  readonly unit: string;
}

/** Longer words behind a number are a text that begins with one. */
const longestUnit = 12;
const isDigit = (sign: string): boolean => sign >= '0' && sign <= '9';
const marks = ".,'’ \u00A0\u2009\u202F";

/** The number in a cell and its unit; `undefined` where there is more than one number, or none. */
export function splitUnit(cell: string): Measured | undefined {
  const text = cell.trim();
  const signs = Array.from(text);
  const first = signs.findIndex(isDigit);
  const last = signs.findLastIndex(isDigit);
  const body = signs.slice(first, last + 1);
  if (first < 0 || text.length > 40 || body.some((sign) => !isDigit(sign) && !marks.includes(sign))) return undefined;
  const before = signs.slice(0, first).join('').trim();
  const after = signs
    .slice(last + 1)
    .join('')
    .trim();
  // Accounts write what is lost in brackets.
  const isLoss = before.startsWith('(') && after.endsWith(')');
  const sign = ['-', '−', '–'].find((one) => before.startsWith(one) || before.endsWith(one)) ?? '';
  const head = (isLoss ? before.slice(1) : before.replace(sign, '')).trim();
  const tail = (isLoss ? after.slice(0, -1) : after).trim();
  if (head.length > 3 || tail.length > longestUnit || tail.includes('(') !== tail.includes(')')) return undefined;
  return { digits: `${isLoss ? '-' : sign}${body.join('')}`, unit: head + tail };
}

/**
 * The rows without the unit that every cell of a column bears: `4,2 mm` is 4,2, and the unit goes to the axis.
 * @param keep the column that holds the places.
 */
export function withoutUnits(
  rows: readonly Row[],
  keep: string,
): { readonly rows: readonly Row[]; readonly unit?: string } {
  const found = new Map<string, { readonly cells: readonly (Measured | undefined)[]; readonly unit: string }>();
  for (const column of columnsOf(rows)) {
    const cells = rows.map((row) => row[column] ?? null);
    const measured = cells.map((cell) => (cell === null ? undefined : splitUnit(String(cell))));
    const there = cells.flatMap((cell, i) => (cell === null || isMissing(String(cell)) ? [] : [measured[i]]));
    const units = new Set(there.map((one) => one?.unit));
    const [unit] = [...units];
    const isOne = units.size === 1 && unit !== undefined && unit !== '%';
    const isChanged = unit !== '' || there.some((one) => one?.digits.startsWith('-'));
    if (column !== keep && there.length > 0 && isOne && isChanged) found.set(column, { cells: measured, unit });
  }
  if (found.size === 0) return { rows };
  const plain = rows.map((row, i) => ({
    ...row,
    ...Object.fromEntries([...found].map(([column, { cells }]) => [column, cells[i]?.digits ?? row[column] ?? null])),
  }));
  const units = new Set([...found.values()].map(({ unit }) => unit));
  const [unit] = [...units];
  return units.size === 1 && unit !== undefined && unit !== '' ? { rows: plain, unit } : { rows: plain };
}
