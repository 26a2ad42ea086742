// Makes the theme's font files: small WOFF2 subsets of Adobe's Source families, and of Google's Noto families for signs
// that those lack, committed beside the theme together with the fonts.css that names them.
//
// Run it only to change the set of characters or the families; a build never needs it. Then run font-metrics.mjs.
//   npm i --no-save source-sans@3.52.0 source-serif@4.5.1 source-code-pro@2.42.0 @fontsource/noto-sans-math@5.3.0 \
//     @fontsource/noto-sans-symbols@5.3.0 @fontsource/noto-sans-symbols-2@5.3.0 \
//     fontkit@2.0.4 && node scripts/fonts.mjs
//
// The families are under the SIL Open Font License, Adobe's with the reserved name "Source". A subset is a modified
// version, so it gets a name of its own ("Lectern Sans", "Lectern Serif", "Lectern Mono", "Lectern Signs").
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { create } from 'fontkit';
import prettier from 'prettier';
import subsetFont from 'subset-font';
import { renameFont } from './font-name.mjs';

const root = new URL('../', import.meta.url);
const theme = new URL('templates/themes/lectern/', root);
const target = new URL('fonts/', theme);

/** Every character from the first to the last code point, both included. */
const range = (first, last) =>
  Array.from({ length: last - first + 1 }, (_, i) => String.fromCodePoint(first + i)).join('');

const ascii = range(0x20, 0x7e);
const latin = ascii + range(0xa0, 0xff) + 'ıŁłŒœŠšŸŽžƒˆ˜';
const punctuation = '‐‑‒–—―‘’‚“”„†‡•…‰′″‹›⁄\u2009\u202f€™℮№';
const math = '−∂∆∏∑∙√∞∫≈≠≤≥⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎⅓⅔⅛⅜⅝⅞';
const signs = '←↑→↓↔↕↖↗↘↙⇐⇑⇒⇓⇔■□▲△▶▼▽◀◆●○◉✓✔✗✘☐☑';
/** Marks over and under letters: a letter and its mark are drawn together only by a file that has both. */
const marks = range(0x300, 0x36f);
/**
 * Phonetic letters that Latin alphabets have too, and that are none of a letter and a mark: with a mark they need a file
 * that has both. All others stand in files without marks, so that the browser takes them apart and puts every mark in
 * its place (ẹ́, ᾱ́).
 */
const whole = 'ŋħǀǁǂǃ';
const latinMore = range(0x100, 0x24f) + range(0x1e00, 0x1eff) + '₫';
const phonetic = range(0x250, 0x2ff) + 'ᵃᵇᶜᵈᵉᶠᵍᵏᵐᵒᵖᵗᵘᵛᶻᵊ' + whole + marks;
const cyrillic = range(0x400, 0x52f) + '₴₽' + marks;

/** Character sets: a deck in a Western European language needs `core` alone. */
const sets = {
  core: latin + punctuation + math + signs + 'µ' + marks,
  ext: latinMore,
  greek: range(0x370, 0x3ff) + marks,
  polytonic: range(0x1f00, 0x1fff),
  cyrillic,
  phonetic,
  code: latin + punctuation + marks + 'αβγδεθλμπσφωΔΣΩ−≈≠≤≥←↑→↓⇒│─┌┐└┘├┤┬┴┼█■▲●✓',
  codeext: latinMore + range(0x370, 0x3ff) + cyrillic + phonetic,
  signs,
  music: '♩♪♫♬♭♮♯',
  arrows: range(0x2190, 0x21ff) + range(0x27f0, 0x27ff),
  math: range(0x2100, 0x214f) + range(0x2200, 0x22ff) + range(0x27c0, 0x27ef) + range(0x2a00, 0x2aff),
  shapes: range(0x25a0, 0x27bf),
  symbols: range(0x2600, 0x27bf),
};

/** Ranges that are wider than their file, so that a deck with any of their signs has its plainest file. */
const widened = {
  core: 'U+20-7E, U+A0-FF, U+131, U+141-142, U+152-153, U+160-161, U+178, U+17D-17E, U+192, U+2C6-2DC, U+300-36F, U+2000-20CF, U+2100-2BFF',
  code: 'U+20-FF, U+131, U+141-142, U+152-153, U+160-161, U+178, U+17D-17E, U+192, U+2C6-2DC, U+300-36F, U+3B1-3C9, U+394, U+3A3, U+3A9, U+2000-2BFF',
};

