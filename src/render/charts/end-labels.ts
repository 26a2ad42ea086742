import type { JsonObject } from '../../base/index.ts';
import { spread } from '../diagrams/geometry.ts';
import { paint, seriesPaint } from '../diagrams/paint.ts';
import { labelLine, labelSize } from './geometry.ts';
import type { Row } from './rows.ts';
import type { ShortChart } from './short.ts';

/** What the axes and their titles take of the height, in pixels. */
const axesHeight = 118;
const lineHeight = labelLine;

/** The names of the series at the right ends of their lines, moved apart where lines end close together. */
export function endLabels(
  chart: ShortChart,
  series: string,
  names: readonly string[],
  frame: { readonly height: number },
): readonly JsonObject[] {
  const last = names.map((name) =>
    lastRow(
      chart,
      chart.rows.filter((row) => String(row[series] ?? '') === name),
    ),
  );
  const height = Math.max(lineHeight, frame.height - axesHeight);
  const place = scaleOf(chart, height);
  const wanted = last.map((row) => place(Number(row?.[chart.y])));
  const order = wanted.map((_, index) => index).toSorted((a, b) => (wanted[a] ?? 0) - (wanted[b] ?? 0));
  const placed =
    spread(
      order.map((index) => wanted[index] ?? 0),
      lineHeight,
      0,
      height + lineHeight,
    ) ?? order.map((index) => wanted[index] ?? 0);
  const some = names.some((name) => chart.highlight.includes(name));
  return names.flatMap((name, index): JsonObject[] => {
    const row = last[index];
    if (!row) return [];
    const dy = (placed[order.indexOf(index)] ?? 0) - (wanted[index] ?? 0);
    return [
      {
        data: { values: [{ ...row, label: name }] },
        mark: { type: 'text', align: 'left', baseline: 'middle', dx: 14, dy, ...end },
        encoding: {
          text: { field: 'label', type: 'nominal' },
          color: { value: some && !chart.highlight.includes(name) ? paint('muted') : seriesPaint(index) },
        },
      },
    ];
  });
}

const end = { fontSize: labelSize, fontWeight: 600, clip: false } as const;

function lastRow(chart: ShortChart, rows: readonly Row[]): Row | undefined {
  const position = (row: Row): number => {
    const value = row[chart.x];
    return typeof value === 'number' ? value : chart.order.indexOf(String(value ?? ''));
  };
  // A line that ends before the others has its name where it ends.
  const drawn = rows.filter((row) => typeof row[chart.y] === 'number');
  return drawn.toSorted((a, b) => position(a) - position(b)).at(-1);
}

/** Roughly where a value stands on the axis, from its top. */
function scaleOf({ rows, y, lower, upper, log, domain, type }: ShortChart, height: number): (value: number) => number {
  const scaled = (value: number): number => (log ? Math.log(Math.max(value, Number.MIN_VALUE)) : value);
  const columns = [y, lower, upper].filter((column) => column !== undefined);
  const values = rows
    .flatMap((row) => columns.map((column) => row[column]))
    .filter((value) => typeof value === 'number');
  const low = scaled(domain?.[0] ?? (type === 'area' ? Math.min(0, ...values) : Math.min(...values)));
  const high = scaled(domain?.[1] ?? Math.max(...values));
  return (value) => (high === low ? height / 2 : ((high - scaled(value)) / (high - low)) * height);
}
