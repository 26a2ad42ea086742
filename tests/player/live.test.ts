import type { Browser } from 'puppeteer';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { openLecture, run, startBrowser, until, untilAt, type Lecture } from './browser.ts';
import { data, slidesHtml } from './fixture.ts';

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
const send = (message: object): Promise<unknown> =>
  lecture.page.evaluate(`window.postMessage(${JSON.stringify(message)}, location.origin)`);
const title = `document.querySelector('section[data-active] h1').textContent`;
const changed = slidesHtml().map((html) => html.replaceAll('Drie vragen', 'Vier vragen'));

it('takes over a new build without losing slide and step, and replaces only what changed', async () => {
  lecture = await openLecture(browser, {
    scheme: 'http',
    hash: '#/agenda/2',
    head: '<meta name="lectern-live" content="">',
  });
  const { page } = lecture;
  await send({ lecternLive: 'deck', slides: slidesHtml(), data });
  await page.evaluate(`window.kept = null; setTimeout(() => (window.kept = document.querySelector('#s-welcome')), 50)`);
  await until(page, 'window.kept');
  await send({ lecternLive: 'deck', slides: changed, data, theme: '#deck>section{background:rgb(1, 2, 3)}' });
  await until(page, `${title}.startsWith('Vier vragen')`);
  await untilAt(page, 'agenda', 2);
  expect(await run(page, `document.querySelectorAll('section[data-active] [data-step]:not(.lp-future)').length`)).toBe(
    2,
  );
  expect(await run(page, `window.kept === document.querySelector('#s-welcome')`)).toBe(true);
  expect(await run(page, `getComputedStyle(document.querySelector('section[data-active]')).backgroundColor`)).toBe(
    'rgb(1, 2, 3)',
  );
  await send({ lecternLive: 'deck', slides: changed.filter((html) => !html.includes('s-agenda')), data });
  await untilAt(page, 'reversal', 1);
  await send({ lecternLive: 'go', slide: 'ssri' });
  await untilAt(page, 'ssri');
  await send({ lecternLive: 'command', command: 'black' });
  await until(page, `document.querySelector('.lp-cover').dataset.screen === 'black'`);
});

it('is shut in a published deck', async () => {
  lecture = await openLecture(browser, { scheme: 'http', hash: '#/agenda' });
  await send({ lecternLive: 'go', slide: 'ssri' });
  await send({ lecternLive: 'deck', slides: changed, data });
  await new Promise((resolve) => setTimeout(resolve, 200));
  await untilAt(lecture.page, 'agenda');
  expect(await run(lecture.page, title)).toBe('Drie vragen voor vandaag');
});

it('asks again when the server refuses the stream, as one that is just starting does', async () => {
  lecture = await openLecture(browser, {
    scheme: 'http',
    connect: "; connect-src 'self'",
    head: '<meta name="lectern-live" content="deck.html/live?view=deck">',
  });
  // The server of the test answers 204: a browser that hears this never asks again by itself.
  const asked = `performance.getEntriesByType('resource').filter(({ initiatorType, name }) => initiatorType === 'other' && name.includes('/live')).length`;
  await until(lecture.page, `${asked} >= 3`);
});
