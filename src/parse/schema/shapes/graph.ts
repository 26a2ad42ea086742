import type { Json, JsonObject } from '../../../base/index.ts';
import { isObject } from '../../../base/index.ts';
import type { Holder } from '../values.ts';

const isList = (value: Json | undefined): value is readonly Json[] => Array.isArray(value);
const textOf = (value: Json | undefined): string =>
  typeof value === 'object' || value === undefined ? '' : String(value);

/** A tree that is written as mappings in mappings: each key is a part, what stands below it its parts. */
export function asTree(slide: Holder): void {
  const key = ['root', 'tree', 'hierarchy', 'data', 'structure', 'nodes', 'items'].find(
    (name) => slide[name] !== undefined,
  );
  const written = key === undefined ? undefined : slide[key];
  if (key === undefined || (isObject(written) && 'label' in written)) return;
  const parts = partsOf(written ?? null);
  const [only, second] = parts;
  if (only === undefined) return;
  // The parts stand beside the name of the whole.
  const below = ['children', 'items', 'sub', 'parts', 'branches'].find((name) => name !== key && isList(slide[name]));
  const children = below === undefined || second !== undefined ? [] : partsOf(slide[below] ?? null);
  if (below !== undefined && children.length > 0 && only.children === undefined) {
    for (const name of [key, below]) Reflect.deleteProperty(slide, name);
    slide.root = { ...only, children };
    return;
  }
  Reflect.deleteProperty(slide, key);
  slide.root = second === undefined ? only : { label: textOf(slide.title), children: parts };
}

function partsOf(value: Json): readonly JsonObject[] {
  if (isList(value)) return value.flatMap(partsOf);
  if (!isObject(value)) return value === null ? [] : [{ label: String(value) }];
  if (Object.hasOwn(value, 'label')) return [value];
  const name = ['name', 'title', 'text'].find((one) => typeof value[one] === 'string');
  const below = ['children', 'items', 'sub', 'nodes', 'parts'].find((one) => isList(value[one]));
  if (name !== undefined && (below !== undefined || Object.keys(value).length <= 2)) {
    const { [name]: label, ...rest } = value;
    const children = below === undefined ? [] : partsOf(rest[below] ?? null);
    const { detail } = rest;
    return [
      { label: textOf(label), ...(detail !== undefined && { detail }), ...(children.length > 0 && { children }) },
    ];
  }
  return Object.entries(value).map(([label, inner]) => {
    const children = partsOf(inner ?? null);
    return { label, ...(children.length > 0 && { children }) };
  });
}

/** The signs of arrows that people type, the long ones first. */
const arrows = ['--->', '-->', '->', '==>', '=>', '–>', '—>', '→', '⟶', '➔'];

/** What stands before and after the first arrow, and the words that stand on it as in `A --label--> B`. */
function ends(text: string): readonly [from: string, words: string, to: string] | undefined {
  const sign = arrows.find((one) => text.includes(one));
  if (sign === undefined) return undefined;
  const at = text.indexOf(sign);
  const [from = '', ...words] = text.slice(0, at).split(/--/);
  return [from.trim(), words.join(' ').trim(), text.slice(at + sign.length).trim()];
}

/** A link that is written as a text, `A -> B: label` or `A --label--> B`; as a list; or as a mapping from such a text. */
function linkOf(value: Json): Json {
  if (typeof value === 'string') {
    const [from = '', on = '', rest = ''] = ends(value) ?? [];
    const colon = on === '' ? rest.indexOf(':') : -1;
    const to = (colon < 0 ? rest : rest.slice(0, colon)).trim();
    const words = colon < 0 ? on : rest.slice(colon + 1).trim();
    return from === '' || to === '' ? value : { from, to, ...(words !== '' && { label: words }) };
  }
  if (isList(value) && (value.length === 2 || value.length === 3) && value.every((one) => typeof one !== 'object')) {
    const [from, to, label] = value;
    return { from: textOf(from), to: textOf(to), ...(label !== undefined && { label: textOf(label) }) };
  }
  if (isObject(value) && Object.keys(value).length === 1) {
    const [key = '', label] = Object.entries(value)[0] ?? [];
    const link = linkOf(key);
    return isObject(link) && typeof label !== 'object' ? { ...link, label: textOf(label) } : value;
  }
  return value;
}

/** Ideas and their links as people write them; ideas that only the links name are added. */
export function asGraph(slide: Holder): void {
  const linkKey = ['links', 'edges', 'relations', 'relationships', 'connections', 'arrows'].find(
    (key) => slide[key] !== undefined,
  );
  const nodeKey = ['nodes', 'concepts', 'ideas', 'items', 'terms'].find((key) => slide[key] !== undefined);
  const written = linkKey === undefined ? undefined : slide[linkKey];
  const listed = isObject(written)
    ? Object.entries(written).map(([key, label]) => ({ [key]: label ?? null }))
    : written;
  if (linkKey === undefined || !isList(listed)) return;
  const read = listed.map(linkOf);
  Reflect.deleteProperty(slide, linkKey);
  const given = nodeKey === undefined ? undefined : slide[nodeKey];
  const nodes = isObject(given)
    ? Object.entries(given).map(([id, label]) => ({ id, label: textOf(label) || id }))
    : given;
  if (nodeKey !== undefined && nodeKey !== 'nodes') Reflect.deleteProperty(slide, nodeKey);
  const own = isList(nodes) ? nodes.map(nodeOf) : [];
  const links = read.map((link) => withRemark(link, idsOf(own)));
  slide.links = links;
  slide.nodes = withNamed(own, links);
}

