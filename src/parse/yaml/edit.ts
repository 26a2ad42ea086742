import { CST, isMap, isScalar, isSeq, parseDocument, type Document, type Node, type YAMLMap, type YAMLSeq } from 'yaml';

/** The steps from the root of a file to a value. */
export type YamlPath = readonly (string | number)[];

/** A change of a file of YAML that leaves all else in it as it is: comments, quotes, the order of keys. */
export type YamlEdit =
  /** Another text. */
  | { readonly kind: 'set'; readonly path: YamlPath; readonly value: string }
  /** An entry of a mapping less. */
  | { readonly kind: 'remove'; readonly path: YamlPath }
  /** An entry of a mapping more, after all others. */
  | { readonly kind: 'add'; readonly path: YamlPath; readonly yaml: string }
  /** The items of a list in another order. */
  | { readonly kind: 'order'; readonly path: YamlPath; readonly items: readonly YamlItem[] };

/** The number of an item that was there, the YAML of a new one, or the path of one of another list. */
export type YamlItem = number | string | { readonly from: YamlPath };

type Range = readonly [start: number, end: number];

const parse = (text: string): Document => parseDocument(text, { keepSourceTokens: true, uniqueKeys: false });

const keyText = (key: unknown): string => (isScalar(key) ? String(key.value) : String(key));

/** The path of the value that begins at an offset; the deepest one when several begin there. */
export function pathAt(text: string, offset: number): YamlPath | undefined {
  const find = (node: unknown, path: YamlPath): YamlPath | undefined => {
    const range = (node as Node | null)?.range;
    if (!range || offset < range[0] || offset >= Math.max(range[1], range[0] + 1)) return undefined;
    if (isSeq(node)) {
      for (const [i, item] of node.items.entries()) {
        const found = find(item, [...path, i]);
        if (found) return found;
      }
    } else if (isMap(node)) {
      for (const { key, value } of node.items) {
        const found = find(value, [...path, keyText(key)]);
        if (found) return found;
      }
    }
    return range[0] === offset ? path : undefined;
  };
  return find(parse(text).contents, []);
}

/** The text of a scalar at a path, as the file has it. */
export function scalarAt(text: string, path: YamlPath): string | undefined {
  const node = parse(text).getIn(path, true);
  return isScalar(node) && node.value !== null
    ? typeof node.value === 'string'
      ? node.value
      : node.source
    : undefined;
}

/** How many items a list has; undefined when there is no list. */
export function listLength(text: string, path: YamlPath): number | undefined {
  const node = path.length === 0 ? parse(text).contents : parse(text).getIn(path, true);
  return isSeq(node) ? node.items.length : undefined;
}

/** How many entries a mapping has; undefined when there is no mapping. */
export function mapSize(text: string, path: YamlPath): number | undefined {
  const node = path.length === 0 ? parse(text).contents : parse(text).getIn(path, true);
  return isMap(node) ? node.items.length : undefined;
}

/** Makes changes, those of the deepest values first. @throws Error when a list is written in a form that cannot be changed. */
export function editYaml(text: string, edits: readonly YamlEdit[]): string {
  const sets = edits.filter((edit) => edit.kind === 'set');
  const others = edits.filter((edit) => edit.kind !== 'set');
  let made = setAll(text, sets);
  const depths = [...new Set(others.map(({ path }) => path.length))].sort((a, b) => b - a);
  for (const depth of depths) {
    // Items that come from other lists are taken before any list is written anew.
    const level = others.filter(({ path }) => path.length === depth).map((edit) => resolved(made, edit));
    for (const edit of level.toSorted((a, b) => comparePaths(b.path, a.path))) made = change(made, edit);
  }
  return made;
}

type Change = Exclude<YamlEdit, { kind: 'set' }>;

function resolved(text: string, edit: Change): Change {
  if (edit.kind !== 'order') return edit;
  return { ...edit, items: edit.items.map((item) => (typeof item === 'object' ? blockAt(text, item.from) : item)) };
}

/** The YAML of an item of a list by itself. */
function blockAt(text: string, path: YamlPath): string {
  const list = parse(text).getIn(path.slice(0, -1), true);
  const index = Number(path.at(-1));
  if (!isSeq(list)) throw new Error(`no list at ${path.join('/')}`);
  if (list.flow === true) return text.slice(...rangeOf(list.items[index]));
  const [start, end] = blocksOf(text, list)[index] ?? [0, 0];
  const lines = text.slice(start, end).trimEnd().split('\n');
  const dash = lines.find((line) => line.trimStart().startsWith('-')) ?? '';
  const indent = dash.length - dash.trimStart().length;
  const first = lines.indexOf(dash);
  return lines.map((line, i) => line.slice(i < first ? indent : indent + 2)).join('\n');
}

