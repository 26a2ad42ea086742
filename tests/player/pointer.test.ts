import type { Browser, Page } from 'puppeteer';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { openLecture, run, startBrowser, until, untilAt, type Lecture } from './browser.ts';

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

async function drag(page: Page, points: readonly (readonly [number, number])[]): Promise<void> {
  const [first, ...rest] = points;
  if (!first) return;
  await page.mouse.move(...first);
  await page.mouse.down();
  for (const point of rest) await page.mouse.move(...point);
  await page.mouse.up();
}
const strokes = (tool: string): string => `document.querySelectorAll('.lp-ink g:first-of-type .lp-${tool}').length`;

it('pen and highlighter draw on the slide, in both windows, per slide; undo and clear take away', async () => {
  lecture = await openLecture(browser, { hash: '#/reversal' });
  const { page } = lecture;
  const presenter = await lecture.presenter();
  await page.bringToFront();
  await page.keyboard.press('d');
  await drag(page, [
    [100, 100],
    [200, 150],
    [300, 120],
  ]);
  await page.keyboard.press('h');
  await drag(page, [
    [100, 200],
    [400, 200],
  ]);
  await untilAt(page, 'reversal');
  for (const window of [page, presenter])
    await until(window, `${strokes('pen')} === 1 && ${strokes('highlighter')} === 1`);
  expect(await run(presenter, `document.querySelector('.lp-ink .lp-pen').getAttribute('d')`)).toBe(
    'M100 60Q200 110 250 95L300 80',
  );
  await page.keyboard.press('PageDown');
  await until(presenter, `${strokes('pen')} === 1`);
  await page.keyboard.press('PageDown');
  await until(presenter, `${strokes('pen')} === 0`);
  await page.keyboard.press('PageUp');
  await until(presenter, `${strokes('highlighter')} === 1`);
  await page.keyboard.press('u');
  await until(presenter, `${strokes('highlighter')} === 0 && ${strokes('pen')} === 1`);
  await page.reload();
  await until(page, `${strokes('pen')} === 1`);
  await presenter.keyboard.press('c');
  await until(page, `${strokes('pen')} === 0`);
});

it('the lecturer draws and points in the presenter view: the audience sees it at the same place', async () => {
  lecture = await openLecture(browser, { hash: '#/reversal' });
  const { page } = lecture;
  const presenter = await lecture.presenter();
  const box = await run<{ x: number; y: number; width: number; height: number }>(
    presenter,
    `document.querySelector('.lp-now .lp-ink').getBoundingClientRect().toJSON()`,
  );
  const middle = [box.x + box.width / 2, box.y + box.height / 2] as const;
  await presenter.keyboard.press('d');
  await drag(presenter, [middle, [middle[0] + 20, middle[1]]]);
  await until(page, `${strokes('pen')} === 1`);
  const drawn = await run<string>(page, `document.querySelector('.lp-pen').getAttribute('d')`);
  const [, x, y] = /^M([\d.]+) ([\d.]+)/.exec(drawn) ?? [];
  expect(Number(x)).toBeCloseTo(640, -1);
  expect(Number(y)).toBeCloseTo(360, -1);
  await presenter.keyboard.press('l');
  await presenter.mouse.move(middle[0] - 30, middle[1]);
  await presenter.mouse.move(...middle);
  await until(page, `Math.abs(Number(document.querySelector('.lp-dot').getAttribute('cx')) - 640) < 4`);
  await presenter.keyboard.press('Escape');
  await until(page, `Number(document.querySelector('.lp-dot').getAttribute('cx')) < 0`);
  await presenter.keyboard.press('z');
  await drag(presenter, [[box.x + 8, box.y + 8], [middle[0] - 5, middle[1] - 5], [...middle]]);
  await until(page, `document.documentElement.classList.contains('lp-zoomed')`);
  const seen = await run<{ width: number }>(
    page,
    `document.querySelector('section[data-active]').getBoundingClientRect().toJSON()`,
  );
  expect(seen.width / 2560).toBeCloseTo(1, 1);
  await presenter.keyboard.press('Escape');
  await until(page, `!document.documentElement.classList.contains('lp-zoomed')`);
});

it('a click goes on, at the left edge back; links, selections and the wheel move nothing', async () => {
  lecture = await openLecture(browser, { hash: '#/reversal' });
  const { page } = lecture;
  await page.mouse.click(900, 400);
  await untilAt(page, 'reversal', 1);
  await page.mouse.click(60, 400);
  await untilAt(page, 'reversal');
  await page.mouse.wheel({ deltaY: 500 });
  await page.click('[data-command=forward]');
  await untilAt(page, 'reversal', 1);
  await page.keyboard.press('Space');
  await untilAt(page, 'ssri');
});

it('a tap goes on, at the left edge back, and brings the toolbar', async () => {
  lecture = await openLecture(browser, { hash: '#/reversal' });
  const { page } = lecture;
  await page.setViewport({ width: 844, height: 390, hasTouch: true, isMobile: true });
  await page.reload();
  await until(page, `document.querySelector('.lp-toolbar')?.getBoundingClientRect().top >= innerHeight`);
  await page.touchscreen.tap(600, 150);
  await untilAt(page, 'reversal', 1);
  await until(page, `document.querySelector('.lp-toolbar').getBoundingClientRect().bottom <= innerHeight`);
  await page.touchscreen.tap(60, 150);
  await untilAt(page, 'reversal');
});

it('a swipe moves, a vertical one does not', async () => {
  lecture = await openLecture(browser, { hash: '#/reversal' });
  const { page } = lecture;
  // Wide enough for slides: a narrower window shows the text.
  await page.setViewport({ width: 844, height: 1000, hasTouch: true, isMobile: true });
  await page.reload();
  const swipe = async (from: readonly [number, number], to: readonly [number, number]): Promise<void> => {
    const touch = await page.touchscreen.touchStart(...from);
    for (let part = 1; part <= 4; part++)
      await touch.move(from[0] + ((to[0] - from[0]) * part) / 4, from[1] + ((to[1] - from[1]) * part) / 4);
    await touch.end();
  };
  await swipe([300, 420], [120, 430]);
  await untilAt(page, 'reversal', 1);
  await swipe([120, 420], [300, 430]);
  await untilAt(page, 'reversal');
  await swipe([200, 600], [210, 300]);
  await new Promise((resolve) => setTimeout(resolve, 150));
  await untilAt(page, 'reversal');
});

it('a click with the zoom tool enlarges and does not move on', async () => {
  lecture = await openLecture(browser, { hash: '#/agenda/1' });
  const { page } = lecture;
  await page.keyboard.press('z');
  await page.mouse.click(640, 400);
  await until(page, `document.documentElement.classList.contains('lp-zoomed')`);
  await new Promise((resolve) => setTimeout(resolve, 100));
  await untilAt(page, 'agenda', 1);
  await page.mouse.click(640, 400);
  await untilAt(page, 'agenda', 2);
});

it('the mouse pointer hides when it rests, but not over a view or in the presenter view', async () => {
  lecture = await openLecture(browser);
  const { page } = lecture;
  const cursor = `getComputedStyle(document.body).cursor`;
  const rest = `document.documentElement.classList.remove('lp-awake')`;
  await page.evaluate(rest);
  expect(await run(page, cursor)).toBe('none');
  await page.keyboard.press('o');
  await page.evaluate(rest);
  expect(await run(page, cursor)).toBe('auto');
  await page.keyboard.press('Escape');
  const presenter = await lecture.presenter();
  await presenter.evaluate(rest);
  expect(await run(presenter, cursor)).toBe('auto');
});
