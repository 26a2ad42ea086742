import type { Json, JsonObject } from '../../../base/index.ts';
import { isObject } from '../../../base/index.ts';
import type { Holder } from '../values.ts';
import { cellsIn } from '../records.ts';
import { isWordFor } from '../synonyms.ts';

/** Keys that belong to the chart, though people write them on the slide. */
const own =
  'type kind mark x y series color group unit units error xTitle yTitle xLabel yLabel xlabel ylabel x-label y-label x_label y_label domain order reference log yscale xscale highlight band compare annotate bins trendline legend stacked horizontal colors colours smooth grid'.split(
    ' ',
  );
const dataKeys = [
  'csv',
  'file',
  'source',
  'values',
  'rows',
  'table',
  'points',
  'stages',
  'steps',
  'dataset',
  'daten',
  'gegevens',
  'données',
  'datos',
  'dati',
  'dados',
  'dane',
  'tiedot',
  'veri',
  'данные',
];

/** Other words for keys of a chart. */
const words = [
  ...['diagram', 'graph', 'typ', 'tipo', 'plot', 'tür', 'tyyppi', 'тип', 'art', 'soort'].map(
    (word) => [word, 'type'] as const,
  ),
] as const;

const isList = (value: Json | undefined): value is readonly Json[] => Array.isArray(value);
const isScalar = (value: Json | undefined): boolean => typeof value === 'string' || typeof value === 'number';

/** A chart as people write it: its type alone, its keys on the slide, its data as a mapping or as pasted lines. */
export function asChart(slide: Holder): void {
  for (const [written, known] of words)
    if (slide[known] === undefined && (typeof slide[written] === 'string' || (written === 'plot' && 'plot' in slide))) {
      slide[known] = slide[written];
      Reflect.deleteProperty(slide, written);
    }
  const { chart } = slide;
  const inner: Record<string, Json | undefined> = isObject(chart) ? inEnglish(chart) : {};
  if (typeof chart === 'string') inner.type = chart;
  for (const key of own)
    if (slide[key] !== undefined && inner[key] === undefined) {
      inner[key] = slide[key];
      Reflect.deleteProperty(slide, key);
    }
  // The name of the layout said it already.
  if (inner.type !== undefined) Reflect.deleteProperty(slide, 'type');
  if (inner.type === undefined && inner.mark === undefined && typeof inner.kind === 'string') inner.type = inner.kind;
  Reflect.deleteProperty(inner, 'kind');
  const isWhole = Object.hasOwn(inner, 'mark') || Object.hasOwn(inner, 'encoding') || Object.hasOwn(inner, 'layer');
  const written = slide.data ?? inner.data ?? firstOf(slide, dataKeys);
  const data = dataFrom(slide, inner, isWhole);
  if (data !== undefined) slide.data = data;
  // Columns that have no name of their own say nothing on an axis.
  const areNumbers = isList(written) && written.length > 0 && written.every((one) => typeof one === 'number');
  if (areNumbers) inner.xTitle ??= '';
  const isUnnamed = isObject(written) || (typeof written === 'string' && isList(data)) || areTexts(written);
  if (isUnnamed && !isWhole) {
    // The names below bars say themselves what they are.
    if (inner.type === undefined || inner.type === 'bar') inner.xTitle ??= '';
    for (const axis of ['x', 'y']) inner[`${axis}Title`] ??= inner[axis] ?? '';
  }
  if (inner.type === undefined && !isWhole && slide.data !== undefined && !('spec' in inner)) inner.type = 'bar';
  if (Object.keys(inner).length > 0) slide.chart = inner;
}

/** A chart that is written as a record, its type and its data under words of another language. */
function inEnglish(chart: JsonObject): Record<string, Json | undefined> {
  const inner: Record<string, Json | undefined> = {};
  for (const [key, value] of Object.entries(chart)) {
    const isData = typeof value === 'object' && isWordFor(key, 'data') && chart.data === undefined;
    const isType = typeof value === 'string' && isWordFor(key, 'layout') && chart.type === undefined;
    inner[isData ? 'data' : isType ? 'type' : key] = value;
  }
  return inner;
}

