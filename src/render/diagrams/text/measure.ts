import { textWidth as widthOf } from '../../../text/index.ts';
import type { Run } from './inline.ts';

/** How large a sub- or superscript is beside its line. */
export const scriptScale = 0.75;

// Wrapping must never let a word touch its box when the browser rounds glyph positions.
const safety = 1.02;

/** The width of a text in pixels at a font size, in the theme's text font. Errs on the wide side. */
export const textWidth = (text: string, size: number, bold = false): number =>
  widthOf(text, { family: 'sans', bold, size }) * safety;

/** The width of one run in pixels. */
export function runWidth(run: Run, size: number, bold: boolean): number {
  return textWidth(run.text, run.script ? size * scriptScale : size, bold || run.bold);
}
