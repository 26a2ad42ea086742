// Makes the theme's font files: small WOFF2 subsets of Adobe's Source families, committed beside the theme.
//
// Run it only to change the set of characters or the families; a build never needs it:
//   npm i --no-save source-sans@3.52.0 source-serif@4.5.1 source-code-pro@2.42.0 && node scripts/fonts.mjs
//
// The families are under the SIL Open Font License with the reserved name "Source". A subset is a modified version,
// so it gets a name of its own ("Lectern Sans", "Lectern Serif", "Lectern Mono").
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import subsetFont from 'subset-font';
import { renameFont } from './font-name.mjs';

const root = new URL('../', import.meta.url);
const target = new URL('templates/themes/lectern/fonts/', root);

/** Every character from the first to the last code point, both included. */
const range = (first, last) =>
  Array.from({ length: last - first + 1 }, (_, i) => String.fromCodePoint(first + i)).join('');

const ascii = range(0x20, 0x7e);
const latin = ascii + range(0xa0, 0xff) + 'ıŁłŒœŠšŸŽžƒˆ˜';
const punctuation = '‐‑‒–—―‘’‚“”„†‡•…‰′″‹›⁄\u2009\u202f€™℮№';
const math = '−∂∆∏∑∙√∞∫≈≠≤≥⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎⅓⅔⅛⅜⅝⅞';
const signs = '←↑→↓↔↕↖↗↘↙⇐⇑⇒⇓⇔■□▲△▶▼▽◀◆●○◉✓✔✗✘☐☑';

/** Character sets: a deck in a Western European language needs `core` alone. */
const sets = {
  core: latin + punctuation + math + signs + 'µ',
  ext: range(0x100, 0x17f) + range(0x1cd, 0x1dc) + 'ȘșȚțẞẀẁẂẃẄẅỲỳ',
  greek: range(0x370, 0x3ff),
  code: latin + punctuation + 'αβγδεθλμπσφωΔΣΩ−≈≠≤≥←↑→↓⇒│─┌┐└┘├┤┬┴┼█■▲●✓',
};

const families = {
  sans: { name: 'Lectern Sans', folder: 'source-sans', file: 'SourceSans3' },
  serif: { name: 'Lectern Serif', folder: 'source-serif', file: 'SourceSerif4Subhead' },
  mono: { name: 'Lectern Mono', folder: 'source-code-pro', file: 'SourceCodePro' },
};

/** One line a file: family, style name as in the source, suffix in our file names, character sets. */
const faces = [
  ['sans', 'Regular', '400', ['core', 'ext', 'greek']],
  ['sans', 'It', '400-italic', ['core', 'ext', 'greek']],
  ['sans', 'Semibold', '600', ['core', 'ext', 'greek']],
  ['sans', 'SemiboldIt', '600-italic', ['core']],
  ['serif', 'Semibold', '600', ['core', 'ext', 'greek']],
  ['serif', 'It', '400-italic', ['core']],
  ['serif', 'SemiboldIt', '600-italic', ['core']],
  ['mono', 'Regular', '400', ['code']],
];

const keepFeatures = ['ccmp', 'locl', 'mark', 'mkmk', 'kern', 'liga'];

await mkdir(target, { recursive: true });
for (const [id, style, suffix, characterSets] of faces) {
  const { name, folder, file } = families[id];
  const original = await readFile(new URL(`node_modules/${folder}/TTF/${file}-${style}.ttf`, root));
  for (const set of characterSets) {
    const options = { targetFormat: 'sfnt', keepFeatures, noLayoutClosure: true, noHinting: true };
    const subset = await subsetFont(original, sets[set], options);
    const bytes = await subsetFont(renameFont(subset, name, style), undefined, {
      targetFormat: 'woff2',
      keepAllGlyphs: true,
      keepFeatures,
      preserveNameIds: [0, 1, 2, 3, 4, 5, 6, 13, 14],
    });
    const output = `${id}-${suffix}-${set}.woff2`;
    await writeFile(new URL(output, target), bytes);
    process.stdout.write(`${output} ${bytes.length}\n`);
  }
}
await copyFile(new URL('node_modules/source-sans/LICENSE.md', root), new URL('OFL.md', target));
process.stdout.write(`written to ${fileURLToPath(target)}\n`);
