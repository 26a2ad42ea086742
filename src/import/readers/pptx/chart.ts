import { dayOfSheet } from '../../../base/index.ts';
import { all, child, first, type XmlNode } from './tree.ts';

/** A series of a chart: its values and where they stand, by number, with where the workbook holds them. */
interface ReadSeries {
  readonly name: string;
  readonly places: ReadonlyMap<number, string>;
  readonly values: ReadonlyMap<number, string>;
  /** Range of the values in the workbook: `Sheet1!$B$2:$B$5`. */
  readonly range: string;
  readonly lower?: ReadonlyMap<number, string>;
  readonly upper?: ReadonlyMap<number, string>;
}

export interface ReadChart {
  /** Words for what it is: the kind, then how it is drawn; none where we draw nothing like it. */
  readonly kind: readonly string[];
  readonly placeTitle: string;
  readonly series: readonly ReadSeries[];
}

const val = (node: XmlNode | undefined, name: string): string => child(node, name)?.attributes.get('val') ?? '';

/** Without what computing adds in the last digits. */
export const plainNumber = (text: string): string =>
  text.trim() === '' || !Number.isFinite(Number(text)) ? text.trim() : String(Number(Number(text).toPrecision(12)));

/** Whether a form of numbers is one of dates: it names the year or the day. */
function isDateForm(form: string): boolean {
  let isQuoted = false;
  let depth = 0;
  for (const sign of form.toLowerCase()) {
    if (sign === '"') isQuoted = !isQuoted;
    else if (sign === '[') depth++;
    else if (sign === ']') depth--;
    else if (!isQuoted && depth === 0 && (sign === 'y' || sign === 'd')) return true;
  }
  return form.toLowerCase().includes('mmm');
}

/** The points of a range; days as dates. Of names in several levels, those next to the axis. */
function pointsOf(node: XmlNode | undefined, asDates: boolean): ReadonlyMap<number, string> {
  const holder = first(node, 'c:lvl') ?? node;
  const isDate = asDates && isDateForm(first(node, 'c:formatcode')?.text ?? '');
  return new Map(
    all(holder, 'c:pt').map((point) => {
      const text = plainNumber(first(point, 'c:v')?.text ?? '');
      const date = isDate && text !== '' ? dayOfSheet(Number(text)) : undefined;
      return [Number(point.attributes.get('idx') ?? 0), date ?? text];
    }),
  );
}

const textOf = (node: XmlNode | undefined): string =>
  all(node, 'a:t')
    .map(({ text }) => text)
    .join('')
    .trim();

/** The ends of the error bars of a series, where they are given one by one. */
function errorsOf(series: XmlNode, values: ReadonlyMap<number, string>): Pick<ReadSeries, 'lower' | 'upper'> {
  const bars = all(series, 'c:errbars').find((one) => val(one, 'c:errvaltype') === 'cust');
  if (!bars) return {};
  const ends = (name: string, sign: number): ReadonlyMap<number, string> =>
    new Map(
      [...pointsOf(child(bars, name), false)].map(([i, away]) => [
        i,
        plainNumber(String(Number(values.get(i) ?? 0) + sign * Number(away))),
      ]),
    );
  const [lower, upper] = [ends('c:minus', -1), ends('c:plus', 1)];
  return lower.size > 0 && upper.size > 0 ? { lower, upper } : {};
}

const kinds: Readonly<Record<string, string>> = {
  'c:barchart': 'bar',
  'c:bar3dchart': 'bar',
  'c:linechart': 'line',
  'c:line3dchart': 'line',
  'c:areachart': 'area',
  'c:area3dchart': 'area',
  'c:scatterchart': 'point',
  'c:bubblechart': 'point',
  'c:piechart': 'bar',
  'c:pie3dchart': 'bar',
  'c:doughnutchart': 'bar',
};

/** Whether the series of a scatter chart are lines. */
const hasLines = (chart: XmlNode): boolean =>
  all(chart, 'c:ser').some((series) => {
    const line = child(child(series, 'c:sppr'), 'a:ln');
    return line !== undefined && !child(line, 'a:nofill');
  });

function kindOf(area: XmlNode | undefined): readonly string[] {
  const charts = (area?.children ?? []).filter(({ name }) => name.endsWith('chart'));
  const [chart] = charts;
  const kind = kinds[chart?.name ?? ''];
  if (!chart || kind === undefined) return [];
  const grouping = val(chart, 'c:grouping');
  const stack = { stacked: 'stacked', percentStacked: 'share' }[grouping];
  const own = kind === 'point' && hasLines(chart) ? 'line' : kind;
  const isLog = all(area, 'c:valax').some((axis) => first(child(axis, 'c:scaling'), 'c:logbase'));
  return [own, ...(stack !== undefined && own === 'bar' ? [stack] : []), ...(isLog ? ['log'] : [])];
}

/** Reads a chart from its part; days are numbers, or dates where they are to be shown. */
export function readChart(root: XmlNode, asDates: boolean): ReadChart {
  const area = first(root, 'c:plotarea') ?? root;
  const series = all(area, 'c:ser').map((one): ReadSeries => {
    const values = child(one, 'c:val') ?? child(one, 'c:yval');
    const points = pointsOf(values, false);
    return {
      name: first(child(one, 'c:tx'), 'c:v')?.text.trim() ?? '',
      places: pointsOf(child(one, 'c:cat') ?? child(one, 'c:xval'), asDates),
      values: points,
      range: first(values, 'c:f')?.text ?? '',
      ...errorsOf(one, points),
    };
  });
  const axis = area.children.find(({ name }) => ['c:catax', 'c:dateax', 'c:valax'].includes(name));
  return { kind: kindOf(area), placeTitle: textOf(child(axis, 'c:title')), series };
}
