import type { Plot } from '../../../../model/index.ts';
import type { ChartItem, Rect } from '../../scene.ts';
import type { SlideDraft } from '../draft.ts';
import { el, namespaces, part } from '../xml.ts';
import { acrossSeries } from './across.ts';
import { axisIds, placeAxis, valueAxis } from './axes.ts';
import { chartData, type ChartData } from './data.ts';
import { manualLayout, textLook, value, type ChartLook } from './parts.ts';
import { areaSeries, barSeries, lineSeries } from './series.ts';

/** The parts of a chart: its XML, which leads to its workbook as `rId1`. */
export interface ChartPart {
  readonly xml: string;
  readonly workbook: Uint8Array;
}

/** The gap between bars as a share of their step, and that between bars of one place, as ours stand. */
const gap = 0.32;
const inner = 0.14;
const outer = 0.2;

const axes = value('c:axId', axisIds.places) + value('c:axId', axisIds.values);
const plain = value('c:varyColors', 0);

function barsXml(plot: Plot, data: ChartData, look: ChartLook): string {
  const count = plot.stack === undefined ? plot.series.length : 1;
  // Widths in parts of the step from place to place.
  const width = count === 1 ? 1 - gap : ((1 - gap) / (count - inner)) * (1 - inner);
  const overlap = plot.stack !== undefined ? 100 : count === 1 ? 0 : -Math.round((inner / (1 - inner)) * 100);
  return el(
    'c:barChart',
    {},
    value('c:barDir', plot.lies ? 'bar' : 'col'),
    value('c:grouping', plot.stack === undefined ? 'clustered' : 'stacked'),
    plain,
    ...data.series.map((one, i) => barSeries(one, i, plot, look)),
    value('c:gapWidth', Math.min(500, Math.round((gap / width) * 100))),
    value('c:overlap', overlap),
    axes,
  );
}

/** Lines and points, and lines across, from a number on. */
function linesXml(plot: Plot, data: ChartData, look: ChartLook): string {
  const isBar = plot.type === 'bar';
  const own = isBar
    ? []
    : data.series.map((one, i) => lineSeries(one, i + (plot.type === 'area' ? data.series.length : 0), plot, look));
  const from = isBar ? data.series.length : own.length + (plot.type === 'area' ? data.series.length : 0);
  const across = data.lines.map((line, i) => acrossSeries(line, from + i, plot, look));
  if (own.length + across.length === 0) return '';
  if (plot.places.kind === 'numbers')
    return el('c:scatterChart', {}, value('c:scatterStyle', 'lineMarker'), plain, ...own, ...across, axes);
  return el('c:lineChart', {}, value('c:grouping', 'standard'), plain, ...own, ...across, value('c:marker', 1), axes);
}

function marksXml(plot: Plot, data: ChartData, look: ChartLook): string {
  const area =
    plot.type === 'area'
      ? el(
          'c:areaChart',
          {},
          value('c:grouping', 'standard'),
          plain,
          ...data.series.map((one, i) => areaSeries(one, i, plot, look)),
          axes,
        )
      : '';
  return area + (plot.type === 'bar' ? barsXml(plot, data, look) : '') + linesXml(plot, data, look);
}

/** The area of the data. Bars of Office stand closer to the ends of their axis than ours. */
function areaOf({ frame, type, places, lies }: Plot): string {
  const { x, y, w, h } = frame;
  const count = places.kind === 'names' ? places.names.length : 1;
  if (type !== 'bar') return manualLayout(frame, true);
  const step = (lies ? h : w) / Math.max(1, count - gap + 2 * outer);
  const more = (outer - gap / 2) * step;
  const area = lies ? { x, y: y + more, w, h: h - 2 * more } : { x: x + more, y, w: w - 2 * more, h };
  return manualLayout(area, true);
}

/** The names of the series with their colours, where they do not stand at the ends of lines. */
function legendXml(plot: Plot, data: ChartData, look: ChartLook): string {
  const { type, stack, series, lies } = plot;
  if (series.length < 2 || type === 'line' || type === 'area') return '';
  const isBeside = stack !== undefined && !lies;
  const places = series.flatMap(({ name }) => look.words.get(name) ?? []);
  const first = data.series.length;
  const hidden = data.lines.map((_, i) => el('c:legendEntry', {}, value('c:idx', first + i), value('c:delete', 1)));
  return el(
    'c:legend',
    {},
    value('c:legendPos', isBeside ? 'r' : 't'),
    ...hidden,
    places.length === 0 ? '' : manualLayout(legendPlace(places, isBeside, look)),
    value('c:overlay', 1),
    textLook((isBeside ? 26 : 28) * plot.shrink, 'ink', look),
  );
}

function legendPlace(
  places: readonly Rect[],
  isBeside: boolean,
  look: ChartLook,
): { x: number; y: number; w: number; h: number } {
  const { rect, px } = look;
  const left = Math.min(...places.map(({ x }) => x)) - (isBeside ? px(34) : px(40));
  const top = Math.min(...places.map(({ y }) => y)) - px(4);
  const bottom = Math.max(...places.map(({ y, h }) => y + h)) + px(4);
  const right = isBeside ? rect.x + rect.w : Math.max(...places.map(({ x, w }) => x + w)) + px(30);
  return {
    x: (left - rect.x) / rect.w,
    y: Math.max(0, (top - rect.y) / rect.h),
    w: (right - left) / rect.w,
    h: (bottom - top) / rect.h,
  };
}

/** Writes a chart with the workbook of its numbers. */
export function chartPart(item: ChartItem, draft: Pick<SlideDraft, 'theme'>): ChartPart {
  const { plot, rect, tokens, font, words } = item;
  const scale = rect.w / plot.size.width;
  const look: ChartLook = {
    theme: draft.theme,
    font,
    rect,
    words,
    paint: (token) => tokens[token] ?? { hex: '000000', alpha: 1 },
    px: (length) => length * scale,
  };
  const data = chartData(plot);
  const axesXml = placeAxis(plot, look) + valueAxis(plot, look);
  const area = el('c:plotArea', {}, areaOf(plot), marksXml(plot, data, look), axesXml, '<c:spPr><a:noFill/></c:spPr>');
  const chart = el(
    'c:chart',
    {},
    value('c:autoTitleDeleted', 1),
    area,
    legendXml(plot, data, look),
    value('c:plotVisOnly', 1),
    value('c:dispBlanksAs', plot.isJoined ? 'span' : 'gap'),
  );
  const root = el(
    'c:chartSpace',
    {
      'xmlns:c': 'http://schemas.openxmlformats.org/drawingml/2006/chart',
      'xmlns:a': namespaces['xmlns:a'],
      'xmlns:r': namespaces['xmlns:r'],
    },
    value('c:date1904', 0),
    value('c:roundedCorners', 0),
    chart,
    '<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>',
    textLook(28 * plot.shrink, 'ink', look),
    el('c:externalData', { 'r:id': 'rId1' }, value('c:autoUpdate', 0)),
  );
  return { xml: part(root), workbook: data.workbook };
}
