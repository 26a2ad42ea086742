import type { Browser, Page } from 'puppeteer';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { readLecture } from '../../src/lecture/index.ts';
import { axeViolations, openLecture, run, startBrowser, until, untilAt, type Lecture } from './browser.ts';

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

/** Keeps the file that the page would save. */
const takeFile = `const make = URL.createObjectURL; URL.createObjectURL = (blob) => { blob.text().then((text) => { window.saved = text; }); return make.call(URL, blob); };
HTMLAnchorElement.prototype.click = function () { window.savedAs = this.download; };`;

async function save(page: Page): Promise<string> {
  await page.keyboard.press('k');
  await until(page, `document.querySelector('dialog[data-view="keep"]')`);
  await page.focus('#lp-remarks');
  await page.keyboard.type('Why not "both" <b>?');
  await page.focus('.lp-keep .lp-button');
  await page.keyboard.press('Enter');
  await until(page, `window.saved`);
  return run<string>(page, `window.saved`);
}

it('what happened is saved by key, from either window, as a file that the command reads', async () => {
  lecture = await openLecture(browser, { before: takeFile, hash: '#/reversal/1' });
  const { page } = lecture;
  const presenter = await lecture.presenter();
  await page.bringToFront();
  await page.keyboard.press('d');
  await page.mouse.move(100, 100);
  await page.mouse.down();
  await page.mouse.move(300, 160);
  await page.mouse.up();
  await page.keyboard.press('d');
  await page.keyboard.press('PageDown');
  await untilAt(page, 'ssri');
  await page.keyboard.press('k');
  await until(page, `document.querySelector('.lp-keep')`);
  expect(await axeViolations(page)).toEqual([]);
  await page.keyboard.press('Escape');
  const read = readLecture('x.json', await save(page));
  expect(read.diagnostics).toEqual([]);
  if (!read.ok) return;
  expect(await run(page, `window.savedAs`)).toBe('mdma-serotonine-lecture.json');
  expect(read.value).toMatchObject({
    lesson: 'mdma-serotonine',
    plan: 'long',
    remarks: 'Why not "both" <b>?',
    hands: [],
  });
  expect(read.value.visits.map(({ slide }) => slide)).toEqual(['reversal', 'ssri']);
  expect(Object.keys(read.value.ink)).toEqual(['reversal']);
  expect(read.value.ink.reversal?.[0]?.points).toHaveLength(4);
  await page.keyboard.press('Escape');
  await presenter.bringToFront();
  const other = readLecture('y.json', await save(presenter));
  expect(other.ok && other.value.ink).toEqual(read.value.ink);
});

it('numbers and names of the source are outlined and show their sentence, by mouse and by key', async () => {
  lecture = await openLecture(browser, { hash: '#/ssri' });
  const { page } = lecture;
  await page.keyboard.press('e');
  await until(page, `document.querySelector('.lp-toast').textContent.includes('bron')`);
  // Of the slide's words only MDMA stands in its sentences; it is found in title and list, not in formulas.
  const marks = await run<string[]>(page, `[...document.querySelectorAll('.lp-where button')].map((e) => e.ariaLabel)`);
  expect(marks).toEqual(['MDMA: Waar komt dat vandaan?']);
  expect(await axeViolations(page)).toEqual([]);
  expect(await run(page, `document.activeElement.className + document.activeElement.ariaLabel`)).toContain('MDMA');
  await page.keyboard.press('Enter');
  await until(page, `document.querySelector('dialog[data-view="where"] blockquote')`);
  expect(await run(page, `document.querySelector('.lp-sentence').textContent`)).toContain(
    'MDMA keert de richting van de transporter om.',
  );
  expect(await run(page, `document.querySelector('.lp-sentence').textContent`)).toContain('Verrico et al.');
  await page.keyboard.press('Escape');
  await until(page, `!document.querySelector('dialog') && document.querySelector('.lp-where')`);
  await page.keyboard.press('ArrowRight');
  await until(page, `!document.querySelector('.lp-where')`);
  await untilAt(page, 'check');
});

it('says so where the edition holds no source', async () => {
  lecture = await openLecture(browser, { changes: { slides: [], audience: 'student' } });
  const { page } = lecture;
  await page.keyboard.press('e');
  await until(page, `document.querySelector('.lp-toast').textContent.includes('in de bron gevonden')`);
  expect(await run(page, `document.querySelector('.lp-where')`)).toBeNull();
});