const fontsource = (name, subset) => `@fontsource/${name}/files/${name}-${subset}-400-normal.woff2`;
const families = {
  sans: { name: 'Lectern Sans', file: (style) => `source-sans/TTF/SourceSans3-${style}.ttf` },
  serif: { name: 'Lectern Serif', file: (style) => `source-serif/TTF/SourceSerif4Subhead-${style}.ttf` },
  mono: { name: 'Lectern Mono', file: (style) => `source-code-pro/TTF/SourceCodePro-${style}.ttf` },
  music: { name: 'Lectern Signs', file: () => fontsource('noto-sans-symbols', 'symbols') },
  math: { name: 'Lectern Signs', file: () => fontsource('noto-sans-math', 'latin') },
  shapes: { name: 'Lectern Signs', file: () => fontsource('noto-sans-symbols-2', 'symbols') },
  symbols: { name: 'Lectern Signs', file: () => fontsource('noto-sans-symbols', 'symbols') },
  marks: { name: 'Lectern Marks', file: (style) => `source-sans/TTF/SourceSans3-${style}.ttf` },
};

const text = ['core', 'ext', 'greek', 'polytonic', 'cyrillic', 'phonetic'];
const title = ['core', 'ext', 'greek', 'cyrillic'];
/** One line a file: family, style name as in the source, weights, character sets. */
const faces = [
  ['sans', 'Regular', '400 500', text],
  ['sans', 'It', '400 500', text],
  ['sans', 'Semibold', '600 900', text],
  ['sans', 'SemiboldIt', '600 900', ['core']],
  ['serif', 'Semibold', '600 900', title],
  ['serif', 'SemiboldIt', '600 900', ['core']],
  ['serif', 'It', '400 500', title],
  ['mono', 'Regular', '400 900', ['code', 'codeext']],
  ['music', 'Regular', '400 900', ['music']],
  ['math', 'Regular', '400 900', ['arrows', 'math']],
  ['shapes', 'Regular', '400 900', ['shapes']],
  ['symbols', 'Regular', '400 900', ['symbols']],
  ['marks', 'Regular', '400 900', ['signs']],
];

const keepFeatures = ['ccmp', 'locl', 'mark', 'mkmk', 'kern', 'liga'];

/** `U+300-30C, U+323` */
function rangesOf(points) {
  const runs = [];
  for (const point of [...points].sort((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last && last[1] === point - 1) last[1] = point;
    else runs.push([point, point]);
  }
  const hex = (point) => point.toString(16).toUpperCase();
  return runs.map(([from, to]) => `U+${hex(from)}${from === to ? '' : `-${hex(to)}`}`).join(', ');
}

/** Code points that an earlier file of the same family, style and weights draws. */
const drawn = new Map([['Lectern SignsRegular', new Set([...sets.core].map((sign) => sign.codePointAt(0)))]]);

async function makeFace(id, style, weights, set) {
  const { name, file } = families[id];
  const original = await readFile(new URL(`node_modules/${file(style)}`, root));
  const known = drawn.get(name + style) ?? new Set();
  const wanted = [...sets[set]]
    .filter((sign) => (marks + whole).includes(sign) || !known.has(sign.codePointAt(0)))
    .join('');
  const subset = await subsetFont(original, wanted, {
    targetFormat: 'sfnt',
    keepFeatures,
    noLayoutClosure: true,
    noHinting: true,
  });
  const bytes = await subsetFont(renameFont(subset, name, style), undefined, {
    targetFormat: 'woff2',
    keepAllGlyphs: true,
    keepFeatures,
    preserveNameIds: [0, 1, 2, 3, 4, 5, 6, 13, 14],
  });
  const points = create(subset).characterSet.filter((point) => point < 0xffff);
  drawn.set(name + style, new Set([...known, ...points]));
  const isItalic = style.endsWith('It');
  const output = `${id}-${weights.slice(0, 3)}${isItalic ? '-italic' : ''}-${set}.woff2`;
  await writeFile(new URL(output, target), bytes);
  process.stdout.write(`${output} ${bytes.length}\n`);
  return `@font-face {
  font-family: '${name}';
  font-style: ${isItalic ? 'italic' : 'normal'};
  font-weight: ${weights};
  src: url('fonts/${output}') format('woff2');
  unicode-range: ${widened[set] ?? rangesOf(points)};
}`;
}

await mkdir(target, { recursive: true });
const rules = [];
for (const [id, style, weights, characterSets] of faces) {
  for (const set of characterSets) rules.push(await makeFace(id, style, weights, set));
}
const head = `/* The theme's fonts, in files by characters: a deck carries only those that it shows.
   Made by scripts/fonts.mjs; licence in fonts/OFL.md. */`;
const options = { ...(await prettier.resolveConfig(new URL('fonts.css', theme))), parser: 'css' };
const sheet = await prettier.format([head, ...rules].join('\n\n'), options);
await writeFile(new URL('fonts.css', theme), sheet);
await copyFile(new URL('node_modules/source-sans/LICENSE.md', root), new URL('OFL.md', target));
const noto =
  '\nLectern Signs: Copyright 2022 The Noto Project Authors (https://github.com/notofonts), the same licence.\n';
await writeFile(new URL('OFL.md', target), noto, { flag: 'a' });
process.stdout.write(`written to ${fileURLToPath(target)}\n`);
