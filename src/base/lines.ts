import type { Position } from './span.ts';

/** The lines of one file, found once, so that a thousand diagnostics in it stay cheap. */
export interface Lines {
  readonly text: string;
  readonly count: number;
  /** Line and column of an offset; the same rule as `positionAt` in base. */
  position(offset: number): Position;
  /** Offsets of a one-based line without its line break. */
  bounds(line: number): { readonly start: number; readonly end: number };
}

/** Indexes a text. CRLF, LF and a lone CR each end a line. */
export function linesOf(text: string): Lines {
  const starts = [0];
  for (const match of text.matchAll(/\r\n|\r|\n/g)) starts.push(match.index + match[0].length);
  const startOf = (line: number): number => starts[line - 1] ?? text.length;
  return {
    text,
    count: starts.length,
    position(offset) {
      const at = Math.max(0, Math.min(offset, text.length));
      let low = 0;
      let high = starts.length - 1;
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if ((starts[middle] ?? 0) <= at) low = middle;
        else high = middle - 1;
      }
      return { line: low + 1, column: at - (starts[low] ?? 0) + 1 };
    },
    bounds(line) {
      let end = line < starts.length ? startOf(line + 1) : text.length;
      while (end > startOf(line) && (text[end - 1] === '\n' || text[end - 1] === '\r')) end--;
      return { start: startOf(line), end };
    },
  };
}
