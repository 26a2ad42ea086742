import { isObject, knownLocales, type Json, type JsonObject, type Outcome } from '../../../base/index.ts';
import { element } from '../../svg/xml.ts';
import { empty, fit, type Arrangement, type Painter, type Setting } from '../fit.ts';
import type { Box, Point } from '../geometry.ts';
import { dimIf, isWanted, wantedOf, type Emphasis } from '../emphasis.ts';
import { paint, toneColours, type Token } from '../paint.ts';
import { evidenceIcon } from '../parts/icons.ts';
import { layoutLegend, type Legend } from '../parts/legend.ts';
import { list, objects, optional, text } from '../read.ts';
import { drawText } from '../text/draw.ts';
import { plainText } from '../text/inline.ts';
import { wrap, type TextBlock } from '../text/wrap.ts';
import type { DiagramKind, Pen } from '../types.ts';

interface Cell {
  readonly text: string;
  readonly tone: string | undefined;
  /** 1 (low) to 5 (high) on the heat scale. */
  readonly heat: number | undefined;
  readonly emphasis: Emphasis;
}

interface Grid {
  readonly corner: string;
  readonly columns: readonly string[];
  readonly rows: readonly { readonly label: string; readonly cells: readonly Cell[] }[];
  readonly legend: readonly { readonly tone: string; readonly label: string }[];
}

/** A table of toned cells or a heat map; every cell says in signs what its colour says. */
export const matrix: DiagramKind = {
  draw(data, pen): Outcome<string> {
    const grid = pointedAt(read(data, pen.lang), wantedOf(data));
    if (grid.rows.length === 0) return empty(pen, '/rows');
    if (grid.columns.length === 0) return empty(pen, '/columns');
    const arrangements = [0.2, 0.26, 0.32, 0.4].map(
      (share): Arrangement =>
        (setting) =>
          table(grid, share, setting, pen),
    );
    return fit(arrangements, pen, '/rows');
  },
  describe(data) {
    const { columns, rows } = told(data, 'en');
    return rows
      .map(({ label, cells }) => `${label}: ${cells.map((cell, i) => `${columns[i] ?? ''} ${cell}`).join('; ')}`)
      .join('. ');
  },
  table(data, { lang }) {
    const { corner, columns, rows } = told(data, lang);
    return { head: [corner, ...columns], rows: rows.map(({ label, cells }) => [label, ...cells]) };
  },
};

/** The words of each cell: what stands in it, and what its tone means. */
function told(data: JsonObject, lang: string) {
  const { corner, columns, rows, legend } = read(data, lang);
  const meaning = new Map(legend.map((entry) => [entry.tone, entry.label]));
  const cellText = ({ text: own, tone }: Cell): string => {
    const means = meaning.get(tone ?? '') ?? (tone === undefined ? undefined : signs[tone]);
    const said = [plainText(own), means].filter((part) => part !== undefined && part !== '');
    return [...new Set(said)].join(', ');
  };
  return {
    corner: plainText(corner),
    columns: columns.map(plainText),
    rows: rows.map(({ label, cells }) => ({ label: plainText(label), cells: cells.map(cellText) })),
  };
}

/** What the slide points at: a row by number or label, a column by its head, a cell by its words. */
function pointedAt(grid: Grid, wanted: readonly string[]): Grid {
  const isLit = (row: number, column: number): boolean => {
    const { label, cells } = grid.rows[row] ?? { label: '', cells: [] };
    return isWanted(wanted, row + 1, label, grid.columns[column], cells[column]?.text);
  };
  const rows = grid.rows.map((row, r) => ({
    ...row,
    cells: row.cells.map((cell, c): Cell => ({ ...cell, emphasis: isLit(r, c) ? 'lit' : 'dim' })),
  }));
  return rows.some(({ cells }) => cells.some(({ emphasis }) => emphasis === 'lit')) ? { ...grid, rows } : grid;
}

