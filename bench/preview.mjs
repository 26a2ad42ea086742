// From save to screen: edits a copy of a lesson 50 times under `lectern dev` and measures, in the deck's own page, when
// the frame with the new words was painted. Usage: node bench/preview.mjs [EDITS] [LESSON]
import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { launchBrowser } from '../scripts/browser.mjs';

const [edits = '50', lesson = 'mdma-serotonine'] = process.argv.slice(2);
const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const folder = mkdtempSync(join(tmpdir(), 'lectern-bench-'));
cpSync(join(root, 'lessons', lesson), join(folder, 'lessons', lesson), { recursive: true });
const outline = join(folder, 'lessons', lesson, 'lesson.yaml');
const text = readFileSync(outline, 'utf8');
const [, title] = /^title: (.*)$/m.exec(text);
const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

const started = performance.now();
const server = spawn(process.execPath, [join(root, 'dist/cli.js'), 'dev', lesson], { cwd: folder });
const address = await new Promise((resolve, reject) => {
  server.stdout.on('data', (chunk) => {
    const found = /Preview: (\S+)/.exec(String(chunk));
    if (found) resolve(found[1].replace('localhost', '127.0.0.1'));
  });
  server.once('exit', (code) => reject(new Error(`lectern dev ended with ${code}`)));
});
const startup = performance.now() - started;
await fetch(address);
const ready = performance.now() - started;

const browser = await launchBrowser({
  protocolTimeout: 15_000,
  defaultViewport: { width: 1440, height: 900 },
});
try {
  for (const [name, path] of [
    ['preview', ''],
    ['deck', 'deck.html'],
  ]) {
    const figures = await measure(await browser.newPage(), address + path);
    console.log(`${name}: ${describe(figures)}`);
  }
  console.log(`listening after ${startup.toFixed(0)} ms, first page made after ${ready.toFixed(0)} ms`);
} finally {
  await browser.close();
  server.kill('SIGINT');
  await new Promise((resolve) => server.once('exit', resolve));
  rmSync(folder, { recursive: true, force: true });
}

/** @returns milliseconds from just before each save until the frame that shows it was painted. */
async function measure(page, url) {
  await page.goto(url);
  const frame = url.endsWith('.html')
    ? page.mainFrame()
    : await page.waitForFrame((one) => one.url().includes('deck.html'));
  await frame.waitForSelector('section[data-active] h1');
  await wait(1500);
  const figures = [];
  for (let edit = 1; edit <= Number(edits); edit++) {
    const word = `Poging ${url.length}-${edit}`;
    const shown = frame.evaluate(
      (wanted) =>
        new Promise((resolve) => {
          const watch = new MutationObserver(look);
          function look() {
            if (!document.querySelector('section[data-active] h1')?.textContent.includes(wanted)) return;
            watch.disconnect();
            // A message sent while the frame is being made arrives when it has been painted.
            requestAnimationFrame(() => {
              const { port1, port2 } = new MessageChannel();
              port1.onmessage = () => resolve(performance.timeOrigin + performance.now());
              port2.postMessage(null);
            });
          }
          watch.observe(document.querySelector('#deck'), { childList: true, subtree: true, attributes: true });
          look();
        }),
      word,
    );
    await wait(5);
    const saved = performance.timeOrigin + performance.now();
    writeFileSync(outline, text.replaceAll(`title: ${title}`, `title: ${word}`));
    figures.push((await shown) - saved);
    await wait(120 + (edit % 7) * 30);
  }
  await page.close();
  return figures;
}

function describe(figures) {
  const sorted = figures.toSorted((a, b) => a - b);
  const at = (share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))].toFixed(0);
  return `${figures.length} edits, median ${at(0.5)} ms, 90 % ${at(0.9)} ms, worst ${at(1)} ms (first ${figures[0].toFixed(0)} ms)`;
}
