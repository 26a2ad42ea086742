import type { ElkExtendedEdge, ElkNode } from 'elkjs/lib/elk-api.js';
import { failure, suggest, type Diagnostic, type JsonObject, type Outcome } from '../../../base/index.ts';
import { element } from '../../svg/xml.ts';
import { diagramProblem } from '../codes.ts';
import { empty, fit, type Arrangement, type Painter, type Setting } from '../fit.ts';
import type { Box, Point } from '../geometry.ts';
import { layoutGraph } from '../layout/elk.ts';
import { layoutOnGrid } from '../layout/grid.ts';
import { paint } from '../paint.ts';
import { arrow } from '../parts/arrow.ts';
import { measureCard, overhang, type Card } from '../parts/card.ts';
import { nodeLegend } from '../parts/legend.ts';
import { nodeOf, objects, optional, text, type NodeData } from '../read.ts';
import { drawText } from '../text/draw.ts';
import { plainText } from '../text/inline.ts';
import { wrap, type TextBlock } from '../text/wrap.ts';
import type { DiagramKind, Pen } from '../types.ts';
import { words } from './words.ts';

interface Concept extends NodeData {
  readonly id: string;
}

interface Link {
  readonly from: string;
  readonly to: string;
  readonly label: string | undefined;
  readonly uncertain: boolean;
}

interface Graph {
  readonly concepts: readonly Concept[];
  readonly links: readonly Link[];
}

/** Concepts with labelled links between them, placed automatically in layers. */
export const conceptMap: DiagramKind = {
  draw(data, pen): Outcome<string> {
    const graph = read(data);
    if (graph.concepts.length === 0) return empty(pen, '/nodes');
    const wrong = problems(graph, pen);
    if (wrong.length > 0) return failure(wrong);
    const directions = data.direction === 'down' ? (['DOWN', 'RIGHT'] as const) : (['RIGHT', 'DOWN'] as const);
    const shapes = [
      { width: 280, labels: 220, spacing: 50 },
      { width: 210, labels: 140, spacing: 28 },
    ];
    const layered = shapes.flatMap((shape) =>
      directions.map(
        (direction): Arrangement =>
          (setting) =>
            arrange(graph, inLayers(direction, shape.spacing), shape, setting, pen),
      ),
    );
    const free = shapes.map(
      (shape): Arrangement =>
        (setting) =>
          arrange(graph, onGrid(directions[0]), shape, setting, pen),
    );
    const arrangements = [...layered, ...free].map(
      (one): Arrangement =>
        (setting) =>
          sizesTried.has(setting.size) ? one(setting) : undefined,
    );
    return fit(arrangements, pen, '/nodes');
  },
  describe(data, strings) {
    const { concepts, links } = read(data);
    const names = new Map(concepts.map((concept) => [concept.id, words(concept, strings)]));
    const linked = links.map((link) => {
      const label = link.label === undefined ? '→' : `– ${plainText(link.label)} →`;
      return `${names.get(link.from) ?? ''} ${label} ${names.get(link.to) ?? ''}`;
    });
    const alone = concepts.filter(
      (concept) => !links.some((link) => link.from === concept.id || link.to === concept.id),
    );
    return [...linked, ...alone.map((concept) => words(concept, strings))].join('; ');
  },
};

function read(data: JsonObject): Graph {
  return {
    concepts: objects(data.nodes).map((node) => ({ ...nodeOf(node), id: text(node.id) })),
    links: objects(data.links).map((link) => ({
      from: text(link.from),
      to: text(link.to),
      label: optional(link.label),
      uncertain: link.uncertain === true,
    })),
  };
}