function read(data: JsonObject, lang: string): Grid {
  const rows = objects(data.rows);
  const values = rows.flatMap((row) => list(row.cells).map(valueOf)).filter((value) => value !== undefined);
  const range = { low: Math.min(...values), high: Math.max(...values) };
  return {
    corner: text(data.rowTitle),
    columns: list(data.columns).map(text),
    rows: rows.map((row) => ({
      label: text(row.label),
      cells: list(row.cells).map((cell) => cellOf(cell, range, lang)),
    })),
    legend: objects(data.legend).map((entry) => ({ tone: text(entry.tone), label: text(entry.label) })),
  };
}

function valueOf(cell: Json): number | undefined {
  const value = isObject(cell) ? cell.value : cell;
  // A number that is written with digits of its own (`1.50`) comes as text.
  const number = typeof value === 'string' && /^[-+]?\d+(?:\.\d+)?$/.test(value.trim()) ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : undefined;
}

function cellOf(cell: Json, { low, high }: { readonly low: number; readonly high: number }, lang: string): Cell {
  const value = valueOf(cell);
  const tone = isObject(cell) ? optional(cell.tone) : undefined;
  const written = isObject(cell) ? cell.value : cell;
  const words =
    (isObject(cell) ? optional(cell.text) : undefined) ?? (typeof written === 'string' ? written : undefined);
  const heat =
    value === undefined || tone !== undefined
      ? undefined
      : 1 + Math.round((high === low ? 0.5 : (value - low) / (high - low)) * 4);
  return {
    text: words ?? (value === undefined ? '' : new Intl.NumberFormat([...knownLocales(lang), 'en']).format(value)),
    tone,
    heat,
    emphasis: undefined,
  };
}

const gap = 6;
const padding = 10;

/** Column heads over cells of one width, row labels at the left taking a share of the width. */
function table(grid: Grid, share: number, setting: Setting, pen: Pen): Painter | undefined {
  const legend = legendOf(grid, pen);
  const style = { size: setting.small, ...(setting.hyphenate && { hyphenate: setting.hyphenate }) };
  const bold = { ...style, bold: true };
  const stub = wrapAll([grid.corner, ...grid.rows.map((row) => row.label)], pen.width * share - padding, bold);
  if (!legend || !stub) return undefined;
  const left = Math.max(...stub.map((block) => block.width)) + padding + 8;
  const width = Math.min((pen.width - left - gap * grid.columns.length) / grid.columns.length, 420);
  const heads = wrapAll(grid.columns, width - 4, bold);
  const rows = grid.rows.map((row) =>
    wrapAll(
      grid.columns.map((_, index) => row.cells[index]?.text ?? ''),
      width - 2 * padding - stripOf(grid),
      style,
    ),
  );
  const blocks = rows.filter((row) => row !== undefined);
  if (!heads || blocks.length !== rows.length) return undefined;
  const headHeight = Math.max(...heads.map((block) => block.height), stub[0]?.height ?? 0) + 8;
  const heights = blocks.map(
    (row, index) => Math.max(stub[index + 1]?.height ?? 0, ...row.map((block) => block.height), setting.small) + 12,
  );
  const least = headHeight + heights.reduce((sum, height) => sum + height + gap, 0);
  const available = pen.height - legend.height;
  if (least > available) return undefined;
  const extra = Math.min(110, (available - least) / heights.length);
  const whole = left + grid.columns.length * (width + gap);
  const start = { x: (pen.width - whole) / 2, y: (available - least - extra * heights.length) / 2 };
  return () => {
    const lift = (block: TextBlock): number => start.y + headHeight - 8 - block.height;
    const corner = stub[0] && drawText(stub[0], { x: start.x, y: lift(stub[0]), fill: paint('muted') });
    const top = heads.map((head, index) => {
      const x = start.x + left + gap + index * (width + gap) + width / 2;
      return drawText(head, { x, y: lift(head), anchor: 'middle' });
    });
    let y = start.y + headHeight;
    const body = heights.map((height, index) => {
      const band: Box = { x: start.x + left + gap, y, width, height: height + extra };
      y += height + extra + gap;
      return pen.step(drawRow(stub[index + 1], blocks[index] ?? [], grid.rows[index]?.cells ?? [], band, start.x));
    });
    return [corner ?? '', ...top, ...body, legend.draw()].join('\n');
  };
}

function wrapAll(
  texts: readonly string[],
  width: number,
  style: Parameters<typeof wrap>[2],
): readonly TextBlock[] | undefined {
  const blocks = texts.map((one) => wrap(one, width, style)).filter((block) => block !== undefined);
  return blocks.length === texts.length ? blocks : undefined;
}

