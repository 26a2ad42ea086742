import { failure, type JsonObject, type Outcome } from '../../../base/index.ts';
import { diagramProblem } from '../codes.ts';
import { empty, fit, type Arrangement, type Painter, type Setting } from '../fit.ts';
import type { Box } from '../geometry.ts';
import { arrow } from '../parts/arrow.ts';
import { measureCard, overhang, type Card } from '../parts/card.ts';
import { nodeLegend } from '../parts/legend.ts';
import { nodeOf, objects, type NodeData } from '../read.ts';
import type { DiagramKind, Pen } from '../types.ts';
import { cellsOf, words } from './words.ts';

interface Chain {
  readonly nodes: readonly NodeData[];
  /** Where the chain divides after its last node. */
  readonly branch: readonly NodeData[];
}

/** A chain of causes: each box leads to the next, and the last may divide into branches. */
export const cascade: DiagramKind = {
  draw(data, pen): Outcome<string> {
    const chain = read(data);
    if (chain.nodes.length === 0) return empty(pen, '/nodes');
    const inside = objects(data.nodes).findIndex(
      (node, index) => index < chain.nodes.length - 1 && objects(node.branch).length > 0,
    );
    if (inside >= 0) return branchInside(inside, pen);
    const wide = pen.width >= pen.height * 1.15;
    const rows = [1, 2, 3].filter((count) => count <= Math.ceil(chain.nodes.length / 2) || count === 1);
    const across = rows.map(
      (count): Arrangement =>
        (setting) =>
          inRows(chain, count, setting, pen),
    );
    const down: Arrangement = (setting) => inColumn(chain, setting, pen);
    return fit(wide ? [...across, down] : [down, ...across], pen, '/nodes');
  },
  describe(data, strings) {
    const { nodes, branch } = read(data);
    const chain = nodes.map((node) => words(node, strings)).join(' → ');
    return branch.length === 0 ? chain : `${chain} → ${branch.map((node) => words(node, strings)).join(' | ')}`;
  },
  table(data, told) {
    const { nodes, branch } = read(data);
    const rows = nodes.map((node, i) => [String(i + 1), ...cellsOf(node, told)]);
    const branches = branch.map((node, i) => [`${nodes.length + 1}${branchLetter(i)}`, ...cellsOf(node, told)]);
    const { number, part, detail, evidence } = told.words;
    return { head: [number, part, detail, evidence], rows: [...rows, ...branches] };
  },
};

const branchLetter = (index: number): string => String.fromCharCode(97 + (index % 26));

function read(data: JsonObject): Chain {
  const nodes = objects(data.nodes);
  return { nodes: nodes.map(nodeOf), branch: nodes.flatMap((node) => objects(node.branch)).map(nodeOf) };
}

/** Drawn at the end of the chain, such a branch would say something else than what was written. */
function branchInside(index: number, pen: Pen): Outcome<never> {
  const at = pen.at(`/nodes/${index}/branch`);
  const message = `step ${index + 1} of the cascade branches, but only the last step can`;
  const help = ['end the chain at this step', 'draw it with the layout `concept-map`'];
  return failure([diagramProblem('diagram/branch-inside', message, { help, ...(at && { at }) })]);
}

const branchGap = 22;

function cardsOf(nodes: readonly NodeData[], width: number, setting: Setting, pen: Pen): readonly Card[] | undefined {
  const cards = nodes.map((node) => measureCard(node, width, setting, pen)).filter((card) => card !== undefined);
  return cards.length === nodes.length ? cards : undefined;
}

/** Left to right in one or more rows; the branches stand in a column of their own at the end. */
function inRows({ nodes, branch }: Chain, rows: number, setting: Setting, pen: Pen): Painter | undefined {
  const legend = nodeLegend([...nodes, ...branch], setting, pen);
  if (!legend) return undefined;
  const perRow = Math.ceil(nodes.length / rows);
  const lastRow = nodes.length - perRow * (rows - 1);
  if (lastRow < 1) return undefined;
  const columns = Math.max(perRow, lastRow + (branch.length > 0 ? 1 : 0));
  const gap = Math.max(46, Math.min(96, (pen.width / columns) * 0.22));
  const width = Math.min(460, (pen.width - gap * (columns - 1)) / columns);
  const cards = cardsOf(nodes, width, setting, pen);
  const forks = cardsOf(branch, width, setting, pen);
  if (!cards || !forks) return undefined;
  const top = [...nodes, ...branch].some((node) => node.uncertain || setting.badges === 'icon') ? overhang : 2;
  const available = pen.height - legend.height - top - 2;
  const rowGap = 52;
  const forkHeight = Math.max(0, ...forks.map((card) => card.height));
  const forksHeight = forks.length * forkHeight + Math.max(0, forks.length - 1) * branchGap;
  const tallest = Math.max(...cards.map((card) => card.height));
  const room = (available - (rows - 1) * rowGap) / rows;
  const height = Math.min(room, tallest + (rows === 1 ? Math.min(140, (room - tallest) / 2) : 36));
  const last = Math.max(height, forksHeight);
  const whole = (rows - 1) * (height + rowGap) + last;
  if (height < tallest || whole > available) return undefined;
  const left = (pen.width - columns * width - (columns - 1) * gap) / 2;
  const start = top + (available - whole) / 2;
  const boxes = nodes.map((_, index): Box => {
    const row = Math.floor(index / perRow);
    const middle = row === rows - 1 ? (last - height) / 2 : 0;
    return { x: left + (index % perRow) * (width + gap), y: start + row * (height + rowGap) + middle, width, height };
  });
  const forkTop = start + whole - last / 2 - forksHeight / 2;
  const forkBoxes = forks.map((_, index): Box => {
    return {
      x: left + lastRow * (width + gap),
      y: forkTop + index * (forkHeight + branchGap),
      width,
      height: forkHeight,
    };
  });
  return () => {
    const chain = cards.map((card, index) =>
      pen.step(link(boxes[index - 1], boxes[index], nodes[index]) + card.draw(boxes[index] ?? origin)),
    );
    const ends = forks.map((card, index) =>
      pen.step(link(boxes.at(-1), forkBoxes[index], branch[index]) + card.draw(forkBoxes[index] ?? origin)),
    );
    return [...chain, ...ends, legend.draw()].join('\n');
  };
}

