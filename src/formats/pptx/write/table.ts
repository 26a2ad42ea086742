import type { Cell, TableItem } from '../scene.ts';
import type { SlideDraft } from './draft.ts';
import { shapeName, wordsOf } from './names.ts';
import { identity, lineXml, transform } from './frame.ts';
import { paragraphsXml } from './text.ts';
import { solid } from './theme.ts';
import { el, emu } from './xml.ts';

/** A table without lines or grounds of its own; what ours has stands in its cells. */
const noStyle = '{2D5ABB26-0587-4C30-8999-92F81FD0307C}';

const emptyBody = '<a:txBody><a:bodyPr/><a:lstStyle/><a:p/></a:txBody>';
const covered = (attribute: Readonly<Record<string, number>>): string => el('a:tc', attribute, emptyBody, '<a:tcPr/>');

function cellXml(cell: Cell, draft: SlideDraft): string {
  const [left, top, right, bottom] = cell.margins;
  const isLeft = cell.paragraphs.every(({ align, rtl }) => align === 'l' && !rtl);
  const margin = (value: number): number => Math.max(0, emu(value));
  const rules = ['a:lnL', 'a:lnT', 'a:lnR', 'a:lnB'].map((name, i) => [
    name,
    lineXml(cell.rules[i] ?? undefined, draft, name),
  ]);
  const order = ['a:lnL', 'a:lnR', 'a:lnT', 'a:lnB'];
  const properties = el(
    'a:tcPr',
    {
      marL: margin(left),
      marR: margin(isLeft ? right - slackOf(right) : right),
      marT: margin(top),
      marB: Math.min(margin(bottom), emu(4)),
      anchor: 't',
    },
    ...order.map((name) => rules.find(([own]) => own === name)?.[1]),
    solid(cell.fill, draft.theme),
  );
  const body = el('a:txBody', {}, '<a:bodyPr/><a:lstStyle/>', paragraphsXml(cell.paragraphs, draft));
  const spans = {
    gridSpan: cell.colSpan > 1 ? cell.colSpan : undefined,
    rowSpan: cell.rowSpan > 1 ? cell.rowSpan : undefined,
  };
  return el('a:tc', spans, body, properties);
}

/** Half of the room at the right, at most a letter: the lines are ours, and another font makes them a little longer. */
const slackOf = (right: number): number => Math.min(right / 2, 12);

/** The cell at each place, and of which cell a place without one is a part. */
function rowXml(table: TableItem, r: number, draft: SlideDraft): string {
  const own = table.rows[r]?.cells ?? [];
  const covers = (row: number, column: number): Cell | undefined => table.rows[row]?.cells[column] ?? undefined;
  return own
    .map((cell, c) => {
      if (cell) return cellXml(cell, draft);
      for (let column = c; column >= 0; column--)
        for (let row = r; row >= 0; row--) {
          const over = covers(row, column);
          if (!over || column + over.colSpan <= c || row + over.rowSpan <= r) continue;
          return covered({ ...(column < c && { hMerge: 1 }), ...(row < r && { vMerge: 1 }) });
        }
      return covered({});
    })
    .join('');
}

export function tableXml(table: TableItem, draft: SlideDraft): string {
  const cells = table.rows.flatMap((row) => row.cells.filter((cell) => cell !== null));
  const texts = cells.flatMap(({ paragraphs }) => paragraphs.map(wordsOf));
  const hasHead = table.rows[0]?.isHead === true;
  const hasColumn = table.rows.some((row) => !row.isHead && row.cells.find((cell) => cell !== null)?.isHead === true);
  const properties = el(
    'a:tblPr',
    { rtl: table.rtl ? 1 : undefined, firstRow: hasHead ? 1 : 0, firstCol: hasColumn ? 1 : 0 },
    el('a:tableStyleId', {}, noStyle),
  );
  const grid = el('a:tblGrid', {}, ...table.columns.map((width) => el('a:gridCol', { w: Math.max(1, emu(width)) })));
  const rows = table.rows.map(({ height }, r) => el('a:tr', { h: Math.max(1, emu(height)) }, rowXml(table, r, draft)));
  const head = el(
    'p:nvGraphicFramePr',
    {},
    identity(draft.next(), shapeName('Table', draft.id, texts)),
    '<p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr><p:nvPr/>',
  );
  const data = el(
    'a:graphicData',
    { uri: 'http://schemas.openxmlformats.org/drawingml/2006/table' },
    el('a:tbl', {}, properties, grid, ...rows),
  );
  return el('p:graphicFrame', {}, head, transform(table.rect, { name: 'p:xfrm' }), el('a:graphic', {}, data));
}
