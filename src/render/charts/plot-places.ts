import { day } from '../../base/index.ts';
import type { NoPlot, PlotPlaces, PlotScale } from '../../model/index.ts';
import { timeMarks, type Axes } from './axes.ts';
import type { Frame } from './expand.ts';
import type { Row } from './rows.ts';
import type { ShortChart } from './short.ts';

/** An axis as Vega drew it. */
export interface DrawnScale {
  readonly domain: readonly [number, number];
  readonly ticks: readonly number[];
}

/** What Vega made of a chart: the area of the data in pixels of the drawing, and its measuring axes. */
export interface DrawnPlot {
  readonly frame: { readonly x: number; readonly y: number; readonly w: number; readonly h: number };
  readonly scales: Readonly<Record<'x' | 'y', DrawnScale | undefined>>;
}

/** Where the marks of a chart stand, and for each series its rows in that order; none where it has none. */
interface Places {
  readonly places: PlotPlaces;
  readonly rows: readonly (readonly (Row | undefined)[])[];
  /** The places of each series, where they share none. */
  readonly own?: readonly (readonly number[])[];
}

interface Drawing {
  readonly drawn: DrawnPlot;
  readonly frame: Frame;
}

type Groups = readonly (readonly Row[])[];

/** Programs count days from here; before it, they count wrongly. */
const firstDay = Date.UTC(1900, 2, 1);
const double: NoPlot = { because: 'several values at one place' };

/** An axis that measures, as it was drawn. */
export function scaleOf({ domain, ticks }: DrawnScale, isLog: boolean): PlotScale {
  const [min, max] = domain;
  const step = ticks.length > 1 ? tidy((ticks[1] ?? 0) - (ticks[0] ?? 0)) : undefined;
  return { min: tidy(min), max: tidy(max), isLog, ...(step !== undefined && !isLog && { step }) };
}

/** The share of an axis that may stay empty before its first mark. */
const mostEmpty = 0.25;

/** Programs count marks from the beginning of an axis: it begins at one, or has twice as many. */
export function fromMark(scale: PlotScale): PlotScale {
  const { min, max, step = 0, isLog } = scale;
  if (step <= 0 || isLog) return scale;
  const from = (distance: number): number => tidy(Math.floor(min / distance + 1e-6) * distance);
  const isClose = min - from(step) <= mostEmpty * (max - from(step));
  return isClose ? { ...scale, min: from(step) } : { ...scale, min: from(step / 2), step: step / 2 };
}

/** A step of one, two or five in some power of ten, by which an axis has about five marks. */
function roundStep(range: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(range / 5, 1e-9)));
  return ([1, 2, 5].find((one) => range / (one * power) <= 6.5) ?? 10) * power;
}

/** Without what computing adds in the last digits. */
const tidy = (value: number): number => Number(value.toPrecision(12));

/** Finds the places of a chart. */
export function placesOf(chart: ShortChart, axes: Axes, groups: Groups, drawing: Drawing): Places | NoPlot {
  const isMeasured =
    chart.type !== 'bar' &&
    axes.rows.every((row) => ['number', 'object', 'undefined'].includes(typeof row[axes.categoryColumn]));
  if (!isMeasured) return named(axes, groups);
  const scale = drawing.drawn.scales.x;
  if (!scale) return { because: 'an axis of its own kind' };
  if (!chart.dates) return numbered(chart, axes, groups, fromMark(scaleOf(scale, chart.logX)));
  const isYears = chart.dates.every(({ unit }) => unit === 'year');
  return isYears ? inYears(chart, axes, groups, drawing) : inDays(chart, axes, groups, drawing);
}

/** The rows of each series by place; undefined where two of a series stand at one. */
function byPlace<T>(groups: Groups, places: readonly T[], placeOf: (row: Row) => T): Places['rows'] | undefined {
  const index = new Map(places.map((place, i) => [place, i]));
  const found = groups.map((rows) => {
    const line: (Row | undefined)[] = places.map(() => undefined);
    for (const row of rows) {
      const at = index.get(placeOf(row)) ?? -1;
      if (at < 0 || line[at] !== undefined) return undefined;
      line[at] = row;
    }
    return line;
  });
  return found.every((line) => line !== undefined) ? found : undefined;
}

function named(axes: Axes, groups: Groups): Places | NoPlot {
  const rows = byPlace(groups, axes.order, (row) => String(row[axes.categoryColumn] ?? ''));
  return rows
    ? { places: { kind: 'names', names: axes.order.map((name) => name.replaceAll('\n', ' ')) }, rows }
    : double;
}