const origin: Box = { x: 0, y: 0, width: 0, height: 0 };

/** The arrow into a box: straight, forked, or round the corner into the next row. */
function link(from: Box | undefined, to: Box | undefined, node: NodeData | undefined): string {
  if (!from || !to) return '';
  const style = { dashed: node?.uncertain === true };
  const a = { x: from.x + from.width + 3, y: from.y + from.height / 2 };
  const b = { x: to.x - 5, y: to.y + to.height / 2 };
  if (to.x > from.x) {
    const middle = (a.x + b.x) / 2 - 6;
    return Math.abs(a.y - b.y) < 1
      ? arrow([a, b], style)
      : arrow([a, { x: middle, y: a.y }, { x: middle, y: b.y }, b], style);
  }
  const below = from.y + from.height + 3;
  const lane = (from.y + from.height + to.y) / 2 - 4;
  const x = from.x + from.width / 2;
  const down = { x: to.x + to.width / 2, y: to.y - 5 };
  return arrow([{ x, y: below }, { x, y: lane }, { x: down.x, y: lane }, down], style);
}

/** Top to bottom, for narrow boxes; the branches stand side by side at the foot. */
function inColumn({ nodes, branch }: Chain, setting: Setting, pen: Pen): Painter | undefined {
  const legend = nodeLegend([...nodes, ...branch], setting, pen);
  const width = Math.min(pen.width - 4, 620);
  const forkWidth = branch.length === 0 ? 0 : (pen.width - 4 - (branch.length - 1) * branchGap) / branch.length;
  const cards = cardsOf(nodes, width, setting, pen);
  const forks = cardsOf(branch, forkWidth, setting, pen);
  if (!legend || !cards || !forks) return undefined;
  const levels = cards.length + (forks.length > 0 ? 1 : 0);
  const forkHeight = Math.max(0, ...forks.map((card) => card.height));
  const least = cards.reduce((sum, card) => sum + card.height, 0) + forkHeight;
  const available = pen.height - legend.height - overhang - 2;
  const gap = Math.min(56, (available - least) / Math.max(1, levels - 1));
  if (levels > 1 ? gap < 38 : least > available) return undefined;
  let y = overhang + (available - least - gap * (levels - 1)) / 2;
  const boxes = cards.map((card): Box => {
    const box = { x: (pen.width - width) / 2, y, width, height: card.height };
    y += card.height + gap;
    return box;
  });
  const forkBoxes = forks.map((_, index): Box => ({
    x: 2 + index * (forkWidth + branchGap),
    y,
    width: forkWidth,
    height: forkHeight,
  }));
  return () => {
    const chain = cards.map((card, index) =>
      pen.step(drop(boxes[index - 1], boxes[index], nodes[index]) + card.draw(boxes[index] ?? origin)),
    );
    const ends = forks.map((card, index) =>
      pen.step(drop(boxes.at(-1), forkBoxes[index], branch[index]) + card.draw(forkBoxes[index] ?? origin)),
    );
    return [...chain, ...ends, legend.draw()].join('\n');
  };
}

function drop(from: Box | undefined, to: Box | undefined, node: NodeData | undefined): string {
  if (!from || !to) return '';
  const a = { x: from.x + from.width / 2, y: from.y + from.height + 3 };
  const b = { x: to.x + to.width / 2, y: to.y - 5 };
  const middle = (a.y + b.y) / 2 - 6;
  const style = { dashed: node?.uncertain === true };
  return Math.abs(a.x - b.x) < 1
    ? arrow([a, b], style)
    : arrow([a, { x: a.x, y: middle }, { x: b.x, y: middle }, b], style);
}
