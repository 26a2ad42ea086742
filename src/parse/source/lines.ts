import type { Range } from './sentences.ts';

/** The lines of a text whose line ends are `\n`. */
export function linesOf(text: string): readonly Range[] {
  const lines: Range[] = [];
  let start = 0;
  for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
    lines.push([start, end]);
    start = end + 1;
  }
  if (start < text.length) lines.push([start, text.length]);
  return lines;
}

/**
 * A text with `\n` as its only line end and no characters that the parser would change in length, and the way back to
 * the offsets of the text as written.
 */
export function withPlainLineEnds(written: string): {
  readonly text: string;
  readonly original: (offset: number) => number;
} {
  const text = written
    .replace(/\r\n?/g, '\n')
    .replace(/\0/g, '\ufffd')
    .replace(/^\ufeff/, ' ');
  if (text.length === written.length) return { text, original: (offset) => offset };
  const removed = [...written.matchAll(/\r\n/g)].map((match, i) => match.index - i);
  const original = (offset: number): number => {
    let [low, high] = [0, removed.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((removed[middle] ?? 0) < offset) low = middle + 1;
      else high = middle;
    }
    return offset + low;
  };
  return { text, original };
}
