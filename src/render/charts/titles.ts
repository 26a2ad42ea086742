import type { JsonObject } from '../../base/index.ts';
import { columnsOf, type Row } from './rows.ts';
import type { ShortChart } from './short.ts';

/** Names of columns that tell nobody what was measured. */
const empty = new Set([
  ...['value', 'values', 'val', 'y', 'x', 'number', 'amount', 'data', 'waarde', 'waarden', 'aantal', 'wert', 'werte'],
  ...['anzahl', 'zahl', 'valeur', 'valeurs', 'nombre', 'valor', 'valores', 'valore', 'valori', 'numero', 'número'],
]);

const letter = (sign: string): boolean => sign.toLowerCase() !== sign.toUpperCase();

/** A name as programs write it, in words: `share_of_wind` is “Share of wind”. */
function human(name: string): string {
  if (!name.includes('_')) return name;
  const words = name.replaceAll('_', ' ').trim();
  const [first = ''] = words.split(' ');
  // Symbols such as pH keep their letters.
  return first.length > 2 && first === first.toLowerCase() ? words.charAt(0).toUpperCase() + words.slice(1) : words;
}

/** Whether the slide says already what a column is called. */
function isSaid(name: string, said: string): boolean {
  const words = human(name)
    .toLowerCase()
    .split(' ')
    .map((word) => Array.from(word).filter(letter).join(''))
    .filter((word) => word.length > 2);
  return words.length > 0 && words.every((word) => said.includes(word));
}

const isYear = (value: unknown): boolean =>
  Number.isInteger(Number(value)) && Number(value) > 1000 && Number(value) < 2200;

/** Whether a column holds years, which are known as such without a title. */
const areYears = (rows: readonly Row[], column: string): boolean =>
  rows.length > 0 && columnsOf(rows).includes(column) && rows.every((row) => isYear(row[column]));

/** The chart as its author wrote it, and what its slide says beside it, in small letters. */
interface Written {
  readonly chart: JsonObject;
  readonly said: string;
}

/**
 * The titles of the axes as readers need them: what the author wrote stays; the name of a column is put into words, and
 * goes where the title or the caption of the slide says it, so that the plot has its room.
 * @param before the chart with its columns as they were written
 */
export function titled(chart: ShortChart, before: ShortChart, on: Written): ShortChart {
  const { type, xTitle, yTitle } = chart;
  const { x, y, rows } = before;
  const isBar = type === 'bar';
  const runs = isBar || type === 'line' || type === 'area';
  const shown = (name: string, title: string, isSayable: boolean): string =>
    title !== name ? title : empty.has(name.toLowerCase()) || (isSayable && isSaid(name, on.said)) ? '' : human(name);
  return {
    ...chart,
    xTitle: on.chart.xTitle !== undefined ? xTitle : areYears(rows, x) ? '' : shown(x, xTitle, isBar),
    yTitle: on.chart.yTitle !== undefined ? yTitle : shown(y, yTitle, runs),
  };
}
