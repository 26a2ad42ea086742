import { isObject, type JsonObject, type Outcome } from '../../../base/index.ts';
import { empty, fitAsChosen, type Arrangement } from '../fit.ts';
import { nodeOf, objects } from '../read.ts';
import type { DiagramWords } from '../../../wire/index.ts';
import type { DiagramKind, Told } from '../types.ts';
import { downwards } from './tree/downwards.ts';
import { rightwards } from './tree/rightwards.ts';
import type { Branch } from './tree/tree.ts';
import { cellsOf, words } from './words.ts';

/** A tree, from the top down or from left to right; when leaves do not fit side by side they hang below each other. */
export const hierarchy: DiagramKind = {
  draw(data, pen): Outcome<string> {
    if (!isObject(data.root)) return empty(pen, '/root');
    const root = read(data.root);
    const down: Arrangement = (setting) => downwards(root, false, setting, pen);
    const hanging: Arrangement = (setting) => downwards(root, true, setting, pen);
    const right: Arrangement = (setting) => rightwards(root, setting, pen);
    const chosen = data.direction === 'right' ? [right] : data.direction === 'down' ? [down, hanging] : [];
    return fitAsChosen({ chosen, all: [down, hanging, right] }, pen, '/root');
  },
  describe: (data, strings) => (isObject(data.root) ? outline(read(data.root), strings) : ''),
  table(data, told) {
    const { part, under, detail, evidence } = told.words;
    const rows = isObject(data.root) ? rowsOf(read(data.root), '', told) : [];
    return { head: [part, under, detail, evidence], rows };
  },
};

function read(data: JsonObject): Branch {
  return { ...nodeOf(data), children: objects(data.children).map(read) };
}

function outline(node: Branch, strings: DiagramWords): string {
  const own = words(node, strings);
  return node.children.length === 0
    ? own
    : `${own}: [${node.children.map((child) => outline(child, strings)).join('; ')}]`;
}

/** A node and all below it, each with the one it belongs to. */
function rowsOf(node: Branch, above: string, told: Told): readonly (readonly string[])[] {
  const [label, detail, evidence] = cellsOf(node, told);
  return [[label, above, detail, evidence], ...node.children.flatMap((child) => rowsOf(child, label, told))];
}
