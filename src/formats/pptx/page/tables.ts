/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import type { Cell, Stroke, TableItem } from '../scene.ts';
import type { Boxes } from './boxes.ts';
import type { Flows } from './flows.ts';
import type { Tools } from './tools.ts';

/** Runs in the page. @returns a table as a grid; what is no text in its cells is handed to `atom`. */
// eslint-disable-next-line max-lines-per-function -- the page knows nothing but this function
export function makeTables(
  tools: Tools,
  flows: Flows,
  boxes: Boxes,
): (table: HTMLTableElement, atom: (element: Element) => void) => TableItem | undefined {
  const sides = ['Left', 'Top', 'Right', 'Bottom'] as const;
  const edgesOf = (values: readonly number[]): readonly number[] =>
    [...values].sort((a, b) => a - b).filter((value, i, all) => i === 0 || value - (all[i - 1] ?? 0) > 1);
  const indexOf = (edges: readonly number[], value: number): number =>
    edges.findIndex((edge) => Math.abs(edge - value) <= 1.5);
  const cellOf = (cell: HTMLTableCellElement, atom: (element: Element) => void): Cell => {
    const css = tools.style(cell);
    const box = cell.getBoundingClientRect();
    const flow = flows.read(cell, [...cell.childNodes], atom);
    const place = tools.place(box);
    const margins = flow
      ? ([
          Math.max(0, flow.rect.x - place.x),
          Math.max(0, flow.rect.y - place.y),
          Math.max(0, place.x + place.w - flow.rect.x - flow.rect.w),
          Math.max(0, place.y + place.h - flow.rect.y - flow.rect.h),
        ] as const)
      : ([0, 0, 0, 0] as const);
    const row = cell.parentElement;
    const fill =
      tools.paint(css.backgroundColor, cell) ?? (row ? tools.paint(tools.style(row).backgroundColor, row) : undefined);
    return {
      paragraphs: flow?.paragraphs ?? [],
      colSpan: cell.colSpan,
      rowSpan: cell.rowSpan,
      isHead: cell.tagName === 'TH',
      margins,
      ...(fill && { fill }),
      rules: sides.map((side): Stroke | null => boxes.stroke(css, side, cell) ?? null),
    };
  };
  return (table, atom) => {
    const rows = [...table.rows].filter((row) => tools.seen(row) && row.cells.length > 0);
    const cells = rows.flatMap((row) => [...row.cells]);
    if (cells.length === 0) return undefined;
    const boxesOf = cells.map((cell) => cell.getBoundingClientRect());
    const lefts = edgesOf(boxesOf.map((box) => box.left));
    const right = Math.max(...boxesOf.map((box) => box.right));
    const columns = lefts.map((left, i) => (lefts[i + 1] ?? right) - left);
    const isRtl = tools.style(table).direction === 'rtl';
    const grid = rows.map((): (Cell | null)[] => columns.map(() => null));
    rows.forEach((row, r) => {
      for (const cell of row.cells) {
        const box = cell.getBoundingClientRect();
        const c = indexOf(lefts, box.left);
        const read = cellOf(cell, atom);
        const last = Math.max(
          c,
          lefts.findLastIndex((left) => left < box.right - 1),
        );
        const line = grid[r];
        if (line && c >= 0)
          line[c] = { ...read, colSpan: last - c + 1, rowSpan: Math.min(read.rowSpan, rows.length - r) };
      }
    });
    const top = Math.min(...boxesOf.map((box) => box.top));
    const bottom = Math.max(...boxesOf.map((box) => box.bottom));
    const tops = rows.map((row) => row.getBoundingClientRect().top);
    const left = lefts[0] ?? 0;
    return {
      kind: 'table',
      rect: tools.place({ left, top, width: right - left, height: bottom - top }),
      columns: isRtl ? columns.toReversed() : columns,
      rows: rows.map((row, r) => ({
        height: (tops[r + 1] ?? bottom) - (tops[r] ?? top),
        isHead: row.parentElement?.tagName === 'THEAD',
        cells: (isRtl ? grid[r]?.toReversed() : grid[r]) ?? [],
      })),
      rtl: isRtl,
    };
  };
}
