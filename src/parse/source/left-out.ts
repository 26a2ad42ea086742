import type { Span } from '../../base/index.ts';
import type { LeftOut } from '../../model/index.ts';
import { wordsIn } from './account.ts';
import type { Block } from './block.ts';
import { linesOf } from './lines.ts';
import type { Range } from './sentences.ts';

/** What is read and is no statement, in the order of the text. Marks without words of their own are not listed. */
export function leftOutOf(
  text: string,
  blocks: readonly Block[],
  inner: readonly Block[],
  span: (range: Range) => Span,
): readonly LeftOut[] {
  const starts = linesOf(text).map(([start]) => start);
  const lineAt = (offset: number): number => {
    let [low, high] = [0, starts.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  const entry = (kind: LeftOut['kind'], at: Range, words: string): LeftOut => ({
    kind,
    at: span(at),
    lines: [lineAt(at[0]), lineAt(Math.max(at[0], at[1] - 1))],
    words: wordsIn(words),
  });
  const headings = new Set(inner);
  const ids = new Set(blocks.map((block) => (block.kind === 'heading' ? block.id?.at[0] : undefined)));
  return blocks.flatMap((block): readonly LeftOut[] => {
    if (block.kind === 'heading') return headings.has(block) ? [entry('heading', block.at, block.plain.text)] : [];
    if (block.kind !== 'aside' || block.what === 'markup' || block.what === 'footnote-mark') return [];
    // The id of a heading is the id of its section.
    const isId = block.what === 'attributes' && ids.has(block.at[0] + block.text.indexOf('#') + 1);
    return isId ? [] : [entry(block.what, block.at, block.text)];
  });
}
