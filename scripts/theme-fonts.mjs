// Makes the font files of the themes beside `lectern`: WOFF2 subsets of families from Fontsource, committed with the
// fonts.css that names them. What a family lacks (Greek, Cyrillic, signs) comes from Lectern's own fonts, which stand
// after it in every stack.
//
// Run it only to change families or characters; a build never needs it:
//   npm i --no-save fontkit@2.0.4 && node scripts/theme-fonts.mjs
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { create } from 'fontkit';
import prettier from 'prettier';
import subsetFont from 'subset-font';
import { renameFont } from './font-name.mjs';

const root = new URL('../', import.meta.url);

/** Every character from the first to the last code point, both included. */
const range = (first, last) =>
  Array.from({ length: last - first + 1 }, (_, i) => String.fromCodePoint(first + i)).join('');

const core = range(0x20, 0x7e) + range(0xa0, 0xff) + 'ıŁłŒœŠšŸŽžƒˆ˜‐‑‒–—―‘’‚“”„†‡•…‰′″‹›⁄\u2009\u202f€™−×÷≈≠≤≥';
const ext = range(0x100, 0x24f) + range(0x1e00, 0x1eff);
const sets = { core: ['latin', core], ext: ['latin-ext', ext] };

/** Style names of faces, their weight at Fontsource and the weights they stand for. */
const styles = {
  Regular: ['400-normal', '400 500'],
  It: ['400-italic', '400 500'],
  Semibold: ['600-normal', '600 900'],
  Bold: ['700-normal', '600 900'],
  Black: ['800-normal', '600 900'],
};

const text = (family, name) => [
  { family, name, style: 'Regular', sets: ['core', 'ext'] },
  { family, name, style: 'It', sets: ['core'] },
  { family, name, style: 'Semibold', sets: ['core', 'ext'] },
];

const themes = {
  modern: [
    ...text('archivo', 'Lectern Modern'),
    { family: 'archivo', name: 'Lectern Modern Title', style: 'Black', sets: ['core', 'ext'] },
  ],
  hall: [
    ...text('barlow', 'Lectern Hall'),
    { family: 'barlow', name: 'Lectern Hall Title', style: 'Bold', sets: ['core', 'ext'] },
  ],
  humanist: [
    ...text('nunito-sans', 'Lectern Humanist'),
    { family: 'fraunces', name: 'Lectern Humanist Title', style: 'Semibold', sets: ['core', 'ext'] },
    { family: 'fraunces', name: 'Lectern Humanist Title', style: 'It', sets: ['core'] },
  ],
  clear: [
    ...text('atkinson-hyperlegible-next', 'Lectern Clear'),
    { family: 'atkinson-hyperlegible-next', name: 'Lectern Clear Title', style: 'Bold', sets: ['core', 'ext'] },
  ],
};

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

const features = ['ccmp', 'locl', 'mark', 'mkmk', 'kern', 'liga', 'tnum'];

async function makeFace(target, { family, name, style }, set) {
  const [subset, characters] = sets[set];
  const [file, weights] = styles[style];
  const original = await readFile(
    new URL(`node_modules/@fontsource/${family}/files/${family}-${subset}-${file}.woff2`, root),
  );
  const sfnt = await subsetFont(original, characters, {
    targetFormat: 'sfnt',
    keepFeatures: features,
    noLayoutClosure: true,
    noHinting: true,
  });
  const points = create(sfnt).characterSet.filter((point) => characters.includes(String.fromCodePoint(point)));
  const bytes = await subsetFont(
    renameFont(sfnt, name, style === 'It' ? 'It' : style === 'Regular' ? style : 'Semibold'),
    undefined,
    {
      targetFormat: 'woff2',
      keepAllGlyphs: true,
      keepFeatures: features,
      preserveNameIds: [0, 1, 2, 3, 4, 5, 6, 13, 14],
    },
  );
  const isTitle = name.endsWith('Title');
  const output = `${isTitle ? 'title' : 'text'}-${style.toLowerCase()}-${set}.woff2`;
  await writeFile(new URL(`fonts/${output}`, target), bytes);
  process.stdout.write(`${target.pathname.split('/').at(-2)} ${output} ${bytes.length}\n`);
  return `@font-face {
  font-family: '${name}';
  font-style: ${style === 'It' ? 'italic' : 'normal'};
  font-weight: ${weights};
  src: url('fonts/${output}') format('woff2');
  unicode-range: ${rangesOf(points)};
}`;
}

for (const [theme, faces] of Object.entries(themes)) {
  const target = new URL(`templates/themes/${theme}/`, root);
  await mkdir(new URL('fonts/', target), { recursive: true });
  const rules = [];
  for (const face of faces) for (const set of face.sets) rules.push(await makeFace(target, face, set));
  const head = '/* The fonts of the theme, made by scripts/theme-fonts.mjs; licence in fonts/OFL.md. */';
  const options = { ...(await prettier.resolveConfig(new URL('fonts.css', target))), parser: 'css' };
  await writeFile(new URL('fonts.css', target), await prettier.format([head, ...rules].join('\n\n'), options));
  const licences = [...new Set(faces.map(({ family }) => family))].map((family) =>
    readFile(new URL(`node_modules/@fontsource/${family}/LICENSE`, root), 'utf8'),
  );
  await writeFile(new URL('fonts/OFL.md', target), (await Promise.all(licences)).join('\n'));
}