function problems({ concepts, links }: Graph, pen: Pen): readonly Diagnostic[] {
  const ids = concepts.map((concept) => concept.id);
  const found: Diagnostic[] = [];
  for (const [index, id] of ids.entries()) {
    const at = pen.at(`/nodes/${index}/id`);
    if (ids.indexOf(id) < index)
      found.push(diagramProblem('diagram/duplicate-node', `the id \`${id}\` is used twice`, at ? { at } : {}));
  }
  for (const [index, link] of links.entries()) {
    for (const end of ['from', 'to'] as const) {
      if (ids.includes(link[end])) continue;
      const at = pen.at(`/links/${index}/${end}`);
      const near = suggest(link[end], ids);
      const help = [near ? `did you mean \`${near}\`?` : `nodes: ${ids.join(', ')}`];
      found.push(diagramProblem('diagram/unknown-node', `\`${link[end]}\` is not a node`, { help, ...(at && { at }) }));
    }
  }
  return found;
}

// Layouts are costly; every second size is enough to find the largest text that fits.
const sizesTried: ReadonlySet<number> = new Set([32, 28, 26, 24]);

/** Where boxes, lines and labels go in an area; `undefined` when they do not fit. */
type Layouter = (
  graph: Graph,
  cards: readonly Card[],
  labels: Labels,
  area: { readonly width: number; readonly height: number },
) => Plan | undefined;
type Labels = readonly (TextBlock | undefined)[];

interface Plan {
  readonly boxes: readonly Box[];
  readonly links: readonly { readonly points: readonly Point[]; readonly label: Point | undefined }[];
}

function arrange(
  graph: Graph,
  layouter: Layouter,
  shape: { readonly width: number; readonly labels: number },
  setting: Setting,
  pen: Pen,
): Painter | undefined {
  const legend = nodeLegend(
    [...graph.concepts, ...graph.links.map((link) => ({ ...link, evidence: undefined }))],
    setting,
    pen,
  );
  const hyphenate = setting.hyphenate ? { hyphenate: setting.hyphenate } : {};
  const cards = graph.concepts
    .map((concept) => measureCard(concept, shape.width, setting, pen, { padding: 16 }))
    .filter((card) => card !== undefined);
  const labels = graph.links.map((link) =>
    link.label === undefined ? undefined : wrap(link.label, shape.labels, { size: setting.small, ...hyphenate }),
  );
  if (!legend || cards.length !== graph.concepts.length) return undefined;
  if (labels.some((label, index) => !label && graph.links[index]?.label !== undefined)) return undefined;
  const top = graph.concepts.some(
    (concept) => concept.uncertain || (setting.badges === 'icon' && concept.evidence !== undefined),
  )
    ? overhang
    : 0;
  const area = { width: pen.width, height: pen.height - legend.height - top };
  const used = cards.reduce((sum, card) => sum + card.width * card.height, 0);
  if (used > area.width * area.height * 0.7) return undefined;
  const plan = layouter(graph, cards, labels, area);
  return plan && (() => paintGraph(graph, cards, labels, plan, top, pen) + legend.draw());
}

const labelPadding = 8;

/** Layers from ELK: the clearest picture for a small map with a direction. */
function inLayers(direction: 'RIGHT' | 'DOWN', spacing: number): Layouter {
  return (graph, cards, labels, area) => {
    const placed = layoutGraph(elkGraph(graph, cards, labels, direction, spacing));
    const x = (area.width - (placed.width ?? 0)) / 2;
    const y = (area.height - (placed.height ?? 0)) / 2;
    if (x < 0 || y < 0) return undefined;
    const moved = (point: { x?: number; y?: number }): Point => ({ x: (point.x ?? 0) + x, y: (point.y ?? 0) + y });
    return {
      boxes: (placed.children ?? []).map((node) => ({
        ...moved(node),
        width: node.width ?? 0,
        height: node.height ?? 0,
      })),
      links: (placed.edges ?? []).map((edge) => {
        const section = edge.sections?.[0];
        const label = edge.labels?.[0];
        const points = section ? [section.startPoint, ...(section.bendPoints ?? []), section.endPoint].map(moved) : [];
        return { points, label: label && moved(label) };
      }),
    };
  };
}

