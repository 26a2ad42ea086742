import type { Browser, Page } from 'puppeteer';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { axeViolations, run, startBrowser, tabStops, until, untilAt, type Lecture } from './browser.ts';
import { openRiver, riverDeck } from './reading-lesson.ts';

let browser: Browser;
let lecture: Lecture;
let html: string | undefined;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());
afterEach(async () => {
  expect(lecture.trouble).toEqual([]);
  await lecture.close();
});
async function open(hash: string, width = 1280): Promise<Page> {
  html ??= await riverDeck('teacher');
  lecture = await openRiver(browser, html, { hash, width });
  return lecture.page;
}
const press = async (page: Page, keys: string): Promise<void> => {
  for (const key of keys.split(' ')) await page.keyboard.press(key as 'Enter');
};
/** Presses Tab until the focus is on what the selector names. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let left = 120; left > 0; left--) {
    await page.keyboard.press('Tab');
    if (await run<boolean>(page, `document.activeElement.matches('${selector}')`)) return;
  }
  throw new Error(`Tab does not reach ${selector}`);
}
const view = (name: string): string => `document.querySelector('dialog[open]')?.dataset.view === '${name}'`;

describe('with the keyboard alone', () => {
  it('every control of the deck is reached and shows its focus', async () => {
    const page = await open('#/armour');
    const { missed, unseen, count } = await tabStops(page);
    expect({ missed, unseen }).toEqual({ missed: [], unseen: [] });
    expect(count).toBeGreaterThan(10);
  });

  it('a lecture is given: steps, overview, search, the question with its answer', async () => {
    const page = await open('');
    await press(page, 'ArrowRight');
    await untilAt(page, 'armour');
    await press(page, 'o');
    await until(page, view('overview'));
    await press(page, 'ArrowRight Enter');
    await untilAt(page, 'sizes');
    await press(page, '/');
    await page.keyboard.type('threshold');
    await press(page, 'Enter');
    await untilAt(page, 'listing');
    await press(page, 'End');
    await untilAt(page, 'test');
    await press(page, 'r r r');
    await until(page, `document.querySelector('.lp-correct .lp-mark')`);
    await press(page, 'Escape');
    await until(page, `document.querySelector('.lp-quiz').hidden`);
  });

  it('the presenter view is opened, reached in every part and used', async () => {
    const page = await open('#/test');
    const presenter = await lecture.presenter();
    const { missed, unseen } = await tabStops(presenter);
    expect({ missed, unseen }).toEqual({ missed: [], unseen: [] });
    await tabTo(presenter, '.lp-card input');
    await presenter.keyboard.type('7');
    await press(presenter, 'Tab');
    await presenter.keyboard.press('PageUp');
    await untilAt(page, 'photo');
  });

  it.each([1280, 320])('the text at %d px: past the contents, into answers and boxes, and back', async (width) => {
    const page = await open('#read', width);
    await page.evaluate(`document.querySelectorAll('details').forEach((one) => (one.open = true))`);
    const { missed, unseen } = await tabStops(page);
    expect({ missed, unseen }).toEqual({ missed: [], unseen: [] });
    await page.evaluate(
      `document.querySelectorAll('details').forEach((one) => (one.open = false)); document.activeElement.blur(); scrollTo(0, 0)`,
    );
    await tabTo(page, '.lr-skip');
    await press(page, 'Enter');
    expect(await run(page, `document.activeElement.id`)).toBe('lr-text');
    await tabTo(page, '.lr-answer summary');
    await press(page, 'Enter');
    await until(page, `document.querySelector('.lr-right').checkVisibility()`);
    await page.keyboard.down('Shift');
    await tabTo(page, '.lr-bar [data-command=reading]');
    await page.keyboard.up('Shift');
    await press(page, 'Enter');
    await until(page, `!document.documentElement.classList.contains('lp-reading')`);
  });
});

/** Keys that lead into each state of the slides, and out of it. */
const states: readonly (readonly [state: string, into: string, out: string])[] = [
  ['the slide', 'Tab', 'Escape'],
  ['the overview', 'o', 'Escape'],
  ['the search', '/', 'Escape'],
  ['the keys', '?', 'Escape'],
  ['the link', 'q', 'Escape'],
  ['the pen', 'd', 'Escape'],
  ['an enlarged slide', '+ +', 'Escape'],
  ['a black screen', 'b', 'b'],
  ['the elapsed time', 't', 't'],
  ['the hands', 'r r', 'Escape'],
  ['the answer', 'r r r', 'Escape'],
];

const looks = [
  ['light', 1280, ''],
  ['dark', 1280, 'v'],
  ['light', 320, ''],
  ['dark', 320, 'v'],
] as const;

it.each(looks)('axe finds nothing on the slides of a real deck: %s at %d px', async (_, width, key) => {
  const page = await open('#/test', width);
  if (width < 700) {
    await page.click('.lr-bar [data-command=reading]');
    await untilAt(page, 'opening');
    await press(page, 'End');
  }
  await untilAt(page, 'test');
  if (key !== '') await press(page, key);
  for (const [state, into, out] of states) {
    await press(page, into);
    expect(await axeViolations(page), state).toEqual([]);
    expect(await run(page, `document.documentElement.scrollWidth > innerWidth`), state).toBe(false);
    await press(page, out);
    await until(page, `!document.querySelector('dialog')`);
  }
  for (const slide of ['armour', 'sizes', 'where', 'rates', 'forces', 'shields', 'listing', 'photo']) {
    await page.evaluate(`location.hash = '#/${slide}'`);
    await untilAt(page, slide);
    expect(await axeViolations(page), slide).toEqual([]);
  }
});
