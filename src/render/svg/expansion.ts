import type { SvgElement } from './parse.ts';

const most = 100_000;

/**
 * Whether drawing a tree stays within bounds once every `<use>` is replaced by what it names.
 * A few dozen nested copies can stand for billions of shapes, and a copy of itself never ends.
 */
export function staysSmall(root: SvgElement): boolean {
  const byId = new Map<string, SvgElement>();
  const collect = (node: SvgElement | string): void => {
    if (typeof node === 'string') return;
    const id = node.attributes.find((attribute) => attribute.local === 'id')?.value;
    if (id !== undefined && !byId.has(id)) byId.set(id, node);
    node.children.forEach(collect);
  };
  collect(root);
  const sizes = new Map<SvgElement, number>();
  const sizeOf = (node: SvgElement | string): number => {
    if (typeof node === 'string') return 0;
    const known = sizes.get(node);
    if (known !== undefined) return known;
    // Infinite while it is being worked out: whoever meets it again has found a circle.
    sizes.set(node, Infinity);
    const target = node.local === 'use' ? byId.get(referenceOf(node)) : undefined;
    const parts = target ? [...node.children, target] : node.children;
    const size = parts.reduce((sum: number, part) => sum + sizeOf(part), 1);
    sizes.set(node, size);
    return size;
  };
  return sizeOf(root) <= most;
}

function referenceOf(node: SvgElement): string {
  const href = node.attributes.find((attribute) => attribute.local === 'href')?.value.trim() ?? '';
  return href.startsWith('#') ? href.slice(1) : '';
}
