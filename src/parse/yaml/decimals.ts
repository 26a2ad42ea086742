import type { Node, YAMLSeq } from 'yaml';
import { isAlias, isScalar } from 'yaml';

/** An item of a list: as YAML reads it, or a number that its decimal comma cut in two. */
export type Item =
  { readonly node: Node | null } | { readonly written: string; readonly range: readonly [number, number] };

const rangeOf = (node: Node): readonly [number, number] => [node.range?.[0] ?? 0, node.range?.[1] ?? 0];

/**
 * The items of a list in brackets. Where the other commas have a space behind them and not all items are numbers, a comma
 * between two digits belongs to a number: `[Stock, 98.10, -11,2 %]` has three items.
 */
export function itemsOf(list: YAMLSeq, text: string): readonly Item[] {
  const nodes = list.items as (Node | null)[];
  const plain: readonly Item[] = nodes.map((node) => ({ node }));
  const [start, end] = list.range ?? [0, 0];
  const source = list.flow === true ? text.slice(start, end) : '';
  if (!/\d,\d/.test(source) || !source.includes(', ')) return plain;
  const isWord = (node: Node | null): boolean =>
    isAlias(node) || (isScalar(node) && typeof node.value === 'string' && !/^[-+−]?\d/.test(node.value));
  if (!nodes.some(isWord)) return plain;
  const items: Item[] = [];
  for (const node of nodes) {
    const before = items.at(-1);
    const joined = node && before ? together(before, node, text) : undefined;
    if (joined) items[items.length - 1] = joined;
    else items.push({ node });
  }
  return items;
}

/** Two items between which nothing but a comma stands, with digits on both sides. */
function together(before: Item, node: Node, text: string): Item | undefined {
  if ('node' in before && !before.node) return undefined;
  const [start, end] =
    'node' in before && before.node ? rangeOf(before.node) : 'range' in before ? before.range : [0, 0];
  const [next, last] = rangeOf(node);
  const isPlain = isScalar(node) && node.type === 'PLAIN';
  const isNumber = /\d$/.test(text.slice(start, end)) && /^\d/.test(text.slice(next, last));
  return isPlain && isNumber && text.slice(end, next) === ','
    ? { written: text.slice(start, last).trim(), range: [start, last] }
    : undefined;
}
