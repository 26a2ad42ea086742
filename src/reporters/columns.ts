/** Widths of text in terminal columns. */
import { graphemesOf } from '../base/index.ts';

const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]/u;
const EMOJI = /\p{Emoji_Presentation}|\p{Extended_Pictographic}\ufe0f/u;
const ZERO = /^[\p{Mn}\p{Me}\p{Cf}]+$/u;

/** One character as a reader sees it, with its place in the line and its width in columns. */
export interface Cell {
  readonly text: string;
  /** UTF-16 offset in the line. */
  readonly offset: number;
  readonly width: 0 | 1 | 2;
}

/** Columns that one grapheme takes: 2 for East Asian wide characters and emoji, 0 for marks that stand alone. */
function widthOf(grapheme: string): 0 | 1 | 2 {
  if (ZERO.test(grapheme)) return 0;
  return WIDE.test(grapheme) || EMOJI.test(grapheme) ? 2 : 1;
}

/** Splits a line into cells. */
export function cellsOf(line: string): readonly Cell[] {
  return graphemesOf(line).map(({ segment, index }) => ({ text: segment, offset: index, width: widthOf(segment) }));
}
