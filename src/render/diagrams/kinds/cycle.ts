import type { JsonObject, Outcome } from '../../../base/index.ts';
import { element } from '../../svg/xml.ts';
import { empty, fit, type Arrangement, type Painter, type Setting } from '../fit.ts';
import { overlaps, type Box, type Point } from '../geometry.ts';
import { paint } from '../paint.ts';
import { arrowhead, dashes } from '../parts/arrow.ts';
import { measureCard, overhang } from '../parts/card.ts';
import { nodeLegend } from '../parts/legend.ts';
import { nodeOf, objects, optional, type NodeData } from '../read.ts';
import { drawText } from '../text/draw.ts';
import { plainText } from '../text/inline.ts';
import { wrap } from '../text/wrap.ts';
import type { DiagramKind, Pen } from '../types.ts';
import { cellsOf, words } from './words.ts';

/** The stages; the first one again at the end, as in `A → B → A`, only says that they come round. */
function stagesOf(data: JsonObject): readonly NodeData[] {
  const nodes = objects(data.nodes).map(nodeOf);
  const [first, last] = [nodes[0], nodes.at(-1)];
  const isClosed = nodes.length > 3 && first?.label === last?.label && last?.detail === undefined;
  return isClosed ? nodes.slice(0, -1) : nodes;
}

/** Stages round an ellipse, clockwise from the top, with an optional text in the middle. */
export const cycle: DiagramKind = {
  // Clockwise is the way of clocks everywhere.
  hasNoDirection: true,
  draw(data, pen): Outcome<string> {
    const nodes = stagesOf(data);
    if (nodes.length === 0) return empty(pen, '/nodes');
    const center = optional(data.center);
    const share = [0.34, 0.3, 0.26, 0.22, 0.19];
    const arrangements = share.map(
      (part): Arrangement =>
        (setting) =>
          ring(nodes, center, pen.width * part, setting, pen),
    );
    return fit(arrangements, pen, '/nodes');
  },
  describe(data, strings) {
    const nodes = stagesOf(data);
    const center = optional(data.center);
    const round = [...nodes, ...nodes.slice(0, 1)].map((node) => words(node, strings)).join(' → ');
    return center === undefined ? round : `${plainText(center)}: ${round}`;
  },
  table(data, told) {
    const { number, part, detail, evidence } = told.words;
    const rows = stagesOf(data).map((node, i) => [String(i + 1), ...cellsOf(node, told)]);
    return { head: [number, part, detail, evidence], rows };
  },
};

function ring(
  nodes: readonly NodeData[],
  center: string | undefined,
  most: number,
  setting: Setting,
  pen: Pen,
): Painter | undefined {
  const width = Math.min(most, 330);
  const legend = nodeLegend(nodes, setting, pen);
  const cards = nodes.map((node) => measureCard(node, width, setting, pen)).filter((card) => card !== undefined);
  if (!legend || cards.length !== nodes.length) return undefined;
  const tallest = Math.max(...cards.map((card) => card.height));
  const height = Math.max(tallest, Math.min(84, pen.height / 4));
  const top = nodes.some((node) => node.uncertain) || setting.badges === 'icon' ? overhang : 0;
  const radii = {
    x: Math.min((pen.width - width) / 2, (pen.height - legend.height) * 1.15),
    y: (pen.height - legend.height - top - height) / 2,
  };
  const middle = { x: pen.width / 2, y: top + height / 2 + radii.y };
  if (radii.y < height * 0.6) return undefined;
  const angles = nodes.map((_, index) => (index / nodes.length) * 2 * Math.PI - Math.PI / 2);
  const boxes = angles.map((angle): Box => {
    const centre = on(middle, radii, angle);
    return { x: centre.x - width / 2, y: centre.y - height / 2, width, height };
  });
  const crowded = boxes.some((box, i) => boxes.some((other, j) => j > i && overlaps(box, other, 22)));
  const text =
    center === undefined ? undefined : wrap(center, radii.x * 2 - width - 60, { size: setting.size, bold: true });
  if (crowded || (center !== undefined && !text)) return undefined;
  if (text && boxes.some((box) => overlaps(box, around(middle, text), 16))) return undefined;
  const arcs = angles.map((angle, index) => {
    const next = (index + 1) % nodes.length;
    const end = angle + (2 * Math.PI) / nodes.length;
    return arc(middle, radii, [angle, end], boxes[index], boxes[next], nodes[next]?.uncertain === true);
  });
  if (nodes.length > 1 && arcs.some((drawn) => drawn === undefined)) return undefined;
  return () => {
    const parts = cards.map((card, index) => {
      const into = index === 0 ? '' : (arcs[index - 1] ?? '');
      const closing = index === nodes.length - 1 && nodes.length > 1 ? (arcs[index] ?? '') : '';
      return pen.step(into + card.draw(boxes[index] ?? { x: 0, y: 0, width, height }) + closing);
    });
    const core = text
      ? drawText(text, { x: middle.x, y: middle.y - text.height / 2, anchor: 'middle', fill: paint('accent') })
      : '';
    return [core, ...parts, legend.draw()].join('\n');
  };
}

const around = (middle: Point, { width, height }: { readonly width: number; readonly height: number }): Box => ({
  x: middle.x - width / 2,
  y: middle.y - height / 2,
  width,
  height,
});

const on = (middle: Point, radii: Point, angle: number): Point => ({
  x: middle.x + radii.x * Math.cos(angle),
  y: middle.y + radii.y * Math.sin(angle),
});

const samples = 160;

/** The piece of the ellipse between two boxes with a head at its end; `undefined` when the boxes leave too little of it. */
function arc(
  middle: Point,
  radii: Point,
  [from, to]: readonly [number, number],
  a: Box | undefined,
  b: Box | undefined,
  dashed: boolean,
): string | undefined {
  if (!a || !b) return undefined;
  const points = Array.from({ length: samples + 1 }, (_, index) =>
    on(middle, radii, from + ((to - from) * index) / samples),
  );
  const free = points.filter((point) => outside(point, a, 4) && outside(point, b, 6));
  const tip = free.at(-1);
  const start = free[0];
  if (!tip || !start || Math.hypot(tip.x - start.x, tip.y - start.y) < 24) return undefined;
  const shaft = free.filter((point) => Math.hypot(tip.x - point.x, tip.y - point.y) > 12);
  const base = shaft.at(-1) ?? start;
  const line = element('path', {
    d: shaft.map((point, index) => `${index === 0 ? 'M' : 'L'}${point.x.toFixed(1)} ${point.y.toFixed(1)}`).join(''),
    fill: 'none',
    stroke: paint('line-strong'),
    'stroke-width': 3,
    'stroke-dasharray': dashed ? dashes : undefined,
  });
  return line + arrowhead(base, tip, 'triangle', paint('line-strong'));
}

const outside = (point: Point, box: Box, gap: number): boolean =>
  point.x < box.x - gap ||
  point.x > box.x + box.width + gap ||
  point.y < box.y - gap ||
  point.y > box.y + box.height + gap;
