import { asInline } from '../../escape.ts';
import type { Part } from './package.ts';
import { paragraphsOf } from './text.ts';
import { readChart, type ReadChart } from './chart.ts';
import { all, child, type XmlNode } from './tree.ts';

const row = (cells: readonly string[]): string => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;

const tableOf = (rows: readonly (readonly string[])[]): string => {
  const width = rows.reduce((most, cells) => Math.max(most, cells.length), 0);
  if (width === 0 || rows.length === 0) return '';
  const full = rows.map((cells) => [...cells, ...Array.from({ length: width - cells.length }, () => '')]);
  const [head = [], ...rest] = full;
  return [row(head), row(head.map(() => '---')), ...rest.map(row)].join('\n');
};

/** A table of a slide. What one cell says for several stands in the first of them. */
export const tableMarkdown = (table: XmlNode, part: Part): string =>
  tableOf(
    all(table, 'a:tr').map((line) =>
      all(line, 'a:tc').map((cell) =>
        paragraphsOf(child(cell, 'a:txbody'), part)
          .map(({ markdown }) => markdown)
          .join(' '),
      ),
    ),
  );

/** Most rows of a chart that are taken over. */
const mostRows = 200;

/** The places of a chart in their order, with what each series has there. */
function rowsOf({ series }: ReadChart): readonly (readonly [place: string, ...values: string[]])[] {
  const [first] = series;
  const isShared = series.every(({ places }) => places.size === 0 || sameTexts(places, first?.places));
  const count = Math.max(0, ...series.map(({ values }) => Math.max(-1, ...values.keys()) + 1));
  if (isShared)
    return Array.from({ length: Math.min(count, mostRows + 1) }, (_, i) => [
      first?.places.get(i) ?? String(i + 1),
      ...series.map(({ values }) => values.get(i) ?? ''),
    ]);
  const rows = new Map<string, [string, ...string[]]>();
  for (const [s, { places, values }] of series.entries())
    for (const [i, value] of values) {
      const place = places.get(i) ?? String(i + 1);
      const row = rows.get(place) ?? [place, ...series.map(() => '')];
      row[s + 1] = value;
      rows.set(place, row);
    }
  return [...rows.values()].toSorted((a, b) => Number(a[0]) - Number(b[0]));
}

const sameTexts = (a: ReadonlyMap<number, string>, b: ReadonlyMap<number, string> | undefined): boolean =>
  a.size === b?.size && [...a].every(([i, text]) => b.get(i) === text);

/** A text as the value of an attribute. */
const quoted = (text: string): string =>
  `"${text.replaceAll('"', "'").replaceAll('\n', ' ').replaceAll('}', ')').trim()}"`;

/** A chart as a table of its numbers, in a box that says what it is; empty when it keeps none in itself. */
export function chartMarkdown(root: XmlNode, alt: string): string {
  const chart = readChart(root, true);
  const rows = rowsOf(chart);
  const { series, kind, placeTitle } = chart;
  if (series.length === 0 || rows.length === 0 || rows.length > mostRows) return '';
  const [only] = series;
  const { lower, upper } = series.length === 1 && only ? only : {};
  const errors = lower && upper ? ['low', 'high'] : [];
  const names = series.map(({ name }, i) => name || (series.length === 1 ? placeless : `${placeless} ${i + 1}`));
  const table = tableOf([
    [placeTitle, ...names, ...errors].map(asInline),
    ...rows.map((row, i) =>
      [...row, ...(errors.length > 0 ? [lower?.get(i) ?? '', upper?.get(i) ?? ''] : [])].map(asInline),
    ),
  ]);
  if (kind.length === 0) return table;
  const classes = ['chart', ...kind].map((name) => `.${name}`).join(' ');
  return `::: {${classes}${alt === '' ? '' : ` alt=${quoted(alt)}`}}\n\n${table}\n\n:::`;
}

/** What a series without a name is called. */
const placeless = '–';
