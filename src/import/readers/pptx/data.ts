import { asInline } from '../../escape.ts';
import type { Part } from './package.ts';
import { paragraphsOf } from './text.ts';
import { all, child, first, type XmlNode } from './tree.ts';

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

const points = (node: XmlNode | undefined): ReadonlyMap<number, string> =>
  new Map(
    all(node, 'c:pt').map((point) => [Number(point.attributes.get('idx') ?? 0), first(point, 'c:v')?.text ?? '']),
  );

/** Most rows of a chart that are taken as a table. */
const mostRows = 200;

/** The numbers of a chart as a table; empty when it keeps none in itself. */
export function chartMarkdown(root: XmlNode): string {
  const series = all(root, 'c:ser').map((one) => ({
    name: first(child(one, 'c:tx'), 'c:v')?.text ?? '',
    names: points(child(one, 'c:cat') ?? child(one, 'c:xval')),
    values: points(child(one, 'c:val') ?? child(one, 'c:yval')),
  }));
  const count = Math.max(0, ...series.map(({ values }) => Math.max(-1, ...values.keys()) + 1));
  const names = series[0]?.names ?? new Map<number, string>();
  if (series.length === 0 || count === 0 || count > mostRows) return '';
  const rows = Array.from({ length: count }, (_, i) => [
    asInline(names.get(i) ?? String(i + 1)),
    ...series.map(({ values }) => asInline(values.get(i) ?? '')),
  ]);
  return tableOf([['', ...series.map(({ name }) => asInline(name))], ...rows]);
}
