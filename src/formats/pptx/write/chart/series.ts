import type { Plot, PlotSeries } from '../../../../model/index.ts';
import { solid } from '../theme.ts';
import { el } from '../xml.ts';
import type { DataSeries } from './data.ts';
import { numberForm, placeForm } from './formats.ts';
import { rangeXml, stroke, textLook, value, type ChartLook } from './parts.ts';

const nothing = ['LegendKey', 'Val', 'CatName', 'SerName', 'Percent', 'BubbleSize'] as const;

/** What a label says: one of these things, or nothing. */
export const says = (one?: (typeof nothing)[number]): string =>
  nothing.map((name) => value(`c:show${name}`, name === one ? 1 : 0)).join('');

/** The signs of points that Office has, in the order of ours. */
const signs = ['circle', 'square', 'triangle', 'diamond', 'plus', 'x'];
/** Their sizes as areas, in pixels of the drawing. */
const areas = { line: 180, point: 300 } as const;

const fillOf = (token: string, look: ChartLook, share = 1): string => {
  const paint = look.paint(token);
  return solid({ ...paint, alpha: paint.alpha * share }, look.theme);
};

function markerXml({ sign, paint }: PlotSeries, plot: Plot, look: ChartLook): string {
  if (sign === undefined) return el('c:marker', {}, value('c:symbol', 'none'));
  const area = areas[plot.type === 'point' ? 'point' : 'line'];
  const side = Math.sqrt(area);
  const size = Math.max(2, Math.min(72, Math.round(look.px(side * plot.shrink) * 0.75)));
  const isOpen = sign % signs.length > 3;
  const line = stroke(isOpen ? paint : undefined, 3, look);
  const own = el('c:spPr', {}, isOpen ? '<a:noFill/>' : fillOf(paint, look), line);
  return el('c:marker', {}, value('c:symbol', signs[sign % signs.length] ?? 'circle'), value('c:size', size), own);
}

/** Where a value stands on the axis of our drawing, from 0 at its beginning to 1. */
export function partOf(at: number, { shown: [min, max], scale }: Plot): number {
  const scaled = (one: number): number => (scale.isLog ? Math.log(Math.max(one, Number.MIN_VALUE)) : one);
  return max === min ? 0.5 : (scaled(at) - scaled(min)) / (scaled(max) - scaled(min));
}

/** The name of a series at the end of its line, as far from there as ours stands. */
function endLabel({ of, values }: DataSeries, plot: Plot, look: ChartLook): string {
  const last = of.values.findLastIndex((one) => one !== null);
  const at = of.values[last];
  const place = look.words.get(of.name);
  if (at === null || at === undefined || of.name === '' || values.values.length === 0) return '';
  const point = plot.frame.y + (1 - partOf(at, plot)) * plot.frame.h;
  const shift = place ? (place.y + place.h / 2 - look.rect.y) / look.rect.h - point : 0;
  const moved =
    Math.abs(shift) < 0.012
      ? ''
      : el('c:layout', {}, el('c:manualLayout', {}, value('c:x', 0), value('c:y', Number(shift.toFixed(5)))));
  const token = of.paint === 'shape-muted' ? 'muted' : of.paint;
  return el(
    'c:dLbl',
    {},
    value('c:idx', last),
    moved,
    '<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>',
    textLook(28 * plot.shrink, token, look, true),
    value('c:dLblPos', 'r'),
    says('SerName'),
  );
}

/** The values of the bars of a series, those alone that have room. */
function valueLabels({ of }: DataSeries, index: number, plot: Plot, look: ChartLook): string {
  const { labels, stack, size, shrink, hot } = plot;
  if (labels === 'none') return '';
  const isInside = stack !== undefined;
  const letters = (isInside ? 28 : size.values.plain) * shrink;
  const largest = Math.max(...of.values.map((one) => Math.abs(one ?? 0)));
  const form = el('c:numFmt', {
    formatCode: stack === 'share' ? '0' : numberForm(plot, largest, plot.behind),
    sourceLinked: 0,
  });
  const place = isInside ? 'ctr' : 'outEnd';
  const bare = '<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>';
  const rest = (token: string, large = letters): string =>
    form + bare + textLook(large, token, look, true) + value('c:dLblPos', place) + says('Val');
  const special =
    labels === 'all'
      ? hot.map((idx) => el('c:dLbl', {}, value('c:idx', idx), rest('signal', size.values.hot * shrink)))
      : (labels[index] ?? []).flatMap((isShown, idx) =>
          isShown ? [] : [el('c:dLbl', {}, value('c:idx', idx), value('c:delete', 1))],
        );
  return el('c:dLbls', {}, ...special, rest(isInside ? 'paper' : 'ink'));
}

