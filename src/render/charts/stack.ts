import type { JsonObject } from '../../base/index.ts';
import { spread } from '../diagrams/geometry.ts';
import { paint, seriesPaint } from '../diagrams/paint.ts';
import { valueTitle, type Axes } from './axes.ts';
import type { Row } from './rows.ts';
import type { ShortChart } from './short.ts';
import { besides, labelSize, titleSize } from './geometry.ts';
import { numberFormat } from './table.ts';

interface Room {
  readonly width: number;
  readonly height: number;
  readonly lang: string;
}

/** A part of a bar: from where to where it reaches, and what is written in it. */
interface Segment {
  readonly row: Row;
  readonly name: string;
  readonly from: number;
  readonly to: number;
  readonly value: number;
}

const numberIn = (row: Row, column: string): number => {
  const value = row[column];
  return typeof value === 'number' ? value : 0;
};

/** The parts of each bar one upon the other, in the order of the series; values below zero hang from it. */
function segmentsOf(chart: ShortChart, axes: Axes, names: readonly string[]): readonly Segment[] {
  const { series = '', stack } = chart;
  return axes.order.flatMap((category) => {
    const rows = axes.rows.filter((row) => String(row[axes.categoryColumn] ?? '') === category);
    const total = rows.reduce((sum, row) => sum + Math.abs(numberIn(row, axes.valueColumn)), 0);
    const ends = { up: 0, down: 0 };
    return names.flatMap((name): readonly Segment[] => {
      const row = rows.find((one) => String(one[series] ?? '') === name);
      const raw = row ? numberIn(row, axes.valueColumn) : 0;
      if (!row || raw === 0) return [];
      const value = stack === 'share' && total > 0 ? (raw / total) * 100 : raw;
      const side = value > 0 ? 'up' : 'down';
      const from = ends[side];
      ends[side] += value;
      return [{ row, name, from, to: ends[side], value }];
    });
  });
}

/** The ends of the axis on which stacked bars stand. */
export function stackedDomain(chart: ShortChart, axes: Axes, names: readonly string[]): readonly [number, number] {
  const ends = segmentsOf(chart, axes, names).map(({ to }) => to);
  return [Math.min(0, ...ends), Math.max(0, ...ends)];
}

/** The parts of stacked bars with what is written in them. */
interface Measured {
  readonly segments: readonly Segment[];
  readonly labels: readonly string[];
  /** Whether the label of a part has room in it. */
  readonly roomy: readonly boolean[];
  readonly perUnit: number;
  readonly domain: readonly [number, number];
}

function measured(chart: ShortChart, axes: Axes, names: readonly string[], room: Room): Measured {
  const segments = segmentsOf(chart, axes, names);
  const domain = stackedDomain(chart, axes, names);
  const [low, high] = domain;
  const along = axes.value === 'y' ? room.height - besides : room.width * 0.7;
  const perUnit = high === low ? 0 : along / (high - low);
  const format = numberFormat(room.lang);
  const labels = segments.map(({ value }) => format(Number(value.toFixed(chart.stack === 'share' ? 0 : 2))));
  const roomy = segments.map(({ from, to }, index) => {
    const letters = (labels[index] ?? '').length;
    const wanted = axes.value === 'y' ? labelSize * 1.25 : letters * labelSize * 0.62 + 8;
    return Math.abs(to - from) * perUnit >= wanted;
  });
  return { segments, labels, roomy, perUnit, domain };
}

/** The parts of stacked bars by series and place, as they stand on the axis, each with whether its value is written in it. */
export function stackedParts(
  chart: ShortChart,
  axes: Axes,
  names: readonly string[],
  room: Room,
): readonly (readonly { readonly value: number; readonly isRoomy: boolean }[])[] {
  const { segments, roomy } = measured(chart, axes, names, room);
  const empty = { value: 0, isRoomy: false };
  return names.map((name) =>
    axes.order.map((place) => {
      const at = segments.findIndex((one) => one.name === name && String(one.row[axes.categoryColumn]) === place);
      const segment = segments[at];
      return segment ? { value: segment.value, isRoomy: roomy[at] === true } : empty;
    }),
  );
}

/** Stacked bars with the value in each part that is large enough, and the names of the series beside the last bar. */
export function stackLayers(
  chart: ShortChart,
  axes: Axes,
  names: readonly string[],
  room: Room,
): readonly JsonObject[] {
  const { segments, labels, roomy, perUnit, domain } = measured(chart, axes, names, room);
  const [low, high] = domain;
  const some = names.some((name) => chart.highlight.includes(name));
  const paintOf = (name: string): string =>
    some && !chart.highlight.includes(name) ? paint('shape-muted') : seriesPaint(names.indexOf(name));
  const values = segments.map(({ row, name, from, to }) => ({ ...row, name, from, to, middle: (from + to) / 2 }));
  // Numbers that stand in all parts need no axis to say them again.
  const said = roomy.every(Boolean) ? { labels: false, grid: false, ticks: false, domain: false } : { grid: true };
  const at = (field: string): JsonObject => ({
    ...{ field, type: 'quantitative', title: valueTitle(chart, axes), scale: { domain: [low, high], nice: false } },
    axis: { labelFontSize: labelSize, titleFontSize: titleSize, ...said },
  });
  const bars = {
    data: { values },
    mark: { type: 'bar', stroke: paint('paper'), strokeWidth: 2 },
    encoding: {
      [axes.value]: { ...at('to'), stack: null },
      [`${axes.value}2`]: { field: 'from' },
      color: {
        field: 'name',
        type: 'nominal',
        sort: names,
        legend: axes.category === 'x' ? null : { title: null, labelFontSize: labelSize },
        scale: { domain: names, range: names.map(paintOf) },
      },
    },
  };
  const words = {
    data: {
      values: values
        .map((value, index) => ({ ...value, label: labels[index] ?? '' }))
        .filter((_, index) => roomy[index]),
    },
    mark: { type: 'text', align: 'center', baseline: 'middle', fontSize: labelSize, fontWeight: 600, clip: false },
    encoding: {
      [axes.value]: { ...at('middle'), stack: null },
      text: { field: 'label', type: 'nominal' },
      color: { value: paint('paper') },
    },
  };
  return [bars, words, ...(axes.category === 'x' ? namesBeside(values, names, { perUnit, high, room }) : [])];
}

/** The names of the series beside the parts of the last bar, in their colours, moved apart where parts are thin. */
function namesBeside(
  values: readonly { readonly name: string; readonly middle: number }[],
  names: readonly string[],
  { perUnit, high, room }: { perUnit: number; high: number; room: Room },
): readonly JsonObject[] {
  const last = names.flatMap((name) => values.filter((value) => value.name === name).slice(-1));
  const sorted = last.toSorted((a, b) => b.middle - a.middle);
  const wanted = sorted.map(({ middle }) => (high - middle) * perUnit);
  const placed = spread(wanted, labelSize + 4, 0, room.height) ?? wanted;
  return sorted.map((value, index) => ({
    data: { values: [{ middle: value.middle, label: value.name }] },
    mark: {
      ...{ type: 'text', align: 'left', baseline: 'middle', dx: 10, dy: (placed[index] ?? 0) - (wanted[index] ?? 0) },
      ...{ fontSize: labelSize, fontWeight: 600, clip: false },
    },
    encoding: {
      x: { value: 'width' },
      y: { field: 'middle', type: 'quantitative', stack: null },
      text: { field: 'label', type: 'nominal' },
      color: { value: seriesPaint(names.indexOf(value.name)) },
    },
  }));
}
