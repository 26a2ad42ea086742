import type { Box, Point } from '../geometry.ts';

export interface Segment {
  readonly start: Point;
  readonly end: Point;
}

/** The part of a segment inside a box grown by `gap`, as two fractions of its length; `undefined` when it misses. */
function inside({ start, end }: Segment, box: Box, gap: number): readonly [number, number] | undefined {
  let low = 0;
  let high = 1;
  const d = { x: end.x - start.x, y: end.y - start.y };
  const sides = [
    [-d.x, start.x - (box.x - gap)],
    [d.x, box.x + box.width + gap - start.x],
    [-d.y, start.y - (box.y - gap)],
    [d.y, box.y + box.height + gap - start.y],
  ] as const;
  for (const [p, q] of sides) {
    if (p === 0 && q < 0) return undefined;
    if (p < 0) low = Math.max(low, q / p);
    if (p > 0) high = Math.min(high, q / p);
  }
  return low < high ? [low, high] : undefined;
}

/** Whether a segment touches a box grown by `gap` (Liang and Barsky's clipping). */
export const hits = (segment: Segment, box: Box, gap: number): boolean => inside(segment, box, gap) !== undefined;

/** The length of the part of a segment that lies in a box. */
export function chord(segment: Segment, box: Box): number {
  const part = inside(segment, box, 0);
  if (!part) return 0;
  return (part[1] - part[0]) * Math.hypot(segment.end.x - segment.start.x, segment.end.y - segment.start.y);
}

/** Where the line from `outside` to `centre` enters a box grown by `gap`. */
export function clip(outside: Point, centre: Point, box: Box, gap: number): Point {
  const part = inside({ start: outside, end: centre }, box, gap);
  const t = part ? part[0] : 1;
  return { x: outside.x + (centre.x - outside.x) * t, y: outside.y + (centre.y - outside.y) * t };
}

/** Whether two segments cross; ends that touch do not count. */
export function crosses(a: Segment, b: Segment): boolean {
  const side = (p: Point, q: Point, r: Point): number => (q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x);
  return (
    side(a.start, a.end, b.start) * side(a.start, a.end, b.end) < 0 &&
    side(b.start, b.end, a.start) * side(b.start, b.end, a.end) < 0
  );
}
