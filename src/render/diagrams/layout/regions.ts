import type { Box, Point } from '../geometry.ts';

/** A set as a round shape, by its middle and its radii. */
export interface Ellipse extends Point {
  readonly rx: number;
  readonly ry: number;
}

/** The set of round shapes that hold a point, as bits: the first shape is 1, the second 2, the third 4. */
export type Region = number;

const holds = ({ x, y, rx, ry }: Ellipse, point: Point, edge: number): boolean =>
  ((point.x - x) / (rx + edge)) ** 2 + ((point.y - y) / (ry + edge)) ** 2 <= 1;

/** Whether a point lies in exactly these shapes, a little away from every edge. */
function isIn(shapes: readonly Ellipse[], region: Region, point: Point): boolean {
  return shapes.every((shape, i) =>
    ((region >> i) & 1) === 1 ? holds(shape, point, -margin) : !holds(shape, point, margin),
  );
}

/** Room between words and the edges of the shapes, in px. */
const margin = 7;
/** How far apart the places are that are tried. */
const pace = 8;

/** Points on the edge of a box, close enough that no curve comes between two of them unseen. */
function rim({ x, y, width, height }: Box): readonly Point[] {
  const [across, down] = [Math.ceil(width / 12), Math.ceil(height / 12)];
  const points: Point[] = [];
  for (let i = 0; i <= across; i++) {
    const at = x + (width * i) / across;
    points.push({ x: at, y }, { x: at, y: y + height });
  }
  for (let i = 1; i < down; i++) {
    const at = y + (height * i) / down;
    points.push({ x, y: at }, { x: x + width, y: at });
  }
  return points;
}

/** The middle of the places of a region. */
function middleOf(shapes: readonly Ellipse[], region: Region, room: Box): Point | undefined {
  const sum = { x: 0, y: 0, count: 0 };
  for (let y = room.y; y <= room.y + room.height; y += pace) {
    for (let x = room.x; x <= room.x + room.width; x += pace) {
      if (!isIn(shapes, region, { x, y })) continue;
      sum.x += x;
      sum.y += y;
      sum.count += 1;
    }
  }
  return sum.count === 0 ? undefined : { x: sum.x / sum.count, y: sum.y / sum.count };
}

/** The place of a box in a region that is nearest to the region's middle; `undefined` when it does not fit there. */
export function placeIn(
  shapes: readonly Ellipse[],
  region: Region,
  { width, height }: { readonly width: number; readonly height: number },
  room: Box,
): Point | undefined {
  const middle = middleOf(shapes, region, room);
  if (!middle) return undefined;
  let best: { readonly x: number; readonly y: number; readonly far: number } | undefined;
  for (let y = room.y; y + height <= room.y + room.height; y += pace) {
    for (let x = room.x; x + width <= room.x + room.width; x += pace) {
      const far = Math.hypot(x + width / 2 - middle.x, y + height / 2 - middle.y);
      if (best && far >= best.far) continue;
      if (rim({ x, y, width, height }).every((point) => isIn(shapes, region, point))) best = { x, y, far };
    }
  }
  return best;
}
