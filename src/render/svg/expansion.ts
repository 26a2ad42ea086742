import type { SvgElement } from './parse.ts';
import { drawingOf, Sheets } from './references.ts';

const most = 100_000;

/** Copies of copies, and groups in them, that are followed; no program draws deeper. */
const deepest = 1000;

interface Size {
  /** How many elements there are, copies counted. */
  readonly plain: number;
  /** How many are drawn, those of paints, masks and markers counted too. */
  readonly drawn: number;
  /** How many corners of lines markers can stand at. */
  readonly corners: number;
}

/** What can be a paint; a browser paints with nothing else. */
const paints = ['pattern', 'lineargradient', 'radialgradient'];
/** What is laid over an element as a whole. */
const wholes = ['mask', 'clippath', 'filter'];

const endless: Size = { plain: Infinity, drawn: Infinity, corners: Infinity };

/**
 * Whether drawing a tree stays within bounds once every `<use>`, paint, mask, filter and marker is replaced by what it
 * names. A few dozen nested ones can stand for billions of shapes, and one that holds itself never ends.
 */
export function staysSmall(root: SvgElement): boolean {
  const byId = new Map<string, SvgElement>();
  const sheets = new Sheets();
  const collect = (node: SvgElement | string): void => {
    if (typeof node === 'string') return;
    const id = node.attributes.find((attribute) => attribute.local === 'id')?.value;
    if (id !== undefined && !byId.has(id)) byId.set(id, node);
    if (node.local === 'style') sheets.add(node.children.filter((child) => typeof child === 'string').join(''));
    node.children.forEach(collect);
  };
  collect(root);
  const sizes = new Map<SvgElement, Size>();
  let depth = 0;
  const sizeOf = (node: SvgElement): Size => {
    const known = sizes.get(node);
    if (known !== undefined) return known;
    if (depth > deepest) return endless;
    depth++;
    // Without end while it is being worked out: whoever meets it again has found a circle.
    sizes.set(node, endless);
    const draws = drawingOf(node, sheets);
    const all = (ids: readonly string[], names?: readonly string[]): readonly Size[] =>
      ids.flatMap((id) => {
        const target = byId.get(id);
        const counts = target && names?.includes(target.local.toLowerCase()) !== false;
        return counts ? [sizeOf(target)] : [];
      });
    const inside = [
      ...node.children.flatMap((child) => (typeof child === 'string' ? [] : [sizeOf(child)])),
      ...all(draws.parts),
    ];
    const plain = 1 + sum(inside, 'plain');
    const corners = cornersOf(node) + sum(inside, 'corners');
    const size = {
      plain,
      corners,
      drawn:
        1 +
        sum(inside, 'drawn') +
        times(plain, sum(all(draws.paints, paints), 'drawn')) +
        sum(all(draws.once, wholes), 'drawn') +
        times(corners, sum(all(draws.markers, ['marker']), 'drawn')),
    };
    sizes.set(node, size);
    depth--;
    return size;
  };
  return sizeOf(root).drawn <= most;
}

const sum = (sizes: readonly Size[], what: keyof Size): number => sizes.reduce((total, size) => total + size[what], 0);

const times = (a: number, b: number): number => (a === 0 || b === 0 ? 0 : a * b);

const numbers = /\d+/g;

/** The corners of a line: at most half as many as its numbers. */
function cornersOf({ local, attributes }: SvgElement): number {
  if (local === 'line') return 2;
  const points = attributes.find((attribute) => attribute.local === 'd' || attribute.local === 'points')?.value ?? '';
  return Math.ceil((points.match(numbers)?.length ?? 0) / 2);
}
