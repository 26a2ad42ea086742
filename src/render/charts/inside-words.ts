import type { JsonObject } from '../../base/index.ts';
import type { Axes } from './axes.ts';
import { besides, labelSize } from './geometry.ts';
import type { ShortChart } from './short.ts';

interface Words {
  readonly value: number;
  readonly label: string;
  readonly color: string;
}

/** Where the data are, both along the axes from 0 to 1. */
interface Spot {
  readonly along: number;
  readonly up: number;
}

/**
 * The words of a line or ground across a chart of lines or points: inside the plot, at the side and on the side of the
 * line where the data leave most room, so that the names at the ends of the lines keep their place. Nothing for bars,
 * whose words stand beside the plot.
 */
export function wordsInside(
  chart: ShortChart,
  axes: Axes,
  { value, label, color }: Words,
  { height }: { readonly height: number },
): readonly JsonObject[] | undefined {
  if (label === '' || chart.type === 'bar' || chart.type === 'forest' || axes.value !== 'y') return undefined;
  const { spots, up } = spotsOf(chart, axes, value);
  const gap = (labelSize * 1.6) / Math.max(1, height - besides);
  const sides = (['left', 'right'] as const).map((side) => {
    const near = spots.filter(({ along }) => (side === 'left' ? along <= 0.45 : along >= 0.55));
    const above = Math.min(1 - up, ...near.filter((spot) => spot.up >= up).map((spot) => spot.up - up));
    const below = Math.min(up, ...near.filter((spot) => spot.up < up).map((spot) => up - spot.up));
    // Words stand above their line unless only below is room.
    const isAbove = above >= gap || above >= below;
    return { side, isAbove, room: isAbove ? above : below };
  });
  const best = sides.reduce((one, other) => (other.room > one.room ? other : one));
  const isLeft = best.side === 'left';
  const mark = {
    ...{ type: 'text', clip: false, text: label, fontSize: labelSize, fontWeight: 600 },
    ...{ align: isLeft ? 'left' : 'right', dx: isLeft ? 8 : -8 },
    ...{ baseline: best.isAbove ? 'bottom' : 'top', dy: best.isAbove ? -8 : 10 },
  };
  const encoding = {
    y: { field: 'value', type: 'quantitative' },
    x: { value: isLeft ? 0 : 'width' },
  };
  const data = { values: [{ value }] };
  return [{ data, mark: { ...mark, color }, encoding }];
}

function spotsOf(
  chart: ShortChart,
  axes: Axes,
  value: number,
): { readonly spots: readonly Spot[]; readonly up: number } {
  const names = chart.order;
  const placed = axes.rows.flatMap((row) => {
    const [x, y] = [row[axes.categoryColumn], row[axes.valueColumn]];
    const along = typeof x === 'number' ? x : names.indexOf(String(x ?? ''));
    return typeof y === 'number' ? [{ along, y }] : [];
  });
  const range = (values: readonly number[]): ((one: number) => number) => {
    const [low, high] = [Math.min(...values), Math.max(...values)];
    return (one) => (high === low ? 0.5 : (one - low) / (high - low));
  };
  const across = range(placed.map(({ along }) => along));
  const upward = range([value, ...placed.map(({ y }) => y)]);
  return { spots: placed.map(({ along, y }) => ({ along: across(along), up: upward(y) })), up: upward(value) };
}
