import type { Browser, Page } from 'puppeteer';
import qrcode from 'qrcode-generator';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openLecture, run, startBrowser, until, untilAt, type Lecture, type LectureOptions } from './browser.ts';

let browser: Browser;
let lecture: Lecture;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());
afterEach(async () => {
  expect(lecture.trouble).toEqual([]);
  await lecture.close();
});
const open = async (options: LectureOptions = {}): Promise<Page> => {
  lecture = await openLecture(browser, options);
  return lecture.page;
};
const view = (name: string): string => `document.querySelector('dialog[open]')?.dataset.view === '${name}'`;

describe('finding a slide', () => {
  it('the overview groups by section, marks the current slide, and goes where the arrows lead', async () => {
    const page = await open({ hash: '#/agenda' });
    await page.keyboard.press('o');
    await until(page, view('overview'));
    expect(await run(page, `[...document.querySelectorAll('.lp-overview h3')].map((e) => e.textContent)`)).toEqual([
      'Opening',
      'De pomp die achteruit loopt',
      'Wat we bij mensen meten',
    ]);
    expect(await run(page, `document.querySelectorAll('.lp-tile').length`)).toBe(7);
    expect(await run(page, `document.activeElement.dataset.slide + document.activeElement.ariaCurrent`)).toBe(
      'agendatrue',
    );
    await until(page, `document.querySelector('.lp-tile .lp-copy').shadowRoot.querySelector('section')`);
    await page.keyboard.press('ArrowDown');
    expect(await run(page, `document.activeElement.dataset.slide`)).toBe('ssri');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await untilAt(page, 'check');
  });

  it('the search finds text and titles, and Enter or a click jumps', async () => {
    const page = await open();
    await page.keyboard.press('/');
    await page.keyboard.type('naieve');
    expect(await run(page, `[...document.querySelectorAll('[role=option] strong')].map((e) => e.textContent)`)).toEqual(
      ['Eén dosis maakt veel serotonine vrij'],
    );
    await page.keyboard.press('Enter');
    await untilAt(page, 'release');
    await page.keyboard.press('j');
    await page.keyboard.type('serotonine');
    const count = await run<number>(page, `document.querySelectorAll('[role=option]').length`);
    expect(count).toBeGreaterThan(2);
    await page.keyboard.press('ArrowDown');
    expect(
      await run(
        page,
        `document.querySelector('#' + document.activeElement.getAttribute('aria-activedescendant')).ariaSelected`,
      ),
    ).toBe('true');
    await page.click('[role=option]:nth-child(2)');
    await untilAt(page, 'reversal');
    await page.keyboard.press('j');
    await page.keyboard.type('zzzz');
    await until(page, `!document.querySelector('.lp-none').hidden`);
  });

  it('links inside slides and in the address bar lead to slides; outside links leave the deck open', async () => {
    const page = await open({ hash: '#/ssri' });
    expect(await run(page, `document.querySelector('a[href^="https"]').target`)).toBe('_blank');
    await page.click('section[data-active] a');
    await untilAt(page, 'welcome');
    await page.evaluate(`location.hash = '#/agenda/2'`);
    await untilAt(page, 'agenda', 2);
    await page.evaluate(`location.hash = '#/no-such-slide'`);
    await page.reload();
    await untilAt(page, 'agenda', 2);
  });
});

