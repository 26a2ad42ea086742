import type { JsonObject } from '../../base/index.ts';
import { paint } from '../diagrams/paint.ts';
import { wrap } from '../diagrams/text/wrap.ts';
import type { Axes } from './axes.ts';
import type { PointNote } from './claims.ts';
import { barGap, bracket, labelLine, labelOnAxis, labelSize } from './geometry.ts';
import { wordsInside } from './inside-words.ts';
import type { ShortChart } from './short.ts';
import { numberFormat } from './table.ts';

interface Room {
  readonly width: number;
  readonly height: number;
  readonly lang: string;
}

/** Grounds that stand behind the data: bands and lines at a value, each with its words at the far end. */
export function groundLayers(chart: ShortChart, axes: Axes, room: Room): readonly JsonObject[] {
  const { references, bands, type, log } = chart;
  const words = (value: number, label: string, color: string): readonly JsonObject[] =>
    wordsInside(chart, axes, { value, label, color }, room) ?? endWords(axes, value, label, color);
  const lines = references.length > 0 ? references : type === 'forest' ? [{ value: log ? 1 : 0, label: '' }] : [];
  const scale = { field: 'value', type: 'quantitative' };
  return [
    ...bands.flatMap(({ from, to, label }) => [
      {
        data: { values: [{ value: from, end: to }] },
        mark: { type: 'rect', color: `color-mix(in srgb, ${paint('accent')} 14%, ${paint('paper')})` },
        encoding: { [axes.value]: scale, [`${axes.value}2`]: { field: 'end' } },
      },
      ...words((from + to) / 2, label, paint('accent')),
    ]),
    ...lines.flatMap(({ value, label }) => [
      {
        data: { values: [{ value }] },
        mark: { type: 'rule', color: paint(label === '' ? 'line-strong' : 'ink'), strokeDash: [8, 7] },
        encoding: { [axes.value]: scale },
      },
      ...words(value, label, paint('ink')),
    ]),
  ];
}

/** Words beside the plot, at the height of their value; above it where values run to the right. */
function endWords(axes: Axes, value: number, label: string, color: string): readonly JsonObject[] {
  if (label === '') return [];
  const lies = axes.value === 'x';
  const words = lines(label, 200);
  const place = lies
    ? { align: 'center', baseline: 'bottom', dy: -6 - (words.length - 1) * labelLine }
    : { align: 'left', baseline: 'middle', dx: 10, dy: -((words.length - 1) * labelLine) / 2 };
  return [
    {
      data: { values: [{ value }] },
      mark: {
        type: 'text',
        clip: false,
        text: words,
        lineHeight: labelLine,
        fontSize: labelSize,
        fontWeight: 600,
        color,
        ...place,
      },
      encoding: {
        [axes.value]: { field: 'value', type: 'quantitative' },
        [axes.category]: { value: lies ? 0 : 'width' },
      },
    },
  ];
}

