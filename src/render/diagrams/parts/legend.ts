import { element } from '../../svg/xml.ts';
import type { Setting } from '../fit.ts';
import { paint } from '../paint.ts';
import { drawText } from '../text/draw.ts';
import { wrap, type TextBlock } from '../text/wrap.ts';
import type { Pen } from '../types.ts';
import { dashes } from './arrow.ts';
import { usedLevels } from './badge.ts';
import { evidenceIcon } from './icons.ts';

export interface LegendEntry {
  readonly label: string;
  /** Draws a sign of 40 x 28 px from its left top corner. */
  readonly sign: (x: number, y: number) => string;
}

export interface Legend {
  /** Height with the space above it; 0 when there is nothing to explain. */
  readonly height: number;
  draw(): string;
}

const signWidth = 40;
const signHeight = 28;
const rowHeight = 34;
const above = 18;
const between = 36;

/** A legend in rows at the foot of the box; `undefined` when an entry is wider than the box. */
export function layoutLegend(entries: readonly LegendEntry[], pen: Pen): Legend | undefined {
  const rows: { entry: LegendEntry; block: TextBlock; width: number }[][] = [];
  let used = Infinity;
  for (const entry of entries) {
    const block = wrap(entry.label, pen.width - signWidth - 10, { size: 24 });
    if (!block || block.lines.length > 1) return undefined;
    const width = signWidth + 10 + block.width;
    if (used + between + width > pen.width) {
      rows.push([]);
      used = -between;
    }
    rows.at(-1)?.push({ entry, block, width });
    used += between + width;
  }
  const height = rows.length === 0 ? 0 : rows.length * rowHeight + above;
  return {
    height,
    draw: () => rows.map((row, index) => drawRow(row, pen, pen.height - (rows.length - index) * rowHeight)).join('\n'),
  };
}

function drawRow(
  row: readonly { entry: LegendEntry; block: TextBlock; width: number }[],
  pen: Pen,
  top: number,
): string {
  const width = row.reduce((sum, item) => sum + item.width, 0) + between * (row.length - 1);
  let x = (pen.width - width) / 2;
  return row
    .map(({ entry, block, width: own }) => {
      const sign = entry.sign(x, top + (rowHeight - signHeight) / 2);
      const words = drawText(block, {
        x: x + signWidth + 10,
        y: top + (rowHeight - block.height) / 2,
        fill: paint('muted'),
      });
      x += own + between;
      return sign + words;
    })
    .join('\n');
}

interface Marked {
  readonly evidence: string | undefined;
  readonly uncertain: boolean;
}

/** Entries for what nodes show by a sign alone: uncertainty, and evidence when its labels do not fit. */
export function nodeLegend(nodes: readonly Marked[], setting: Setting, pen: Pen): Legend | undefined {
  const levels = usedLevels(
    nodes.map((node) => node.evidence),
    setting,
    pen,
  );
  return layoutLegend(
    [
      ...levels.map((level) => ({
        label: level.label,
        sign: (x: number, y: number) => evidenceIcon(level.tone, { x: x + 24, y: y + signHeight / 2 }, 14),
      })),
      ...(nodes.some((node) => node.uncertain) ? [{ label: pen.words.uncertain, sign: dashedSign }] : []),
    ],
    pen,
  );
}

const dashedSign = (x: number, y: number): string =>
  element('rect', {
    x: x + 1,
    y: y + 3,
    width: signWidth - 2,
    height: signHeight - 6,
    rx: 4,
    fill: paint('paper'),
    stroke: paint('line-strong'),
    'stroke-width': 2,
    'stroke-dasharray': dashes,
  });
