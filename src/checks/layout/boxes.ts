import type { Box } from './scene.ts';

export const sides = ['bottom', 'right', 'top', 'left'] as const;
export type Side = (typeof sides)[number];

/** How far a box reaches beyond each side of another, in CSS pixels; not above zero where it does not. */
export const beyond = (box: Box, limit: Box): Readonly<Record<Side, number>> => ({
  top: limit.top - box.top,
  right: box.right - limit.right,
  bottom: box.bottom - limit.bottom,
  left: limit.left - box.left,
});

/** Width and height of what two boxes share; not above zero when they do not meet. */
export const shared = (a: Box, b: Box): readonly [width: number, height: number] => [
  Math.min(a.right, b.right) - Math.max(a.left, b.left),
  Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top),
];

export const areaOf = ({ left, top, right, bottom }: Box): number =>
  Math.max(0, right - left) * Math.max(0, bottom - top);

/** Text for a message: at most `most` characters, in quotation marks. */
export const quoted = (text: string, most = 48): string =>
  `"${text.length > most ? `${text.slice(0, most - 1).trimEnd()}…` : text}"`;