function numbered(chart: ShortChart, axes: Axes, groups: Groups, scale: PlotScale): Places {
  const placeOf = (row: Row): number => Number(row[axes.categoryColumn]);
  const placed = groups.map((rows) => {
    const own = rows.filter((row) => typeof row[axes.categoryColumn] === 'number');
    return chart.type === 'point' ? own : own.toSorted((a, b) => placeOf(a) - placeOf(b));
  });
  const own = placed.map((rows) => rows.map(placeOf));
  const [first = []] = own;
  const isShared = own.every((places) => places.length === first.length && places.every((x, i) => x === first[i]));
  const places = { kind: 'numbers', numbers: isShared ? first : [], scale } as const;
  return { places, rows: placed, ...(!isShared && { own }) };
}

/** Years are numbers: programs know no day before 1900. */
function inYears(chart: ShortChart, axes: Axes, groups: Groups, { drawn, frame }: Drawing): Places {
  const yearOf = (time: number): number => new Date(time).getUTCFullYear();
  const exact = (time: number): number => 1970 + time / (365.2425 * day);
  const [from, to] = drawn.scales.x?.domain ?? [0, 0];
  const marks = timeMarks(chart, frame).map(({ time }) => yearOf(time));
  const steps = new Set(marks.slice(1).map((mark, i) => mark - (marks[i] ?? mark)));
  const years = groups.map((rows) =>
    rows.map((row) => {
      const time = row[axes.categoryColumn];
      return { ...row, [axes.categoryColumn]: typeof time === 'number' ? yearOf(time) : null };
    }),
  );
  const ends = { min: Math.floor(exact(from) + 0.01), max: Math.round(exact(to)) };
  const [even] = steps;
  const step = steps.size === 1 && even !== undefined ? even : Math.max(1, roundStep(ends.max - ends.min));
  return numbered(chart, axes, years, fromMark({ ...ends, isLog: false, step }));
}

function inDays(chart: ShortChart, axes: Axes, groups: Groups, { frame }: Drawing): Places | NoPlot {
  const dates = chart.dates ?? [];
  const times = [...new Set(dates.map(({ time }) => time))].sort((a, b) => a - b);
  if ((times[0] ?? 0) < firstDay) return { because: 'days before 1900' };
  const rows = byPlace(groups, times, (row) => Number(row[axes.categoryColumn]));
  if (!rows) return double;
  const years = new Set(times.map((time) => new Date(time).getUTCFullYear()));
  const unit = dates.some((date) => date.unit === 'day') ? 'day' : 'month';
  const step = stepOf(timeMarks(chart, frame).map(({ time }) => time)) ?? usualStep(times);
  return { places: { kind: 'days', times, unit, hasYear: years.size > 1, step }, rows };
}

/** A distance by which an axis of days has about six marks. */
function usualStep(times: readonly number[]): DayStep {
  const days = ((times.at(-1) ?? 0) - (times[0] ?? 0)) / day;
  const months = [1, 2, 3, 6, 12, 24, 60, 120].find((count) => days / (30.4 * count) <= 6) ?? 240;
  if (days < 60) return { count: Math.max(1, Math.ceil(days / 6)), unit: 'days' };
  return months < 12 ? { count: months, unit: 'months' } : { count: months / 12, unit: 'years' };
}

type DayStep = Extract<PlotPlaces, { kind: 'days' }>['step'];

/** The distance of marks that stand evenly apart. */
function stepOf(times: readonly number[]): DayStep | undefined {
  const dates = times.map((time) => new Date(time));
  const apart = (place: (date: Date) => number): number | undefined => {
    const steps = new Set(dates.slice(1).map((date, i) => place(date) - place(dates[i] ?? date)));
    const [step] = steps;
    return steps.size === 1 && step !== undefined && step > 0 ? step : undefined;
  };
  const isOneDay = new Set(dates.map((date) => date.getUTCDate())).size === 1;
  const months = isOneDay ? apart((date) => date.getUTCFullYear() * 12 + date.getUTCMonth()) : undefined;
  if (months !== undefined)
    return months % 12 === 0 ? { count: months / 12, unit: 'years' } : { count: months, unit: 'months' };
  const days = apart((date) => Math.round(date.getTime() / day));
  return days === undefined ? undefined : { count: days, unit: 'days' };
}
