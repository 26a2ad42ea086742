import type { JsonObject } from '../../base/index.ts';
import { paint, seriesPaint } from '../diagrams/paint.ts';
import { axesOf, categoryEncoding, valueEncoding, type Axes } from './axes.ts';
import { bracketLayers, groundLayers, noteLayers } from './claim-layers.ts';
import { endLabels } from './end-labels.ts';
import { labelSize } from './geometry.ts';
import { estimateLabels, valueLabels } from './labels.ts';
import { isNumeric } from './rows.ts';
import type { ShortChart } from './short.ts';
import { stackedDomain, stackLayers } from './stack.ts';
import { seriesDashes, seriesShapes } from './theme.ts';

export interface Frame {
  readonly width: number;
  readonly height: number;
  readonly lang: string;
}

/** The axes of a chart, as it is drawn. */
export const chartAxes = (chart: ShortChart, frame: Frame): Axes =>
  stackedAxes(chart, axesOf(chart, frame), seriesNames(chart));

/** Writes the short form out as a Vega-Lite specification. */
export function expand(chart: ShortChart, frame: Frame): JsonObject {
  const names = seriesNames(chart);
  const axes = chartAxes(chart, frame);
  const place = {
    [axes.category]: categoryEncoding(chart, axes, frame),
    [axes.value]: valueEncoding(chart, axes),
    ...dodge(chart, axes, names),
  };
  const layers = [
    ...(chart.stack === undefined ? markLayers(chart, axes, names) : stackLayers(chart, axes, names, frame)),
    ...errorLayers(chart, axes, names),
    ...labelsOf(chart, axes, names, frame),
    ...noteLayers(chart, axes, frame),
  ];
  return {
    data: { values: axes.rows },
    layer: [
      ...zeroLayer(chart, axes),
      ...groundLayers(chart, axes, frame),
      ...layers.map((layer) => ({ ...layer, encoding: { ...place, ...(layer.encoding as JsonObject) } })),
      ...bracketLayers(chart, axes, place[axes.category] as JsonObject, frame),
    ],
    padding: { left: 2, top: 6, bottom: 2, right: 10 },
  };
}

/** Stacked bars end where the highest ends. */
const stackedAxes = (chart: ShortChart, axes: Axes, names: readonly string[]): Axes =>
  chart.stack === undefined ? axes : { ...axes, domain: chart.domain ?? stackedDomain(chart, axes, names) };

/** The names of the series in the order of the rows. */
export function seriesNames({ rows, series }: ShortChart): readonly string[] {
  return series === undefined ? [] : [...new Set(rows.map((row) => String(row[series] ?? '')))];
}

/** Series of one category stand side by side. */
function dodge({ type, series, rows, stack }: ShortChart, axes: Axes, names: readonly string[]): JsonObject {
  const apart = type === 'bar' || type === 'forest' || (type === 'point' && !isNumeric(rows, axes.categoryColumn));
  return series !== undefined && apart && stack === undefined
    ? { [axes.offset]: { field: series, type: 'nominal', sort: names, scale: { paddingInner: 0.14 } } }
    : {};
}

/** An encoding of the series by colour, dash or shape. */
function bySeries(
  { series, type }: ShortChart,
  names: readonly string[],
  channel: string,
  range: readonly unknown[],
): JsonObject {
  if (series === undefined) return {};
  const legend = type === 'line' || type === 'area' ? null : { title: null, labelFontSize: labelSize };
  return {
    [channel]: { field: series, type: 'nominal', sort: names, legend, scale: { domain: names, range } },
  } as JsonObject;
}

/** The colours of series or categories; what is not highlighted is muted, yet can be told from the ground. */
function colours(chart: ShortChart, axes: Axes, names: readonly string[]): JsonObject {
  const isHot = (name: string): boolean => chart.highlight.includes(name);
  const muted = paint('shape-muted');
  if (chart.series === undefined) {
    const hot = axes.order.filter((name) => isHot(name.replaceAll('\n', ' ')));
    if (hot.length === 0) return {};
    const test = `indexof(${JSON.stringify(hot)}, datum[${JSON.stringify(axes.categoryColumn)}]) >= 0`;
    return { color: { condition: { test, value: paint('signal') }, value: muted } };
  }
  const some = names.some(isHot);
  return bySeries(
    chart,
    names,
    'color',
    names.map((name, index) => (some && !isHot(name) ? muted : seriesPaint(index))),
  );
}

