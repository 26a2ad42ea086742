import type { Browser, Page } from 'puppeteer';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { openLecture, run, startBrowser, until, type Lecture } from './browser.ts';

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

const listen = `window.said = []; new MutationObserver(() => {
  const text = document.querySelector('[role=status]').textContent;
  if (text) window.said.push(text); }).observe(document.querySelector('[role=status]'), { childList: true, characterData: true, subtree: true })`;

/** What is said after each key. */
async function saidBy(page: Page, key: string): Promise<readonly string[]> {
  await page.evaluate('window.said.length = 0');
  await page.keyboard.press(key as 'Enter');
  await until(page, 'window.said.length > 0');
  return run(page, 'window.said');
}

/** A key that changes what is on screen, and what it says, once. */
const states: readonly (readonly [key: string, said: string | RegExp])[] = [
  ['b', 'Het scherm is zwart.'],
  ['b', 'De dia is weer te zien.'],
  ['w', 'Het scherm is wit.'],
  ['w', 'De dia is weer te zien.'],
  ['d', 'Pen'],
  ['h', 'Markeerstift'],
  ['l', 'Laserpointer'],
  ['Escape', 'Geen gereedschap'],
  ['+', 'Vergroot'],
  ['Escape', 'De hele dia'],
  ['t', /^Verstreken: \d+:\d\d$/],
  ['t', 'De verstreken tijd is verborgen.'],
  ['v', 'Donker'],
  ['v', 'Licht'],
  ['r', /^Wat onderscheidt MDMA van een SSRI bij SERT\? A: .* B: .* C: /],
  ['r', 'Handen omhoog'],
  ['r', /^Goede antwoord: A: Het wordt zelf door SERT meegenomen/],
  ['r', 'Wat onderscheidt MDMA van een SSRI?'],
  ['a', /^Tijdplan: /],
  ['m', 'Leesweergave: de les als tekst'],
  ['m', /^Dia's: /],
];

it('says every change of the screen, once each', async () => {
  lecture = await openLecture(browser, { hash: '#/check' });
  await lecture.page.evaluate(listen);
  for (const [key, said] of states) {
    const heard = await saidBy(lecture.page, key);
    expect(heard, key).toEqual([typeof said === 'string' ? said : expect.stringMatching(said)]);
  }
});

it('says the countdown when it starts and when it is taken off', async () => {
  lecture = await openLecture(browser, { hash: '#/check' });
  await lecture.page.evaluate(listen);
  await lecture.page.keyboard.press('5');
  expect(await saidBy(lecture.page, 't')).toEqual([expect.stringContaining('5:00')]);
  expect(await saidBy(lecture.page, 'Escape')).toEqual(['Het aftellen is uit.']);
});

it('says that a drawing is gone, and names the colours of the ink', async () => {
  lecture = await openLecture(browser, { hash: '#/reversal' });
  const { page } = lecture;
  await page.evaluate(listen);
  await page.keyboard.press('d');
  for (const x of [300, 500]) {
    await page.mouse.move(x, 300);
    await page.mouse.down();
    await page.mouse.move(x + 60, 340);
    await page.mouse.up();
  }
  expect(await saidBy(page, 'u')).toEqual(['De laatste streek is weg.']);
  expect(await saidBy(page, 'c')).toEqual(['De tekening is gewist.']);
  const names = await run<string[]>(page, `[...document.querySelectorAll('.lp-color')].map((one) => one.ariaLabel)`);
  expect(names).toEqual(['rood', 'blauw', 'groen', 'oranje'].map((name) => `Inktkleur: ${name}`));
});
