import type { Painter, Setting } from '../../fit.ts';
import { nodeLegend } from '../../parts/legend.ts';
import type { Pen } from '../../types.ts';
import {
  depthOf,
  elbowRight,
  everyNode,
  flatten,
  leavesOf,
  marksOf,
  paintTree,
  place,
  type Branch,
  type Placed,
} from './tree.ts';

/** Levels from left to right, leaves below each other. */
export function rightwards(root: Branch, setting: Setting, pen: Pen): Painter | undefined {
  const depth = depthOf(root);
  const gap = 56;
  const width = Math.min(380, (pen.width - gap * (depth - 1)) / depth);
  const placed = place(root, 0, () => width, setting, pen);
  const legend = nodeLegend(everyNode(root), setting, pen);
  if (!placed || !legend) return undefined;
  const all = flatten(placed);
  const tallest = Math.max(...all.map((node) => node.card.height));
  const leaves = leavesOf(root);
  const top = marksOf(root, setting);
  const available = pen.height - legend.height - top;
  const pitch = Math.min(tallest + 44, (available + 10) / leaves);
  if (pitch < tallest + 10) return undefined;
  const height = Math.min(tallest + 16, pitch - 10);
  const left = (pen.width - depth * width - gap * (depth - 1)) / 2;
  const start = top + (available - (leaves - 1) * pitch - height) / 2;
  let row = 0;
  const settle = (node: Placed): number => {
    const middles = node.children.map(settle);
    const middle =
      node.children.length === 0 ? start + row++ * pitch + height / 2 : ((middles[0] ?? 0) + (middles.at(-1) ?? 0)) / 2;
    node.box = { x: left + node.depth * (width + gap), y: middle - height / 2, width, height };
    return middle;
  };
  settle(placed);
  return () => paintTree(placed, (from, to) => elbowRight(from.box, to.box), pen) + legend.draw();
}
