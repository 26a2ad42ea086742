import { readFileSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'puppeteer';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { parse } from 'yaml';
import { openLecture, run, startBrowser, until, untilPresenterAt, type Lecture } from './browser.ts';

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

/** A clock that the test sets, in both windows alike: real time plus an offset kept in the presenter's window. */
const settableClock = `(() => { const real = Date.now; const Real = Date; window.clockOffset = 0;
  Date.now = () => real() + window.clockOffset;
  window.Date = new Proxy(Real, { construct: (target, args) => args.length ? new target(...args) : new target(Date.now()) }); })()`;
const minutesLater = (page: Page, minutes: number): Promise<unknown> =>
  page.evaluate(`window.clockOffset += ${minutes * 60_000}`);
const pace = `document.querySelector('.lp-pace').textContent`;
const state = `document.querySelector('.lp-pace').dataset.state`;
const row = (index: number): string =>
  `[...document.querySelectorAll('.lp-sections tbody tr')][${index}].children[2].textContent`;

async function start(): Promise<Page> {
  lecture = await openLecture(browser, { before: settableClock });
  return lecture.presenter();
}

it('tells ahead, on time and behind in words and colour, per section and plan', async () => {
  const presenter = await start();
  expect(await run(presenter, `document.querySelector('.lp-spent').textContent`)).toBe('0:00');
  expect(await run(presenter, pace)).toBe('Nog niet begonnen');
  await presenter.click('.lp-spent-box .lp-icon');
  await minutesLater(presenter, 2);
  await until(presenter, `${state} === 'on-time' && ${pace} === 'Op schema'`);
  const green = await run(presenter, `getComputedStyle(document.querySelector('.lp-pace')).color`);
  await minutesLater(presenter, 3);
  await until(presenter, `${state} === 'behind' && /^2:0\\d achter op schema$/.test(${pace})`);
  expect(await run(presenter, `getComputedStyle(document.querySelector('.lp-pace')).color`)).not.toBe(green);
  await presenter.keyboard.press('6');
  await presenter.keyboard.press('Enter');
  await until(presenter, `${state} === 'ahead' && /^1[23]:\\d\\d voor op schema$/.test(${pace})`);
  await until(presenter, `/^5:0\\d$/.test(${row(0)}) && ${row(1)} === '0:00'`);
  await presenter.select('.lp-bar-top select', 'short');
  await until(presenter, `/^[78]:\\d\\d voor op schema$/.test(${pace})`);
  expect(await run(presenter, `document.querySelector('.lp-sections tbody tr[aria-current] th').textContent`)).toBe(
    'Wat we bij mensen meten',
  );
});

it('pauses, goes on, resets, and survives a reload', async () => {
  const presenter = await start();
  const spent = `document.querySelector('.lp-spent').textContent`;
  await presenter.click('.lp-spent-box .lp-icon');
  await minutesLater(presenter, 10);
  await until(presenter, `/^10:0\\d$/.test(${spent})`);
  await presenter.click('.lp-spent-box .lp-icon');
  await minutesLater(presenter, 5);
  await until(presenter, `/^10:0\\d$/.test(${spent}) && document.querySelector('.lp-paused')`);
  await presenter.reload();
  await until(presenter, `/^10:0\\d$/.test(document.querySelector('.lp-spent')?.textContent)`);
  await presenter.click('.lp-spent-box .lp-icon:last-child');
  await until(presenter, `${spent} === '0:00'`);
});

it('records a rehearsal and offers the minutes as YAML to copy and to download', async () => {
  const presenter = await start();
  const folder = mkdtempSync(join(tmpdir(), 'lectern-rehearsal-'));
  const session = await presenter.createCDPSession();
  await session.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: folder });
  await presenter.click('.lp-rehearse');
  await until(presenter, `document.querySelector('.lp-recording')`);
  await minutesLater(presenter, 3.2);
  await presenter.keyboard.press('3');
  await presenter.keyboard.press('Enter');
  await untilPresenterAt(presenter, 3);
  await minutesLater(presenter, 11.6);
  await presenter.click('.lp-rehearse');
  await until(presenter, `document.querySelector('dialog[open]')?.dataset.view === 'rehearsal'`);
  const yaml = await run<string>(presenter, `document.querySelector('.lp-yaml').value`);
  expect(parse(yaml)).toEqual({
    sections: [
      { id: 'start', minutes: { short: 4, long: 3.5 } },
      { id: 'pump', minutes: { short: 9, long: 12 } },
      { id: 'human', minutes: { short: 8, long: 16 } },
    ],
  });
  await presenter.click('a[download]');
  for (let left = 100; left > 0 && !readdirSync(folder).some((name) => name.endsWith('.yaml')); left--)
    await new Promise((r) => setTimeout(r, 25));
  expect(readdirSync(folder)).toEqual(['mdma-serotonine-rehearsal.yaml']);
  expect(readFileSync(join(folder, 'mdma-serotonine-rehearsal.yaml'), 'utf8')).toBe(yaml);
  rmSync(folder, { recursive: true });
});