function errorBars({ plus, minus, of }: DataSeries, plot: Plot, look: ChartLook, isMeasured: boolean): string {
  if (!plus || !minus) return '';
  const token = plot.type === 'bar' ? 'ink' : of.paint;
  return el(
    'c:errBars',
    {},
    isMeasured ? value('c:errDir', 'y') : '',
    value('c:errBarType', 'both'),
    value('c:errValType', 'cust'),
    value('c:noEndCap', 0),
    el('c:plus', {}, rangeXml('num', plus)),
    el('c:minus', {}, rangeXml('num', minus)),
    el('c:spPr', {}, stroke(token, 2.5 * plot.shrink, look, { cap: 'butt' })),
  );
}

/** The beginning of a series: its number and name. */
export const headXml = (index: number, { head: name }: Pick<DataSeries, 'head'>): string =>
  value('c:idx', index) + value('c:order', index) + el('c:tx', {}, rangeXml('str', name));

export function placesXml(name: string, { places }: Pick<DataSeries, 'places'>, plot: Plot): string {
  const kind = plot.places.kind === 'names' ? 'str' : 'num';
  return el(name, {}, rangeXml(kind, places, placeForm(plot)));
}

export const valuesXml = (name: string, { values }: Pick<DataSeries, 'values'>): string =>
  el(name, {}, rangeXml('num', values));

export function barSeries(data: DataSeries, index: number, plot: Plot, look: ChartLook): string {
  const { of } = data;
  const share = of.lower ? 0.45 : 1;
  const line = plot.stack === undefined ? '<a:ln><a:noFill/></a:ln>' : stroke('paper', 2 * plot.shrink, look);
  const own = plot.hot.length > 0 ? 'shape-muted' : of.paint;
  const spots = plot.hot.map((idx) =>
    el(
      'c:dPt',
      {},
      value('c:idx', idx),
      value('c:invertIfNegative', 0),
      value('c:bubble3D', 0),
      el('c:spPr', {}, fillOf('signal', look, share), line),
    ),
  );
  return el(
    'c:ser',
    {},
    headXml(index, data),
    el('c:spPr', {}, fillOf(own, look, share), line),
    value('c:invertIfNegative', 0),
    ...spots,
    valueLabels(data, index, plot, look),
    errorBars(data, plot, look, false),
    placesXml('c:cat', data, plot),
    valuesXml('c:val', data),
  );
}

export function areaSeries(data: DataSeries, index: number, plot: Plot, look: ChartLook): string {
  const fill = el('c:spPr', {}, fillOf(data.of.paint, look, 0.3), '<a:ln><a:noFill/></a:ln>');
  return el('c:ser', {}, headXml(index, data), fill, placesXml('c:cat', data, plot), valuesXml('c:val', data));
}

/** A line, or points without one; on names and days, or on a measured axis. */
export function lineSeries(data: DataSeries, index: number, plot: Plot, look: ChartLook): string {
  const isMeasured = plot.places.kind === 'numbers';
  const { dash, paint } = data.of;
  const width = 3.5 * plot.shrink;
  const line = stroke(dash === undefined ? undefined : paint, width, look, {
    dash: (dash ?? []).map((part) => look.px(part * plot.shrink)),
  });
  const label = plot.type === 'point' ? '' : endLabel(data, plot, look);
  return el(
    'c:ser',
    {},
    headXml(index, data),
    el('c:spPr', {}, line),
    markerXml(data.of, plot, look),
    label === '' ? '' : el('c:dLbls', {}, label, says(), value('c:showLeaderLines', 0)),
    errorBars(data, plot, look, isMeasured),
    placesXml(isMeasured ? 'c:xVal' : 'c:cat', data, plot),
    valuesXml(isMeasured ? 'c:yVal' : 'c:val', data),
    value('c:smooth', 0),
  );
}
