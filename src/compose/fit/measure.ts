import type { Box, Length } from './box.ts';
import { contentHeight } from './content.ts';
import { isThere, sizes, stacked, valueAt, type Measure, type Place } from './scale.ts';
import { tableHeight } from './table.ts';
import { joined, tailOf, textHeight } from './text.ts';
import { visibleValue } from './visible.ts';

/** Whether a box has what it is shown for: `when` names values of which one must be there, `unless` those that may not. */
export function isShown({ when, unless }: Box, scope: unknown, { word }: Measure): boolean {
  const isAny = (paths: string): boolean => paths.split('|').some((path) => isThere(valueAt(path, scope, word)));
  return (when === undefined || isAny(when)) && (unless === undefined || !isAny(unless));
}

/** Space between the items of a list in the theme. */
const listGap: Length = { value: 0.5, unit: 'em' };

const px = ({ value, unit }: Length, size: number): number => (unit === 'px' ? value : value * size);

function sizeOf({ size, floor }: Box, place: Place, { body, hero, plan }: Measure): number {
  if (size === undefined) return place.size;
  if (size === 'hero') return hero ?? body;
  return typeof size === 'number' ? Math.max(floor, size * body) : sizes[size](body, plan.text);
}

/** The height of a box in px; infinite when something in it cannot be as narrow as it must be. */
export function heightOf(box: Box, place: Place, on: Measure): number {
  if (!isShown(box, place.scope, on)) return 0;
  const size = sizeOf(box, place, on);
  const room = place.width - px(box.inset, size);
  const width = Math.max(1, box.most === undefined ? room : Math.min(room, px(box.most, size)));
  const inner = innerHeight(box, { scope: place.scope, width, size }, on);
  return inner === 0 ? 0 : Math.max(px(box.least, size), inner + px(box.pad, size));
}

function innerHeight(box: Box, place: Place, on: Measure): number {
  const { scope, size } = place;
  switch (box.kind) {
    case 'rows':
      return stacked(
        box.boxes.map((part) => heightOf(part, place, on)),
        px(box.gap, size),
      );
    case 'columns':
      return columnsHeight(box, place, on);
    case 'each':
      return eachHeight(box, place, on);
    case 'text': {
      const shown = box.paths.map((path) => visibleValue(valueAt(path, scope, on.word), box.face));
      const parts = shown.filter(({ text }) => text !== '');
      if (parts.length === 0) return 0;
      return textHeight(joined(parts), place, {
        ...on,
        leading: box.leading,
        isWhole: box.whole,
        plus: box.plus * parts.length + tailOf(parts, box.tail, on.metrics),
      });
    }
    case 'table':
      return tableHeight(box, place, { ...on, leading: box.leading });
    case 'room':
      return 1;
    default:
      return contentHeight(box.kind, valueAt(box.path, scope, on.word), place, {
        ...on,
        leading: box.leading,
        apart: px(box.gap ?? listGap, size),
      });
  }
}

function columnsHeight(box: Box & { kind: 'columns' }, { scope, width, size }: Place, on: Measure): number {
  const there = box.boxes
    .map((part, i) => ({ part, share: box.shares[i] ?? 1 }))
    .filter(({ part }) => isShown(part, scope, on));
  if (box.stack && on.plan.stacked)
    return stacked(
      there.map(({ part }) => heightOf(part, { scope, width, size }, on)),
      px(box.stack, size),
    );
  const gap = px(box.gap, size);
  const fixed = there.map(({ share }) => (typeof share === 'number' ? 0 : px(share, size)));
  const total = there.reduce((sum, { share }) => sum + (typeof share === 'number' ? share : 0), 0);
  const rest = width - gap * (there.length - 1) - fixed.reduce((sum, part) => sum + part, 0);
  const heights = there.map(({ part, share }, i) => {
    const own = typeof share === 'number' ? (rest * share) / total : (fixed[i] ?? 0);
    return heightOf(part, { scope, width: own, size }, on);
  });
  return Math.max(0, ...heights);
}

function eachHeight(box: Box & { kind: 'each' }, { scope, width, size }: Place, on: Measure): number {
  const value = valueAt(box.path, scope, on.word);
  const items: readonly unknown[] = Array.isArray(value) ? value : [];
  const { counts, narrow, hero } = box.across;
  const byCount = (list: readonly number[]): number | undefined => list[Math.min(items.length, list.length) - 1];
  const count = byCount(on.plan.stacked ? narrow : counts) ?? 1;
  const heroSize = byCount(hero);
  const inside = heroSize === undefined ? on : { ...on, hero: heroSize * on.body };
  const between = px(box.across.gap, size);
  const own = (width - between * (count - 1)) / Math.max(1, count);
  const heights = items.map((item) => heightOf(box.of, { scope: item, width: own, size }, inside));
  if (box.across.down && count > 1) return inColumns(heights, count, px(box.gap, size));
  const rows: number[] = [];
  for (let i = 0; i < heights.length; i += count) rows.push(Math.max(...heights.slice(i, i + count)));
  return stacked(rows, px(box.gap, size));
}

/** The least height of columns that are filled one after another, each item whole: what a browser that balances finds. */
function inColumns(heights: readonly number[], count: number, gap: number): number {
  let least = Math.max(0, ...heights);
  for (;;) {
    let [columns, used, next] = [1, 0, Infinity];
    for (const height of heights) {
      const more = used === 0 ? height : used + gap + height;
      if (more <= least + 0.01) used = more;
      else {
        next = Math.min(next, more);
        columns += 1;
        used = height;
      }
    }
    if (columns <= count || next === Infinity) return least;
    least = next;
  }
}
