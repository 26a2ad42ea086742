import type { Setting } from '../../fit.ts';
import type { Box, Point } from '../../geometry.ts';
import { arrow } from '../../parts/arrow.ts';
import { measureCard, overhang, type Card } from '../../parts/card.ts';
import type { NodeData } from '../../read.ts';
import type { Pen } from '../../types.ts';

export interface Branch extends NodeData {
  readonly children: readonly Branch[];
}

export interface Placed {
  readonly node: Branch;
  readonly card: Card;
  readonly depth: number;
  readonly children: readonly Placed[];
  box: Box;
}

export const flatten = (node: Placed): readonly Placed[] => [node, ...node.children.flatMap(flatten)];
export const everyNode = (node: Branch): readonly Branch[] => [node, ...node.children.flatMap(everyNode)];
export const depthOf = (node: Branch): number => 1 + Math.max(0, ...node.children.map(depthOf));
export const leavesOf = (node: Branch): number =>
  node.children.length === 0 ? 1 : node.children.reduce((sum, child) => sum + leavesOf(child), 0);
const nowhere: Box = { x: 0, y: 0, width: 0, height: 0 };

export function place(
  node: Branch,
  depth: number,
  widthOf: (node: Branch, depth: number) => number,
  setting: Setting,
  pen: Pen,
): Placed | undefined {
  const card = measureCard(node, widthOf(node, depth), setting, pen, {
    tone: depth === 0 ? 'accent' : 'neutral',
    padding: 12,
  });
  const children = node.children
    .map((child) => place(child, depth + 1, widthOf, setting, pen))
    .filter((child) => child !== undefined);
  return card && children.length === node.children.length ? { node, card, depth, children, box: nowhere } : undefined;
}

export const marksOf = (root: Branch, setting: Setting): number =>
  everyNode(root).some((node) => node.uncertain || (setting.badges === 'icon' && node.evidence !== undefined))
    ? overhang
    : 0;

/** Parents before children, so that the tree grows in the order of speech. */
export function paintTree(root: Placed, connect: (from: Placed, to: Placed) => string, pen: Pen): string {
  const grow = (node: Placed, parent: Placed | undefined): readonly string[] => [
    pen.step((parent ? connect(parent, node) : '') + node.card.draw(node.box)),
    ...node.children.flatMap((child) => grow(child, node)),
  ];
  return grow(root, undefined).join('\n');
}

const plain = { head: 'none' } as const;

export function elbowDown(from: Box, to: Box): string {
  const a: Point = { x: from.x + from.width / 2, y: from.y + from.height + 1 };
  const b: Point = { x: to.x + to.width / 2, y: to.y - 1 };
  const middle = to.y - Math.min(24, (to.y - a.y) / 2);
  return Math.abs(a.x - b.x) < 1
    ? arrow([a, b], plain)
    : arrow([a, { x: a.x, y: middle }, { x: b.x, y: middle }, b], plain);
}

export function elbowRight(from: Box, to: Box): string {
  const a: Point = { x: from.x + from.width + 1, y: from.y + from.height / 2 };
  const b: Point = { x: to.x - 1, y: to.y + to.height / 2 };
  const middle = (a.x + b.x) / 2;
  return Math.abs(a.y - b.y) < 1
    ? arrow([a, b], plain)
    : arrow([a, { x: middle, y: a.y }, { x: middle, y: b.y }, b], plain);
}

/** From the foot of the parent down its left side and into the child. */
export function hook(from: Box, to: Box): string {
  const x = from.x + 12;
  const y = to.y + to.height / 2;
  return arrow(
    [
      { x, y: from.y + from.height + 1 },
      { x, y },
      { x: to.x - 1, y },
    ],
    plain,
  );
}
