// How full the slides of built decks are, and how small their smallest text is.
// Usage: node bench/fill.mjs [--shots folder] output/lesson/deck.html …
// The share of a slide counts the boxes of its texts and pictures on a grid of 8 px; title, running head and foot aside,
// the room is what lies between the title and the foot.
import { mkdirSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { launchBrowser } from '../scripts/browser.mjs';

const args = process.argv.slice(2);
const at = args.indexOf('--shots');
const shots = at < 0 ? undefined : args.splice(at, 2)[1];
if (shots) mkdirSync(shots, { recursive: true });

const browser = await launchBrowser();
const all = [];
try {
  for (const file of args) all.push(...(await measureDeck(file)));
} finally {
  await browser.close();
}
report(all);

async function measureDeck(file) {
  const page = await browser.newPage();
  await page.setJavaScriptEnabled(false);
  await page.setViewport({ width: 1400, height: 800 });
  await page.goto(pathToFileURL(resolve(file)).href);
  await page.addStyleTag({ content: '[data-step]{visibility:visible!important}' });
  const slides = await page.$$('section.slide');
  const rows = [];
  for (const [i, slide] of slides.entries()) {
    rows.push({ deck: basename(dirname(resolve(file))), ...(await slide.evaluate(measureSlide)) });
    if (shots) await slide.screenshot({ path: join(shots, `${rows[i].deck}-${String(i + 1).padStart(3, '0')}.png`) });
  }
  await page.close();
  return rows;
}

/** Runs in the page. */
function measureSlide(section) {
  const frame = section.getBoundingClientRect();
  const scale = frame.width / section.offsetWidth || 1;
  const head = section.querySelector('.head')?.getBoundingClientRect();
  const foot = section.querySelector('.foot')?.getBoundingClientRect();
  const top = head ? head.bottom : frame.top;
  const bottom = foot ? foot.top : frame.bottom;
  const cell = 8 * scale;
  const cells = new Set();
  let smallest = Infinity;
  const mark = (box) => {
    for (let y = Math.max(box.top, top); y < Math.min(box.bottom, bottom); y += cell)
      for (let x = Math.max(box.left, frame.left); x < Math.min(box.right, frame.right); x += cell)
        cells.add(`${Math.floor((x - frame.left) / cell)},${Math.floor((y - frame.top) / cell)}`);
  };
  for (const element of section.querySelectorAll('*')) {
    if (element.closest('.unseen, .data-table, .katex-mathml, [aria-hidden="true"] .bars')) continue;
    const style = getComputedStyle(element);
    if (/^(img|svg)$/i.test(element.tagName) && !element.parentElement.closest('svg'))
      mark(element.getBoundingClientRect());
    const own = [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim() !== '');
    if (!own || style.visibility === 'hidden') continue;
    const matrix = element.ownerSVGElement && element.getScreenCTM?.();
    const drawn = element.ownerSVGElement && matrix ? Math.abs(matrix.d) / scale : 1;
    const size = parseFloat(style.fontSize) * drawn;
    if (!element.closest('.katex')) smallest = Math.min(smallest, size);
    if (!element.ownerSVGElement) {
      const range = document.createRange();
      range.selectNodeContents(element);
      mark(range.getBoundingClientRect());
    }
  }
  const room = ((bottom - top) / cell) * (frame.width / cell);
  return {
    slide: section.dataset.slide,
    layout: section.dataset.layout,
    fill: Math.round((100 * cells.size) / room),
    smallest: Math.round(smallest * 10) / 10,
  };
}

function report(rows) {
  const layouts = [...new Set(rows.map((row) => row.layout))].sort();
  console.log('| layout | slides | mean fill % | least fill % | smallest text px |\n|---|---|---|---|---|');
  const line = (name, own) => {
    const fills = own.map((row) => row.fill);
    const mean = Math.round(fills.reduce((sum, value) => sum + value, 0) / own.length);
    console.log(
      `| ${name} | ${own.length} | ${mean} | ${Math.min(...fills)} | ${Math.min(...own.map((row) => row.smallest))} |`,
    );
  };
  for (const layout of layouts)
    line(
      layout,
      rows.filter((row) => row.layout === layout),
    );
  for (const deck of [...new Set(rows.map((row) => row.deck))])
    line(
      `all of ${deck}`,
      rows.filter((row) => row.deck === deck),
    );
}
