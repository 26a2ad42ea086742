import { sheetDay } from '../../../../base/index.ts';
import type { Plot, PlotScale } from '../../../../model/index.ts';
import { el } from '../xml.ts';
import { numberForm, placeForm } from './formats.ts';
import { stroke, textLook, titleXml, value, type ChartLook } from './parts.ts';

/** Numbers of the two axes. */
export const axisIds = { places: 111_111_111, values: 222_222_222 } as const;

const scaling = ({ min, max, isLog }: PlotScale): string =>
  el(
    'c:scaling',
    {},
    isLog ? value('c:logBase', 10) : '',
    value('c:orientation', 'minMax'),
    value('c:max', max),
    value('c:min', min),
  );

const grid = (plot: Plot, look: ChartLook): string =>
  el('c:majorGridlines', {}, el('c:spPr', {}, stroke('line', 1.5 * plot.shrink, look, { cap: 'butt' })));

const form = (formatCode: string): string => el('c:numFmt', { formatCode, sourceLinked: 0 });

interface Marks {
  readonly hasTicks: boolean;
  readonly hasLine: boolean;
  readonly labels: 'low' | 'nextTo' | 'none';
  readonly size: number;
}

/** Marks, their labels and the line of an axis. */
function marksXml({ hasTicks, hasLine, labels, size }: Marks, plot: Plot, look: ChartLook): string {
  return [
    value('c:majorTickMark', hasTicks ? 'out' : 'none'),
    value('c:minorTickMark', 'none'),
    value('c:tickLblPos', labels),
    el(
      'c:spPr',
      {},
      '<a:noFill/>',
      stroke(hasLine ? 'line-strong' : undefined, 2 * plot.shrink, look, { cap: 'butt' }),
    ),
    textLook(size * plot.shrink, 'ink', look),
  ].join('');
}

/** Where the axis of places crosses that of values: at zero for bars, else at the bottom. */
function crossing({ type, scale }: Plot): string {
  if (type !== 'bar' && type !== 'area') return value('c:crosses', 'min');
  return scale.isLog ? value('c:crossesAt', scale.min) : value('c:crosses', 'autoZero');
}

/** The axis of the places: names, days or numbers. */
export function placeAxis(plot: Plot, look: ChartLook): string {
  const { places, lies, placeTitle, size } = plot;
  const { places: id, values: other } = axisIds;
  const title = placeTitle === '' ? '' : titleXml(placeTitle, 26 * plot.shrink, look);
  const head = value('c:axId', id);
  const side = value('c:delete', 0) + value('c:axPos', lies ? 'l' : 'b') + title + form(placeForm(plot));
  const isBar = plot.type === 'bar';
  const hasLine = !lies || (plot.scale.min < 0 && isBar);
  const marks = marksXml({ hasTicks: !isBar, hasLine, labels: 'low', size: size.names }, plot, look);
  const cross = value('c:crossAx', other) + crossing(plot);
  if (places.kind === 'numbers') {
    const step = places.scale.step === undefined ? '' : value('c:majorUnit', places.scale.step);
    return el('c:valAx', {}, head, scaling(places.scale), side, marks, cross, value('c:crossBetween', 'midCat'), step);
  }
  if (places.kind === 'days') {
    const days = places.times.map(sheetDay);
    const ends = { min: Math.min(...days), max: Math.max(...days), isLog: false };
    const { step } = places;
    const unit = value('c:majorUnit', step.count) + value('c:majorTimeUnit', step.unit);
    const base = value('c:auto', 0) + value('c:lblOffset', 100) + value('c:baseTimeUnit', 'days');
    return el('c:dateAx', {}, head, scaling(ends), side, marks, cross, base, unit);
  }
  const order = el('c:scaling', {}, value('c:orientation', lies ? 'maxMin' : 'minMax'));
  const rest = '<c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="1"/>';
  return el('c:catAx', {}, head, order, side, marks, cross, rest);
}

/** The axis of the values. */
export function valueAxis(plot: Plot, look: ChartLook): string {
  const { scale, lies, hasMarks, valueTitle } = plot;
  const title = valueTitle === '' ? '' : titleXml(valueTitle, 26 * plot.shrink, look);
  const isBetween = plot.places.kind === 'names' ? 'between' : 'midCat';
  return el(
    'c:valAx',
    {},
    value('c:axId', axisIds.values),
    scaling(scale),
    value('c:delete', 0),
    value('c:axPos', lies ? 'b' : 'l'),
    hasMarks ? grid(plot, look) : '',
    title,
    form(numberForm(plot, scale.max)),
    marksXml(
      {
        hasTicks: lies && hasMarks,
        hasLine: lies && hasMarks,
        labels: hasMarks ? (lies ? 'nextTo' : 'low') : 'none',
        size: 28,
      },
      plot,
      look,
    ),
    value('c:crossAx', axisIds.places),
    // The first name stands at the top, and the values below the last.
    value('c:crosses', lies ? 'max' : plot.places.kind === 'names' ? 'autoZero' : 'min'),
    value('c:crossBetween', isBetween),
    scale.step === undefined ? '' : value('c:majorUnit', scale.step),
  );
}
