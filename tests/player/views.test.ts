import type { Browser, Page } from 'puppeteer';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import {
  axeViolations,
  openLecture,
  run,
  startBrowser,
  until,
  untilAt,
  type Lecture,
  type LectureOptions,
} from './browser.ts';

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

describe('accessibility', () => {
  it('axe finds nothing in the player, its views, and the question on screen', async () => {
    const page = await open({ hash: '#/check' });
    expect(await axeViolations(page), 'player').toEqual([]);
    for (const [key, name] of [
      ['o', 'overview'],
      ['/', 'search'],
      ['?', 'help'],
      ['q', 'qr'],
    ] as const) {
      await page.keyboard.press(key);
      await until(page, view(name));
      expect(await axeViolations(page), name).toEqual([]);
      await page.keyboard.press('Escape');
      await until(page, `!document.querySelector('dialog')`);
    }
    for (let press = 0; press < 3; press++) await page.keyboard.press('r');
    expect(await axeViolations(page), 'question').toEqual([]);
    await page.keyboard.press('r');
    await page.keyboard.press('v');
    await page.keyboard.press('d');
    expect(await axeViolations(page), 'dark, pen').toEqual([]);
  });

  it('axe finds nothing in the presenter view and in the rehearsal', async () => {
    await open({ hash: '#/check' });
    const presenter = await lecture.presenter();
    expect(await axeViolations(presenter)).toEqual([]);
    await presenter.click('.lp-rehearse');
    await presenter.click('.lp-rehearse');
    await until(presenter, view('rehearsal'));
    expect(await axeViolations(presenter)).toEqual([]);
  });

  it('only the slide on screen is reachable; one polite region tells slide and steps', async () => {
    const page = await open({ hash: '#/welcome' });
    expect(await run(page, `document.querySelectorAll('#deck > section:not([inert])').length`)).toBe(1);
    expect(
      await run(
        page,
        `[...document.querySelectorAll('#deck > section[inert]')].every((s) => s.getBoundingClientRect().width === 0)`,
      ),
    ).toBe(true);
    expect(await run(page, `document.querySelectorAll('[aria-live=polite], [role=status], [role=alert]').length`)).toBe(
      1,
    );
    const said = `document.querySelector('[role=status]').textContent`;
    await page.keyboard.press('ArrowRight');
    await until(page, `${said} === 'Dia 2 van 8: Drie vragen voor vandaag'`);
    await page.keyboard.press('ArrowRight');
    await until(page, `${said} === 'Stap 1 van 3: Wat doet de transporter?'`);
  });

  it('the keyboard reaches the toolbar, which shows itself and its focus; Enter and Space work there', async () => {
    const page = await open({ hash: '#/welcome' });
    await until(page, `document.querySelector('.lp-toolbar').getBoundingClientRect().top >= innerHeight`);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    expect(
      await run(page, `document.activeElement.dataset.command + getComputedStyle(document.activeElement).outlineStyle`),
    ).toBe('forwardsolid');
    await page.keyboard.press('Enter');
    await untilAt(page, 'agenda');
    await page.keyboard.press('Space');
    await untilAt(page, 'agenda', 1);
  });

  it('without motion when the reader asks for none', async () => {
    const page = await open();
    await page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }]);
    await page.evaluate(`window.transitions = 0; const start = document.startViewTransition.bind(document);
      document.startViewTransition = (update) => { window.transitions++; return start(update); }`);
    await page.keyboard.press('End');
    expect(await run(page, `document.querySelector('section[data-active]').dataset.slide + window.transitions`)).toBe(
      'dip0',
    );
    await page.emulateMediaFeatures([]);
    await page.keyboard.press('Home');
    await untilAt(page, 'welcome');
    expect(await run(page, `window.transitions`)).toBe(1);
  });
});

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
  });

  it('speaks English where the lesson is not Dutch', async () => {
    const page = await open({ changes: { lang: 'en', audience: 'student' } });
    expect(await run(page, `document.querySelector('[data-command=overview]').ariaLabel`)).toBe('Overview');
    expect(await run(page, `document.querySelector('[data-command=presenter]')`)).toBeNull();
  });
});
