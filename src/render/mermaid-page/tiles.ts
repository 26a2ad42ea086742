import type { MermaidOrder, MermaidTile } from '../../model/index.ts';
import { flatten, type Box, type Flat } from './flatten.ts';
import type { Palette } from './paints.ts';

/** More pages than this tell nobody anything. */
const mostTiles = 9;

/** What tiles share with their neighbours, of the length of a page; and what words keep free around themselves. */
const shared = 0.02;
const around = 10;

/** Where a drawing is cut so that its text is as large as it must be, in its own units. */
export interface Cuts {
  /** From the start to the end: one more than there are columns. */
  readonly across: readonly number[];
  readonly down: readonly number[];
  /** What one page holds. */
  readonly width: number;
  readonly height: number;
  /** How much the drawing is enlarged. */
  readonly scale: number;
  /** The height of the heads of lifelines, which stand on every page. */
  readonly head: number;
}

/** How many pages the cuts make. */
export const pagesOf = ({ across, down }: Cuts): number => (across.length - 1) * (down.length - 1);

/** The cuts between the words of a drawing; `undefined` when it takes too many pages. */
export function cutsFor(root: SVGSVGElement, flat: Flat, { width, height, least }: MermaidOrder): Cuts | undefined {
  // The parts of a mind map say nothing without its middle.
  const isRound = root.getAttribute('aria-roledescription') === 'mindmap';
  if (least === undefined || isRound || !Number.isFinite(flat.smallest)) return undefined;
  const wanted = (least * 1.01) / flat.smallest;
  // Where it would be cut both ways, words that are a little smaller keep it in one column or row.
  const inOne = Math.min(wanted, (width * 0.999) / flat.width);
  const cutsAt = (scale: number): Cuts | undefined =>
    cutAt(root, flat, { width: width / scale, height: height / scale, scale });
  const inRow = Math.min(wanted, (height * 0.999) / flat.height);
  const large = Math.max(inOne, inRow);
  return cutsAt(wanted) ?? (large > wanted * mostShrunk ? cutsAt(large) : undefined);
}

/** How much smaller than they should be words may get before a drawing is left on one page. */
const mostShrunk = 0.55;

const headsOf = (root: SVGSVGElement): readonly SVGGraphicsElement[] => {
  const isRow = root.getAttribute('aria-roledescription') === 'sequence';
  return isRow ? [...root.querySelectorAll<SVGGraphicsElement>('rect.actor-top, text.actor, .actor-man')] : [];
};

function cutAt(root: SVGSVGElement, flat: Flat, sizes: Pick<Cuts, 'width' | 'height' | 'scale'>): Cuts | undefined {
  const heads = headsOf(root).map((part) => boxIn(root, part));
  const head = heads.length === 0 ? 0 : Math.max(...heads.map(({ bottom }) => bottom)) - flat.y + headGap;
  const page = { width: sizes.width, height: sizes.height - head };
  if (page.height < sizes.height / 2) return undefined;
  const parts = [...root.querySelectorAll('text, rect, circle, ellipse, polygon, path')].flatMap((part) =>
    part.localName === 'text' || getComputedStyle(part).fill !== 'none' ? [boxIn(root, part)] : [],
  );
  const along = (from: number, length: number, most: number, ends: (box: Box) => Span): readonly number[] =>
    // What holds many parts is cut with them.
    cut(
      [from, from + length],
      most,
      parts.map(ends).filter(([start, end]) => end - start < most * 0.7),
    );
  const across = along(flat.x, flat.width, page.width, ({ left, right }) => [left, right]);
  // What stands below a time, or a step of a journey, stays with it.
  const isColumns = columns.has(root.getAttribute('aria-roledescription') ?? '');
  const down = isColumns
    ? [flat.y, flat.y + flat.height]
    : along(flat.y, flat.height, page.height, ({ top, bottom }) => [top, bottom]);
  const cuts = { across, down, ...page, scale: sizes.scale, head };
  // Cut in both directions, nobody finds the way from one page to the next.
  return pagesOf(cuts) > mostTiles || (across.length > 2 && down.length > 2) ? undefined : cuts;
}

/** Kinds in which each column belongs together. */
const columns = new Set(['timeline', 'journey']);

/** Free below the heads that are shown again. */
const headGap = 6;

type Span = readonly [from: number, to: number];

