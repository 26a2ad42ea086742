export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export const centreOf = (box: Box): Point => ({ x: box.x + box.width / 2, y: box.y + box.height / 2 });

export const distance = (a: Point, b: Point): number => Math.hypot(a.x - b.x, a.y - b.y);

/** The point `length` pixels from `a` towards `b`. */
export function towards(a: Point, b: Point, length: number): Point {
  const whole = distance(a, b) || 1;
  return { x: a.x + ((b.x - a.x) / whole) * length, y: a.y + ((b.y - a.y) / whole) * length };
}

/** Whether two boxes come nearer to each other than `gap`. */
export function overlaps(a: Box, b: Box, gap = 0): boolean {
  return (
    a.x < b.x + b.width + gap && b.x < a.x + a.width + gap && a.y < b.y + b.height + gap && b.y < a.y + a.height + gap
  );
}

/**
 * Moves intervals of one width apart along an axis while each stays as near as it can to where it wants to be.
 * @param wanted centres, ascending
 * @returns centres with at least `pitch` between neighbours, within [`low`, `high`]; `undefined` when there is no room
 */
export function spread(
  wanted: readonly number[],
  pitch: number,
  low: number,
  high: number,
): readonly number[] | undefined {
  if (wanted.length > 1 && (wanted.length - 1) * pitch > high - low + 0.01) return undefined;
  // Pool adjacent violators on the centres less their minimal offsets.
  const blocks: { sum: number; count: number }[] = [];
  for (const [index, centre] of wanted.entries()) {
    blocks.push({ sum: centre - index * pitch, count: 1 });
    for (;;) {
      const last = blocks.at(-1);
      const before = blocks.at(-2);
      if (!last || !before || before.sum / before.count <= last.sum / last.count) break;
      blocks.splice(-2, 2, { sum: before.sum + last.sum, count: before.count + last.count });
    }
  }
  const limit = high - (wanted.length - 1) * pitch;
  const bases = blocks.flatMap(({ sum, count }) => Array.from({ length: count }, () => sum / count));
  return bases.map((base, index) => Math.min(Math.max(base, low), limit) + index * pitch);
}
