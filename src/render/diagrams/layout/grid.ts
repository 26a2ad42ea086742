import { centreOf, overlaps, type Box, type Point } from '../geometry.ts';
import { chord, clip, crosses, hits, type Segment } from './segments.ts';

export interface GridSize {
  readonly width: number;
  readonly height: number;
}

export interface GridEdge {
  /** Indices of nodes. */
  readonly from: number;
  readonly to: number;
  readonly label: GridSize | undefined;
}

interface PlacedEdge {
  readonly start: Point;
  readonly end: Point;
  readonly label: Box | undefined;
}

export interface GridLayout {
  readonly boxes: readonly Box[];
  readonly edges: readonly PlacedEdge[];
}

interface Problem {
  readonly nodes: readonly GridSize[];
  readonly edges: readonly GridEdge[];
  readonly cells: readonly Point[];
  readonly direction: 'RIGHT' | 'DOWN';
}

interface Scored extends GridLayout {
  readonly cost: number;
  /** Lines through boxes and labels without room. */
  readonly faults: number;
}

/**
 * Places nodes on a grid so that straight labelled links cross nothing, by simulated annealing with a fixed seed.
 * Uses the whole area, which layered layout cannot do for long chains in a wide box.
 * @returns `undefined` when no grid has room for all boxes and labels
 */
export function layoutOnGrid(
  nodes: readonly GridSize[],
  edges: readonly GridEdge[],
  area: GridSize,
  direction: 'RIGHT' | 'DOWN',
): GridLayout | undefined {
  let best: Scored | undefined;
  for (const cells of gridsFor(nodes, area)) {
    const found = anneal({ nodes, edges, cells, direction });
    if (found.faults === 0 && (!best || found.cost < best.cost)) best = found;
  }
  return best;
}

/** Straight and staggered grids whose cells hold the largest node with room for links between. */
function gridsFor(nodes: readonly GridSize[], area: GridSize): readonly (readonly Point[])[] {
  const width = Math.max(...nodes.map((node) => node.width));
  const height = Math.max(...nodes.map((node) => node.height));
  const grids: Point[][] = [];
  for (let rows = 1; rows <= 5; rows++) {
    const columns = Math.max(rows === 1 ? nodes.length : 2, Math.ceil(nodes.length / rows));
    for (const count of [columns, columns + 1]) {
      const pitch = {
        x: count === 1 ? 0 : (area.width - width) / (count - 1),
        y: rows === 1 ? 0 : (area.height - height) / (rows - 1),
      };
      if ((count > 1 && pitch.x < width + 40) || (rows > 1 && pitch.y < height + 44)) continue;
      grids.push(
        Array.from({ length: rows * count }, (_, index) => ({
          x: width / 2 + (index % count) * pitch.x + (count === 1 ? (area.width - width) / 2 : 0),
          y: rows === 1 ? area.height / 2 : height / 2 + Math.floor(index / count) * pitch.y,
        })),
      );
      const shift = pitch.x / 2;
      if (rows > 1 && count > 1) {
        grids.push(
          Array.from({ length: rows * count }, (_, index) => ({ index, row: Math.floor(index / count) }))
            .filter(({ index, row }) => row % 2 === 0 || index % count < count - 1)
            .map(({ index, row }) => ({
              x: width / 2 + (index % count) * pitch.x + (row % 2) * shift,
              y: height / 2 + row * pitch.y,
            })),
        );
      }
    }
  }
  return grids
    .filter((cells) => cells.length >= nodes.length)
    .toSorted((a, b) => a.length - b.length)
    .slice(0, mostGrids);
}

const rounds = 1500;
/** How many grids are tried; those with few empty cells come first. */
const mostGrids = 8;

function anneal(problem: Problem): Scored {
  const random = seeded(7);
  // Cell of each node first; the rest of the permutation are the empty cells.
  let order = problem.cells.map((_, index) => index);
  let current = score(problem, order);
  let best = current;
  for (let round = 0; round < rounds; round++) {
    const heat = 400 * (1 - round / rounds) ** 3 + 0.01;
    const a = Math.floor(random() * problem.nodes.length);
    const b = Math.floor(random() * order.length);
    if (a === b) continue;
    const next = [...order];
    [next[a], next[b]] = [order[b] ?? 0, order[a] ?? 0];
    const scored = score(problem, next);
    if (scored.cost < current.cost || random() < Math.exp((current.cost - scored.cost) / heat)) {
      order = next;
      current = scored;
      if (scored.cost < best.cost) best = scored;
    }
  }
  return best;
}

