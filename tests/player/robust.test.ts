import type { Browser, Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { deckData, deckHtml } from '../../src/formats/html/index.ts';
import { soundKit } from '../support/pipeline.ts';
import {
  editMemory,
  openLecture,
  run,
  startBrowser,
  until,
  untilAt,
  untilPresenterAt,
  type Lecture,
} from './browser.ts';
import { bundlePlayer } from './fixture.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

async function finish(lecture: Lecture): Promise<void> {
  expect(lecture.trouble).toEqual([]);
  await lecture.close();
}

/** Milliseconds until the page has painted what an expression does. */
const painted = (page: Page, expression: string): Promise<number> =>
  run(
    page,
    `new Promise((resolve) => { const start = performance.now(); ${expression};
      requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - start))); })`,
  );
const key = (name: string): string =>
  `document.dispatchEvent(new KeyboardEvent('keydown', { key: '${name}', bubbles: true }))`;

describe('300 slides', () => {
  const slides = Array.from({ length: 300 }, (_, index) => ({
    id: `dia-${index + 1}`,
    layout: 'bullets',
    title: `Bewering nummer ${index + 1} over de transporter`,
    bullets: ['De pomp keert om', `Meting ${index + 1} in het plasma`, 'Een derde punt om te onthouden'],
    steps: true,
  }));
  const outline = {
    title: 'Een groot college',
    lang: 'nl',
    sections: Array.from({ length: 10 }, (_, index) => ({
      id: `deel-${index + 1}`,
      title: `Deel ${index + 1}`,
      slides: slides.slice(index * 30, index * 30 + 30),
    })),
  };

  it('move, overview and search answer at once', async () => {
    const { made } = await soundKit(outline);
    const { js, css } = await bundlePlayer();
    const html = deckHtml(made.deck, deckData(made.deck, made.lesson, 'teacher', made.composition.words), {
      script: js,
      css,
    });
    const lecture = await openLecture(browser, { html });
    const { page } = lecture;
    await page.keyboard.press('End');
    await untilAt(page, 'dia-300');
    expect(await painted(page, key('Home')), 'move').toBeLessThan(500);
    expect(await painted(page, key('o')), 'overview').toBeLessThan(1500);
    expect(await run(page, `document.querySelectorAll('.lp-tile').length`)).toBe(300);
    expect(await run(page, `document.querySelectorAll('.lp-overview h3').length`)).toBe(10);
    const drawn = `[...document.querySelectorAll('.lp-tile .lp-copy')].filter((e) => e.shadowRoot.querySelector('section')).length`;
    await until(page, drawn);
    expect(await run(page, drawn), 'only those in view are drawn').toBeLessThan(60);
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    await untilAt(page, 'dia-300');
    expect(await painted(page, key('/')), 'search').toBeLessThan(800);
    for (const query of ['n', 'nummer', 'nummer 217']) {
      const type = `const field = document.activeElement; field.value = '${query}'; field.dispatchEvent(new Event('input', { bubbles: true }))`;
      expect(await painted(page, type), query).toBeLessThan(600);
    }
    await page.keyboard.press('Enter');
    await untilAt(page, 'dia-217');
    await finish(lecture);
  });
});

it('much ink slows no move and comes back after a reload', async () => {
  const lecture = await openLecture(browser, { hash: '#/reversal' });
  const { page } = lecture;
  await page.keyboard.press('d');
  await page.evaluate(`(() => {
    const ink = document.querySelector('.lp-ink');
    ink.setPointerCapture = () => {};
    const send = (type, x, y) => ink.dispatchEvent(new PointerEvent(type, { clientX: x, clientY: y, button: 0, bubbles: true }));
    for (let stroke = 0; stroke < 150; stroke++) {
      send('pointerdown', 10, 10 + stroke * 4);
      for (let point = 1; point < 100; point++) send('pointermove', 10 + point * 10, 10 + stroke * 4);
      send('pointerup', 1000, 10);
    }
  })()`);
  await until(page, `document.querySelectorAll('.lp-ink g:first-of-type path').length === 150`);
  expect(await painted(page, key('PageDown'))).toBeLessThan(500);
  expect(await painted(page, key('Shift'))).toBeLessThan(500);
  await page.reload();
  await until(page, `document.querySelectorAll('.lp-ink g:first-of-type path').length === 150`);
  await finish(lecture);
});

describe('a slide that is not there any more', () => {
  const visible = `[...document.querySelectorAll('section[data-active]')].map((e) => e.dataset.slide).join()`;

  it('named by the address: the first slide, and it says so', async () => {
    const lecture = await openLecture(browser, { hash: '#/verdwenen/2' });
    await untilAt(lecture.page, 'welcome');
    await until(lecture.page, `document.querySelector('.lp-toast').textContent.includes('niet in deze presentatie')`);
    await lecture.page.evaluate(`location.hash = '#/ssri'`);
    await untilAt(lecture.page, 'ssri');
    await lecture.page.evaluate(`location.hash = '#/ook-weg'`);
    await untilAt(lecture.page, 'ssri');
    await finish(lecture);
  });

  it('remembered over a reload: still a slide on screen, and steps that fit', async () => {
    const lecture = await openLecture(browser, { hash: '#/agenda/3' });
    const { page } = lecture;
    await editMemory(
      page,
      `for (const name of Object.keys(sessionStorage))
        sessionStorage.setItem(name, sessionStorage[name].replaceAll('"agenda"', '"weggehaald"'));
      history.replaceState(null, '', location.href.split('#')[0])`,
    );
    await page.reload();
    await until(page, `${visible} === 'welcome'`);
    await page.keyboard.press('ArrowRight');
    await untilAt(page, 'agenda');
    await finish(lecture);
  });
});

const noStorage = `for (const name of ['sessionStorage', 'localStorage'])
  Object.defineProperty(window, name, { get() { throw new DOMException('denied', 'SecurityError'); } });`;

describe('a browser that gives no storage and no windows', () => {
  it('plays in a sandboxed frame, and says that the presenter window was blocked', async () => {
    const lecture = await openLecture(browser, { scheme: 'http' });
    const page = await browser.newPage();
    const failures: unknown[] = [];
    page.on('pageerror', (error) => failures.push(error));
    await page.setContent(
      `<iframe sandbox="allow-scripts" src="${lecture.page.url()}" width="800" height="500"></iframe>`,
    );
    const frame = await page.waitForFrame((one) => one.url().includes('deck.html'));
    const inFrame = (expression: string): Promise<unknown> => frame.evaluate(expression);
    const untilFrame = async (expression: string): Promise<void> => {
      for (let left = 200; left > 0 && !(await inFrame(`Boolean(${expression})`)); left--)
        await new Promise((resolve) => setTimeout(resolve, 25));
      expect(await inFrame(`Boolean(${expression})`), expression).toBe(true);
    };
    await untilFrame(`document.querySelector('.lp-toolbar')`);
    await expect(inFrame('sessionStorage.length')).rejects.toThrow(/sandboxed|denied/);
    await inFrame(key('End'));
    await untilFrame(`document.querySelector('section[data-active]').dataset.slide === 'dip'`);
    await inFrame(key('s'));
    await untilFrame(`document.querySelector('.lp-toast').textContent.includes('Sta pop-ups toe')`);
    await inFrame(key('+'));
    expect(failures).toEqual([]);
    await page.close();
    await finish(lecture);
  });

  it.each(['file', 'http'] as const)('two windows stay together over reloads without storage (%s)', async (scheme) => {
    const lecture = await openLecture(browser, { scheme, before: noStorage, hash: '#/agenda' });
    const { page } = lecture;
    await page.reload();
    const presenter = await lecture.presenter();
    await page.reload();
    await untilAt(page, 'agenda');
    await presenter.keyboard.press('End');
    await untilAt(page, 'dip');
    await presenter.reload();
    await untilPresenterAt(presenter, 8);
    await finish(lecture);
  });
});

it('a window alone keeps its colours and step over a reload without storage', async () => {
  const lecture = await openLecture(browser, { before: noStorage, hash: '#/reversal' });
  const { page } = lecture;
  await page.keyboard.press('a');
  await page.keyboard.press('v');
  await until(page, `JSON.stringify(history.state)?.includes('variant')`);
  await page.keyboard.press('PageDown');
  await untilAt(page, 'reversal', 1);
  await page.reload();
  await untilAt(page, 'reversal', 1);
  await until(page, `document.querySelector('section[data-active]').classList.contains('dark')`);
  await finish(lecture);
});

describe('windows in any number and order', () => {
  const connected = `document.querySelector('.lp-connection.lp-on')`;

  it.each(['file', 'http'] as const)('two presenter windows and the audience move as one (%s)', async (scheme) => {
    const lecture = await openLecture(browser, { scheme });
    const { page } = lecture;
    const first = await lecture.presenter();
    const second = await browser.newPage();
    await second.goto(first.url());
    await until(second, connected);
    await second.keyboard.press('End');
    await untilAt(page, 'dip');
    await untilPresenterAt(first, 8);
    await first.keyboard.press('Home');
    await untilPresenterAt(second, 1);
    await untilAt(page, 'welcome');
    // One presenter leaves: the other is as connected as before, and so is the audience.
    await first.close();
    await page.keyboard.press('ArrowRight');
    await untilPresenterAt(second, 2);
    expect(await run(second, `Boolean(${connected})`)).toBe(true);
    await page.close();
    await until(second, `!(${connected})`);
    await second.close();
    await finish(lecture);
  });

  it('S again brings the same presenter window to the front, where it stays as it is', async () => {
    const lecture = await openLecture(browser);
    const { page } = lecture;
    const presenter = await lecture.presenter();
    await presenter.evaluate(`window.isTheSame = true`);
    const before = (await browser.pages()).length;
    await page.bringToFront();
    await page.keyboard.press('s');
    await presenter.keyboard.press('ArrowRight');
    await untilAt(page, 'agenda');
    await page.evaluate(`window.isTheSame = true`);
    await presenter.bringToFront();
    await presenter.keyboard.press('s');
    await new Promise((resolve) => setTimeout(resolve, 300));
    await untilAt(page, 'agenda');
    expect((await browser.pages()).length).toBe(before);
    expect(await run(presenter, 'window.isTheSame')).toBe(true);
    expect(await run(page, 'window.isTheSame')).toBe(true);
    await finish(lecture);
  });

  it.each(['file', 'http'] as const)(
    'the presenter first, then the audience, which is reloaded (%s)',
    async (scheme) => {
      const lecture = await openLecture(browser, { scheme });
      const presenter = await browser.newPage();
      await presenter.goto(`${lecture.page.url().split('#')[0]}#presenter`);
      await until(presenter, `document.querySelector('.lp-place')?.textContent.startsWith('Dia 1 van')`);
      await presenter.keyboard.press('ArrowRight');
      const opened = new Promise<Page | null>((resolve) => presenter.once('popup', resolve));
      await presenter.click('.lp-connect .lp-button');
      const audience = await opened;
      if (!audience) throw new Error('The audience window did not open.');
      await untilAt(audience, 'agenda');
      await presenter.keyboard.press('End');
      await untilAt(audience, 'dip');
      await audience.reload();
      await untilAt(audience, 'dip');
      await audience.keyboard.press('Home');
      await untilPresenterAt(presenter, 1);
      await presenter.reload();
      await until(presenter, connected);
      await presenter.keyboard.press('End');
      await untilAt(audience, 'dip');
      await finish(lecture);
    },
  );

  it('the clock runs on while both windows are reloaded', async () => {
    const lecture = await openLecture(browser);
    const { page } = lecture;
    const presenter = await lecture.presenter();
    await presenter.keyboard.press('ArrowRight');
    const spent = `Number(document.querySelector('.lp-spent')?.textContent.split(':')[1])`;
    await until(presenter, `${spent} >= 1`);
    await Promise.all([page.reload(), presenter.reload()]);
    await until(presenter, `${spent} >= 2`);
    await page.keyboard.press('t');
    await until(page, `Number(document.querySelector('.lp-elapsed').textContent.split(':')[1]) >= 2`);
    expect(await run(presenter, spent)).toBeLessThan(15);
    await finish(lecture);
  });
});
