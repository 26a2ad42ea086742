import { element, round } from '../../svg/xml.ts';
import { distance, towards, type Point } from '../geometry.ts';
import { paint } from '../paint.ts';

export interface ArrowStyle {
  readonly dashed?: boolean;
  /** A triangle, the flat bar of an inhibitory effect, or nothing. */
  readonly head?: 'triangle' | 'bar' | 'none';
  readonly colour?: string;
}

/** Dashes of everything that is uncertain. */
export const dashes = '8 7';

const stroke = 3;
const headLength = 15;
const headWidth = 15;
const bend = 10;

/** A line along points with rounded corners and an arrowhead at its end. */
export function arrow(
  points: readonly Point[],
  { dashed = false, head = 'triangle', colour = paint('line-strong') }: ArrowStyle = {},
): string {
  const end = points.at(-1);
  const before = points.at(-2);
  if (!end || !before) return '';
  const back = head === 'triangle' ? headLength - 2 : 0;
  const shaft = [...points.slice(0, -1), towards(end, before, back)];
  const line = element('path', {
    d: roundedPath(shaft),
    fill: 'none',
    stroke: colour,
    'stroke-width': stroke,
    'stroke-dasharray': dashed ? dashes : undefined,
  });
  return line + arrowhead(before, end, head, colour);
}

/** The head alone, for lines that are not straight. `from` gives the direction. */
export function arrowhead(from: Point, tip: Point, head: ArrowStyle['head'], colour: string): string {
  if (head === 'none') return '';
  const length = distance(from, tip) || 1;
  const unit = { x: (tip.x - from.x) / length, y: (tip.y - from.y) / length };
  const across = (base: Point, half: number): readonly [Point, Point] => [
    { x: base.x - unit.y * half, y: base.y + unit.x * half },
    { x: base.x + unit.y * half, y: base.y - unit.x * half },
  ];
  if (head === 'bar') {
    const [a, b] = across(tip, 13);
    return element('path', { d: `M${point(a)}L${point(b)}`, stroke: colour, 'stroke-width': 4.5, fill: 'none' });
  }
  const [a, b] = across(towards(tip, from, headLength), headWidth / 2);
  return element('path', { d: `M${point(tip)}L${point(a)}L${point(b)}Z`, fill: colour });
}

const point = (p: Point): string => `${round(p.x)} ${round(p.y)}`;

/** A polyline whose corners are quarter turns. */
function roundedPath(points: readonly Point[]): string {
  const [first] = points;
  if (!first) return '';
  let d = `M${point(first)}`;
  for (let i = 1; i < points.length; i++) {
    const here = points[i];
    const before = points[i - 1];
    const after = points[i + 1];
    if (!here || !before) break;
    if (!after) d += `L${point(here)}`;
    else {
      const radius = Math.min(bend, distance(before, here) / 2, distance(here, after) / 2);
      d += `L${point(towards(here, before, radius))}Q${point(here)} ${point(towards(here, after, radius))}`;
    }
  }
  return d;
}