const places = [0.5, 0.42, 0.58, 0.34, 0.66];

function score({ nodes, edges, cells, direction }: Problem, order: readonly number[]): Scored {
  const boxes = nodes.map(({ width, height }, index): Box => {
    const centre = cells[order[index] ?? 0] ?? { x: 0, y: 0 };
    return { x: centre.x - width / 2, y: centre.y - height / 2, width, height };
  });
  const lines = edges.map((edge) => lineOf(edge, boxes, edges));
  let cost = 0;
  let blocked = 0;
  for (const [index, line] of lines.entries()) {
    const edge = edges[index];
    const backwards = direction === 'RIGHT' ? line.start.x - line.end.x : line.start.y - line.end.y;
    cost += Math.hypot(line.end.x - line.start.x, line.end.y - line.start.y) / 8 + (backwards > 1 ? 25 : 0);
    for (let node = 0; node < boxes.length; node++) {
      const box = boxes[node];
      if (box && node !== edge?.from && node !== edge?.to && hits(line, box, 10)) blocked++;
    }
    for (const other of lines.slice(index + 1)) if (crosses(line, other)) cost += 150;
  }
  // Labels are only worth placing once every line is free; until then all of them count as lost.
  const placed = blocked > 0 ? lines.map((line) => ({ ...line, label: undefined })) : placeLabels(edges, lines, boxes);
  const lost = placed.filter((edge, index) => edges[index]?.label && !edge.label).length;
  const faults = blocked * 2 + lost;
  return { boxes, edges: placed, cost: cost + faults * 600, faults };
}

function placeLabels(
  edges: readonly GridEdge[],
  lines: readonly Segment[],
  boxes: readonly Box[],
): readonly PlacedEdge[] {
  const placed: PlacedEdge[] = [];
  for (const [index, line] of lines.entries()) {
    const size = edges[index]?.label;
    const others = lines.filter((_, at) => at !== index);
    placed.push({ ...line, label: size && placeLabel(line, size, boxes, placed, others) });
  }
  return placed;
}

/** From edge to edge of the two boxes; links there and back stand side by side. */
function lineOf(edge: GridEdge, boxes: readonly Box[], edges: readonly GridEdge[]): Segment {
  const from = boxes[edge.from];
  const to = boxes[edge.to];
  if (!from || !to) return { start: { x: 0, y: 0 }, end: { x: 0, y: 0 } };
  const a = centreOf(from);
  const b = centreOf(to);
  const twin = edges.some((other) => other.from === edge.to && other.to === edge.from);
  const length = Math.hypot(b.x - a.x, b.y - a.y) || 1;
  const aside = twin ? { x: (-(b.y - a.y) / length) * 22, y: ((b.x - a.x) / length) * 22 } : { x: 0, y: 0 };
  const start = { x: a.x + aside.x, y: a.y + aside.y };
  const end = { x: b.x + aside.x, y: b.y + aside.y };
  return { start: clip(end, start, from, 2), end: clip(start, end, to, 5) };
}

function placeLabel(
  line: Segment,
  size: GridSize,
  boxes: readonly Box[],
  placed: readonly PlacedEdge[],
  others: readonly Segment[],
): Box | undefined {
  for (const t of places) {
    const centre = {
      x: line.start.x + (line.end.x - line.start.x) * t,
      y: line.start.y + (line.end.y - line.start.y) * t,
    };
    const box: Box = { x: centre.x - size.width / 2, y: centre.y - size.height / 2, ...size };
    const visible = Math.hypot(line.end.x - line.start.x, line.end.y - line.start.y) - chord(line, box);
    const taken =
      boxes.some((node) => overlaps(box, node, 4)) || placed.some((edge) => edge.label && overlaps(box, edge.label, 6));
    if (taken || visible < 36) continue;
    if (!others.some((other) => hits(other, box, 2))) return box;
  }
  return undefined;
}

/** A small deterministic random generator (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