/** Bars that go both ways stand on a line at zero: the axis lies below them all. */
function zeroLayer({ type, log, rows }: ShortChart, axes: Axes): readonly JsonObject[] {
  const values = rows.map((row) => row[axes.valueColumn]).filter((value) => typeof value === 'number');
  if (type !== 'bar' || log || !values.some((value) => value < 0)) return [];
  return [
    {
      data: { values: [{ value: 0 }] },
      mark: { type: 'rule', color: paint('line-strong'), strokeWidth: 2 },
      encoding: { [axes.value]: { field: 'value', type: 'quantitative' } },
    },
  ];
}

function markLayers(chart: ShortChart, axes: Axes, names: readonly string[]): readonly JsonObject[] {
  const { type, lower } = chart;
  const hue = colours(chart, axes, names);
  const points = {
    mark: { type: 'point', size: type === 'forest' ? 260 : type === 'point' ? 300 : 180 },
    encoding: { ...hue, ...bySeries(chart, names, 'shape', cycleOf(seriesShapes, names)) },
  };
  if (type === 'bar') {
    // A logarithmic axis has no zero for bars to stand on.
    const foot = axes.foot === undefined ? {} : { [`${axes.value}2`]: { datum: axes.foot } };
    // Lighter bars keep the lower half of an error bar in sight.
    const light = lower === undefined ? {} : { fillOpacity: 0.45 };
    const bar = (style: JsonObject, colour: JsonObject): JsonObject => ({
      mark: { type: 'bar', cornerRadiusEnd: 3, ...style },
      encoding: { ...colour, ...foot },
    });
    const ground = lower === undefined ? [] : [bar({}, { color: { value: paint('paper') } })];
    return [...ground, bar(light, hue)];
  }
  if (type === 'line') {
    return [
      {
        mark: { type: 'line' },
        encoding: { ...hue, ...bySeries(chart, names, 'strokeDash', dashesOf(chart, names)), ...weights(chart, names) },
      },
      points,
    ];
  }
  if (type === 'area')
    return [
      { mark: { type: 'area' }, encoding: hue },
      { mark: { type: 'line' }, encoding: hue },
    ];
  return [points];
}

/** The line that the chart is about is the one without gaps. */
function dashesOf(chart: ShortChart, names: readonly string[]): readonly unknown[] {
  const isHot = (name: string): boolean => chart.highlight.includes(name);
  const order = [...names.filter(isHot), ...names.filter((name) => !isHot(name))];
  return names.map((name) => seriesDashes[order.indexOf(name) % seriesDashes.length]);
}

/** The line that the chart is about is the strongest. */
function weights({ highlight, series }: ShortChart, names: readonly string[]): JsonObject {
  const hot = names.filter((name) => highlight.includes(name));
  if (hot.length === 0) return {};
  const test = `indexof(${JSON.stringify(hot)}, datum[${JSON.stringify(series)}]) >= 0`;
  return { size: { condition: { test, value: 7 }, value: 4 } };
}

const cycleOf = <T>(values: readonly T[], names: readonly string[]): readonly (T | undefined)[] =>
  names.map((_, index) => values[index % values.length]);

function errorLayers(chart: ShortChart, axes: Axes, names: readonly string[]): readonly JsonObject[] {
  const { lower, upper, type } = chart;
  if (lower === undefined || upper === undefined) return [];
  const hue =
    type === 'bar'
      ? { color: { value: paint('ink') } }
      : chart.series === undefined
        ? { color: { value: seriesPaint(0) } }
        : colours(chart, axes, names);
  const limit = (field: string): JsonObject => ({ ...valueEncoding(chart, axes), field });
  const rule: JsonObject = {
    mark: { type: 'rule' },
    encoding: { ...hue, [axes.value]: limit(lower), [`${axes.value}2`]: { field: upper } },
  };
  const cap = (field: string): JsonObject => ({
    mark: { type: 'tick', orient: axes.value === 'y' ? 'horizontal' : 'vertical', size: 18, thickness: 2.5 },
    encoding: { ...hue, [axes.value]: limit(field) },
  });
  return [rule, cap(lower), cap(upper)];
}

/** Words at the marks themselves: names at the ends of lines, values on bars, estimates beside a forest plot. */
function labelsOf(chart: ShortChart, axes: Axes, names: readonly string[], frame: Frame): readonly JsonObject[] {
  const { type, series, lower } = chart;
  if ((type === 'line' || type === 'area') && series !== undefined) return endLabels(chart, series, names, frame);
  if (type === 'forest' && names.length <= 1 && lower !== undefined) return estimateLabels(chart, axes, frame.lang);
  if (axes.labelled) return valueLabels(chart, axes, frame.lang);
  return [];
}
