import type { NoPlot, Plot, PlotSeries } from '../../model/index.ts';
import { seriesToken } from '../diagrams/paint.ts';
import { valueTitle, type Axes } from './axes.ts';
import { hasBracket } from './claim-layers.ts';
import { chartAxes, seriesNames, type Frame } from './expand.ts';
import { signBehind, valueSizes } from './labels.ts';
import { fromMark, placesOf, scaleOf, type DrawnPlot } from './plot-places.ts';
import type { Row } from './rows.ts';
import type { ShortChart } from './short.ts';
import { stackedParts } from './stack.ts';
import { seriesDashes } from './theme.ts';

/** Where a drawing stands in its frame. */
export interface Placed {
  readonly width: number;
  readonly height: number;
  readonly scale: number;
  readonly x: number;
  readonly y: number;
}

const plain = (name: string): string => name.replaceAll('\n', ' ');

/** What a chart shows that programs for charts know nothing of; undefined when they know it all. */
function reasonAgainst(chart: ShortChart, axes: Axes, names: readonly string[]): string | undefined {
  const { type, bands, notes, references } = chart;
  const isNamed = axes.category === 'y' || (chart.dates === undefined && typeof firstPlace(axes) === 'string');
  if (type === 'forest') return 'names and estimates beside its intervals';
  if (bands.length > 0) return 'a band behind its values';
  if (notes.length > 0) return 'words at one of its points';
  if (hasBracket(chart, axes)) return 'a bracket over two bars';
  if (references.length > 0 && (axes.category === 'y' || chart.stack !== undefined)) return 'a line across its bars';
  if (type === 'area' && (names.length > 0 || (!isNamed && chart.dates === undefined))) return 'areas of this kind';
  if (type === 'point' && isNamed && names.length > 1) return 'points side by side at one name';
  if (axes.order.length > 200 || axes.rows.length > 2000) return 'very many values';
  return undefined;
}

const firstPlace = ({ rows, categoryColumn }: Axes): unknown =>
  rows.map((row) => row[categoryColumn]).find((value) => value !== null && value !== undefined);

const number = (row: Row | undefined, column: string | undefined): number | null => {
  const value = row?.[column ?? ''];
  return typeof value === 'number' ? value : null;
};

/** How a series looks: its colour, and the signs and dashes that tell it apart without. */
function lookOf(chart: ShortChart, names: readonly string[], index: number): Omit<PlotSeries, 'name' | 'values'> {
  const { highlight, type } = chart;
  const some = names.some((name) => highlight.includes(name));
  const isMuted = names.length > 0 ? some && !highlight.includes(names[index] ?? '') : false;
  const dash = names.length > 0 ? (seriesDashes[index % seriesDashes.length] ?? []) : [];
  return {
    paint: isMuted ? 'shape-muted' : seriesToken(index),
    ...((type === 'line' || type === 'point') && { sign: index }),
    ...((type === 'line' || type === 'area') && { dash: (dash[1] ?? 0) > 0 ? dash : [] }),
  };
}

/** A chart as its numbers and choices, or why only we can draw it. */
export function plotOf(chart: ShortChart, frame: Frame, drawn: DrawnPlot, placed: Placed): Plot | NoPlot {
  const names = seriesNames(chart);
  const axes = chartAxes(chart, frame);
  const value = drawn.scales[axes.value];
  const because = reasonAgainst(chart, axes, names);
  if (because !== undefined || !value) return { because: because ?? 'an axis of its own kind' };
  const groups = (names.length === 0 ? [''] : names).map((name) =>
    axes.rows.filter((row) => names.length === 0 || String(row[chart.series ?? ''] ?? '') === name),
  );
  const places = placesOf(chart, axes, groups, { drawn, frame });
  if ('because' in places) return places;
  const parts = chart.stack === undefined ? undefined : stackedParts(chart, axes, names, frame);
  const series = places.rows.map((rows, i): PlotSeries => {
    const column = (name: string | undefined): readonly (number | null)[] => rows.map((row) => number(row, name));
    const own = places.own?.[i];
    return {
      name: names[i] ?? '',
      values: parts?.[i]?.map((part) => Number(part.value.toFixed(6))) ?? column(axes.valueColumn),
      ...(chart.lower !== undefined && { lower: column(chart.lower), upper: column(chart.upper) }),
      ...(own && { own }),
      ...lookOf(chart, names, i),
    };
  });
  const roomy = parts?.map((row) => row.map(({ isRoomy }) => isRoomy));
  const isSaid = axes.category === 'x' && places.places.kind === 'names';
  return {
    type: chart.type === 'forest' ? 'point' : chart.type,
    lies: axes.category === 'y',
    ...(chart.stack !== undefined && { stack: chart.stack }),
    places: places.places,
    series,
    hot: names.length > 0 ? [] : axes.order.flatMap((name, i) => (chart.highlight.includes(plain(name)) ? [i] : [])),
    lines: chart.references,
    scale: chart.type === 'bar' ? scaleOf(value, chart.log) : fromMark(scaleOf(value, chart.log)),
    shown: value.domain,
    isJoined: places.rows.some((rows) => rows.includes(undefined)),
    hasMarks: roomy
      ? !roomy.every((row, i) => row.every((one, k) => one || parts?.[i]?.[k]?.value === 0))
      : !axes.labelled,
    labels: roomy ?? (axes.labelled ? 'all' : 'none'),
    behind: parts ? '' : signBehind(chart.unit, frame.lang),
    placeTitle: placeTitle(chart, axes, isSaid),
    valueTitle: valueTitle(chart, axes).trim(),
    lang: frame.lang,
    frame: partsOf(drawn.frame, placed),
    size: {
      width: placed.width,
      height: placed.height,
      names: axes.size,
      values: valueSizes(chart.rows.length, axes.category === 'y'),
    },
    shrink: placed.scale,
  };
}

/** The area of the data in parts of the whole drawing. */
function partsOf({ x, y, w, h }: DrawnPlot['frame'], { width, height, scale, ...at }: Placed): Plot['frame'] {
  return {
    x: (at.x + x * scale) / width,
    y: (at.y + y * scale) / height,
    w: (w * scale) / width,
    h: (h * scale) / height,
  };
}

/** The title of the axis of places: names that lie say themselves what they are. */
function placeTitle(chart: ShortChart, axes: Axes, isNamed: boolean): string {
  if (axes.category === 'y' && !isNamed) return '';
  return axes.categoryColumn === chart.x ? chart.xTitle : chart.yTitle;
}