const idsOf = (nodes: readonly Json[]): ReadonlySet<string> =>
  new Set(nodes.flatMap((node) => (isObject(node) ? [textOf(node.id)] : [])));

/** `A -> B (again)`, where `B` is an idea: what stands in brackets is the label of the link. */
function withRemark(link: Json, known: ReadonlySet<string>): Json {
  if (!isObject(link) || link.label !== undefined || known.has(textOf(link.to))) return link;
  const to = textOf(link.to);
  const at = to.lastIndexOf(' (');
  if (at < 1 || !to.endsWith(')') || !known.has(to.slice(0, at).trim())) return link;
  return { ...link, to: to.slice(0, at).trim(), label: to.slice(at + 2, -1) };
}

const nodeOf = (node: Json): Json => {
  if (!isObject(node)) return { id: textOf(node), label: textOf(node) };
  if (node.id === undefined && typeof node.label === 'string') return { id: node.label, ...node };
  return node;
};

function withNamed(nodes: readonly Json[], links: readonly Json[]): readonly Json[] {
  const known = idsOf(nodes);
  // With ideas of their own, a link that leads elsewhere is a slip, and is told.
  if (known.size > 0) return nodes;
  const named = links.flatMap((link) => (isObject(link) ? [textOf(link.from), textOf(link.to)] : []));
  return [...new Set(named)].filter((id) => id !== '').map((id) => ({ id, label: id }));
}

/** Steps without lanes are one lane. */
export function asLanes(slide: Holder): void {
  if (slide.lanes !== undefined) return;
  const key = [
    'steps',
    'nodes',
    'stages',
    'items',
    'phases',
    'path',
    'points',
    'stappen',
    'pasos',
    'étapes',
    'schritte',
  ].find((name) => isList(slide[name]));
  const steps = key === undefined ? undefined : slide[key];
  if (key === undefined || !isList(steps)) return;
  if (steps.some((step) => isObject(step) && (isList(step.nodes) || isList(step.steps)))) return;
  Reflect.deleteProperty(slide, key);
  slide.lanes = [{ title: ' ', nodes: steps.map(stepOf) }];
  for (const links of ['links', 'edges', 'arrows']) Reflect.deleteProperty(slide, links);
}

function stepOf(step: Json): Json {
  if (!isObject(step)) return { label: textOf(step) };
  const { id, ...rest } = step;
  return Object.keys(rest).length === 0 ? { label: textOf(id) } : rest;
}

/** Rows as names beside a list of their cells. */
function pairCells(slide: Holder): void {
  const { rows } = slide;
  const key = ['cells', 'data', 'values', 'body'].find((name) => isList(slide[name]));
  const cells = key === undefined ? undefined : slide[key];
  if (key === undefined || !isList(rows) || !isList(cells) || rows.length !== cells.length) return;
  if (!rows.every((row) => typeof row !== 'object') || !cells.every(isList)) return;
  Reflect.deleteProperty(slide, key);
  slide.rows = rows.map((row, i) => ({ label: textOf(row), cells: cells[i] ?? [] }));
}

/** A matrix with rows as lists or as a mapping, its first cell the label. */
export function asCells(slide: Holder): void {
  pairCells(slide);
  const rows = isObject(slide.rows)
    ? Object.entries(slide.rows).map(([label, cells]) => ({ label, cells: cells ?? null }))
    : slide.rows;
  if (!isList(rows)) return;
  const read = rows.map((row): Json => {
    if (!isList(row)) return row;
    const [label, ...cells] = row;
    return { label: textOf(label), cells };
  });
  slide.rows = read;
  const names = ['columns', 'head', 'header', 'headers', 'cols'].flatMap((name) =>
    isList(slide[name]) ? [slide[name]] : [],
  )[0];
  // As many numbers as columns in each of as many rows: they have the same names, as in a table of confusions.
  if (names?.length === rows.length && rows.every((row) => isList(row) && row.length === names.length)) {
    slide.rows = rows.map((cells, i) => ({ label: textOf(names[i] ?? null), cells }));
    return;
  }
  // Only the head of a row that is written as a list has a cell above the labels.
  if (!rows.every(isList)) return;
  const key = ['columns', 'head', 'header', 'headers', 'cols'].find((name) => isList(slide[name]));
  const columns = key === undefined ? undefined : slide[key];
  const widest = Math.max(...read.map((row) => (isObject(row) && isList(row.cells) ? row.cells.length : 0)));
  if (key === undefined || !isList(columns) || columns.length !== widest + 1) return;
  const [corner, ...rest] = columns;
  Reflect.deleteProperty(slide, key);
  slide.columns = rest;
  if (slide.rowTitle === undefined && textOf(corner).trim() !== '') slide.rowTitle = corner;
}