/** Places where a length is cut into pieces no longer than a page: where the fewest words stand, near equal lengths. */
function cut([from, to]: Span, page: number, words: readonly Span[]): readonly number[] {
  const length = to - from;
  if (length <= page * 1.001) return [from, to];
  const most = page * (1 - 2 * shared);
  const count = Math.ceil(length / most);
  if (count > mostTiles) return Array.from({ length: mostTiles + 2 }, (_, i) => from + (i * length) / (mostTiles + 1));
  const places = [from];
  for (let number = 1; number < count; number++) {
    const before = places.at(-1) ?? from;
    const last = Math.min(before + most, to);
    const first = Math.max(before + most * 0.3, to - (count - number) * most);
    places.push(best(first, last, from + (number * length) / count, words));
  }
  return [...places, to];
}

function best(first: number, last: number, ideal: number, words: readonly Span[]): number {
  const tries = 60;
  let found = { place: last, cost: Infinity };
  for (let i = 0; i <= tries; i++) {
    const place = first + ((last - first) * i) / tries;
    const hit = words.filter(([from, to]) => place > from - around && place < to + around).length;
    const cost = hit * 1000 + Math.abs(place - ideal);
    if (cost < found.cost) found = { place, cost };
  }
  return found.place;
}

/** The parts of a drawing between its cuts, row by row; parts without words are left out. */
export function tilesOf(root: SVGSVGElement, palette: Palette, cuts: Cuts): readonly MermaidTile[] {
  const { across, down } = cuts;
  return down.slice(1).flatMap((bottom, row) =>
    across.slice(1).flatMap((right, column): MermaidTile[] => {
      const own = { left: across[column] ?? 0, top: down[row] ?? 0, right, bottom };
      const shown = grown(own, cuts);
      const flat = flatten(root, palette, (node) => isIn(node, root, own, shown));
      if (!flat.svg.includes('<text')) return [];
      const size = { width: shown.right - shown.left, height: shown.bottom - shown.top };
      const again = row === 0 ? '' : headAt(root, palette, shown.top - cuts.head);
      const head = again === '' ? 0 : cuts.head;
      return [
        { svg: flat.svg + again, x: shown.left, y: shown.top - head, width: size.width, height: size.height + head },
      ];
    }),
  );
}

/** The heads of lifelines once more, from a height on. */
function headAt(root: SVGSVGElement, palette: Palette, top: number): string {
  const heads = new Set<Element>(headsOf(root));
  if (heads.size === 0) return '';
  const isHead = (node: SVGGraphicsElement): boolean => heads.has(node) || node.closest('.actor-man') !== null;
  const { svg } = flatten(root, palette, isHead);
  const start = Math.min(...[...heads].map((part) => boxIn(root, part).top));
  return `<g transform="translate(0 ${top - start})">${svg}</g>`;
}

/** A little more than what lies between the cuts, as far as the page has room. */
function grown({ left, top, right, bottom }: Box, { across, down, width, height }: Cuts): Box {
  const x = Math.max(0, width - (right - left)) / 2;
  const y = Math.max(0, height - (bottom - top)) / 2;
  const [dx, dy] = [Math.min(x, width * shared * 2), Math.min(y, height * shared * 2)];
  return {
    left: left - (left > (across[0] ?? 0) ? dx : 0),
    right: right + (right < (across.at(-1) ?? 0) ? dx : 0),
    top: top - (top > (down[0] ?? 0) ? dy : 0),
    bottom: bottom + (bottom < (down.at(-1) ?? 0) ? dy : 0),
  };
}

/** Whether a part is seen in a tile: words and boxes where their middle is, lines wherever they pass. */
function isIn(node: SVGGraphicsElement, root: SVGSVGElement, own: Box, shown: Box): boolean {
  const box = boxIn(root, node);
  const isLarge = box.right - box.left > own.right - own.left || box.bottom - box.top > (own.bottom - own.top) * 0.7;
  const isLine = node.localName === 'line' || getComputedStyle(node).fill === 'none';
  if (node.localName !== 'text' && (isLine || isLarge))
    return box.left < shown.right && box.right > shown.left && box.top < shown.bottom && box.bottom > shown.top;
  const x = (box.left + box.right) / 2;
  const y = (box.top + box.bottom) / 2;
  return x >= own.left && x < own.right && y >= own.top && y < own.bottom;
}

/** The box of a part in the units of the drawing. */
function boxIn(root: SVGSVGElement, node: Element): Box {
  const matrix = root.getScreenCTM();
  const { a = 1, d = 1, e = 0, f = 0 } = matrix ?? {};
  const { left, right, top, bottom } = node.getBoundingClientRect();
  return { left: (left - e) / a, right: (right - e) / a, top: (top - f) / d, bottom: (bottom - f) / d };
}