function drawRow(
  label: TextBlock | undefined,
  blocks: readonly TextBlock[],
  cells: readonly Cell[],
  first: Box,
  left: number,
): string {
  const head = label ? drawText(label, { x: left, y: first.y + (first.height - label.height) / 2 }) : '';
  const drawn = blocks.map((block, index) =>
    drawCell(cells[index], block, { ...first, x: first.x + index * (first.width + gap) }),
  );
  return [head, ...drawn].join('\n');
}

function drawCell(cell: Cell | undefined, block: TextBlock, box: Box): string {
  const colours = toneColours(cell?.tone);
  const fill = cell?.heat !== undefined ? paint(`heat-${cell.heat}` as Token) : (colours?.soft ?? paint('wash'));
  const ink = cell?.heat === undefined ? paint('ink') : paint(`on-heat-${cell.heat}` as Token);
  const outline = element('rect', { ...{ x: box.x, y: box.y, width: box.width, height: box.height, rx: 4 }, fill });
  const isSigned = cell?.tone !== undefined && block.lines.length > 0;
  const edgeWidth = isSigned ? strip : 6;
  const edge = colours
    ? element('rect', { x: box.x, y: box.y, width: edgeWidth, height: box.height, fill: colours.strong })
    : '';
  const middle = box.y + box.height / 2;
  const onEdge = isSigned ? toneSign(cell.tone ?? '', { x: box.x + strip / 2, y: middle, onTone: true }) : '';
  const words = drawText(block, {
    x: box.x + box.width / 2 + (isSigned ? strip / 2 : 0),
    y: box.y + (box.height - block.height) / 2,
    anchor: 'middle',
    fill: ink,
  });
  const sign =
    block.lines.length === 0 && cell?.tone !== undefined
      ? toneSign(cell.tone, { x: box.x + box.width / 2, y: middle })
      : '';
  const frame = cell?.emphasis === 'lit' ? element('rect', ring(box)) : '';
  return dimIf(cell?.emphasis, outline + edge + onEdge + words + sign) + frame;
}

/** The line around a cell that the slide is about. */
const ring = ({ x, y, width, height }: Box) => ({
  ...{ x: x - 1, y: y - 1, width: width + 2, height: height + 2, rx: 5 },
  ...{ fill: 'none', stroke: paint('ink'), 'stroke-width': 4 },
});

const signs: Readonly<Record<string, string>> = { positive: '+', negative: '−', neutral: '○', accent: '●' };

/** Width of the strip at the start of a cell with words, which holds the sign of its tone. */
const strip = 26;

/** The strip's room in every cell, so that words of a column stand below each other. */
const stripOf = ({ rows }: Grid): number =>
  rows.some(({ cells }) => cells.some(({ text: own, tone }) => tone !== undefined && own !== '')) ? strip : 0;

/** The sign that says what a tone says: large where a cell has no text, else on the strip in the tone's colour. */
function toneSign(tone: string, { x, y, onTone = false }: Point & { readonly onTone?: boolean }): string {
  const sign = signs[tone];
  const colour = onTone ? paint('paper') : (toneColours(tone)?.strong ?? paint('ink'));
  if (sign === undefined) return evidenceIcon(tone, { x, y }, onTone ? 11 : 15);
  return element(
    'text',
    { x, y: y + 9, 'font-size': 28, 'font-weight': 600, 'text-anchor': 'middle', fill: colour },
    sign,
  );
}

function legendOf(grid: Grid, pen: Pen): Legend | undefined {
  return layoutLegend(
    grid.legend.map(({ tone, label }) => ({
      label,
      sign: (x: number, y: number) => {
        const colours = toneColours(tone);
        const ground = { x: x + 2, y: y - 1, width: 36, height: 30, rx: 4, 'stroke-width': 2 };
        const swatch = element('rect', {
          ...ground,
          fill: colours?.soft ?? paint('wash'),
          stroke: colours?.strong ?? paint('line-strong'),
        });
        return swatch + toneSign(tone, { x: x + 20, y: y + 14 });
      },
    })),
    pen,
  );
}
