import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Frame, Page } from 'puppeteer';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { axeSource } from '../player/fixture.ts';
import { startBrowser, tabStops } from '../player/browser.ts';
import { openWorkplace, outline, type Workplace } from './support.ts';

let browser: Browser;
let place: Workplace;
const trouble: string[] = [];
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());
beforeEach(async () => {
  place = await openWorkplace({
    remote: true,
    exporter: () =>
      Promise.resolve({
        file: { path: 'proef/deck.md', mediaType: 'text/markdown', bytes: Buffer.from('# Deck') },
        problems: [],
      }),
  });
});
afterEach(async () => {
  for (const page of await browser.pages()) if (page.url().startsWith('http')) await page.close();
  await place[Symbol.asyncDispose]();
  expect(trouble.splice(0)).toEqual([]);
});

type Window = Page | Frame;
const run = <T>(window: Window, expression: string): Promise<T> => window.evaluate(expression) as Promise<T>;

async function until(window: Window, expression: string): Promise<void> {
  for (let left = 400; left > 0; left--) {
    if (await run<boolean>(window, `Boolean(${expression})`).catch(() => false)) return;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error(`Not within 10 s: ${expression}`);
}

async function open(path: string, isReady: string, size = { width: 1440, height: 900 }): Promise<Page> {
  const page = await browser.newPage();
  page.on('console', (message) => {
    if (['error', 'warn'].includes(message.type())) trouble.push(message.text());
  });
  page.on('pageerror', (error) => trouble.push(String(error)));
  await page.setViewport(size);
  await page.goto(place.base + path);
  await until(page, isReady);
  return page;
}

/** Puts a page into the background, as another tab in front of it does, or back to the front. */
const show = (page: Page, state: 'hidden' | 'visible'): Promise<unknown> =>
  page.evaluate(
    `Object.defineProperty(document, 'visibilityState', { value: '${state}', configurable: true });
     document.dispatchEvent(new Event('visibilitychange'))`,
  );

/** The preview of the test lesson and the deck in it. */
async function openShell(): Promise<{ page: Page; deck: Frame }> {
  const page = await open('/lessons/proef/', `document.querySelectorAll('.thumb').length === 3`);
  const deck = await page.waitForFrame((frame) => frame.url().includes('deck.html'));
  await until(deck, `document.querySelector('section[data-active]')`);
  return { page, deck };
}

const active = `document.querySelector('section[data-active]')`;
const shownSteps = `${active}.querySelectorAll('[data-step]:not(.lp-future)').length`;
const save = (text: string): void => place.write('lessons/proef/lesson.yaml', text);

async function axe(page: Page): Promise<string[]> {
  await page.evaluate(axeSource());
  return run(
    page,
    `axe.run(document, { iframes: false }).then(({ violations }) => violations.flatMap((v) => v.nodes.map((n) => v.id + ': ' + n.target.join(' ') + ' ' + n.failureSummary)))`,
  );
}

describe('the preview of a lesson', () => {
  it('shows a save while slide and step stay', async () => {
    const { page, deck } = await openShell();
    await run(page, `document.querySelectorAll('.thumb')[1].click()`);
    await until(deck, `${active}.dataset.slide === 'pomp'`);
    for (const step of [1, 2]) {
      await run(deck, `document.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true }))`);
      await until(deck, `${shownSteps} === ${step}`);
    }
    save(outline('Een pomp die terugpompt').replace('Tweede punt', 'Ander punt'));
    await until(
      deck,
      `${active}.textContent.includes('Een pomp die terugpompt') && ${active}.textContent.includes('Ander punt')`,
    );
    expect(await run(deck, `${active}.dataset.slide`)).toBe('pomp');
    expect(await run(deck, shownSteps)).toBe(2);
    await until(page, `document.querySelectorAll('.thumb')[1].textContent.includes('Een pomp die terugpompt')`);
    await until(page, `document.querySelectorAll('.picture')[1].shadowRoot.textContent.includes('Ander punt')`);
    expect(await run(page, `location.hash`)).toBe('#/pomp/2');
    expect(await run(page, `document.querySelector('[aria-current]').textContent.includes('Een pomp')`)).toBe(true);
  });

  it('shows a slide that cannot be made as a plain one, and its error with its line', async () => {
    const { page, deck } = await openShell();
    save(outline().replace('title: Wat er', 'zebra: Wat er'));
    await until(page, `document.querySelector('#panel-findings').textContent.includes('zebra')`);
    await until(deck, `document.querySelector('#s-slot').textContent.includes('Wat er')`);
    expect(await run(deck, `document.querySelectorAll('#deck > section').length`)).toBe(3);
    expect(await run(page, `document.querySelector('#panel-findings a.place').getAttribute('href')`)).toMatch(
      /^vscode:\/\/file\/.*lesson\.yaml:2[1-6]:\d+$/,
    );
    await run(page, `document.querySelector('#panel-findings button.place').click()`);
    await until(deck, `${active}.dataset.slide === 'slot'`);
    expect(await axe(page)).toEqual([]);
    save(outline('Hersteld'));
    await until(page, `document.querySelector('.overlay').hidden`);
    await until(deck, `document.querySelector('#s-pomp').textContent.includes('Hersteld')`);
  });

  it('stands 200 saves in a second: the last one is on screen, slide and step stay', async () => {
    const { page, deck } = await openShell();
    await run(page, `document.querySelectorAll('.thumb')[1].click()`);
    await until(deck, `${active}.dataset.slide === 'pomp'`);
    await run(deck, `document.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true }))`);
    await until(deck, `${shownSteps} === 1`);
    await run(
      deck,
      `window.seen = 0; new MutationObserver(() => window.seen++).observe(document.querySelector('#deck'), { childList: true })`,
    );
    // As an editor does, another process writes.
    const script = `const { writeFileSync } = require('node:fs');
      const [file, text] = process.argv.slice(1);
      const started = Date.now();
      for (let save = 1; save <= 200; save++) {
        writeFileSync(file, text.replaceAll('NUMMER', save));
        while (Date.now() < started + save * 5);
      }`;
    const file = join(place.root, 'lessons/proef/lesson.yaml');
    const writer = spawn(process.execPath, ['-e', script, file, outline('Versie NUMMER van de pomp')]);
    await once(writer, 'exit');
    await until(deck, `${active}.textContent.includes('Versie 200 van de pomp')`);
    await until(page, `document.querySelectorAll('.thumb')[1].textContent.includes('Versie 200')`);
    expect(await run(deck, `${active}.dataset.slide`)).toBe('pomp');
    expect(await run(deck, shownSteps)).toBe(1);
    expect(await run(deck, 'window.seen'), 'changes on screen').toBeGreaterThan(1);
    expect(await run(page, `document.querySelector('.overlay').hidden`)).toBe(true);
  });

  it('survives YAML that cannot be read, a file that is gone, and a slide taken away', async () => {
    const { page, deck } = await openShell();
    await run(page, `document.querySelectorAll('.thumb')[1].click()`);
    await until(deck, `${active}.dataset.slide === 'pomp'`);
    const file = join(place.root, 'lessons/proef/lesson.yaml');
    for (const [broken, told] of [
      ['title: [', ''],
      ['', ''],
      ['\u0000\u0001', ''],
    ] as const) {
      save(broken);
      await until(
        page,
        `document.querySelector('.overlay .banner') && document.querySelector('#panel-findings').textContent.includes('${told}')`,
      );
      expect(await run(deck, `${active}.dataset.slide`)).toBe('pomp');
    }
    rmSync(file);
    await until(page, `document.querySelector('#panel-findings').textContent.includes('yaml/unreadable')`);
    expect(await run(deck, `document.querySelectorAll('#deck > section').length`)).toBe(3);
    save(outline().replace(/ {6}- layout: bullets\n {8}id: pomp[\s\S]*?(?= {6}- layout: bullets\n {8}id: slot)/, ''));
    await until(
      deck,
      `${active}.dataset.slide === 'slot' && document.querySelectorAll('#deck > section').length === 2`,
    );
    await until(
      page,
      `document.querySelector('[aria-current]').textContent.includes('Wat er overblijft') && location.hash === '#/slot'`,
    );
    await page.reload();
    await until(page, `document.querySelectorAll('.thumb').length === 2`);
  });

  it('shows notes and coverage, and offers what it exports', async () => {
    place.write('lessons/proef/source.md', '# Bron\n\n## Deel\n\nEen bewering in de bron.\n');
    const { page, deck } = await openShell();
    await run(page, `document.querySelector('#tab-notes').click()`);
    await until(page, `document.querySelector('#panel-notes').textContent.includes('Welkom bij de les')`);
    await run(deck, `document.dispatchEvent(new KeyboardEvent('keydown', { key: 'End', bubbles: true }))`);
    await until(page, `document.querySelector('#panel-notes').textContent.includes('Geen notities')`);
    await run(page, `document.querySelector('#tab-coverage').click()`);
    await until(page, `document.querySelector('#panel-coverage').textContent.includes('0 van 1')`);
    expect(await axe(page)).toEqual([]);
    await run(
      page,
      `[...document.querySelectorAll('.exports button')].find((one) => one.textContent === 'Markdown').click()`,
    );
    await until(page, `document.querySelector('.said a')`);
    const { body } = await fetch(`${place.base}/lessons/proef/exports/md`).then(async (answer) => ({
      body: await answer.text(),
    }));
    expect(body).toBe('# Deck');
  });

  it('lets the deck in its frame go full screen', async () => {
    const { deck } = await openShell();
    await (await deck.$('#deck'))?.click();
    await deck.page().keyboard.press('f');
    await until(deck, `document.fullscreenElement`);
    await deck.page().keyboard.press('f');
    await until(deck, `!document.fullscreenElement`);
  });

  it('lets the keyboard reach every control, and shows where it is', async () => {
    const { page } = await openShell();
    const { missed, unseen } = await tabStops(page);
    expect({ missed, unseen }).toEqual({ missed: [], unseen: [] });
  });

  it.each([
    ['Space', 'PageUp'],
    ['ArrowDown', 'ArrowUp'],
    ['PageDown', 'ArrowLeft'],
    ['End', 'Home'],
  ] as const)('moves the deck by %s and %s when the page has the focus, and never the page', async (on, back) => {
    const { page, deck } = await openShell();
    const start = await run<string>(deck, 'location.hash');
    await page.keyboard.press(on);
    await until(deck, `location.hash !== '${start}'`);
    await page.keyboard.press(back);
    await until(deck, `location.hash === '${start}' || location.hash.startsWith('${start}')`);
    expect(await run(page, 'scrollY')).toBe(0);
  });

  it('moves between its tabs by keyboard', async () => {
    const { page } = await openShell();
    await run(page, `document.querySelector('#tab-findings').focus()`);
    await page.keyboard.press('ArrowRight');
    expect(await run(page, `document.activeElement.id`)).toBe('tab-notes');
    expect(await run(page, `document.querySelector('#panel-notes').hidden`)).toBe(false);
    expect(await axe(page)).toEqual([]);
    const session = await page.createCDPSession();
    await session.send('Emulation.setEmulatedMedia', { features: [{ name: 'forced-colors', value: 'active' }] });
    const border = (selector: string): Promise<string> =>
      run(page, `getComputedStyle(document.querySelector('${selector}')).borderBottomColor`);
    expect(await border('[role=tab][aria-selected=true]')).not.toBe(await border('[role=tab][aria-selected=false]'));
    expect(await border('.thumb[aria-current]')).not.toBe(await border('.thumb:not([aria-current])'));
  });
});

describe('the index', () => {
  it('lists the lessons, follows new ones, and passes axe in light and dark', async () => {
    const page = await open('/', `document.querySelector('.lesson h2')?.textContent === 'Testles'`);
    expect(await axe(page)).toEqual([]);
    place.write('lessons/tweede/lesson.yaml', outline().replace('Testles', 'Tweede les'));
    await until(
      page,
      `document.querySelectorAll('.lesson').length === 2 && document.body.textContent.includes('Tweede les')`,
    );
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'dark' }]);
    expect(await axe(page)).toEqual([]);
  });
});

