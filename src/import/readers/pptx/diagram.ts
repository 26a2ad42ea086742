import type { Part } from './package.ts';
import { blockOf, paragraphsOf, type ReadParagraph } from './text.ts';
import { all, child } from './tree.ts';

/** Deeper lists are no lists to a reader. */
const deepest = 8;

/** The texts of a SmartArt drawing as a list, what stands below another a level deeper; empty when it has none. */
export function diagramText(part: Part): string {
  const texts = new Map<string, readonly ReadParagraph[]>();
  for (const point of all(part.root, 'dgm:pt'))
    texts.set(point.attributes.get('modelid') ?? '', paragraphsOf(child(point, 'dgm:t'), part));
  const below = new Map<string, { readonly id: string; readonly order: number }[]>();
  for (const { attributes } of all(part.root, 'dgm:cxn')) {
    // Other kinds say how it is drawn.
    if ((attributes.get('type') ?? 'parOf') !== 'parOf') continue;
    const from = attributes.get('srcid') ?? '';
    const own = below.get(from) ?? [];
    own.push({ id: attributes.get('destid') ?? '', order: Number(attributes.get('srcord')) || 0 });
    below.set(from, own);
  }
  const seen = new Set<string>();
  const items: ReadParagraph[] = [];
  const visit = (id: string, level: number): void => {
    if (seen.has(id)) return;
    seen.add(id);
    const own = texts.get(id) ?? [];
    for (const paragraph of own) items.push({ ...paragraph, level: Math.min(level, deepest), list: 'bullet' });
    const next = own.length > 0 ? level + 1 : level;
    for (const one of (below.get(id) ?? []).toSorted((a, b) => a.order - b.order)) visit(one.id, next);
  };
  for (const point of all(part.root, 'dgm:pt'))
    if (point.attributes.get('type') === 'doc') visit(point.attributes.get('modelid') ?? '', 0);
  for (const id of texts.keys()) visit(id, 0);
  return blockOf(items, true);
}
