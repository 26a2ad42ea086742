import { breakLines } from './lines.ts';
import type { Metrics } from './metrics.ts';
import { pictureInTable } from './text.ts';
import { visibleValue, type Visible } from './visible.ts';

/** The paddings of a cell in `theme.css`: at the side in px, above and below together in em. */
const side = 32;
const usual = 0.72;
const careful = 0.94;
const headSize = (size: number): number => Math.max(24, size * 0.86);

type Source =
  | { readonly head: string; readonly rows: string; readonly rowHeaders: string; readonly padding: number }
  | { readonly cells: readonly (readonly Visible[])[] };

function cellsOf(source: Source, scope: unknown): readonly (readonly Visible[])[] {
  if ('cells' in source) return source.cells;
  const at = (key: string): unknown =>
    typeof scope === 'object' && scope !== null ? Reflect.get(scope, key) : undefined;
  const [head, rows] = [at(source.head), at(source.rows)];
  const isNamed = at(source.rowHeaders) === true;
  const lists: readonly unknown[] = [head, ...(Array.isArray(rows) ? (rows as readonly unknown[]) : [])];
  return lists.map((cells, row) =>
    (Array.isArray(cells) ? (cells as readonly unknown[]) : []).map((cell, column) =>
      visibleValue(cell, row === 0 || (isNamed && column === 0) ? 'bold' : 'text'),
    ),
  );
}

/**
 * The height of a table whose columns the browser divides by their content. Where texts fit on a line by a hair, the
 * browser may find that they do not, and break one in every row: the height in a little less room counts as well.
 */
export function tableHeight(
  source: Source,
  place: { scope: unknown; width: number; size: number },
  on: { metrics: Metrics; leading: number; body: number },
): number {
  const narrow = { ...place, width: place.width * careful };
  return Math.max(heightIn(source, place, on), heightIn(source, narrow, on));
}

function heightIn(
  source: Source,
  { scope, width, size }: { scope: unknown; width: number; size: number },
  on: { metrics: Metrics; leading: number; body: number },
): number {
  const rows = cellsOf(source, scope);
  const count = Math.max(1, ...rows.map((row) => row.length));
  const sizeOf = (row: number): number => (row === 0 ? headSize(size) : size);
  const least: number[] = Array.from({ length: count }, () => 0);
  const whole: number[] = Array.from({ length: count }, () => 0);
  rows.forEach((row, i) => {
    row.forEach((cell, column) => {
      const pad = column === count - 1 ? 0 : side;
      const broken = breakLines(cell.text, cell.face, Infinity, on.metrics);
      least[column] = Math.max(least[column] ?? 0, broken.widest * sizeOf(i) + pad);
      whole[column] = Math.max(whole[column] ?? 0, broken.whole * sizeOf(i) + pad);
    });
  });
  const widths = divide(least, whole, width, on.body <= 28);
  if (!widths) return Infinity;
  return rows.reduce((sum, row, i) => {
    const own = sizeOf(i);
    const lines = row.map((cell, column) => {
      const room = (widths[column] ?? 0) - (column === count - 1 ? 0 : side);
      const high = cell.isHigh ? 1.4 : 1;
      if (cell.pictures !== undefined) return (cell.pictures * pictureInTable) / on.leading;
      return cell.text === '' ? 1 : high * breakLines(cell.text, cell.face, (room + 0.5) / own, on.metrics).lines;
    });
    const padding = 'padding' in source ? source.padding : usual;
    const pad = i === 0 ? own * (padding / 2) : own * padding;
    return sum + Math.max(1, ...lines) * own * on.leading + pad + 1;
  }, 1);
}

/** Widths of columns as browsers find them: what each needs at least, the rest by what each would like. */
function divide(
  least: readonly number[],
  whole: readonly number[],
  width: number,
  isSmallest: boolean,
): readonly number[] | undefined {
  const sum = (list: readonly number[]): number => list.reduce((total, value) => total + value, 0);
  const [low, high] = [sum(least), sum(whole)];
  // At the smallest size words are cut.
  if (low > width) return isSmallest ? least.map((own) => (own * width) / low) : undefined;
  if (high <= width) return whole.map((own) => own + ((width - high) * own) / Math.max(1, high));
  return whole.map((own, i) => (least[i] ?? 0) + ((own - (least[i] ?? 0)) * (width - low)) / Math.max(1, high - low));
}