/** The order of paths; steps of lists as numbers. */
function comparePaths(a: YamlPath, b: YamlPath): number {
  for (const [i, step] of a.entries()) {
    const other = b[i];
    if (step === other) continue;
    if (typeof step === 'number' && typeof other === 'number') return step - other;
    return String(step) < String(other) ? -1 : 1;
  }
  return 0;
}

function setAll(text: string, sets: readonly Extract<YamlEdit, { kind: 'set' }>[]): string {
  const document = parse(text);
  const cuts = sets.flatMap(({ path, value }) => {
    const node = document.getIn(path, true);
    const token = isScalar(node) ? node.srcToken : undefined;
    if (!token || !CST.isScalar(token)) throw new Error(`no text at ${path.join('/')}`);
    const before = CST.stringify(token);
    const isFlow = isInFlow(document, path);
    const type = typeFor(token.type, value, before);
    CST.setScalarValue(token, value, {
      afterKey: typeof path.at(-1) === 'string',
      inFlow: isFlow,
      ...(type && { type }),
    });
    return [{ start: token.offset, end: token.offset + before.length, by: CST.stringify(token) }];
  });
  let made = text;
  for (const { start, end, by } of cuts.toSorted((a, b) => b.start - a.start))
    made = made.slice(0, start) + by + made.slice(end);
  return made;
}

/** Long lines are not folded; a text that was plain stays so where it can, and what needs quotes gets double ones. */
function typeFor(
  type: string,
  value: string,
  before: string,
): 'BLOCK_LITERAL' | 'QUOTE_DOUBLE' | 'BLOCK_FOLDED' | undefined {
  if (type === 'block-scalar')
    return before.startsWith('>') && !value.trimEnd().includes('\n') ? undefined : 'BLOCK_LITERAL';
  return value.includes('\n') ? 'QUOTE_DOUBLE' : undefined;
}

function isInFlow(document: Document, path: YamlPath): boolean {
  return path.some((_, i) => {
    const node = i === 0 ? document.contents : document.getIn(path.slice(0, i), true);
    return (isMap(node) || isSeq(node)) && node.flow === true;
  });
}

function change(text: string, edit: Change): string {
  const document = parse(text);
  const of = edit.kind === 'remove' ? edit.path.slice(0, -1) : edit.path;
  const node = of.length === 0 ? document.contents : document.getIn(of, true);
  if (edit.kind === 'order') {
    if (!isSeq(node)) throw new Error(`no list at ${edit.path.join('/')}`);
    return node.flow === true ? orderFlow(text, node, edit.items) : orderBlock(text, node, edit.items);
  }
  if (!isMap(node)) throw new Error(`no mapping at ${of.join('/')}`);
  return edit.kind === 'remove' ? removePair(text, node, String(edit.path.at(-1))) : addPair(text, node, edit.yaml);
}

const rangeOf = (node: unknown): Range => {
  const range = (node as Node | null)?.range;
  return range ? [range[0], range[1]] : [0, 0];
};

function orderFlow(text: string, list: YAMLSeq, items: readonly YamlItem[]): string {
  const [start, end] = rangeOf(list);
  const own = (i: number): string => text.slice(...rangeOf(list.items[i]));
  const made = items.map((item) => (typeof item === 'number' ? own(item) : typeof item === 'string' ? item : ''));
  return `${text.slice(0, start)}[${made.join(', ')}]${text.slice(end)}`;
}

const lineStart = (text: string, at: number): number => text.lastIndexOf('\n', at - 1) + 1;

/** The offset of a token of a kind among those that begin an entry. */
const tokenAt = (start: readonly CST.SourceToken[] | undefined, type: string): number | undefined =>
  start?.find((token) => token.type === type)?.offset;