/** Lines of words as wide as there is room. */
function lines(words: string, width: number): readonly string[] {
  const block = wrap(words.replace(/[\\*_~^`<&[\]]/g, '\\$&'), width, { size: labelSize, bold: true });
  return block?.lines.map((line) => line.runs.map((run) => run.text).join('')) ?? [words];
}

const valueOf = (axes: Axes, name: string): number | undefined => {
  const value = axes.rows.find((row) => plain(row[axes.categoryColumn]) === name)?.[axes.valueColumn];
  return typeof value === 'number' ? value : undefined;
};
const plain = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value).replaceAll('\n', ' ') : '';

/** Where a bracket can stand: over two upright bars without series. */
function comparedOf({ compare, type, series }: ShortChart, axes: Axes): Compared | undefined {
  if (!compare || type !== 'bar' || series !== undefined || axes.category !== 'x') return undefined;
  const names = axes.order.map(plain);
  const ends = [compare.from, compare.to].map((name) => ({
    index: names.indexOf(name),
    value: valueOf(axes, name),
  }));
  const [a, b] = ends;
  if (!a || !b || a.index < 0 || b.index < 0 || a.index === b.index) return undefined;
  if (a.value === undefined || b.value === undefined) return undefined;
  return {
    from: { index: a.index, value: a.value },
    to: { index: b.index, value: b.value },
    label: compare.label,
  };
}

/** Whether a bracket stands over two of the bars. */
export const hasBracket = (chart: ShortChart, axes: Axes): boolean => comparedOf(chart, axes) !== undefined;

interface End {
  readonly index: number;
  readonly value: number;
}

/** Two bars and what is written between them. */
interface Compared {
  readonly from: End;
  readonly to: End;
  readonly label: string | undefined;
}

/** “4,5 ×”: how often the one value holds the other; nothing where that says nothing. */
function factor({ from, to }: Compared, lang: string): string {
  const ratio = to.value / from.value;
  if (!Number.isFinite(ratio) || ratio <= 0) return '';
  const digits = ratio >= 10 ? 0 : 1;
  return `${numberFormat(lang)(Number(ratio.toFixed(digits)))} ×`;
}

/** A bracket from one bar to another with the factor between them. */
export function bracketLayers(
  chart: ShortChart,
  axes: Axes,
  category: JsonObject,
  { lang, height }: Room,
): readonly JsonObject[] {
  const compared = comparedOf(chart, axes);
  if (!compared) return [];
  const words = compared.label ?? factor(compared, lang);
  const name = (end: End): string => axes.order[end.index] ?? '';
  const [left, right] =
    compared.from.index < compared.to.index ? [compared.from, compared.to] : [compared.to, compared.from];
  const x = { ...category, bandPosition: 0.5 };
  const at = (end: End): JsonObject => ({ [axes.categoryColumn]: name(end) });
  const top = { value: bracket.top };
  const highest = Math.max(...axes.rows.map((row) => Number(row[axes.valueColumn] ?? 0)));
  const leg = (end: End): JsonObject => ({
    data: { values: [{ ...at(end), [axes.valueColumn]: end.value + labelOnAxis(highest, height) }] },
    mark: { type: 'rule', color: paint('ink'), strokeWidth: 3 },
    encoding: { x, y: { field: axes.valueColumn, type: 'quantitative' }, y2: top },
  });
  // From the middle of one bar to that of the other, in widths of a bar.
  const middle = 0.5 + (right.index - left.index) / 2 / (1 - barGap);
  return [
    {
      data: { values: [{ ...at(left), end: name(right) }] },
      mark: { type: 'rule', color: paint('ink'), strokeWidth: 3, strokeCap: 'square' },
      encoding: { x, x2: { field: 'end', bandPosition: 0.5 }, y: top },
    },
    leg(left),
    leg(right),
    {
      data: { values: [at(left)] },
      mark: {
        type: 'text',
        text: words,
        fontSize: 44,
        fontWeight: 600,
        color: paint('signal'),
        baseline: 'bottom',
        dy: -6,
        clip: false,
      },
      encoding: { x: { ...x, bandPosition: middle }, y: top },
    },
  ];
}

/** Words at a point, with a ring around it. */
export function noteLayers(chart: ShortChart, axes: Axes, room: Room): readonly JsonObject[] {
  return chart.notes.flatMap((note) => noteLayer(note, chart, axes, room));
}

function noteLayer(note: PointNote, chart: ShortChart, axes: Axes, { width, lang }: Room): readonly JsonObject[] {
  const rows = axes.rows.filter((row) => plain(row[axes.categoryColumn]) === String(note.x));
  const value = note.y ?? rows.map((row) => row[axes.valueColumn]).find((one) => typeof one === 'number');
  const category = rows[0]?.[axes.categoryColumn] ?? (typeof note.x === 'number' ? note.x : undefined);
  if (category === undefined || typeof value !== 'number') return [];
  const isBar = chart.type === 'bar';
  const step = width / Math.max(1, axes.order.length);
  const words = lines(note.text, isBar && axes.category === 'x' ? step * 0.9 : width * 0.3);
  const data = { values: [{ [axes.categoryColumn]: category, [axes.valueColumn]: value }] };
  const ring = {
    ...{ type: 'point', shape: 'circle', size: 640, filled: false, fill: 'transparent' },
    ...{ stroke: paint('signal'), strokeWidth: 4 },
  };
  const place = notePlace(words.length, { isBar, value, isLate: isInSecondHalf(category, chart, axes) }, axes, lang);
  return [
    ...(isBar ? [] : [{ data, mark: ring, encoding: {} }]),
    {
      data,
      mark: {
        type: 'text',
        text: words,
        lineHeight: labelLine,
        fontSize: labelSize,
        fontWeight: 600,
        color: paint('signal'),
        clip: false,
        ...place,
      },
      encoding: {},
    },
  ];
}

/** Above a point or a bar with its value; beside a bar that lies. */
function notePlace(
  count: number,
  { isBar, value, isLate }: { isBar: boolean; value: number; isLate: boolean },
  { category, labelled }: Axes,
  lang: string,
): JsonObject {
  const above = { baseline: 'bottom', dy: -(labelled ? 56 : 24) - (count - 1) * labelLine };
  if (category === 'y') {
    const label = labelled ? numberFormat(lang)(value).length * 19 + 10 : 0;
    return { align: 'left', baseline: 'middle', dx: 16 + label, dy: -((count - 1) * labelLine) / 2 };
  }
  return isBar ? { align: 'center', ...above } : { align: isLate ? 'right' : 'left', dx: isLate ? -6 : 6, ...above };
}

function isInSecondHalf(category: unknown, chart: ShortChart, axes: Axes): boolean {
  if (typeof category === 'number') {
    const all = axes.rows.map((row) => Number(row[axes.categoryColumn]));
    return category > (Math.min(...all) + Math.max(...all)) / 2;
  }
  return axes.order.map(plain).indexOf(plain(category)) >= chart.order.length / 2;
}
