// Takes the pictures of the README from the built flagship lesson: slides, the presenter view and the coverage page.
// Run `npm run build` and `lectern build mdma-serotonine` first.
import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import sharp from 'sharp';
import { launchBrowser } from './browser.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const lesson = join(root, 'output/mdma-serotonine');
const target = join(root, 'docs/images');

/** File name and id of each slide that is shown. */
const slides = [
  ['slide-synapse', 'mdma-pomp'],
  ['slide-states', 'drie-standen'],
  ['slide-claim', 'fundament'],
  ['slide-matrix', 'receptorkaart'],
  ['slide-pathway', 'tegengesteld'],
  ['slide-chart', 'oxytocine-bloed'],
];

mkdirSync(target, { recursive: true });
const browser = await launchBrowser();
try {
  await takeSlides();
  await takePresenter();
  await takeCoverage();
} finally {
  await browser.close();
}

/** Saves a picture with few colours, at most `width` pixels wide. */
async function save(name, picture, width) {
  const small = sharp(picture).resize({ width, withoutEnlargement: true });
  await small.png({ palette: true, colours: 128, effort: 10 }).toFile(join(target, `${name}.png`));
}

async function open(file, width, height, hash = '') {
  const page = await browser.newPage();
  await page.setViewport({ width, height, deviceScaleFactor: 1 });
  await page.goto(pathToFileURL(join(lesson, file)).href + hash);
  await page.evaluate(() => document.fonts.ready);
  return page;
}

/** Without script the slides stand in the page one under the other, every step shown. */
async function takeSlides() {
  const page = await browser.newPage();
  await page.setJavaScriptEnabled(false);
  await page.setViewport({ width: 1400, height: 800, deviceScaleFactor: 1 });
  await page.goto(pathToFileURL(join(lesson, 'deck.html')).href);
  for (const [name, id] of slides) {
    const section = await page.$(`section[data-slide="${id}"]`);
    await save(name, await section.screenshot(), 960);
  }
}

async function takePresenter() {
  const page = await open('deck.html', 1280, 800);
  const opened = new Promise((resolve) => page.once('popup', resolve));
  await page.keyboard.press('s');
  const presenter = await opened;
  await presenter.setViewport({ width: 1280, height: 800 });
  await page.evaluate(() => void (location.hash = '/mdma-pomp/2'));
  await new Promise((done) => setTimeout(done, 1500));
  await save('presenter', await presenter.screenshot(), 1280);
}

async function takeCoverage() {
  const page = await open('coverage.html', 1280, 860);
  await save('coverage', await page.screenshot(), 1280);
}
