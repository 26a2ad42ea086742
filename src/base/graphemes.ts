import { boundariesOf } from './segments.ts';

let segmenter: Intl.Segmenter | undefined;

/** Characters as a reader sees them, with their places in the text. The segmenter takes 10 ms to make: not before it is needed. */
export function graphemesOf(text: string): readonly { readonly segment: string; readonly index: number }[] {
  segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' });
  const starts = Array.from(boundariesOf(segmenter, text, { piece: 400, doubt: 80 }));
  return starts.map((index, i) => ({ segment: text.slice(index, starts[i + 1]), index }));
}
