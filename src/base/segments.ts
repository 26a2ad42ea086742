/**
 * Where the segments of a text begin, in order. `Intl.Segmenter` copies the whole text for each segment it gives, so a
 * text is handed to it in pieces: each starts at a boundary that is certain, and what stands near its end, where the
 * piece alone cannot tell, is looked at again in the next one.
 * @param piece length of a piece; it grows when a segment is longer.
 * @param doubt how far before the end of a piece a boundary may depend on what follows.
 */
export function* boundariesOf(
  segmenter: Intl.Segmenter,
  text: string,
  { piece = 2000, doubt = 400 }: { readonly piece?: number; readonly doubt?: number } = {},
): Generator<number> {
  let length = piece;
  for (let start = 0; start < text.length;) {
    const end = Math.min(text.length, start + length);
    const certain = end === text.length ? end : end - doubt;
    let last = start;
    for (const { index } of segmenter.segment(text.slice(start, end))) {
      const at = start + index;
      if (at > certain) break;
      if (at > start || start === 0) yield at;
      last = at;
    }
    if (end === text.length) return;
    length = last === start ? length * 2 : piece;
    start = last;
  }
}
