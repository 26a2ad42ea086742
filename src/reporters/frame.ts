import type { Lines, Span } from '../base/index.ts';
import { cellsOf, type Cell } from './columns.ts';
import { visible } from './safe-text.ts';

const TAB = 4;
/** Characters looked at on each side of the place in a very long line; more than any terminal shows. */
const REACH = 600;

/** A cell as it is printed: tabs widened, control characters made visible. */
interface Printed {
  readonly text: string;
  readonly width: number;
  readonly column: number;
  readonly offset: number;
}

/** A line of the frame: source lines have a number, the underline has none. */
export interface FrameLine {
  readonly number?: number;
  readonly text: string;
}

function printed(cells: readonly Cell[]): readonly Printed[] {
  let column = 0;
  return cells.map(({ text, offset, width }) => {
    const tab = TAB - (column % TAB);
    const shown = text === '\t' ? ' '.repeat(tab) : visible(text);
    const cell = { text: shown, width: shown === text ? width : shown.length, column, offset };
    column += cell.width;
    return cell;
  });
}

/** The part of one line round the place, cut from the file so that its cost does not depend on the line's length. */
function excerpt(
  lines: Lines,
  line: number,
  near: number,
): { readonly cells: readonly Printed[]; readonly from: number; readonly cut: boolean } {
  const { start, end } = lines.bounds(line);
  const from = Math.max(start, Math.min(near, end) - REACH);
  const to = Math.min(end, Math.max(from, near) + REACH);
  return { cells: printed(cellsOf(lines.text.slice(from, to))), from, cut: from > start };
}

function clip(cells: readonly Printed[], left: number, width: number, cut: boolean): string {
  const inside = cells.filter((cell) => cell.column >= left && cell.column + cell.width <= left + width);
  const before = left > 0 || cut;
  const after = inside.at(-1)?.offset !== cells.at(-1)?.offset;
  return `${before ? '…' : ''}${inside.map((cell) => cell.text).join('')}${after ? '…' : ''}`.trimEnd();
}

/** Spaces and carets under the span; an empty span gets one caret. */
function underline(cells: readonly Printed[], from: number, span: Span, left: number, width: number): string {
  const marked = cells.filter((cell) => from + cell.offset >= span.start && from + cell.offset < span.end);
  const last = cells.at(-1);
  const lineEnd = last === undefined ? 0 : last.column + last.width;
  const start = cells.find((cell) => from + cell.offset >= span.start)?.column ?? lineEnd;
  const lastMarked = marked.at(-1);
  const end = lastMarked === undefined ? start + 1 : lastMarked.column + lastMarked.width;
  const shownEnd = Math.min(end, left + width);
  return ' '.repeat(Math.max(0, start - left)) + '^'.repeat(Math.max(1, shownEnd - start));
}

/**
 * The source line of a span with a row of carets under the span.
 * @param neighbours also shows the line before and the line after.
 * @param width columns available for source text; a longer line is windowed round the place.
 */
export function frameOf(lines: Lines, span: Span, width: number, neighbours = true): readonly FrameLine[] {
  const { line } = lines.position(span.start);
  const focus = excerpt(lines, line, span.start);
  const target = focus.cells.find((cell) => focus.from + cell.offset >= span.start);
  const end = focus.cells.at(-1);
  const total = end === undefined ? 0 : end.column + end.width;
  const column = target?.column ?? total;
  const fits = !focus.cut && total <= width;
  const left = fits || column < width / 2 ? 0 : column - Math.floor(width / 3);
  const indent = left > 0 || focus.cut ? ' ' : '';
  const neighbour = (number: number): FrameLine[] => {
    if (!neighbours || number < 1 || number > lines.count) return [];
    const { cells } = excerpt(lines, number, lines.bounds(number).start);
    const text = left > 0 || focus.cut ? '…' : clip(cells, 0, width, false);
    return [{ number, text }];
  };
  return [
    ...neighbour(line - 1),
    { number: line, text: clip(focus.cells, left, width, focus.cut) },
    { text: indent + underline(focus.cells, focus.from, span, left, width) },
    ...neighbour(line + 1),
  ];
}
