import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Browser, Frame, Page } from 'puppeteer';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { axeViolations, run, startBrowser, until } from '../player/browser.ts';
import { copyOfLessons } from '../support/cli.ts';
import { packageRoot } from '../support/files.ts';

const id = 'mdma-serotonine';
let browser: Browser;
let project: ReturnType<typeof copyOfLessons>;
let server: ChildProcess;
let address: string;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

/** The real command line on a real lesson: exports run in a process of its own. */
beforeEach(async () => {
  project = copyOfLessons(id);
  server = spawn(process.execPath, [join(packageRoot, 'dist/cli.js'), 'dev', id], {
    cwd: project.root,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  let said = '';
  server.stdout?.on('data', (chunk) => (said += String(chunk)));
  while (!said.includes('Preview: ') && server.exitCode === null) await pause(25);
  address = (/Preview: (\S+)/.exec(said)?.[1] ?? '').replace('localhost', '127.0.0.1');
});
afterEach(async () => {
  for (const page of await browser.pages()) if (page.url().startsWith('http')) await page.close();
  if (server.exitCode === null && server.signalCode === null) {
    server.kill('SIGTERM');
    await once(server, 'exit');
  }
  project.remove();
});

const file = (): string => join(project.root, 'lessons', id, 'lesson.yaml');
const exportButton = (name: string): string =>
  `[...document.querySelectorAll('.exports button')].find((one) => one.textContent === '${name}').click()`;

async function openShell(): Promise<{ readonly page: Page; readonly deck: Frame }> {
  const page = await browser.newPage();
  await page.setViewport({ width: 1440, height: 900 });
  await page.goto(address);
  const deck = await page.waitForFrame((frame) => frame.url().includes('deck.html'));
  for (let left = 400; left > 0; left--) {
    if (await deck.evaluate(`Boolean(document.querySelector('section[data-active]'))`).catch(() => false)) break;
    await pause(25);
  }
  return { page, deck };
}

it('saves flow on while a PDF is made; then the page offers it', async () => {
  const { page, deck } = await openShell();
  const text = readFileSync(file(), 'utf8');
  // The first makings compile the code.
  await pause(3000);
  await run(page, exportButton('PDF'));
  await until(page, `document.querySelector('.said progress')`);
  expect(await axeViolations(page)).toEqual([]);
  const delays: number[] = [];
  while (await run<boolean>(page, `document.querySelector('.said progress') !== null`)) {
    const words = `Bewaard ${delays.length}`;
    const saved = performance.now();
    writeFileSync(file(), text.replace('Onderzocht en volledig weerlegd', words));
    while (!(await deck.evaluate(`document.querySelector('#s-peiling').textContent.includes('${words}')`)))
      await pause(5);
    delays.push(performance.now() - saved);
  }
  expect(delays.length).toBeGreaterThan(3);
  expect(Math.max(...delays)).toBeLessThan(4000);
  await until(page, `document.querySelector('.said a')`);
  const href = await run<string>(page, `document.querySelector('.said a').href`);
  const pdf = await fetch(href).then((answer) => answer.text());
  expect(pdf.slice(0, 5)).toBe('%PDF-');
});

it('says what is wrong, with the line, when an export fails', async () => {
  const { page } = await openShell();
  writeFileSync(file(), readFileSync(file(), 'utf8').replace('layout: poll', 'layout: pol'));
  await run(page, exportButton('HTML'));
  await until(page, `document.querySelector('.said .failed')`);
  expect(await run(page, `document.querySelector('.said .finding .message').textContent`)).toContain('pol');
  expect(await run(page, `document.querySelector('.said a.place').getAttribute('href')`)).toMatch(
    /^vscode:.*lesson\.yaml:\d+:\d+$/,
  );
  expect(await axeViolations(page)).toEqual([]);
  await run(page, `[...document.querySelectorAll('.said button')].at(-1).click()`);
  expect(await run(page, `document.querySelector('.said').textContent`)).toBe('');
});

it('ends the export with the server', async () => {
  const { page } = await openShell();
  await run(page, exportButton('PDF'));
  const builds = async (): Promise<string> => {
    const listing = spawn('ps', ['-eo', 'args'], { stdio: ['ignore', 'pipe', 'ignore'] });
    let text = '';
    listing.stdout.on('data', (chunk) => (text += String(chunk)));
    await once(listing, 'close');
    return text
      .split('\n')
      .filter((line) => line.includes('cli.js build') && line.includes(project.root))
      .join('\n');
  };
  for (let left = 100; left > 0 && (await builds()) === ''; left--) await pause(20);
  expect(await builds()).not.toBe('');
  server.kill('SIGTERM');
  await once(server, 'exit');
  for (let left = 100; left > 0 && (await builds()) !== ''; left--) await pause(50);
  expect(await builds()).toBe('');
});
