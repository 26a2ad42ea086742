import { element } from '../../svg/xml.ts';
import type { Setting } from '../fit.ts';
import { toneColours } from '../paint.ts';
import { drawText } from '../text/draw.ts';
import { wrap } from '../text/wrap.ts';
import type { Pen } from '../types.ts';
import { evidenceIcon } from './icons.ts';

export interface Badge {
  readonly width: number;
  readonly height: number;
  /** Draws with its left top corner at a point. */
  draw(x: number, y: number): string;
}

const height = 36;
const size = 24;

/** The badge of an evidence level: icon and label. `undefined` when the level is unknown. */
export function evidenceBadge(id: string | undefined, pen: Pen): Badge | undefined {
  const level = id === undefined ? undefined : pen.evidence.get(id);
  const colours = toneColours(level?.tone);
  const block = level && wrap(level.label, pen.width, { size });
  if (!level || !colours || block?.lines.length !== 1) return undefined;
  const width = 42 + block.width + 14;
  return {
    width,
    height,
    draw: (x, y) =>
      element('rect', {
        x,
        y,
        width,
        height,
        rx: height / 2,
        fill: colours.soft,
        stroke: colours.strong,
        'stroke-width': 2,
      }) +
      evidenceIcon(level.tone, { x: x + height / 2, y: y + height / 2 }, 13) +
      drawText(block, { x: x + 40, y: y + (height - block.lineHeight) / 2 }),
  };
}

/** The evidence tones that nodes use, for a legend, when icons stand without their labels. */
export function usedLevels(ids: readonly (string | undefined)[], setting: Setting, pen: Pen) {
  if (setting.badges === 'label') return [];
  return [...pen.evidence.values()].filter((level) => ids.includes(level.id));
}
