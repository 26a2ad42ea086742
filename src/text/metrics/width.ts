import { memo } from '../../base/index.ts';
import widths from './widths.json' with { type: 'json' };

/** A font of the theme at a size in CSS pixels. Bold is the theme's semibold. */
export interface Font {
  readonly family: 'sans' | 'serif' | 'mono';
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly size: number;
}

type FaceName = keyof typeof widths.faces;

/** The face that draws a font; where the theme has no such file the browser slants or widens this one. */
const faceOf = ({ family, bold = false, italic = false }: Font): FaceName => {
  if (family === 'mono') return 'mono-400';
  if (family === 'sans') return `sans-${bold ? 600 : 400}${italic ? '-italic' : ''}`;
  return italic ? (bold ? 'serif-600-italic' : 'serif-400-italic') : 'serif-600';
};

const tableSize = 0x2800;

/** Advance widths by code point, in thousandths of an em; 0 where the face has no glyph. */
const tableOf = memo((face: FaceName) => {
  const table = new Uint16Array(tableSize);
  widths.ranges.forEach(([from = 0], i) => table.set(widths.faces[face][i] ?? [], from));
  return table;
});

/** Marks that stand over or under a letter, joiners, and a soft hyphen that is not broken at: no room of their own. */
const isNarrowest = (code: number): boolean =>
  code === 0xad || (code >= 0x300 && code <= 0x36f) || (code >= 0x200b && code <= 0x200f) || code === 0xfe0f;

/** A generous guess for characters that another font must draw. */
function advanceElsewhere(code: number): number {
  if (code >= 0x1f000) return 1400;
  return code >= 0x1100 ? 1050 : 750;
}

function advanceOf(code: number, table: Uint16Array): number {
  if (isNarrowest(code)) return 0;
  const known = code < tableSize ? (table[code] ?? 0) : 0;
  return known === 0 ? advanceElsewhere(code) : known;
}

/** The width of a text on one line in CSS pixels, from the advance widths of the theme's own fonts. */
export function textWidth(text: string, font: Font): number {
  const table = tableOf(faceOf(font));
  let thousandths = 0;
  for (const character of text) thousandths += advanceOf(character.codePointAt(0) ?? 0, table);
  return (thousandths / 1000) * font.size;
}
