import type { Json } from '../../../base/index.ts';
import { isObject } from '../../../base/index.ts';
import { alsoKnownAs } from '../synonyms.ts';
import type { Holder } from '../values.ts';

const isList = (value: Json | undefined): value is readonly Json[] => Array.isArray(value);
const textOf = (value: Json | undefined): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';

/** The two ends of an axis: `[cheap, dear]`, `cheap → dear`, or a mapping from `low` to `high`. */
function endsOf(value: Json | undefined): readonly [low: string, high: string] | undefined {
  const parts =
    typeof value === 'string'
      ? value.split(/-{1,2}>|→|<->|↔| [–—-] /)
      : isObject(value)
        ? [value.low ?? value.from ?? value.min ?? '', value.high ?? value.to ?? value.max ?? '']
        : isList(value)
          ? value
          : [];
  const [low = '', high = '', ...more] = parts.map(textOf);
  return low === '' || high === '' || more.length > 0 ? undefined : [low, high];
}

const axisKeys = {
  x: ['x', 'xAxis', 'x-axis', 'xaxis', 'horizontal'],
  y: ['y', 'yAxis', 'y-axis', 'yaxis', 'vertical'],
};
const itemKeys = ['items', 'points', 'data', 'values', 'entries'];

/** Where a number lies between the ends of its axis: on a scale from 0 to 1, to 10 or to 100. */
function isHigh(value: Json | undefined, most: number): boolean {
  const number = Number.parseFloat(textOf(value).replace(',', '.'));
  return number > most / 2;
}

const scaleOf = (numbers: readonly number[]): number => {
  const most = Math.max(...numbers.map(Math.abs));
  return most <= 1 ? 1 : most <= 10 ? 10 : most <= 100 ? 100 : most;
};

/**
 * Four fields as people write them who think in axes: names for the ends of both, and items with a number on each; or
 * four lists under names of their own.
 */
export function asQuadrants(slide: Holder): void {
  const key = itemKeys.find((name) => isList(slide[name]) && slide[name].every(isPlaced));
  const [xKey, yKey] = [axisKeys.x, axisKeys.y].map((names) => names.find((name) => slide[name] !== undefined));
  const [x, y] = [xKey, yKey].map((name) => (name === undefined ? undefined : endsOf(slide[name])));
  const items = key === undefined ? undefined : slide[key];
  if (slide.fields === undefined && key !== undefined && isList(items) && xKey !== undefined && yKey !== undefined) {
    if (x === undefined || y === undefined) return;
    for (const name of [key, xKey, yKey]) Reflect.deleteProperty(slide, name);
    slide.fields = placed(items, x, y);
  } else if (slide.fields === undefined) fromNames(slide);
}

const isPlaced = (item: Json): boolean => isObject(item) && textOf(item.x) !== '' && textOf(item.y) !== '';

function placed(items: readonly Json[], x: readonly [string, string], y: readonly [string, string]): readonly Json[] {
  const of = (axis: 'x' | 'y'): readonly number[] =>
    items.map((item) => (isObject(item) ? Number.parseFloat(textOf(item[axis]).replace(',', '.')) : 0));
  const [mostX, mostY] = [scaleOf(of('x')), scaleOf(of('y'))];
  const corners = [true, false].flatMap((high) => [false, true].map((right) => ({ high, right })));
  return corners.map(({ high, right }) => ({
    title: `${y[high ? 1 : 0]} · ${x[right ? 1 : 0]}`,
    points: items.flatMap((item) => {
      if (!isObject(item) || isHigh(item.x, mostX) !== right || isHigh(item.y, mostY) !== high) return [];
      const name = Object.keys(item).find((one) => alsoKnownAs(one, ['label', 'title']) !== undefined);
      return name === undefined ? [] : [textOf(item[name])];
    }),
  }));
}

/** `strengths: [...]`, `weaknesses: [...]`, and up to two more: each key is the title of its field. */
function fromNames(slide: Holder): void {
  const names = Object.keys(slide).filter((name) => !common.has(name));
  const lists = names.filter((name) => isList(slide[name]) && areTexts(slide[name]));
  // One field may hold a single text; a text beside four lists is a remark.
  const all = names.filter((name) => lists.includes(name) || typeof slide[name] === 'string');
  const own = lists.length > 0 && all.length === 4 ? all : lists;
  if (own.length < 2 || own.length > 4) return;
  const fields = own.map((name) => ({
    title: name.slice(0, 1).toUpperCase() + name.slice(1),
    points: isList(slide[name]) ? slide[name] : [slide[name] ?? null],
  }));
  for (const name of own) Reflect.deleteProperty(slide, name);
  slide.fields = fields;
}

/** Keys that every slide may have. */
const common = new Set([
  'layout',
  'title',
  'id',
  'notes',
  'note',
  'lang',
  'look',
  'callout',
  'cites',
  'covers',
  'evidence',
  'highlight',
  'steps',
  'titel',
  'titre',
  'titulo',
  'título',
  'titolo',
]);

const areTexts = (value: Json | undefined): boolean =>
  isList(value) && value.every((one) => typeof one === 'string' || typeof one === 'number');
