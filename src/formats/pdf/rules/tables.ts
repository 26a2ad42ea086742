import { memo } from '../../../base/index.ts';
import { readArray, readDictionary, type PdfDictionary } from '../dictionary.ts';
import type { Elem } from '../tags/tree.ts';
import { when, type Inspection, type UaRule } from './inspection.ts';
import { kidsOf } from './structure.ts';

/** A table laid out cell by cell, as far as it is regular. */
interface Grid {
  /** Cells by row and column; a cell that spans stands in each of its places. */
  readonly rows: readonly (readonly Elem[])[];
  /** A cell that lies on another. */
  readonly overlap?: string;
  /** A cell that reaches below the last row. */
  readonly tooTall?: string;
  /** A row that is too wide, or not full: how many cells it has. */
  readonly uneven?: { readonly row: number; readonly has?: number };
}

const isCell = ({ type }: Elem): boolean => type === 'TH' || type === 'TD';
const attributesOf = memo((cell: Elem) => readAttributes(cell.entries.get('A') ?? '[]'));

/** An attribute of a cell; its attributes stand in one dictionary or in several. */
function attribute(cell: Elem, name: string): string | undefined {
  return attributesOf(cell)
    .map((one) => one.get(name))
    .find((value) => value !== undefined);
}

const readAttributes = (all: string): readonly PdfDictionary[] =>
  (all.startsWith('[') ? readArray(all) : [all]).map(readDictionary);

const span = (cell: Elem, name: 'ColSpan' | 'RowSpan'): number => Number(attribute(cell, name) ?? 1);

const rowsOf = (table: Elem): readonly (readonly Elem[])[] =>
  kidsOf(table)
    .flatMap((kid) => (kid.type === 'TR' ? [kid] : ['THead', 'TBody', 'TFoot'].includes(kid.type) ? kidsOf(kid) : []))
    .filter(({ type }) => type === 'TR')
    .map((row) => kidsOf(row).filter(isCell));

/** A table is laid out once for all rules. */
const gridOf = memo((table: Elem) => layOut(table));

function layOut(table: Elem): Grid {
  const rows = rowsOf(table);
  const width = (rows[0] ?? []).reduce((sum, cell) => sum + span(cell, 'ColSpan'), 0);
  const grid: (Elem | undefined)[][] = rows.map(() => Array.from({ length: width }, () => undefined));
  const done = (flaw: Partial<Grid>): Grid => ({
    rows: grid.map((row) => row.filter((cell) => cell !== undefined)),
    ...flaw,
  });
  for (const [y, cells] of rows.entries()) {
    let x = 0;
    for (const cell of cells) {
      while (grid[y]?.[x] !== undefined) x++;
      if (x + span(cell, 'ColSpan') > width) return done({ uneven: { row: y } });
      if (y + span(cell, 'RowSpan') > rows.length) return done({ tooTall: `row ${y + 1}` });
      for (const row of grid.slice(y, y + span(cell, 'RowSpan'))) {
        if (row.slice(x, x + span(cell, 'ColSpan')).some((taken) => taken !== undefined))
          return done({ overlap: `row ${y + 1}` });
        row.fill(cell, x, x + span(cell, 'ColSpan'));
      }
      x += span(cell, 'ColSpan');
    }
  }
  const short = grid.findIndex((row) => row.includes(undefined));
  if (short < 0) return done({});
  return done({ uneven: { row: short, has: grid[short]?.filter((cell) => cell !== undefined).length ?? 0 } });
}

const tablesIn = ({ elems }: Inspection): readonly Elem[] =>
  elems.flatMap(({ elem }) => (elem.type === 'Table' ? [elem] : []));

const perTable = (id: string, says: string, find: (table: Elem, file: Inspection) => readonly string[]): UaRule => ({
  id,
  says,
  find: (file) => tablesIn(file).flatMap((table) => find(table, file)),
});

const kinds = (table: Elem): readonly string[] => kidsOf(table).map(({ type }) => type);
const count = (table: Elem, kind: string): number => kinds(table).filter((type) => type === kind).length;

/** Cells of a regular table that no head explains, and whether they name heads that are not there. */
function loneCells(table: Elem): readonly { readonly cell: Elem; readonly isUnknown: boolean }[] {
  const { rows, ...flaws } = gridOf(table);
  if (Object.keys(flaws).length > 0) return [];
  const heads = rows.flat().filter(({ type }) => type === 'TH');
  if (heads.every((head) => attribute(head, 'Scope') !== undefined)) return [];
  const ids = new Set(heads.map((head) => head.entries.get('ID') ?? ''));
  return rows.flatMap((row, y) =>
    row.flatMap((cell, x) => {
      if (cell.type !== 'TD' || row.indexOf(cell) !== x || rows[y - 1]?.[x] === cell) return [];
      const named = readArray(attribute(cell, 'Headers') ?? '[]');
      const unknown = named.filter((id) => !ids.has(id));
      if (named.length > 0 && unknown.length === 0) return [];
      const above = rows.slice(0, y).some((other) => scopeOf(other[x]) === 'Column');
      const before = row.slice(0, x).some((other) => scopeOf(other) === 'Row');
      return above || before ? [] : [{ cell, isUnknown: unknown.length > 0 }];
    }),
  );
}

function scopeOf(cell: Elem | undefined): string | undefined {
  return cell?.type === 'TH' ? attribute(cell, 'Scope')?.slice(1) : undefined;
}

/** Rules about tables; what may stand in what is told with the structure. */
export const tableRules: readonly UaRule[] = [
  perTable('7.2-11', 'A table has one head at most.', (table) => when(count(table, 'THead') > 1, 'two heads')),
  perTable('7.2-12', 'A table has one foot at most.', (table) => when(count(table, 'TFoot') > 1, 'two feet')),
  perTable('7.2-13', 'A table with a foot has a body.', (table) =>
    when(count(table, 'TFoot') > 0 && count(table, 'TBody') === 0, 'no body'),
  ),
  perTable('7.2-14', 'A table with a head has a body.', (table) =>
    when(count(table, 'THead') > 0 && count(table, 'TBody') === 0, 'no body'),
  ),
  perTable('7.2-15', 'No cell lies on another.', (table) => [gridOf(table).overlap ?? []].flat()),
  perTable('7.2-16', 'A caption is the first or last in its table.', (table) =>
    when(kinds(table).slice(1, -1).includes('Caption'), 'a caption in the middle'),
  ),
  perTable('7.2-39', 'A table has one caption at most.', (table) => when(count(table, 'Caption') > 1, 'two captions')),
  perTable('7.2-41', 'No cell reaches below the last row.', (table) => [gridOf(table).tooTall ?? []].flat()),
  perTable('7.2-42', 'No row is wider than the first.', (table) => {
    const { uneven } = gridOf(table);
    return uneven?.has === undefined && uneven ? [`row ${uneven.row + 1}`] : [];
  }),
  perTable('7.2-43', 'Every row is as wide as the first.', (table) => {
    const { uneven } = gridOf(table);
    return uneven?.has === undefined ? [] : [`row ${uneven.row + 1} has ${uneven.has} cells`];
  }),
  perTable('7.5-1', 'A cell names only heads that are there.', (table) =>
    loneCells(table).flatMap(({ cell, isUnknown }) => when(isUnknown, `cell ${cell.number}`)),
  ),
  perTable('7.5-2', 'Every cell has a head.', (table) =>
    loneCells(table).flatMap(({ cell, isUnknown }) => when(!isUnknown, `cell ${cell.number}`)),
  ),
];
