import type { Json } from '../../../base/index.ts';
import type { Holder } from '../values.ts';

const isList = (value: Json | undefined): value is readonly Json[] => Array.isArray(value);
const isText = (value: Json | undefined): value is string | number =>
  typeof value === 'string' || typeof value === 'number';

/** Names of two sides that are words for the audience as well. */
const named = [
  ['pros', 'cons'],
  ['pro', 'contra'],
  ['pro', 'con'],
  ['before', 'after'],
  ['advantages', 'disadvantages'],
  ['vorteile', 'nachteile'],
  ['voordelen', 'nadelen'],
  ['avantages', 'inconvénients'],
  ['ventajas', 'desventajas'],
  ['vantaggi', 'svantaggi'],
] as const;

const heads = ['columns', 'head', 'header', 'headers', 'titles'];

/** Sides as people write them: as a table whose columns are the sides, or as two lists under names of their own. */
export function asSides(slide: Holder): void {
  if (slide.sides !== undefined) return;
  const sides = fromTable(slide) ?? fromNames(slide);
  if (sides !== undefined) slide.sides = sides;
}

function fromTable(slide: Holder): readonly Json[] | undefined {
  const key = heads.find((name) => isList(slide[name]));
  const titles = key === undefined ? undefined : slide[key];
  const { rows } = slide;
  if (key === undefined || !isList(titles) || !isList(rows) || !titles.every(isText)) return undefined;
  if (titles.length < 2 || !rows.every((row) => isList(row) && row.length === titles.length)) return undefined;
  for (const name of [key, 'rows']) Reflect.deleteProperty(slide, name);
  return titles.map((title, i) => ({
    title: String(title),
    points: rows.map((row) => (isList(row) ? (row[i] ?? '') : row)),
  }));
}

function fromNames(slide: Holder): readonly Json[] | undefined {
  const keys = Object.keys(slide);
  const pair = named
    .map((names) => names.map((name) => keys.find((key) => key.toLowerCase() === name)))
    .find((found) => found.every((key) => key !== undefined && (isList(slide[key]) || isText(slide[key]))));
  if (!pair) return undefined;
  return pair.map((key = '') => {
    const value = slide[key] ?? null;
    Reflect.deleteProperty(slide, key);
    const title = key.slice(0, 1).toUpperCase() + key.slice(1);
    return isList(value) ? { title, points: value } : { title, body: value };
  });
}