const areTexts = (value: Json | undefined): boolean =>
  isList(value) && value.length > 0 && value.every((one) => typeof one === 'string');

const firstOf = (slide: Holder, keys: readonly string[]): Json | undefined =>
  slide[keys.find((name) => slide[name] !== undefined) ?? ''];

function dataFrom(slide: Holder, inner: Record<string, Json | undefined>, isWhole: boolean): Json | undefined {
  if (slide.data === undefined) {
    const key = dataKeys.find((name) => slide[name] !== undefined);
    if (key !== undefined) {
      slide.data = slide[key];
      Reflect.deleteProperty(slide, key);
    } else if (!isWhole && inner.data !== undefined) {
      slide.data = inner.data;
      Reflect.deleteProperty(inner, 'data');
    }
  }
  const { labels, values } = inner;
  if (slide.data === undefined && isList(labels) && isList(values)) {
    slide.data = labels.map((name, i) => ({ x: name, y: values[i] ?? null }));
    for (const key of ['labels', 'values']) Reflect.deleteProperty(inner, key);
  }
  slide.data ??= fromSeries(slide, inner) ?? fromAxes(inner) ?? null;
  if (slide.data === null) Reflect.deleteProperty(slide, 'data');
  const names = headOf(slide);
  if (names !== undefined && isList(slide.data) && slide.data.every(isList))
    return fromLists([names, ...slide.data], '', '');
  return rowsOf(slide.data, nameOf(inner.x, 'x'), nameOf(inner.y, 'y'));
}

/** The names of the columns, where they stand apart from the rows. */
function headOf(slide: Holder): readonly Json[] | undefined {
  const key = ['columns', 'head', 'header', 'headers'].find((name) => isList(slide[name]));
  const names = key === undefined ? undefined : slide[key];
  if (key === undefined || !isList(names) || !isList(slide.data)) return undefined;
  Reflect.deleteProperty(slide, key);
  return names;
}

/** Series as programs for charts take them: the places once, and for each series its name and values. */
function fromSeries(slide: Holder, inner: Record<string, Json | undefined>): Json | undefined {
  const find = (names: readonly string[]): readonly [Holder, string] | undefined => {
    for (const holder of [slide, inner]) {
      const key = names.find((name) => isList(holder[name]));
      if (key !== undefined) return [holder, key];
    }
    return undefined;
  };
  const places = find(['categories', 'labels', 'x']);
  const series = find(['series', 'datasets']);
  const names = places?.[0][places[1]];
  const sets = series?.[0][series[1]];
  if (!places || !series || !isList(names) || !isList(sets) || !sets.every(isObject)) return undefined;
  const columns = sets.map((set, i) => {
    const name = [set.name, set.label, set.title].find(isScalar) ?? `${i + 1}`;
    return [textOf(name), [set.values, set.data, set.y].find(isList) ?? []] as const;
  });
  for (const [holder, key] of [places, series]) Reflect.deleteProperty(holder, key);
  return names.map((place, i) => ({
    x: place,
    ...Object.fromEntries(columns.map(([name, values]) => [name, values[i] ?? null])),
  }));
}

/** `x: [1, 2, 3]` and `y: [2, 4, 8]`: the data itself stands where columns are named. */
function fromAxes(inner: Record<string, Json | undefined>): Json | undefined {
  const { x, y } = inner;
  if (!isList(x) || !isList(y) || x.length !== y.length || x.length === 0) return undefined;
  for (const key of ['x', 'y']) Reflect.deleteProperty(inner, key);
  inner.xTitle ??= '';
  inner.yTitle ??= '';
  return x.map((place, i) => ({ x: place, y: y[i] ?? null }));
}

/** A name with its number behind it: `Retail 45`, `Q1 (120)`. */
function nameAndNumber(text: string): readonly [string, string] | undefined {
  const plain = text.trim();
  const at = plain.lastIndexOf(' ');
  const last = plain.slice(at + 1);
  const number = Array.from(last).find((sign) => !'(-−+€$£¥'.includes(sign)) ?? '';
  return at > 0 && number >= '0' && number <= '9' ? [plain.slice(0, at).trim(), last] : undefined;
}

