// Reads the advance widths of the theme's fonts, which all measuring of text rests on (src/text/metrics).
//
// Run it after the fonts of templates/themes/lectern have changed; a build never needs it:
//   npm i --no-save fontkit@2.0.4 && node scripts/font-metrics.mjs && npx prettier --write src/text/metrics
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { openSync } from 'fontkit';

const fonts = new URL('../templates/themes/lectern/fonts/', import.meta.url);
const out = new URL('../src/text/metrics/widths.json', import.meta.url);

const core = (name) => [`${name}-core.woff2`];
const all = (name) =>
  ['core', 'ext', 'greek', 'cyrillic', 'phonetic', 'polytonic'].map((set) => `${name}-${set}.woff2`);
const title = (name) => ['core', 'ext', 'greek', 'cyrillic'].map((set) => `${name}-${set}.woff2`);
const faces = {
  'sans-400': all('sans-400'),
  'sans-600': all('sans-600'),
  'sans-400-italic': all('sans-400-italic'),
  'sans-600-italic': core('sans-600-italic'),
  'serif-600': title('serif-600'),
  'serif-400-italic': title('serif-400-italic'),
  'serif-600-italic': core('serif-600-italic'),
  'mono-400': ['mono-400-code.woff2', 'mono-400-codeext.woff2'],
};

// Latin, phonetic letters, Greek, Cyrillic, punctuation, super- and subscripts, currency, arrows, mathematics, shapes.
const ranges = [
  [0x20, 0x2ff],
  [0x370, 0x52f],
  [0x1e00, 0x1fff],
  [0x2010, 0x2044],
  [0x2070, 0x20ac],
  [0x2150, 0x215e],
  [0x2190, 0x21ff],
  [0x2200, 0x22ff],
  [0x25a0, 0x25ff],
  [0x2713, 0x2718],
];

/** Advance widths in thousandths of an em by range; 0 where no file of the face has a glyph. */
function widthsOf(files) {
  const opened = files.map((file) => openSync(fileURLToPath(new URL(file, fonts))));
  const advance = (point) => {
    const font = opened.find((one) => one.hasGlyphForCodePoint(point));
    return font ? Math.round((font.glyphForCodePoint(point).advanceWidth / font.unitsPerEm) * 1000) : 0;
  };
  return ranges.map(([from, to]) => Array.from({ length: to - from + 1 }, (_, i) => advance(from + i)));
}

const widths = Object.fromEntries(Object.entries(faces).map(([name, files]) => [name, widthsOf(files)]));
writeFileSync(out, `${JSON.stringify({ ranges, faces: widths })}\n`);