/** Straight lines between places on a grid, for maps that are too long in layers. */
function onGrid(direction: 'RIGHT' | 'DOWN'): Layouter {
  return (graph, cards, labels, area) => {
    const indexOf = (id: string): number => graph.concepts.findIndex((concept) => concept.id === id);
    const edges = graph.links.map((link, index) => {
      const label = labels[index];
      const size = label && { width: label.width + 2 * labelPadding, height: label.height + 2 };
      return { from: indexOf(link.from), to: indexOf(link.to), label: size };
    });
    const placed = layoutOnGrid(cards, edges, area, direction);
    return (
      placed && {
        boxes: placed.boxes,
        links: placed.edges.map((edge) => ({ points: [edge.start, edge.end], label: edge.label })),
      }
    );
  };
}

function elkGraph(
  graph: Graph,
  cards: readonly Card[],
  labels: readonly (TextBlock | undefined)[],
  direction: string,
  spacing: number,
): ElkNode {
  return {
    id: 'root',
    layoutOptions: {
      'elk.algorithm': 'layered',
      'elk.direction': direction,
      'elk.edgeRouting': 'ORTHOGONAL',
      'elk.spacing.nodeNode': String(spacing * 0.8),
      'elk.layered.spacing.nodeNodeBetweenLayers': String(spacing),
      'elk.spacing.edgeNode': '20',
      'elk.spacing.edgeEdge': '18',
      'elk.layered.spacing.edgeNodeBetweenLayers': '20',
      'elk.layered.spacing.edgeEdgeBetweenLayers': '18',
      'elk.spacing.edgeLabel': '6',
      'elk.layered.thoroughness': '12',
      'elk.layered.nodePlacement.strategy': 'BRANDES_KOEPF',
      'elk.layered.nodePlacement.bk.fixedAlignment': 'BALANCED',
      'elk.layered.considerModelOrder.strategy': 'NODES_AND_EDGES',
      'elk.padding': '[top=0,left=0,bottom=0,right=0]',
      'elk.randomSeed': '1',
    },
    children: cards.map((card, index) => ({ id: `n${index}`, width: card.width, height: card.height })),
    edges: graph.links.map((link, index): ElkExtendedEdge => {
      const label = labels[index];
      const at = (id: string): string => `n${graph.concepts.findIndex((concept) => concept.id === id)}`;
      const inline = { 'elk.edgeLabels.inline': 'true', 'elk.edgeLabels.placement': 'CENTER' };
      return {
        id: `e${index}`,
        sources: [at(link.from)],
        targets: [at(link.to)],
        labels: label
          ? [
              {
                id: `l${index}`,
                text: ' ',
                width: label.width + 2 * labelPadding,
                height: label.height + 2,
                layoutOptions: inline,
              },
            ]
          : [],
      };
    }),
  };
}

/** Concepts in the order of the outline; a link appears with the later of its two ends. */
function paintGraph(graph: Graph, cards: readonly Card[], labels: Labels, plan: Plan, top: number, pen: Pen): string {
  const order = new Map(graph.concepts.map((concept, index) => [concept.id, index]));
  const lastEnd = (link: Link): number => Math.max(order.get(link.from) ?? 0, order.get(link.to) ?? 0);
  const shifted = <P extends Point>(place: P): P => ({ ...place, y: place.y + top });
  return cards
    .map((card, index) => {
      const own = graph.links.map((link, at) => {
        const route = plan.links[at];
        if (!route || lastEnd(link) !== index) return '';
        return paintLink(link, route.points.map(shifted), labels[at], route.label && shifted(route.label));
      });
      const box = plan.boxes[index];
      return pen.step(own.join('') + (box ? card.draw(shifted(box)) : ''));
    })
    .join('\n');
}

function paintLink(
  link: Link,
  points: readonly Point[],
  label: TextBlock | undefined,
  corner: Point | undefined,
): string {
  const line = arrow(points, { dashed: link.uncertain });
  if (!label || !corner) return line;
  const width = label.width + 2 * labelPadding;
  const ground = element('rect', { x: corner.x, y: corner.y, width, height: label.height + 2, fill: paint('paper') });
  return (
    line +
    ground +
    drawText(label, { x: corner.x + width / 2, y: corner.y + 1, anchor: 'middle', fill: paint('muted') })
  );
}
