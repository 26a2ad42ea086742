import type { Block } from './block.ts';
import type { Range } from './sentences.ts';

const wordPattern = /[\p{L}\p{N}][\p{L}\p{N}\p{M}'’-]*/gu;

/** Number of words of a text. */
export function wordsIn(text: string): number {
  return text.match(wordPattern)?.length ?? 0;
}

/** Marks that stand before the text of a line: quotations and list items. */
const lineMarks = /^(?:[\s>*+-]|\d{1,9}[.)](?=\s|$)|#{1,6}(?=\s))*/;
const syntax = /[\p{L}\p{N}]/u;

/** Text that no block holds: a fault of the reader, never of the author. Blocks must be in order. */
export function unreadText(text: string, blocks: readonly Block[]): readonly Range[] {
  const gaps: Range[] = [];
  let from = 0;
  for (const { at } of blocks) {
    if (at[0] > from) gaps.push([from, at[0]]);
    from = Math.max(from, at[1]);
  }
  if (from < text.length) gaps.push([from, text.length]);
  return gaps.flatMap((gap) => wordsOfGap(text, gap));
}

/** The lines of a gap that hold more than marks. */
function wordsOfGap(text: string, [start, end]: Range): readonly Range[] {
  const found: Range[] = [];
  let from = start;
  for (const line of text.slice(start, end).split('\n')) {
    const marks = lineMarks.exec(line)?.[0].length ?? 0;
    const rest = line.slice(marks);
    if (syntax.test(rest)) found.push([from + marks, from + line.length]);
    from += line.length + 1;
  }
  return found;
}
