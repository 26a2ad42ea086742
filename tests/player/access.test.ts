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
const press = async (page: Page, keys: string): Promise<void> => {
  for (const key of keys.split(' ')) await page.keyboard.press(key as 'Enter');
};

/** Keys that lead into each state from the slide that asks a question, and out of it. */
const states: readonly (readonly [state: string, into: string, out: string])[] = [
  ['the slide', 'Tab', 'Tab'],
  ['the overview', 'o', 'Escape'],
  ['the search', '/', 'Escape'],
  ['the search with hits', '/ d e', 'Escape'],
  ['the search without hits', '/ x q x', 'Escape'],
  ['the keys', '?', 'Escape'],
  ['the link', 'q', 'Escape'],
  ['a number being typed', '1 2', 'Escape'],
  ['the pen', 'd', 'Escape'],
  ['the highlighter', 'h', 'Escape'],
  ['the laser pointer', 'l', 'Escape'],
  ['the zoom tool', 'z', 'Escape'],
  ['an enlarged slide', '+ +', 'Escape'],
  ['a black screen', 'b', 'Escape'],
  ['a white screen', 'w', 'Escape'],
  ['a countdown and the elapsed time', '5 t t', 't Escape'],
  ['the question', 'r', 'Escape'],
  ['the hands', 'r r', 'Escape'],
  ['the answer', 'r r r', 'Escape'],
  ['dark', 'v', 'v'],
];

describe.each(['normal', 'forced'] as const)('axe finds nothing: %s colours', (colors) => {
  it('in any state of the player', async () => {
    const page = await open({ hash: '#/check' });
    if (colors === 'forced') await forceColors(page);
    for (const [state, into, out] of states) {
      await press(page, into);
      expect(await axeViolations(page), state).toEqual([]);
      await press(page, out);
      await until(page, `!document.querySelector('dialog')`);
    }
  });

  it('in the presenter view and the rehearsal', async () => {
    await open({ hash: '#/check' });
    const presenter = await lecture.presenter();
    if (colors === 'forced') await forceColors(presenter);
    await presenter.focus('.lp-card input');
    await presenter.keyboard.type('12\n4\n\n');
    for (const [state, into, out] of [...states, ['recording', 'p n', 'p n'] as const]) {
      if (state === 'recording') await presenter.click('.lp-rehearse');
      await press(presenter, into);
      expect(await axeViolations(presenter), state).toEqual([]);
      await press(presenter, out);
      await until(presenter, `!document.querySelector('dialog')`);
    }
    for (const tab of [1, 2, 3]) {
      await presenter.click(`.lp-tab:nth-of-type(${tab})`);
      expect(await axeViolations(presenter), `tab ${tab}`).toEqual([]);
    }
    await presenter.click('.lp-rehearse');
    await until(presenter, view('rehearsal'));
    expect(await axeViolations(presenter), 'rehearsal').toEqual([]);
    await presenter.setViewport({ width: 820, height: 600 });
    await presenter.keyboard.press('Escape');
    await lecture.page.close();
    await until(presenter, `!document.querySelector('.lp-connection.lp-on')`);
    expect(await axeViolations(presenter), 'narrow and alone').toEqual([]);
  });
});

async function forceColors(page: Page): Promise<void> {
  const session = await page.createCDPSession();
  await session.send('Emulation.setEmulatedMedia', { features: [{ name: 'forced-colors', value: 'active' }] });
  expect(await run(page, `matchMedia('(forced-colors: active)').matches`)).toBe(true);
}

it('forced colours keep apart what is chosen, counted and done', async () => {
  const page = await open({ hash: '#/check' });
  await forceColors(page);
  const color = (selector: string): Promise<string> =>
    run(page, `getComputedStyle(document.querySelector('${selector}')).backgroundColor`);
  await page.keyboard.press('d');
  expect(await color('[data-command=pen]')).not.toBe(await color('[data-command=highlighter]'));
  expect(await color('.lp-progress > span > span')).not.toBe(await color('.lp-progress > span'));
  await page.keyboard.press('Escape');
  await press(page, 'r r');
  expect(await color('.lp-bar > span')).not.toBe(await color('.lp-bar'));
});

describe('views keep the focus and give it back', () => {
  const outside = `document.activeElement !== document.body && !document.activeElement.closest('dialog')`;

  it.each([
    ['overview', 'o'],
    ['search', '/'],
    ['qr', 'q'],
    ['help', '?'],
  ] as const)('%s', async (name, key) => {
    const page = await open({ hash: '#/agenda' });
    const command = `[data-command=${name}]`;
    await page.focus(command);
    await page.keyboard.press('Enter');
    await until(page, view(name));
    for (let count = 0; count < 15; count++) {
      await page.keyboard.press('Tab');
      expect(await run(page, outside)).toBe(false);
    }
    await page.keyboard.press('Escape');
    await until(page, `!document.querySelector('dialog')`);
    expect(await run(page, `document.activeElement.matches('${command}')`), 'after Escape').toBe(true);
    await page.keyboard.press(key);
    await until(page, view(name));
    await page.click('dialog .lp-dialog-head .lp-icon');
    expect(await run(page, `document.activeElement.matches('${command}')`), 'after the close button').toBe(true);
  });

  it('rehearsal', async () => {
    await open();
    const presenter = await lecture.presenter();
    await presenter.focus('.lp-rehearse');
    await press(presenter, 'Enter Enter');
    await until(presenter, view('rehearsal'));
    for (let count = 0; count < 8; count++) {
      await presenter.keyboard.press('Tab');
      expect(await run(presenter, outside)).toBe(false);
    }
    await presenter.keyboard.press('Escape');
    await until(presenter, `document.activeElement.matches('.lp-rehearse')`);
  });
});

it('each move is said once, in either window, also when it comes from a view', async () => {
  const page = await open({ hash: '#/welcome' });
  const presenter = await lecture.presenter();
  for (const window of [page, presenter])
    await window.evaluate(`window.said = []; new MutationObserver(() => {
      const text = document.querySelector('[role=status]').textContent;
      if (text) window.said.push(text); }).observe(document.querySelector('[role=status]'), { childList: true, characterData: true, subtree: true })`);
  await page.bringToFront();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  const moves = ['Dia 2 van 8: Drie vragen voor vandaag', 'Stap 1 van 3: Wat doet de transporter?'];
  for (const window of [page, presenter]) {
    await until(window, `window.said.length >= 2`);
    expect(await run(window, 'window.said')).toEqual(moves);
  }
  await page.evaluate(`window.said = []`);
  await page.keyboard.press('/');
  await page.keyboard.type('na');
  await page.keyboard.press('Enter');
  await untilAt(page, 'dip');
  const after = await run<string[]>(page, 'window.said');
  expect(after.at(-1)).toMatch(/^Dia 8 van 8/);
  expect(after.filter((text) => text.startsWith('Dia'))).toHaveLength(1);
  expect(await run(page, `document.querySelector('[role=status]').closest('dialog')`)).toBeNull();
});

describe('for everyone', () => {
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
