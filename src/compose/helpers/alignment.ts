import { memo } from '../../base/index.ts';
import { textOf, type Helper } from '../helper.ts';

/** Longest cell that is taken for a number with its unit. */
const longest = 16;
/** Most letters beside a number: units such as `kcal`, not words. */
const mostLetters = 4;
/** Signs that may stand before the digits of a number. */
const before = new Set(Array.from(' \u00a0\u202f+-−–±~≈<>≤≥($€£¥₹₺'));

const isDigit = (sign: string): boolean => sign >= '0' && sign <= '9';
const isLetter = (sign: string): boolean => sign.toLowerCase() !== sign.toUpperCase();

/** Whether a cell is a number as people write it: `1.200`, `(7,5)`, `€ 12`, `−3 %`, `10–20 mg`. */
function isNumber(text: string): boolean {
  const signs = Array.from(text);
  const first = signs.findIndex(isDigit);
  if (first < 0 || signs.length > longest || !signs.slice(0, first).every((sign) => before.has(sign))) return false;
  return signs.filter(isLetter).length <= mostLetters;
}

/** Whether a cell says that there is nothing to say. */
const isEmpty = (text: string): boolean => ['', '-', '–', '—', '?', 'n/a', '…'].includes(text.toLowerCase());

/** The columns of a table that hold numbers, the first excepted: it names or counts the rows. */
const numberColumns = memo((rows: readonly unknown[]): ReadonlySet<number> => {
  const cells = rows.map((row) => (Array.isArray(row) ? row : []).map((cell: unknown) => textOf(cell).trim()));
  const width = Math.max(0, ...cells.map((row) => row.length));
  const columns = Array.from({ length: width }, (_, column) => column).slice(1);
  return new Set(
    columns.filter((column) => {
      const said = cells.flatMap((row) => row[column] ?? []).filter((text) => !isEmpty(text));
      return said.length > 1 && said.every(isNumber);
    }),
  );
});

/** How a column of a table stands: as its author says, numbers to the right so that their digits stand in columns. */
export const alignment: Helper = {
  name: 'alignment',
  usage:
    '<td class="align-{{alignment align rows @index}}"> — left, center or right: what `align` says, else right for numbers',
  run: ({ params: [align, rows, index] }) => {
    const column = typeof index === 'number' ? index : 0;
    const said: unknown = Array.isArray(align) ? align[column] : undefined;
    if (typeof said === 'string') return said;
    return Array.isArray(rows) && numberColumns(rows).has(column) ? 'right' : 'left';
  },
};
