import { isObject, type Json, type JsonObject, type Outcome } from '../../../base/index.ts';
import { empty, fit, type Arrangement, type Painter, type Setting } from '../fit.ts';
import type { Box, Point } from '../geometry.ts';
import { arrow } from '../parts/arrow.ts';
import { measureCard, overhang, type Card } from '../parts/card.ts';
import { nodeLegend } from '../parts/legend.ts';
import { nodeOf, objects, type NodeData } from '../read.ts';
import type { DiagramKind, DiagramStrings, Pen } from '../types.ts';
import { words } from './words.ts';

interface Branch extends NodeData {
  readonly children: readonly Branch[];
}

interface Placed {
  readonly node: Branch;
  readonly card: Card;
  readonly depth: number;
  readonly children: readonly Placed[];
  box: Box;
}

/** A tree, from the top down or from left to right; when leaves do not fit side by side they hang below each other. */
export const hierarchy: DiagramKind = {
  draw(data, pen): Outcome<string> {
    if (!isObject(data.root)) return empty(pen, '/root');
    const root = read(data.root);
    const down: Arrangement = (setting) => downwards(root, false, setting, pen);
    const hanging: Arrangement = (setting) => downwards(root, true, setting, pen);
    const right: Arrangement = (setting) => rightwards(root, setting, pen);
    return fit(data.direction === 'right' ? [right, down, hanging] : [down, hanging, right], pen, '/root');
  },
  describe: (data, strings) => (isObject(data.root) ? outline(read(data.root), strings) : ''),
};

function read(data: JsonObject): Branch {
  return { ...nodeOf(data), children: objects(data.children as Json | undefined).map(read) };
}

function outline(node: Branch, strings: DiagramStrings): string {
  const own = words(node, strings);
  return node.children.length === 0
    ? own
    : `${own}: [${node.children.map((child) => outline(child, strings)).join('; ')}]`;
}

const flatten = (node: Placed): readonly Placed[] => [node, ...node.children.flatMap(flatten)];
const everyNode = (node: Branch): readonly Branch[] => [node, ...node.children.flatMap(everyNode)];
const depthOf = (node: Branch): number => 1 + Math.max(0, ...node.children.map(depthOf));
const leavesOf = (node: Branch): number =>
  node.children.length === 0 ? 1 : node.children.reduce((sum, child) => sum + leavesOf(child), 0);
const nowhere: Box = { x: 0, y: 0, width: 0, height: 0 };

function place(
  node: Branch,
  depth: number,
  widthOf: (depth: number) => number,
  setting: Setting,
  pen: Pen,
): Placed | undefined {
  const card = measureCard(node, widthOf(depth), setting, pen, {
    tone: depth === 0 ? 'accent' : 'neutral',
    padding: 12,
  });
  const children = node.children
    .map((child) => place(child, depth + 1, widthOf, setting, pen))
    .filter((child) => child !== undefined);
  return card && children.length === node.children.length ? { node, card, depth, children, box: nowhere } : undefined;
}

/** Heights of the levels of a tree: the tallest card of each. */
function levelHeights(all: readonly Placed[], roomy: number): readonly number[] {
  const heights: number[] = [];
  for (const { depth, card } of all) heights[depth] = Math.max(heights[depth] ?? 0, card.height + roomy);
  return heights;
}

function downwards(root: Branch, hanging: boolean, setting: Setting, pen: Pen): Painter | undefined {
  const hangs = (node: Branch): boolean =>
    hanging && node.children.length > 1 && node.children.every((child) => child.children.length === 0) && node !== root;
  const columnsOf = (node: Branch): number =>
    node.children.length === 0 || hangs(node) ? 1 : node.children.reduce((sum, child) => sum + columnsOf(child), 0);
  const columns = columnsOf(root);
  const gap = 24;
  const indent = hanging ? 26 : 0;
  const pitch = Math.min(360, (pen.width + gap) / columns);
  const width = pitch - gap;
  const placed = place(
    root,
    0,
    (depth) => (depth === 0 ? Math.max(width, Math.min(420, pen.width)) : width - indent),
    setting,
    pen,
  );
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
  let column = 0;
  const settle = (node: Placed): number => {
    const y = start + sumTo(heights, node.depth) + levelGap * node.depth;
    const height = heights[node.depth] ?? node.card.height;
    const own = node.depth === 0 ? Math.min(Math.max(node.card.width + 24, 220), pen.width) : width - indent;
    let centre: number;
    if (node.children.length === 0 || hangs(node.node)) {
      centre = left + column++ * pitch + width / 2 - indent / 2;
      let below = y + height + 14;
      for (const child of node.children) {
        child.box = { x: centre - own / 2 + indent, y: below, width: width - indent, height: child.card.height };
        below += child.card.height + 14;
      }
    } else {
      const centres = node.children.map(settle);
      centre = ((centres[0] ?? 0) + (centres.at(-1) ?? 0)) / 2;
    }
    node.box = { x: Math.min(Math.max(centre - own / 2, 0), pen.width - own), y, width: own, height };
    return centre;
  };
  settle(placed);
  return () =>
    paintTree(placed, (from, to) => (hung.has(to) ? hook(from.box, to.box) : elbowDown(from.box, to.box)), pen) +
    legend.draw();
}

const sumTo = (heights: readonly number[], count: number): number =>
  heights.slice(0, count).reduce((sum, height) => sum + height, 0);

const marksOf = (root: Branch, setting: Setting): number =>
  everyNode(root).some((node) => node.uncertain || (setting.badges === 'icon' && node.evidence !== undefined))
    ? overhang
    : 0;

function rightwards(root: Branch, setting: Setting, pen: Pen): Painter | undefined {
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

/** Parents before children, so that the tree grows in the order of speech. */
function paintTree(root: Placed, connect: (from: Placed, to: Placed) => string, pen: Pen): string {
  const grow = (node: Placed, parent: Placed | undefined): readonly string[] => [
    pen.step((parent ? connect(parent, node) : '') + node.card.draw(node.box)),
    ...node.children.flatMap((child) => grow(child, node)),
  ];
  return grow(root, undefined).join('\n');
}

const plain = { head: 'none' } as const;

function elbowDown(from: Box, to: Box): string {
  const a: Point = { x: from.x + from.width / 2, y: from.y + from.height + 1 };
  const b: Point = { x: to.x + to.width / 2, y: to.y - 1 };
  const middle = to.y - Math.min(24, (to.y - a.y) / 2);
  return Math.abs(a.x - b.x) < 1
    ? arrow([a, b], plain)
    : arrow([a, { x: a.x, y: middle }, { x: b.x, y: middle }, b], plain);
}

function elbowRight(from: Box, to: Box): string {
  const a: Point = { x: from.x + from.width + 1, y: from.y + from.height / 2 };
  const b: Point = { x: to.x - 1, y: to.y + to.height / 2 };
  const middle = (a.x + b.x) / 2;
  return Math.abs(a.y - b.y) < 1
    ? arrow([a, b], plain)
    : arrow([a, { x: middle, y: a.y }, { x: middle, y: b.y }, b], plain);
}

/** From the foot of the parent down its left side and into the child. */
function hook(from: Box, to: Box): string {
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
