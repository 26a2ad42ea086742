// npm run test:axe -- output/<lesson>/deck.html … [--looks=light,dark,contrast,forced,narrow]
// Runs axe-core over each slide of each deck, the player's views and the reading view: in light, dark, high contrast and
// forced colours, and 320 pixels wide. Pages without a player (accessibility.html, coverage.html,
// reading.html, lesson-plan.html) are tested as a whole.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { launchBrowser } from './browser.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const pages = process.argv.slice(2).filter((arg) => !arg.startsWith('--'));
const asked = process.argv.find((arg) => arg.startsWith('--looks='))?.slice('--looks='.length);

const media = (name, value) => ({ name, value });
/** What the device asks for; `variant` is the look of the slides themselves. */
const looks = {
  light: { media: [media('prefers-color-scheme', 'light')], variant: 'light' },
  dark: { media: [media('prefers-color-scheme', 'dark')], variant: 'dark' },
  contrast: { media: [media('prefers-contrast', 'more')], variant: 'contrast' },
  forced: { media: [media('forced-colors', 'active')], isForced: true },
  narrow: { media: [], width: 320 },
};

/** Views of the player: the keys that open each; Escape closes it. */
const views = [
  ['overview', 'o'],
  ['search', '/ e'],
  ['keys', '?'],
  ['link', 'q'],
  ['question', 'r'],
  ['pen', 'd'],
  ['black screen', 'b'],
];

const sleep = (ms) => new Promise((done) => setTimeout(done, ms));
let tested = 0;
let found = 0;

async function until(page, expression) {
  for (let left = 200; left > 0; left--) {
    if (await page.evaluate(`Boolean(${expression})`).catch(() => false)) return;
    await sleep(25);
  }
  throw new Error(`Not within 5 s: ${expression}`);
}

/** Runs axe over what can be seen now, and tells what it finds. */
async function look(page, where, off = []) {
  // Colours that fade are not yet those that stay.
  await page.evaluate(`Promise.all(document.getAnimations().map((one) => one.finished.catch(() => {})))`);
  const flaws = await page.evaluate(
    `axe.run(document, { rules: ${JSON.stringify(Object.fromEntries(off.map((rule) => [rule, { enabled: false }])))} }).then(({ violations }) => violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => [id, target.join(' '), failureSummary.replace(/\\s+/g, ' ')].join(': '))))`,
  );
  tested++;
  found += flaws.length;
  for (const flaw of flaws) console.log(`FAIL ${where}: ${flaw}`);
}

async function open(browser, file, { media: features, width }) {
  const page = await browser.newPage();
  await page.setViewport({ width: width ?? 1280, height: 800 });
  const session = await page.createCDPSession();
  await session.send('Emulation.setEmulatedMedia', { features });
  await page.goto(pathToFileURL(resolve(file)).href);
  await page.evaluate(axe);
  return page;
}

async function testDeck(page, where, { variant, width, isForced }) {
  await until(page, `document.querySelector('#lectern-player')?.childElementCount`);
  if (width === undefined) {
    const ids = await page.evaluate(
      `[...document.querySelectorAll('#deck > section')].map(({ dataset, classList }) => { ${
        variant === undefined ? '' : `classList.remove('light', 'dark', 'contrast'); classList.add('${variant}');`
      } return dataset.slide; })`,
    );
    for (const id of ids) {
      const active = `document.querySelector('section[data-active]')?.dataset.slide === ${JSON.stringify(id)}`;
      await page.evaluate(`location.hash = ${JSON.stringify(`#/${id}/99`)}`);
      await until(page, active);
      await look(page, `${where}, slide ${id}`);
    }
    for (const [name, keys] of views) {
      for (const key of keys.split(' ')) await page.keyboard.press(key);
      await sleep(200);
      await look(page, `${where}, ${name}`);
      await page.keyboard.press('Escape');
      await until(page, `!document.querySelector('dialog[open]')`);
    }
  }
  await page.evaluate(`location.hash = '#read'`);
  await until(page, `document.querySelector('#lectern-reading')`);
  // Drawings keep the theme's colours, so the view names those; axe reads the names and not what is painted.
  await look(page, `${where}, reading view`, isForced ? ['color-contrast'] : []);
  await measure(page, `${where}, reading view`);
}

/** A page that scrolls sideways is cut off on a telephone, and for those who enlarge it. */
async function measure(page, where) {
  const wide = await page.evaluate(`document.documentElement.scrollWidth - innerWidth`);
  if (wide <= 0) return;
  found++;
  console.log(`FAIL ${where}: ${wide} pixels wider than the window`);
}

async function testPage(page, where) {
  await look(page, where);
  await measure(page, where);
}

const browser = await launchBrowser();
try {
  for (const file of pages) {
    for (const name of asked?.split(',') ?? Object.keys(looks)) {
      const page = await open(browser, file, looks[name]);
      const where = `${file}, ${name}`;
      if (await page.$('#deck')) await testDeck(page, where, looks[name]);
      else await testPage(page, where);
      await page.close();
    }
  }
} finally {
  await browser.close();
}
console.log(`axe-core looked ${tested} times and found ${found === 0 ? 'nothing' : `${found} flaws`}.`);
process.exitCode = found > 0 || tested === 0 ? 1 : 0;
