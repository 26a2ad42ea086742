import type { Painter, Setting } from '../../fit.ts';
import { nodeLegend } from '../../parts/legend.ts';
import type { Pen } from '../../types.ts';
import { elbowDown, everyNode, flatten, hook, marksOf, paintTree, place, type Branch, type Placed } from './tree.ts';

/** Heights of the levels of a tree: the tallest card of each. */
function levelHeights(all: readonly Placed[], roomy: number): readonly number[] {
  const heights: number[] = [];
  for (const { depth, card } of all) heights[depth] = Math.max(heights[depth] ?? 0, card.height + roomy);
  return heights;
}

const sumTo = (heights: readonly number[], count: number): number =>
  heights.slice(0, count).reduce((sum, height) => sum + height, 0);

/** Levels from the top down; with `hanging`, leaves below their parent instead of side by side. */
export function downwards(root: Branch, hanging: boolean, setting: Setting, pen: Pen): Painter | undefined {
  const hangs = (node: Branch): boolean =>
    hanging && node.children.length > 1 && node.children.every((child) => child.children.length === 0) && node !== root;
  const columnsOf = (node: Branch): number =>
    node.children.length === 0 || hangs(node) ? 1 : node.children.reduce((sum, child) => sum + columnsOf(child), 0);
  const columns = columnsOf(root);
  const gap = 24;
  const indent = hanging ? 26 : 0;
  const pitch = Math.min(360, (pen.width + gap) / columns);
  const width = pitch - gap;
  const hungNodes = new Set(
    everyNode(root)
      .filter(hangs)
      .flatMap((node) => node.children),
  );
  const widthOf = (node: Branch, depth: number): number => {
    if (hungNodes.has(node)) return width - indent;
    return depth === 0 ? Math.max(width, Math.min(420, pen.width)) : width;
  };
  const placed = place(root, 0, widthOf, setting, pen);
  const legend = nodeLegend(everyNode(root), setting, pen);
  if (!placed || !legend) return undefined;
  const all = flatten(placed);
  const hung = new Set(all.filter((node) => hangs(node.node)).flatMap((node) => node.children));
  // A small tree gets taller boxes, so that it fills its place.
  const heights = levelHeights(
    all.filter((node) => !hung.has(node)),
    all.length <= 6 && !hanging ? 28 : 0,
  );
  const stack = (node: Placed): number => node.children.reduce((sum, child) => sum + child.card.height + 14, 0);
  const hungHeight = Math.max(
    0,
    ...all
      .filter((node) => hangs(node.node))
      .map((node) => stack(node) + sumTo(heights, node.depth + 1) - sumTo(heights, heights.length)),
  );
  const least = sumTo(heights, heights.length) + Math.max(0, hungHeight);
  const top = marksOf(root, setting);
  const available = pen.height - legend.height - top;
  const levelGap = Math.min(72, (available - least) / Math.max(1, heights.length - 1 + (hungHeight > 0 ? 0.4 : 0)));
  if (heights.length > 1 ? levelGap < 36 : least > available) return undefined;
  const used = least + levelGap * (heights.length - 1);
  const start = top + Math.max(0, (available - used) / 2);
  const left = (pen.width - (columns * pitch - gap)) / 2;
  settleDown(placed, { heights, levelGap, start, left, pitch, width, indent, hangs, whole: pen.width });
  return () =>
    paintTree(placed, (from, to) => (hung.has(to) ? hook(from.box, to.box) : elbowDown(from.box, to.box)), pen) +
    legend.draw();
}

interface Grid {
  readonly heights: readonly number[];
  readonly levelGap: number;
  readonly start: number;
  readonly left: number;
  readonly pitch: number;
  readonly width: number;
  readonly indent: number;
  readonly whole: number;
  readonly hangs: (node: Branch) => boolean;
}

/** Gives every card its box: leaves in columns, parents over the middle of their children. */
function settleDown(root: Placed, grid: Grid): void {
  const { heights, levelGap, start, left, pitch, width, indent, whole } = grid;
  let column = 0;
  const settle = (node: Placed): number => {
    const y = start + sumTo(heights, node.depth) + levelGap * node.depth;
    const height = heights[node.depth] ?? node.card.height;
    const own = node.depth === 0 ? Math.min(Math.max(node.card.width + 24, 220), whole) : width;
    const leaf = node.children.length === 0 || grid.hangs(node.node);
    const centres = leaf ? [] : node.children.map(settle);
    const centre = leaf ? left + column++ * pitch + width / 2 : ((centres[0] ?? 0) + (centres.at(-1) ?? 0)) / 2;
    let below = y + height + 14;
    for (const child of leaf ? node.children : []) {
      child.box = { x: centre - own / 2 + indent, y: below, width: width - indent, height: child.card.height };
      below += child.card.height + 14;
    }
    node.box = { x: Math.min(Math.max(centre - own / 2, 0), whole - own), y, width: own, height };
    return centre;
  };
  settle(root);
}