/** Names with their numbers, one after another. */
function fromNames(texts: readonly string[], x: string, y: string): Json | undefined {
  const pairs = texts.map(nameAndNumber);
  return pairs.length > 1 && pairs.every((pair) => pair !== undefined)
    ? pairs.map(([name, number]) => ({ [x]: name, [y]: number }))
    : undefined;
}

const textOf = (value: Json): string => (typeof value === 'object' ? '' : String(value));

const nameOf = (value: Json | undefined, other: string): string =>
  typeof value === 'string' && value !== '' ? value : other;

/** Data as rows with the names of their columns; `undefined` where it is a file or rows already. */
function rowsOf(data: Json | undefined, x: string, y: string): Json | undefined {
  if (typeof data === 'string') {
    if (data.trim().includes('\n')) return fromLines(data);
    const mark = data.includes(';') ? ';' : ', ';
    return data.includes(mark) ? fromNames(data.split(mark), x, y) : undefined;
  }
  if (isObject(data)) return fromMapping(data, x, y);
  if (!isList(data) || data.length === 0) return undefined;
  if (data.every(isList)) return fromLists(data, x, y);
  if (data.every((one) => typeof one === 'number')) return data.map((value) => ({ [x === 'x' ? 'value' : x]: value }));
  if (data.every((row) => isObject(row) && Object.keys(row).length === 1) && new Set(data.map(firstKey)).size > 1)
    return data.map((row) => ({ [x]: firstKey(row), [y]: isObject(row) ? (row[firstKey(row)] ?? null) : null }));
  if (data.every((row) => typeof row === 'string')) {
    const mark = ['\t', ';', '|'].find((sign) => data.every((row) => row.includes(sign)));
    const parts = data.map((row) => ({ row, at: mark === undefined ? row.search(/[:=|;,\t]/) : row.indexOf(mark) }));
    if (parts.every(({ at }) => at > 0))
      return parts.map(({ row, at }) => ({ [x]: row.slice(0, at).trim(), [y]: row.slice(at + 1).trim() }));
    return fromNames(data, x, y);
  }
  return undefined;
}

const firstKey = (row: Json): string => (isObject(row) ? (Object.keys(row)[0] ?? '') : '');

/** `{ A: 1, B: 2 }`, or a list for each column. */
function fromMapping(data: JsonObject, x: string, y: string): Json | undefined {
  const entries = Object.entries(data);
  if (entries.length === 0) return undefined;
  if (entries.every(([, value]) => isScalar(value)))
    return entries.map(([name, value]) => ({ [x]: name, [y]: value ?? null }));
  const lists = entries.map(([name, value]) => [name, isList(value) ? value : []] as const);
  const count = lists[0]?.[1].length ?? 0;
  if (count === 0 || lists.some(([, list]) => list.length !== count)) return undefined;
  return Array.from({ length: count }, (_, i) =>
    Object.fromEntries(lists.map(([name, list]) => [name, list[i] ?? null])),
  );
}

/** Rows as lists; the first names the columns when it holds no number. */
function fromLists(rows: readonly (readonly Json[])[], x: string, y: string): Json {
  const [first = [], ...rest] = rows;
  const isHead = rest.length > 0 && first.every((cell) => typeof cell === 'string' && !/^[-−+]?\d/.test(cell));
  const names = isHead ? first.map(String) : [x, y, ...first.slice(2).map((_, i) => `${y} ${i + 2}`)];
  return (isHead ? rest : rows).map((row) => Object.fromEntries(names.map((name, i) => [name, row[i] ?? null])));
}

/** Lines of a CSV file, or of a table in Markdown, that stand in the outline. */
function fromLines(text: string): Json {
  const lines = text
    .split('\n')
    .filter((line) => /[^\s|:-]/.test(line))
    .map((line) => line.trim().replace(/^\||\|$/g, ''));
  const mark = ['\t', '|', ';'].find((sign) => lines[0]?.includes(sign) === true);
  const cells = lines.map((line) => (mark === undefined ? cellsIn(line) : line.split(mark).map((cell) => cell.trim())));
  const [names = [], ...rows] = cells;
  return rows.map((row) => Object.fromEntries(names.map((name, i) => [name, row[i] ?? null])));
}
