import type { ElkExtendedEdge, ElkNode } from 'elkjs/lib/elk-api.js';
import type { Box, Point } from '../geometry.ts';
import type { Card } from '../parts/card.ts';
import type { NodeData } from '../read.ts';
import type { TextBlock } from '../text/wrap.ts';
import { layoutGraph } from './elk.ts';
import { layoutOnGrid } from './grid.ts';

interface Concept extends NodeData {
  readonly id: string;
}

export interface Link {
  readonly from: string;
  readonly to: string;
  readonly label: string | undefined;
  readonly uncertain: boolean;
}

export interface Graph {
  readonly concepts: readonly Concept[];
  readonly links: readonly Link[];
}

/** Where boxes, lines and labels go in an area; `undefined` when they do not fit. */
export type Layouter = (
  graph: Graph,
  cards: readonly Card[],
  labels: Labels,
  area: { readonly width: number; readonly height: number },
) => Plan | undefined;
export type Labels = readonly (TextBlock | undefined)[];

export interface Plan {
  readonly boxes: readonly Box[];
  readonly links: readonly { readonly points: readonly Point[]; readonly label: Point | undefined }[];
}

export const labelPadding = 8;

/** Layers from ELK: the clearest picture for a small map with a direction. */
export function inLayers(direction: 'RIGHT' | 'DOWN', spacing: number): Layouter {
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
export function onGrid(direction: 'RIGHT' | 'DOWN'): Layouter {
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
      // In a map that leads back to its start, the author's first idea stays first.
      'elk.layered.cycleBreaking.strategy': 'MODEL_ORDER',
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
