/** The place of the drawing on the slide. */
interface Room {
  readonly width: number;
  readonly height: number;
}

/** A box of a flow chart with its place. */
interface Step {
  readonly node: SVGGElement;
  readonly shape: SVGRectElement | null;
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

/** A chain of as many boxes goes on in a second row where that makes it so much larger. */
const fewestToFold = 4;
const worthFolding = 1.15;
/** Above and below, in heights of the box. */
const tallerBy = 0.7;
/** Between two rows, in heights of a box. */
const apart = 0.7;

/**
 * Boxes in one row are a thin strip on a slide: they stand taller, where their arrows run straight from one to the next;
 * a long chain goes on in a second row, as lines of text do.
 */
export function standTall(root: SVGSVGElement, room: Room): void {
  if (root.getAttribute('aria-roledescription') !== 'flowchart-v2' || root.querySelector('.cluster')) return;
  const steps = [...root.querySelectorAll<SVGGElement>('g.node')].map(stepOf).toSorted((a, b) => a.x - b.x);
  const arrows = [...root.querySelectorAll<SVGPathElement>('.edgePaths path')];
  const middles = steps.map(({ y }) => y);
  const isRow = Math.max(...middles) - Math.min(...middles) < 2 && arrows.every((arrow) => arrow.getBBox().height < 2);
  if (steps.length < 3 || !isRow) return;
  const heights = steps.flatMap(({ shape }) => shape?.getBBox().height ?? []);
  // All as high as the one with the most lines.
  const tall = Math.max(...heights) + 2 * tallerBy * Math.min(...heights);
  for (const { shape } of steps) {
    if (!shape) continue;
    const { y, height } = shape.getBBox();
    shape.setAttribute('y', String(y - (tall - height) / 2));
    shape.setAttribute('height', String(tall));
  }
  if (isWorthFolding(steps, tall, room)) fold(root, steps, arrows, tall);
}

/** Whether two rows in the room are larger than one. */
function isWorthFolding(steps: readonly Step[], tall: number, { width, height }: Room): boolean {
  const half = Math.ceil(steps.length / 2);
  const widthOf = (row: readonly Step[]): number => {
    const [first, last] = [row[0], row.at(-1)];
    return first && last ? last.x + last.width / 2 - (first.x - first.width / 2) : 1;
  };
  const scaleOf = (wide: number, high: number): number => Math.min(width / wide, height / high);
  const two = scaleOf(Math.max(widthOf(steps.slice(0, half)), widthOf(steps.slice(half))), tall * (2 + apart));
  return steps.length >= fewestToFold && two > worthFolding * scaleOf(widthOf(steps), tall);
}

function stepOf(node: SVGGElement): Step {
  const { e = 0, f = 0 } = node.transform.baseVal.consolidate()?.matrix ?? {};
  const shape = node.querySelector<SVGRectElement>(':scope > rect.label-container');
  return { node, shape, x: e, y: f, width: node.getBBox().width };
}

/** Whether arrows lead from each box to the next, without words on them. */
function isChain(root: SVGSVGElement, steps: readonly Step[], arrows: readonly SVGPathElement[]): boolean {
  const isBare = (root.querySelector('.edgeLabels')?.textContent ?? '').trim() === '';
  const runsOn = arrows.every((arrow, i) => {
    const [from, to] = [arrow.getPointAtLength(0).x, arrow.getPointAtLength(arrow.getTotalLength()).x];
    return from < to && from > (steps[i]?.x ?? 0) && to < (steps[i + 1]?.x ?? 0);
  });
  return isBare && runsOn && arrows.length === steps.length - 1 && steps.every(({ shape }) => shape !== null);
}

/** Moves the second half of a chain below the first, and leads the arrow between them there. */
function fold(root: SVGSVGElement, steps: readonly Step[], unsorted: readonly SVGPathElement[], tall: number): void {
  const arrows = unsorted.toSorted((a, b) => a.getBBox().x - b.getBBox().x);
  if (!isChain(root, steps, arrows)) return;
  const half = Math.ceil(steps.length / 2);
  const [first, last, next] = [steps[0], steps[half - 1], steps[half]];
  if (!first || !last || !next) return;
  const left = next.x - next.width / 2 - (first.x - first.width / 2);
  const down = tall * (1 + apart);
  for (const { node, x, y } of steps.slice(half)) node.setAttribute('transform', `translate(${x - left}, ${y + down})`);
  for (const arrow of arrows.slice(half)) arrow.setAttribute('transform', `translate(${-left}, ${down})`);
  const middle = first.y + down / 2;
  const end = first.y + down - tall / 2 - 2;
  const way = [`M${last.x},${first.y + tall / 2}`, `V${middle}`, `H${next.x - left}`, `V${end}`];
  arrows[half - 1]?.setAttribute('d', way.join(''));
}