/** The lines of each item of a list, comments above it among them. */
function blocksOf(text: string, list: YAMLSeq): readonly Range[] {
  const source = list.srcToken;
  if (source?.type !== 'block-seq') throw new Error('a list in a form that is left alone');
  const dashes = source.items.flatMap(({ start }) => tokenAt(start, 'seq-item-ind') ?? []);
  if (dashes.length !== list.items.length) throw new Error('a list in a form that is left alone');
  const starts = dashes.map((dash, i) => {
    let start = lineStart(text, dash);
    if (text.slice(start, dash).trim() !== '') throw new Error('a list in a form that is left alone');
    // Comments above an item belong to it, but those above the first may be the list's.
    for (let above = lineStart(text, start - 1); i > 0 && start > 0; above = lineStart(text, start - 1)) {
      if (!text.slice(above, start).trim().startsWith('#')) break;
      start = above;
    }
    return start;
  });
  const end = endOfLines(text, lineStart(text, dashes[0] ?? 0), rangeOf(list)[1]);
  return starts.map((start, i) => [start, starts[i + 1] ?? end]);
}

/** Where the lines of a list end: after its last line that is not empty. */
function endOfLines(text: string, from: number, rough: number): number {
  const next = text.indexOf('\n', from + text.slice(from, rough).trimEnd().length);
  return next < 0 ? text.length : next + 1;
}

function orderBlock(text: string, list: YAMLSeq, items: readonly YamlItem[]): string {
  const blocks = blocksOf(text, list);
  const [first, last] = [blocks[0], blocks.at(-1)];
  if (!first || !last) throw new Error('a list without items');
  const dash = text.indexOf('-', first[0]);
  const indent = ' '.repeat(dash - lineStart(text, dash));
  const texts = blocks.map(([start, end]) => text.slice(start, end).trimEnd());
  const [one, two] = [blocks[0], blocks[1]];
  const isApart = one && two ? text.slice(one[0], one[1]).endsWith('\n\n') : false;
  const made = items.map((item) =>
    typeof item === 'number' ? (texts[item] ?? '') : typeof item === 'string' ? itemText(item, indent) : '',
  );
  const tail = text.slice(last[1] - 1, last[1]) === '\n' ? '\n' : '';
  return text.slice(0, first[0]) + made.join(isApart ? '\n\n' : '\n') + tail + text.slice(last[1]);
}

/** An item of a list; comments above it stay above it. */
function itemText(yaml: string, indent: string): string {
  const lines = yaml.split('\n');
  const first = lines.findIndex((line) => !line.startsWith('#'));
  const lead = (i: number): string => (i < first ? indent : i === first ? `${indent}- ` : `${indent}  `);
  return lines.map((line, i) => (line === '' ? '' : lead(i) + line)).join('\n');
}

/** Takes an entry out; the last one of a mapping never, which then would be nothing. */
function removePair(text: string, map: YAMLMap, key: string): string {
  const index = map.items.findIndex((pair) => keyText(pair.key) === key);
  const item = map.items[index];
  if (!item || map.items.length < 2) throw new Error('an entry in a form that is left alone');
  const start = rangeOf(item.key)[0];
  const next = map.items[index + 1];
  const nextStart = next && rangeOf(next.key)[0];
  if (map.flow === true) {
    if (nextStart !== undefined) return text.slice(0, start) + text.slice(nextStart);
    const comma = text.lastIndexOf(',', start);
    return text.slice(0, comma) + text.slice(rangeOf(item.value)[1]);
  }
  // The first entry of an item of a list stands behind its dash.
  if (index === 0 && nextStart !== undefined) return text.slice(0, start) + text.slice(nextStart);
  const valueEnd = rangeOf(item.value)[1];
  const stop = text.indexOf('\n', text[valueEnd - 1] === '\n' ? valueEnd - 1 : valueEnd);
  const end = nextStart !== undefined ? lineStart(text, nextStart) : stop < 0 ? text.length : stop + 1;
  return text.slice(0, lineStart(text, start)) + text.slice(end);
}

function addPair(text: string, map: YAMLMap, yaml: string): string {
  const [start] = rangeOf(map.items[0]?.key);
  if (map.flow === true) {
    const [, end] = rangeOf(map);
    return `${text.slice(0, end - 1).trimEnd()}, ${yaml} ${text.slice(end - 1)}`;
  }
  const indent = ' '.repeat(start - lineStart(text, start));
  const body = text.slice(0, rangeOf(map)[1]).trimEnd();
  const stop = text.indexOf('\n', body.length);
  const at = stop < 0 ? text.length : stop + 1;
  const lines = yaml
    .split('\n')
    .map((line) => (line === '' ? '' : indent + line))
    .join('\n');
  return `${text.slice(0, at)}${text[at - 1] === '\n' ? '' : '\n'}${lines}\n${text.slice(at)}`;
}
