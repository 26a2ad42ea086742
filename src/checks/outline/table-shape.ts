import { defineCodes, isObject, type Json } from '../../base/index.ts';
import { slidesOf } from '../../model/index.ts';
import type { Check } from '../check.ts';

const { table, diagnostic } = defineCodes({
  'table/cells': {
    severity: 'error',
    summary: 'A row of a table has more or fewer cells than the table has heads.',
    why: 'Cells would stand under the wrong head or outside the table.',
    mend: 'Give every row one cell for each head; write `""` or “–” for an empty cell.',
  },
});

const listOf = (value: Json | undefined): readonly Json[] => (Array.isArray(value) ? (value as readonly Json[]) : []);

/** A row is a list of cells, or a mapping with `cells`. */
function cellsOf(row: Json): { readonly count: number; readonly step: string } | undefined {
  if (Array.isArray(row)) return { count: row.length, step: '' };
  return isObject(row) && Array.isArray(row.cells) ? { count: row.cells.length, step: '/cells' } : undefined;
}

export const tableShapeCheck: Check = {
  name: 'table-shape',
  codes: table,
  run({ lesson }) {
    return slidesOf(lesson).flatMap(({ slide }) => {
      const heads = listOf(slide.fields.head ?? slide.fields.columns).length;
      if (heads === 0) return [];
      return listOf(slide.fields.rows).flatMap((row, i) => {
        const cells = cellsOf(row);
        if (cells === undefined || cells.count === heads) return [];
        const difference = Math.abs(cells.count - heads);
        const help = [cells.count < heads ? `Add ${difference} to this row.` : `Remove ${difference}, or add a head.`];
        const at = slide.places.value(`/rows/${i}${cells.step}`);
        const message = `Row ${i + 1} has ${cells.count} cells; the table has ${heads} heads.`;
        return [diagnostic('table/cells', message, { at, help })];
      });
    });
  },
};
