import type { Box } from './box.ts';

/**
 * How much of the width of a slide the text at a path has, where it stands in one of several columns; 1 where it does not.
 * @param isStacked whether columns stand below each other
 */
export function shareOf(box: Box, path: string, isStacked: boolean): number {
  if (!('boxes' in box)) return 1;
  const holder = box.boxes.findIndex((part) => holds(part, path));
  const inside = box.boxes[holder];
  if (inside === undefined) return 1;
  const own = shareOf(inside, path, isStacked);
  if (box.kind !== 'columns' || (isStacked && box.stack !== undefined)) return own;
  const shares = box.boxes.map((_, i) => box.shares[i] ?? 1);
  const parts = shares.map((share) => (typeof share === 'number' ? share : 1));
  return (own * (parts[holder] ?? 1)) / parts.reduce((sum, part) => sum + part, 0);
}

const holds = (box: Box, path: string): boolean =>
  ('path' in box && box.path === path) || ('boxes' in box && box.boxes.some((part) => holds(part, path)));
