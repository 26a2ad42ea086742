import type { Range } from './sentences.ts';

/** The lines of a text, without their line ends (CRLF, LF or a lone CR). */
export function linesOf(text: string): readonly Range[] {
  const lines: Range[] = [];
  let start = 0;
  for (const match of text.matchAll(/\r\n|\r|\n/g)) {
    lines.push([start, match.index]);
    start = match.index + match[0].length;
  }
  if (start < text.length) lines.push([start, text.length]);
  return lines;
}
