/** A part of a mind map: its middle, and half of its size. */
interface Part {
  readonly node: SVGGElement;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

interface Box {
  readonly width: number;
  readonly height: number;
}

/** How far the distances across and down are changed. */
interface Factors {
  readonly x: number;
  readonly y: number;
}

/** Free between two parts, in the units of the drawing. */
const gap = 12;
const factors = (from: number, to: number, step: number): readonly number[] =>
  Array.from({ length: Math.round((to - from) / step) + 1 }, (_, i) => from + i * step);
/** Closer or wider than these a mind map is no longer the one that Mermaid laid out. */
const across = factors(0.5, 2.4, 0.1);
const down = factors(0.35, 1.2, 0.05);
/** Above this many parts there is no room to gain. */
const mostParts = 80;

/**
 * Mermaid throws the parts of a mind map as far apart in height as in width; a slide is wide and low. So the distances
 * between them are changed, across and down, to those with which its words are largest.
 */
export function fillWide(root: SVGSVGElement, box: Box): void {
  if (root.getAttribute('aria-roledescription') !== 'mindmap') return;
  const parts = [...root.querySelectorAll<SVGGElement>('g.mindmap-node')].map(partOf);
  if (parts.length < 3 || parts.length > mostParts) return;
  const lines = [...root.querySelectorAll<SVGPathElement>('path.edge, .edgePaths path')].map((path) => {
    const ends = [path.getPointAtLength(0), path.getPointAtLength(path.getTotalLength())] as const;
    return { path, ends: ends.map((end) => nearest(parts, end)) };
  });
  const best = bestOf(parts, box);
  if (best === undefined || scaleOf(parts, best, box) < scaleOf(parts, { x: 1, y: 1 }, box) * 1.05) return;
  for (const { node, x, y } of parts) {
    const old = node.transform.baseVal.consolidate()?.matrix;
    const [dx, dy] = [x * (best.x - 1), y * (best.y - 1)];
    node.setAttribute('transform', `translate(${(old?.e ?? 0) + dx}, ${(old?.f ?? 0) + dy})`);
  }
  for (const { path, ends } of lines) {
    const [from, to] = ends.map((part) => part && `${part.x * best.x},${part.y * best.y}`);
    if (from !== undefined && to !== undefined) path.setAttribute('d', `M${from}L${to}`);
  }
}

function partOf(node: SVGGElement): Part {
  const { e = 0, f = 0 } = node.transform.baseVal.consolidate()?.matrix ?? {};
  const { x, y, width, height } = node.getBBox();
  return { node, x: e + x + width / 2, y: f + y + height / 2, width: width / 2, height: height / 2 };
}

function nearest(parts: readonly Part[], { x, y }: DOMPoint): Part | undefined {
  const away = (part: Part): number =>
    Math.hypot(Math.max(0, Math.abs(x - part.x) - part.width), Math.max(0, Math.abs(y - part.y) - part.height));
  return parts.toSorted((a, b) => away(a) - away(b))[0];
}

function bestOf(parts: readonly Part[], box: Box): Factors | undefined {
  let best: Factors | undefined;
  let largest = 0;
  for (const x of across)
    for (const y of down) {
      const scale = scaleOf(parts, { x, y }, box);
      if (scale <= largest || !isFree(parts, { x, y })) continue;
      largest = scale;
      best = { x, y };
    }
  return best;
}

/** How much the drawing can be enlarged; beyond its natural size twice, that is no gain. */
function scaleOf(parts: readonly Part[], { x, y }: Factors, box: Box): number {
  const span = (middle: (part: Part) => number, half: (part: Part) => number): number =>
    Math.max(...parts.map((part) => middle(part) + half(part))) -
    Math.min(...parts.map((part) => middle(part) - half(part)));
  const width = span(
    (part) => part.x * x,
    (part) => part.width,
  );
  const height = span(
    (part) => part.y * y,
    (part) => part.height,
  );
  return Math.min(box.width / width, box.height / height, 2);
}

const isFree = (parts: readonly Part[], { x, y }: Factors): boolean =>
  parts.every((one, i) =>
    parts
      .slice(i + 1)
      .every(
        (other) =>
          Math.abs(one.x - other.x) * x >= one.width + other.width + gap ||
          Math.abs(one.y - other.y) * y >= one.height + other.height + gap,
      ),
  );
