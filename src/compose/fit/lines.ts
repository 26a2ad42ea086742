import { Recent } from '../../base/index.ts';
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

/** What most words have none of, asked for since looking for {@link parts} takes long. */
const mayBreak = /[^\x20-\x7e]|-./;

const piecesOf = (word: string): readonly string[] =>
  !mayBreak.test(word) ? [word] : ideograph.test(word) ? Array.from(word) : word.split(parts);

/** A paragraph as it is broken: of each word the widths in em of the pieces between which a line may end. */
type Paragraph = readonly (readonly number[])[];

/** Fitting breaks the same texts at one width after another; the widths of their pieces stay. */
const read = new WeakMap<Metrics, Map<Face, Recent<readonly Paragraph[]>>>();
const mostKept = 200_000;

function paragraphsOf(text: string, face: Face, metrics: Metrics): readonly Paragraph[] {
  const byFace = read.get(metrics) ?? new Map<Face, Recent<readonly Paragraph[]>>();
  read.set(metrics, byFace);
  const known = byFace.get(face) ?? new Recent<readonly Paragraph[]>(mostKept);
  byFace.set(face, known);
  const widthsOf = (word: string): readonly number[] => piecesOf(word).map((piece) => metrics.width(piece, face));
  const make = (): readonly Paragraph[] =>
    text.split('\n').map((paragraph) =>
      paragraph
        .split(/[ \t]+/)
        .filter((word) => word !== '')
        .map(widthsOf),
    );
  return known.getOrMake(text, make, () => text.length);
}

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
  for (const paragraph of paragraphsOf(text, face, metrics)) {
    let used = Infinity;
    let whole = 0;
    for (const word of paragraph) {
      let gap = space;
      for (const width of word) {
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
