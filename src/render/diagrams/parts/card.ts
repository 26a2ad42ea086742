import { element } from '../../svg/xml.ts';
import { dimIf } from '../emphasis.ts';
import type { Setting } from '../fit.ts';
import type { Box } from '../geometry.ts';
import { paint, toneColours } from '../paint.ts';
import type { NodeData } from '../read.ts';
import { drawText } from '../text/draw.ts';
import { wrap, type TextBlock } from '../text/wrap.ts';
import type { Pen } from '../types.ts';
import { dashes } from './arrow.ts';
import { evidenceBadge, type Badge } from './badge.ts';
import { evidenceIcon, roundMark } from './icons.ts';

/** A measured box with a label, a detail and a badge. */
export interface Card {
  /** Least width and height that hold the content. */
  readonly width: number;
  readonly height: number;
  /** Draws the card in a box that is at least as large. */
  draw(box: Box): string;
}

export interface CardStyle {
  readonly align?: 'start' | 'middle';
  /** A line above the label in the accent colour, such as the year of an event. */
  readonly kicker?: string;
  /** Tone when the node names none. */
  readonly tone?: string;
  readonly padding?: number;
}

/** How far marks stick out over the top of a card. */
export const overhang = 17;

const radius = 4;
const gap = 6;

interface Part {
  readonly width: number;
  readonly height: number;
  draw(left: number, middle: number, top: number): string;
}

/**
 * Measures a card of at most a width.
 * @returns `undefined` when a word or the badge is too wide
 */
export function measureCard(
  node: NodeData,
  width: number,
  setting: Setting,
  pen: Pen,
  style: CardStyle = {},
): Card | undefined {
  const padding = style.padding ?? 14;
  const parts = partsOf(node, width - 2 * padding, setting, pen, style);
  if (!parts) return undefined;
  const marked = node.uncertain || (setting.badges === 'icon' && pen.evidence.has(node.evidence ?? ''));
  const hang = marked ? overhang - 5 : 0;
  // The smallest text comes with the closest setting.
  const edge = setting.size <= 24 ? padding - 6 : padding - 2;
  const content = parts.reduce((sum, part) => sum + part.height, 0) + gap * (parts.length - 1);
  const colours = toneColours(node.tone ?? style.tone ?? 'accent') ?? {
    strong: paint('accent'),
    soft: paint('accent-soft'),
  };
  return {
    width: Math.max(0, ...parts.map((part) => part.width)) + 2 * padding,
    height: content + 2 * edge + hang,
    draw: (box) => {
      const outline = element('rect', {
        x: box.x,
        y: box.y,
        width: box.width,
        height: box.height,
        rx: radius,
        fill: node.uncertain ? paint('paper') : colours.soft,
        stroke: node.uncertain ? paint('line-strong') : colours.strong,
        'stroke-width': node.emphasis === 'lit' ? 5 : 2,
        'stroke-dasharray': node.uncertain ? dashes : undefined,
      });
      let top = box.y + Math.max((box.height - content) / 2, edge + hang);
      const drawn = parts.map((part) => {
        const markup = part.draw(box.x + padding, box.x + box.width / 2, top);
        top += part.height + gap;
        return markup;
      });
      return dimIf(node.emphasis, [outline, ...drawn, marks(node, box, setting, pen)].join('\n'));
    },
  };
}

function partsOf(
  node: NodeData,
  inner: number,
  setting: Setting,
  pen: Pen,
  style: CardStyle,
): readonly Part[] | undefined {
  const hyphenate = setting.hyphenate ? { hyphenate: setting.hyphenate } : {};
  const anchor = style.align ?? 'middle';
  const kicker = style.kicker === undefined ? undefined : wrap(style.kicker, inner, { size: setting.size, bold: true });
  const label = wrap(node.label, inner, { size: setting.size, bold: true, ...hyphenate });
  const detail =
    node.detail === undefined ? undefined : wrap(node.detail, inner, { size: setting.small, ...hyphenate });
  const badge = setting.badges === 'label' ? evidenceBadge(node.evidence, pen) : undefined;
  const misses = !label || (node.detail !== undefined && !detail) || (style.kicker !== undefined && !kicker);
  if (misses || (badge && badge.width > inner)) return undefined;
  return [
    ...(kicker ? [textPart(kicker, anchor, paint('accent'))] : []),
    ...(label.lines.length > 0 ? [textPart(label, anchor, paint('ink'))] : []),
    ...(detail ? [textPart(detail, anchor, paint('ink'))] : []),
    ...(badge ? [badgePart(badge, anchor)] : []),
  ];
}

function textPart(block: TextBlock, anchor: 'start' | 'middle', fill: string): Part {
  return {
    width: block.width,
    height: block.height,
    draw: (left, middle, y) => drawText(block, { x: anchor === 'start' ? left : middle, y, anchor, fill }),
  };
}

function badgePart(badge: Badge, anchor: 'start' | 'middle'): Part {
  return {
    width: badge.width,
    height: badge.height + 2,
    draw: (left, middle, y) => badge.draw(anchor === 'start' ? left : middle - badge.width / 2, y + 2),
  };
}

/** The question mark of what is uncertain and the bare evidence icon, on the upper edge at the right. */
function marks(node: NodeData, box: Box, setting: Setting, pen: Pen): string {
  const level = setting.badges === 'icon' ? pen.evidence.get(node.evidence ?? '') : undefined;
  const right = box.x + box.width - 24;
  const icon = level ? evidenceIcon(level.tone, { x: right, y: box.y }, 16) : '';
  const doubt = node.uncertain ? roundMark('?', { x: level ? right - 40 : right, y: box.y }) : '';
  return icon + doubt;
}
