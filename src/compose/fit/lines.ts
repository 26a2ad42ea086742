import type { Face, Metrics } from './metrics.ts';

/** A text broken into lines. */
export interface Broken {
  readonly lines: number;
  /** The widest piece that cannot be broken, in em. */
  readonly widest: number;
  /** The whole text on one line, in em. */
  readonly whole: number;
}

/** Scripts that break between any two characters. */
const ideograph = /[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uff60]/;
/** Pieces of a word between which a line may end. */
const parts = /(?<=[\p{L}\p{N}][-–—])(?=\p{L})|\u00ad|\u200b/u;

/**
 * Breaks a text as a browser does: at spaces, after hyphens and at soft hyphens; a piece wider than the line is broken
 * anywhere.
 * @param measure the length of a line in em.
 */
export function breakLines(text: string, face: Face, measure: number, metrics: Metrics): Broken {
  const space = metrics.width(' ', face);
  let lines = 0;
  let widest = 0;
  let longest = 0;
  for (const paragraph of text.split('\n')) {
    let used = Infinity;
    let whole = 0;
    for (const word of paragraph.split(/[ \t]+/)) {
      if (word === '') continue;
      const pieces = ideograph.test(word) ? Array.from(word) : word.split(parts);
      let gap = space;
      for (const piece of pieces) {
        const width = metrics.width(piece, face);
        widest = Math.max(widest, width);
        whole += gap + width;
        if (used + gap + width <= measure) used += gap + width;
        else {
          const extra = Math.ceil(width / measure) - 1;
          lines += 1 + extra;
          used = extra > 0 ? measure : width;
        }
        gap = 0;
      }
    }
    longest = Math.max(longest, whole);
  }
  return { lines, widest, whole: longest };
}
