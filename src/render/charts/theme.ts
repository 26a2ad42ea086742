import type { Config } from 'vega-lite';
import { fontFamily, paint, seriesPaint, smallestText, type Token } from '../diagrams/paint.ts';

/** Dashes that tell series apart without colour. */
export const seriesDashes: readonly (readonly number[])[] = [
  [1, 0],
  [10, 6],
  [3, 5],
  [14, 5, 3, 5],
  [6, 3],
  [2, 3],
];
export const seriesShapes: readonly string[] = ['circle', 'square', 'triangle-up', 'diamond', 'cross', 'triangle-down'];

// Vega knows where to anchor a legend; the types of Vega-Lite leave it out.
const legendLayout = { layout: { top: { anchor: 'end' } } } as object;

/** The theme as a Vega-Lite configuration: its paints, its font, nothing smaller than 24 px. */
export const themeConfig: Config = {
  font: fontFamily,
  // The picture describes itself as a whole.
  aria: false,
  background: 'transparent',
  padding: 2,
  view: { stroke: null },
  mark: { color: seriesPaint(0) },
  bar: { color: seriesPaint(0) },
  area: { color: seriesPaint(0), fillOpacity: 0.3 },
  line: { color: seriesPaint(0), strokeWidth: 4.5, strokeJoin: 'round', strokeCap: 'round' },
  point: { color: seriesPaint(0), size: 150, filled: true, opacity: 1 },
  circle: { color: seriesPaint(0), size: 150, opacity: 1 },
  rule: { color: paint('line-strong'), strokeWidth: 2.5 },
  tick: { color: paint('ink'), thickness: 2.5, bandSize: 16 },
  text: { fontSize: smallestText, color: paint('ink') },
  axis: {
    labelFontSize: smallestText,
    titleFontSize: smallestText,
    titleFontWeight: 600,
    labelColor: paint('ink'),
    titleColor: paint('ink'),
    labelLimit: 420,
    titleLimit: 900,
    titlePadding: 12,
    labelPadding: 8,
    tickCount: 5,
    tickSize: 6,
    domainColor: paint('line-strong'),
    domainWidth: 2,
    tickColor: paint('line-strong'),
    tickWidth: 2,
    gridColor: paint('line'),
    gridWidth: 1.5,
    labelAngle: 0,
    labelOverlap: true,
  },
  axisY: {
    titleAnchor: 'start',
    titleAlign: 'left',
    titleAngle: 0,
    titleY: -14,
    titleBaseline: 'bottom',
    domain: false,
    ticks: false,
  },
  axisX: { grid: false },
  legend: {
    labelFontSize: smallestText,
    titleFontSize: smallestText,
    titleFontWeight: 600,
    labelColor: paint('ink'),
    titleColor: paint('ink'),
    orient: 'top',
    direction: 'horizontal',
    labelLimit: 420,
    symbolSize: 260,
    symbolStrokeWidth: 3,
    columnPadding: 28,
    title: null,
    offset: 12,
    ...legendLayout,
  },
  header: {
    labelFontSize: smallestText,
    titleFontSize: smallestText,
    labelColor: paint('ink'),
    titleColor: paint('ink'),
    labelFontWeight: 600,
  },
  title: {
    fontSize: 28,
    subtitleFontSize: smallestText,
    color: paint('ink'),
    subtitleColor: paint('muted'),
    anchor: 'start',
    fontWeight: 600,
  },
  range: {
    category: [0, 1, 2, 3, 4, 5].map(seriesPaint),
    ordinal: [1, 2, 3, 4, 5].map((step) => paint(`heat-${step}` as Token)),
    symbol: [...seriesShapes],
  },
};
