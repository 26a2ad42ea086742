import type { Diagnostic, Json, JsonObject } from '../../../base/index.ts';
import { isObject } from '../../../base/index.ts';
import { diagnostic } from '../../codes.ts';
import { isNameOf, isOwnName, isWordFor } from '../synonyms.ts';
import type { Place } from '../translate.ts';
import type { Holder } from '../values.ts';
import { asChart } from './chart.ts';
import { asDrawing } from './drawing.ts';
import { asCells, asGraph, asLanes, asTree } from './graph.ts';
import { asQuadrants } from './quadrant.ts';
import { asSides } from './sides.ts';
import type { Slip } from './slip.ts';
import { asTable } from './table.ts';

/** How the fields of a layout are written by people who think in tables, trees or graphs, by the word that it says (`x-shape`). */
const shapes: Readonly<Record<string, (slide: Holder) => unknown>> = {
  chart: asChart,
  table: asTable,
  tree: asTree,
  graph: asGraph,
  lanes: asLanes,
  cells: asCells,
  drawing: asDrawing,
  sides: asSides,
  quadrants: asQuadrants,
};

/**
 * Reads the fields of a slide in the shape that its layout names, in place: a pasted table becomes `head` and `rows`, a
 * nested mapping a tree.
 * @returns the finding that says so, when keys were given other names.
 */
export function reshaped(schema: JsonObject, value: Json, { places, pointer }: Place): readonly Diagnostic[] {
  const shape = typeof schema['x-shape'] === 'string' ? shapes[schema['x-shape']] : undefined;
  if (!shape || !isObject(value)) return [];
  // Rows of charts are numbers, but for those that only the language tells: `1.200`. All else stands as it is written.
  keepWritten(value, places, pointer, shape === asChart ? grouped : undefined);
  const before = Object.keys(value);
  inEnglish(value, schema, shape === asChart);
  const mended = shape(value);
  const slips = (Array.isArray(mended) ? (mended as readonly Slip[]) : []).map(({ pointer: step, message, help }) =>
    diagnostic('outline/read-as', message, { at: places.value(pointer + step), severity: 'warning', help: [help] }),
  );
  const moved = before.filter((key) => !Object.hasOwn(value, key));
  const now = Object.keys(value).filter((key) => !before.includes(key));
  const [first] = moved;
  if (first === undefined || now.length === 0) return slips;
  const [from, to] = [moved, now].map((keys) => keys.map((key) => `\`${key}\``).join(', '));
  const message = `${from} ${moved.length > 1 ? 'are' : 'is'} read as ${to}.`;
  return [
    ...slips,
    diagnostic('outline/read-as', message, {
      at: places.key(`${pointer}/${first.replaceAll('~', '~0').replaceAll('/', '~1')}`),
      help: [`Write ${now.map((key) => `\`${key}:\``).join(', ')}.`],
    }),
  ];
}

/** Keys by which the shapes find their parts. */
const parts = ['rows', 'head', 'columns', 'data', 'root', 'children', 'links', 'nodes'];

/** Gives the keys that a shape looks for the names that it knows, from whatever language. */
function inEnglish(holder: Holder, schema: JsonObject, isChart: boolean): void {
  const properties = isObject(schema.properties) ? schema.properties : {};
  const shown = wholes[schema['x-shape'] as string];
  for (const key of Object.keys(holder)) {
    if (Object.hasOwn(properties, key) || isOwnName(key) || key === 'type') continue;
    const own = parts.find((part) => isWordFor(key, part) && mayHold(part, holder[key]));
    const named = shown !== undefined && isWhole(holder[key]) && isNameOf(schema, key) ? shown : undefined;
    const isType = isChart && typeof holder[key] === 'string' && (isWordFor(key, 'layout') || isNameOf(schema, key));
    const whole = named !== undefined && isChart && holdsData(holder[key]) ? 'chart' : named;
    const part = isType ? 'type' : (own ?? whole);
    if (part === undefined || holder[part] !== undefined) continue;
    holder[part] = holder[key];
    Reflect.deleteProperty(holder, key);
  }
}

/** What a slide shows may stand under a word for its layout, `tabulka:` or `strom:`; by the shape, where that is found. */
const wholes: Readonly<Record<string, string>> = { table: 'rows', chart: 'data', tree: 'root' };
const isWhole = (value: Json | undefined): boolean =>
  typeof value === 'string' ? value.trim().includes('\n') : typeof value === 'object' && value !== null;

/** Whether a record of a chart has its data in it, beside its type. */
const holdsData = (value: Json | undefined): boolean =>
  isObject(value) &&
  Object.values(value).some((one) => typeof one === 'object') &&
  Object.values(value).some((one) => typeof one === 'string');

/** Text that stands for a whole may be anything; what is looked into must be a list or a mapping. */
const mayHold = (part: string, value: Json | undefined): boolean =>
  typeof value === 'object' || ['root', 'data', 'head'].includes(part);

/** A number that is thousands in some languages and a fraction in others. */
const grouped = /^[+-]?[1-9]\d{0,2}\.\d{3}$/;

/** Numbers that would be shown with other digits than they are written with, as texts: they may move to another place. */
function keepWritten(holder: Holder, places: Place['places'], pointer: string, only?: RegExp): void {
  for (const key of Object.keys(holder)) {
    const value = holder[key];
    const at = `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    if (typeof value === 'object' && value !== null) keepWritten(value as Holder, places, at, only);
    if (typeof value !== 'number') continue;
    const written = places.written(at);
    if (written !== undefined && written !== String(value) && only?.test(written) !== false) holder[key] = written;
  }
}
