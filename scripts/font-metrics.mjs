// Measures the theme's text font and writes the advance widths that diagrams wrap their labels with.
// Usage: node scripts/font-metrics.mjs, after the fonts of templates/themes/lectern have changed.
import { readFileSync, writeFileSync } from 'node:fs';
import chromium from '@sparticuz/chromium';
import puppeteer from 'puppeteer';

const fonts = new URL('../templates/themes/lectern/fonts/', import.meta.url);
const out = new URL('../src/render/diagrams/text/widths.json', import.meta.url);
const families = {
  regular: ['sans-400-core.woff2', 'sans-400-ext.woff2', 'sans-400-greek.woff2'],
  bold: ['sans-600-core.woff2', 'sans-600-ext.woff2', 'sans-600-greek.woff2'],
};

// Latin, Greek, punctuation, super- and subscripts, currency, arrows, mathematics, shapes.
const ranges = [
  [0x20, 0x17f],
  [0x370, 0x3ff],
  [0x2010, 0x2044],
  [0x2070, 0x20ac],
  [0x2190, 0x21ff],
  [0x2200, 0x22ff],
  [0x25a0, 0x25ff],
];

const faces = Object.entries(families).map(([weight, files]) => ({
  weight,
  files: files.map((file) => `data:font/woff2;base64,${readFileSync(new URL(file, fonts)).toString('base64')}`),
}));

const browser = await puppeteer.launch({
  executablePath: await chromium.executablePath(),
  args: chromium.args,
  headless: 'shell',
});
try {
  const page = await browser.newPage();
  const widths = await page.evaluate(measure, faces, ranges);
  writeFileSync(out, `${JSON.stringify(widths)}\n`);
} finally {
  await browser.close();
}

/** Runs in the page: advance widths in thousandths of an em by range; 0 where the font has no glyph. */
async function measure(faces, ranges) {
  const result = { ranges };
  const context = document.createElement('canvas').getContext('2d');
  for (const { weight, files } of faces) {
    const names = [];
    for (const [index, source] of files.entries()) {
      const name = `${weight}${index}`;
      document.fonts.add(await new FontFace(name, `url(${source})`).load());
      names.push(name);
    }
    const advance = (character, fallback) => {
      context.font = `1000px ${[...names, fallback].join(', ')}`;
      return context.measureText(character).width;
    };
    result[weight] = ranges.map(([from, to]) =>
      Array.from({ length: to - from + 1 }, (_, i) => {
        const character = String.fromCodePoint(from + i);
        const width = advance(character, 'monospace');
        return width === advance(character, 'serif') ? Math.round(width) : 0;
      }),
    );
  }
  return result;
}
