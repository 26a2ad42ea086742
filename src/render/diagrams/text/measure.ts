import widths from './widths.json' with { type: 'json' };
import type { Run } from './inline.ts';

/** How large a sub- or superscript is beside its line. */
export const scriptScale = 0.75;

// Wrapping must never let a word touch its box when the browser rounds glyph positions.
const safety = 1.02;

/** The width of a text in pixels at a font size, from the advance widths of the theme's text font. Errs on the wide side. */
export function textWidth(text: string, size: number, bold = false): number {
  let thousandths = 0;
  for (const character of text) thousandths += advance(character, bold);
  return (thousandths / 1000) * size * safety;
}

/** The width of one run in pixels. */
export function runWidth(run: Run, size: number, bold: boolean): number {
  return textWidth(run.text, run.script ? size * scriptScale : size, bold || run.bold);
}

function advance(character: string, bold: boolean): number {
  const code = character.codePointAt(0) ?? 0;
  const range = widths.ranges.findIndex(([from, to]) => code >= (from ?? 0) && code <= (to ?? 0));
  if (range >= 0) {
    const known = (bold ? widths.bold : widths.regular)[range]?.[code - (widths.ranges[range]?.[0] ?? 0)];
    if (known) return known;
  }
  return advanceOfFallback(code);
}

/** A generous guess for characters that another font must draw. */
function advanceOfFallback(code: number): number {
  if (code === 0xad || (code >= 0x300 && code <= 0x36f) || (code >= 0x200b && code <= 0x200f)) return 0;
  if (code >= 0x1f000) return 1400;
  if (code >= 0x1100) return 1050;
  return 750;
}
