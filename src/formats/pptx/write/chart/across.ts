import type { Plot } from '../../../../model/index.ts';
import type { Rect } from '../../scene.ts';
import { el } from '../xml.ts';
import type { DataLine } from './data.ts';
import { stroke, textLook, value, type ChartLook } from './parts.ts';
import { headXml, partOf, placesXml, says, valuesXml } from './series.ts';

/** At which point of the line its words stand, on which side, and how far from there, so that they stand where ours do. */
interface WordsPlace {
  readonly index: number;
  readonly side: 't' | 'b' | 'r';
  /** In parts of the width of the chart. */
  readonly shift: number;
}

/** Where on the axis of places, from 0 to 1, the first or last point of a line across stands. */
function endOf({ places }: Plot, isFirst: boolean): number {
  const half = places.kind === 'names' ? 0.5 / Math.max(1, places.names.length) : 0;
  return isFirst ? half : 1 - half;
}

function wordsPlace({ of, values }: DataLine, place: Rect | undefined, plot: Plot, look: ChartLook): WordsPlace {
  const { frame, type } = plot;
  const last = values.values.length - 1;
  if (!place) return { index: last, side: type === 'bar' ? 'r' : 't', shift: 0 };
  const across = (pixels: number): number => (pixels - look.rect.x) / look.rect.w;
  const middle = across(place.x + place.w / 2);
  const isFirst = middle < frame.x + frame.w / 2;
  const point = frame.x + frame.w * endOf(plot, isFirst);
  const index = isFirst ? 0 : last;
  // Words beside the bars begin where the line ends.
  if (type === 'bar') return { index, side: 'r', shift: across(place.x) - point };
  const height = frame.y + (1 - partOf(of.value, plot)) * frame.h;
  const isAbove = (place.y + place.h / 2 - look.rect.y) / look.rect.h < height;
  return { index, side: isAbove ? 't' : 'b', shift: middle - point };
}

function wordsXml(data: DataLine, plot: Plot, look: ChartLook): string {
  const { label } = data.of;
  if (label === '') return '';
  const { index, side, shift } = wordsPlace(data, look.words.get(label), plot, look);
  const moved =
    Math.abs(shift) < 0.005
      ? ''
      : el('c:layout', {}, el('c:manualLayout', {}, value('c:x', Number(shift.toFixed(5))), value('c:y', 0)));
  const words = el(
    'c:dLbl',
    {},
    value('c:idx', index),
    moved,
    '<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>',
    textLook(28 * plot.shrink, 'ink', look, true),
    value('c:dLblPos', side),
    says('SerName'),
  );
  return el('c:dLbls', {}, words, says(), value('c:showLeaderLines', 0));
}

/** A line at a value across the whole chart, with its words. */
export function acrossSeries(data: DataLine, index: number, plot: Plot, look: ChartLook): string {
  const isMeasured = plot.places.kind === 'numbers';
  const dash = [8, 7].map((part) => look.px(part * plot.shrink));
  const token = data.of.label === '' ? 'line-strong' : 'ink';
  const line = el('c:spPr', {}, stroke(token, 2.5 * plot.shrink, look, { dash, cap: 'butt' }));
  // On names a line ends at the middle of the last: its trend goes on to the edges.
  const ends = value('c:forward', 0.5) + value('c:backward', 0.5) + value('c:dispRSqr', 0) + value('c:dispEq', 0);
  const isNamed = plot.places.kind === 'names';
  const trend = isNamed ? el('c:trendline', {}, line, value('c:trendlineType', 'linear'), ends) : '';
  return el(
    'c:ser',
    {},
    headXml(index, data),
    isNamed ? '<c:spPr><a:ln><a:noFill/></a:ln></c:spPr>' : line,
    el('c:marker', {}, value('c:symbol', 'none')),
    wordsXml(data, plot, look),
    trend,
    placesXml(isMeasured ? 'c:xVal' : 'c:cat', data, plot),
    valuesXml(isMeasured ? 'c:yVal' : 'c:val', data),
    value('c:smooth', 0),
  );
}
