// npm run test:browsers -- output/<lesson>/deck.html … [--pictures=folder]
// Plays each deck in Chromium, Firefox and WebKit: keys, zoom, presenter view (file and http), print, a picture of every slide.
// Debian: apt-get install chromium firefox-esr webkit2gtk-driver xvfb (WebKit needs a screen: xvfb-run npm run test:browsers …).
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import puppeteer from 'puppeteer';
import { startWebKit } from './webkit.mjs';

const decks = process.argv.slice(2).filter((arg) => !arg.startsWith('--'));
const folder = process.argv.find((arg) => arg.startsWith('--pictures='))?.slice('--pictures='.length);
const sleep = (ms) => new Promise((done) => setTimeout(done, ms));
const launch = (browser, paths) => {
  const executablePath = paths.find((path) => existsSync(path));
  const args = browser === 'chrome' ? ['--no-sandbox'] : [];
  return executablePath && puppeteer.launch({ browser, executablePath, headless: true, args });
};
const browsers = {
  chromium: () => launch('chrome', ['/usr/bin/chromium', '/usr/bin/google-chrome']),
  firefox: () => launch('firefox', ['/usr/bin/firefox-esr', '/usr/bin/firefox']),
  webkit: () => startWebKit(spawn),
};
let failed = false;
function report(browser, what, isRight, detail = '') {
  failed ||= !isRight;
  console.log(`${isRight ? 'ok  ' : 'FAIL'} ${browser}: ${what} ${detail}`);
}

async function until(page, expression) {
  for (let left = 100; left > 0; left--) {
    if (await page.evaluate(`Boolean(${expression})`).catch(() => false)) return true;
    await sleep(50);
  }
  return false;
}

async function presenter(browser, name, page, scheme) {
  if (!browser.pages) return console.log(`--   ${name}: presenter view (${scheme}) and print are not driven here`);
  await page.keyboard.press('s');
  await sleep(1500);
  const other = (await browser.pages()).find((one) => one.url().includes('#presenter='));
  report(
    name,
    `presenter view (${scheme})`,
    other !== undefined && (await until(other, `document.querySelector('.lp-on')`)),
  );
  await other?.close();
}

async function play(name, browser, deck) {
  const html = readFileSync(deck);
  const server = createServer((_, response) => response.writeHead(200, { 'content-type': 'text/html' }).end(html));
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  for (const [scheme, url] of [
    ['file', pathToFileURL(resolve(deck)).href],
    ['http', `http://127.0.0.1:${server.address().port}/`],
  ]) {
    const page = await browser.newPage();
    await page.goto(url);
    report(name, `starts (${scheme})`, await until(page, `document.querySelector('#lectern-player')`));
    await page.keyboard.press('PageDown');
    report(name, `next (${scheme})`, await until(page, `location.hash.length > 2`));
    await presenter(browser, name, page, scheme);
    if (scheme === 'file') await pictures(name, page);
    if (scheme === 'file' && browser.pages) {
      const pdf = Buffer.from(await page.pdf({ preferCSSPageSize: true, printBackground: true }));
      const slides = await page.evaluate(`document.querySelectorAll('#deck > section').length`);
      const { numPages } = await getDocument({ data: new Uint8Array(pdf) }).promise;
      report(name, 'prints one page a slide', numPages === slides, `${numPages} of ${slides}`);
    }
    await page.close();
  }
  server.close();
}

/** A picture of every slide, to be looked at. */
async function pictures(name, page) {
  if (!folder) return;
  mkdirSync(folder, { recursive: true });
  const ids = await page.evaluate(`[...document.querySelectorAll('#deck > section')].map((one) => one.dataset.slide)`);
  for (const id of ids) {
    await page.evaluate(`location.hash = ${JSON.stringify(`#/${id}`)}`);
    await sleep(250);
    writeFileSync(join(folder, `${name}-${id}.png`), await page.screenshot());
  }
  report(name, 'pictures', true, String(ids.length));
}

for (const [name, start] of Object.entries(browsers)) {
  const browser = await start();
  if (!browser) {
    console.log(`--   ${name}: not installed`);
    continue;
  }
  console.log(`     ${name} ${await browser.version()}`);
  for (const deck of decks) await play(name, browser, deck).catch((error) => report(name, deck, false, error.message));
  await browser.close();
}
process.exitCode = failed ? 1 : 0;