describe('beyond the screen', () => {
  it('prints one slide a page with every step and nothing of the player, and comes back', async () => {
    const page = await open({ hash: '#/agenda' });
    const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true });
    expect(
      Buffer.from(pdf)
        .toString('latin1')
        .match(/\/Type\s*\/Page\b/g),
    ).toHaveLength(8);
    await untilAt(page, 'agenda');
    expect(await run(page, `document.querySelectorAll('#deck > section:not([inert])').length`)).toBe(1);
  });

  it('without the script all slides stand in the page', async () => {
    await open();
    const page = await browser.newPage();
    await page.setJavaScriptEnabled(false);
    await page.goto(lecture.page.url());
    const heights = await Promise.all(
      (await page.$$('section.slide')).map(async (slide) => (await slide.boundingBox())?.height),
    );
    expect(heights).toEqual(Array.from({ length: 8 }, () => 720));
  });

  it('fits any window, upright phones too', async () => {
    const page = await open();
    // Who chose slides keeps them in a narrow window, which would show the text by itself.
    await page.keyboard.press('m');
    await page.keyboard.press('m');
    for (const [width, height] of [
      [390, 844],
      [844, 390],
      [1920, 1080],
      [1024, 768],
    ] as const) {
      await page.setViewport({ width, height });
      await until(
        page,
        `Math.abs(Math.min(innerWidth / 1280, innerHeight / 720) - Number(document.documentElement.style.getPropertyValue('--lp-scale'))) < 0.001`,
      );
      const box = await run<{ x: number; y: number; width: number; height: number }>(
        page,
        `document.querySelector('section[data-active]').getBoundingClientRect().toJSON()`,
      );
      expect(box.width / box.height).toBeCloseTo(16 / 9, 2);
      expect(Math.min(width - box.width, height - box.height)).toBeCloseTo(0, 0);
      expect(box.x).toBeCloseTo((width - box.width) / 2, 0);
      expect(box.y).toBeCloseTo((height - box.height) / 2, 0);
    }
  });

  it('the QR code opens the slide on screen', async () => {
    const page = await open({ scheme: 'http', hash: '#/agenda/2' });
    await page.keyboard.press('q');
    expect(await run(page, `document.querySelector('.lp-address').textContent === location.href`)).toBe(true);
    expect(await run(page, `document.querySelector('.lp-qr').getAttribute('aria-label')`)).toBe('Link naar deze dia');
    expect(await run(page, `document.querySelector('.lp-warning')`)).toBeNull();
    const code = qrcode(0, 'M');
    code.addData(page.url());
    code.make();
    const modules = Array.from({ length: code.getModuleCount() ** 2 }, (_, index) => {
      const [row, column] = [Math.floor(index / code.getModuleCount()), index % code.getModuleCount()];
      return code.isDark(row, column) ? `M${column + 4} ${row + 4}h1v1h-1z` : '';
    });
    expect(await run(page, `document.querySelector('.lp-qr path:last-child').getAttribute('d')`)).toBe(
      modules.join(''),
    );
  });

  it('the QR code names the published address where there is one, and warns of files', async () => {
    const page = await open({ hash: '#/agenda', head: '<link rel="canonical" href="https://les.example/deck.html">' });
    await page.keyboard.press('q');
    expect(await run(page, `document.querySelector('.lp-address').textContent`)).toBe(
      'https://les.example/deck.html#/agenda',
    );
    await page.evaluate(`document.querySelector('link[rel=canonical]').remove()`);
    await page.keyboard.press('q');
    await page.keyboard.press('q');
    expect(await run(page, `document.querySelector('.lp-warning').textContent`)).toContain('alleen op deze computer');
  });

  it('asks the screen to stay awake, again when the page comes back, where the browser can', async () => {
    const page = await open({
      scheme: 'http',
      before: `window.asked = []; const real = WakeLock.prototype.request;
        WakeLock.prototype.request = function (kind) { window.asked.push(kind); return real.call(this, kind); }`,
    });
    expect(await run(page, 'window.asked')).toEqual(['screen']);
    await page.evaluate(`document.dispatchEvent(new Event('visibilitychange'))`);
    expect(await run(page, 'window.asked')).toEqual(['screen', 'screen']);
    await lecture.close();
    const plain = await open({ before: 'delete Navigator.prototype.wakeLock' });
    expect(await run(plain, `'wakeLock' in navigator`)).toBe(false);
    await plain.keyboard.press('End');
    await untilAt(plain, 'dip');
  });

  it('speaks English where the lesson is not Dutch', async () => {
    const page = await open({ changes: { lang: 'en', audience: 'student' } });
    expect(await run(page, `document.querySelector('[data-command=overview]').ariaLabel`)).toBe('Overview');
    expect(await run(page, `document.querySelector('[data-command=presenter], [data-command=question]')`)).toBeNull();
  });
});

describe('what stands on two slides', () => {
  const dot = 'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7';
  const place = (slide: string, width: number): string =>
    `document.querySelector('section[data-slide="${slide}"]').insertAdjacentHTML('beforeend', '<figure class="picture"><img src="${dot}" width="${width}" alt=""></figure>')`;
  const moving = `document.getAnimations().filter(({ effect }) => effect.pseudoElement?.startsWith('::view-transition-group(lp-part')).length`;
  const goOn = async (page: Page): Promise<unknown> => {
    await run(page, `${place('welcome', 200)}; ${place('agenda', 500)}`);
    await page.keyboard.press('ArrowRight');
    await untilAt(page, 'agenda');
    return run(page, `new Promise((done) => setTimeout(() => done(${moving}), 60))`);
  };

  it('moves from its place on the one to that on the other', async () => {
    const page = await open({ hash: '#/welcome' });
    expect(await goOn(page)).toBe(1);
    await until(page, `document.querySelectorAll('[style*="view-transition-name"]').length === 0`);
  });

  it('stands still for whoever wants less motion', async () => {
    const page = await open({ hash: '#/welcome' });
    await page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }]);
    expect(await goOn(page)).toBe(0);
  });
});