describe('the deck in windows of its own', () => {
  it('keeps audience and presenter in step over http, and both take a save', async () => {
    const page = await open('/lessons/proef/deck.html', active);
    const opened = new Promise<Page | null>((resolve) => page.once('popup', resolve));
    await page.keyboard.press('s');
    const presenter = await opened;
    if (!presenter) throw new Error('The presenter window did not open.');
    await until(presenter, `document.querySelector('.lp-connection.lp-on')`);
    await presenter.bringToFront();
    await presenter.keyboard.press('ArrowRight');
    await until(page, `${active}.dataset.slide === 'pomp'`);
    save(outline('Nieuw voor beide vensters'));
    await until(page, `${active}.textContent.includes('Nieuw voor beide')`);
    await until(presenter, `document.querySelector('#s-pomp').textContent.includes('Nieuw voor beide')`);
    await page.reload();
    await until(page, `${active}?.dataset.slide === 'pomp'`);
  });

  it('follows the phone, one move for one press', async ({ skip }) => {
    const [address = ''] = place.preview.remotes;
    if (address === '') return skip('this computer is in no network');
    const deck = await open('/lessons/proef/deck.html', active);
    const opened = new Promise<Page | null>((resolve) => deck.once('popup', resolve));
    await deck.keyboard.press('s');
    const presenter = await opened;
    if (presenter) await until(presenter, `document.querySelector('.lp-connection.lp-on')`);
    const path = address.slice(address.indexOf('/remote'));
    const phone = await open(path, `document.querySelector('h1')?.textContent === 'Testles'`, {
      width: 390,
      height: 844,
    });
    expect(await run(phone, `document.querySelector('.notes').textContent`)).toContain('Welkom bij de les');
    await run(phone, `document.querySelector('.forward').click()`);
    await until(phone, `document.querySelector('h1').textContent === 'De pomp keert om'`);
    await run(phone, `document.querySelector('.forward').click()`);
    await until(phone, `document.querySelector('header .place').textContent.includes('1 van 3')`);
    expect(await run(deck, shownSteps)).toBe(1);
    expect(await run(deck, `${active}.dataset.slide`)).toBe('pomp');
    await run(phone, `document.querySelector('.black').click()`);
    await until(deck, `document.querySelector('.lp-cover').dataset.screen === 'black'`);
    await until(phone, `document.querySelector('.black').getAttribute('aria-pressed') === 'true'`);
    expect(await axe(phone)).toEqual([]);
  });
});

it('leaves room for more pages than a browser has streams for, and catches up when a page is seen again', async () => {
  const words = `document.querySelector('#deck').textContent`;
  const decks: Page[] = [];
  for (let count = 0; count < 7; count++) {
    const deck = await open('/lessons/proef/deck.html', active);
    decks.push(deck);
    await show(deck, 'hidden');
  }
  const seen = await open('/lessons/proef/deck.html', active);
  save(outline('Nieuwe woorden'));
  await until(seen, `${words}.includes('Nieuwe woorden')`);
  const [first] = decks;
  if (!first) throw new Error('no deck');
  expect(await run(first, words)).not.toContain('Nieuwe woorden');
  await show(first, 'visible');
  await until(first, `${words}.includes('Nieuwe woorden')`);
});
