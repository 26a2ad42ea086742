import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { copyOfLessons, lectern } from '../support/cli.ts';
import { startBrowser } from '../player/browser.ts';

const ids = ['mdma-serotonine', 'fourier-series'] as const;
const project = copyOfLessons(...ids);
let browser: Browser;
beforeAll(async () => {
  const run = await lectern(project.root, ['build', '--format', 'html', '--no-check']);
  if (run.code !== 0) throw new Error(run.err);
  browser = await startBrowser();
}, 120_000);
afterAll(async () => {
  await browser.close();
  project.remove();
});

/** What the page says about itself, as one expression. */
const fonts = `document.fonts.ready.then(() => ({
  failed: [...document.fonts].filter((face) => face.status === 'error').map((face) => face.family),
  loaded: [...new Set([...document.fonts].filter((face) => face.status === 'loaded').map((face) => face.family.replaceAll('"', '')))].sort(),
  text: getComputedStyle(document.querySelector('main > section')).fontFamily,
  title: getComputedStyle(document.querySelector('main > section :is(h1, h2, h3)')).fontFamily,
}))`;

interface Fonts {
  readonly failed: readonly string[];
  readonly loaded: readonly string[];
  readonly text: string;
  readonly title: string;
}

describe.each(ids)('deck.html of %s from a disk, without a network', (id) => {
  it('asks for nothing but itself on any slide, and uses its own fonts', async () => {
    const page = await browser.newPage();
    const client = await page.createCDPSession();
    const asked: string[] = [];
    const trouble: string[] = [];
    await client.send('Network.enable');
    client.on('Network.requestWillBeSent', ({ request }) => asked.push(request.url.slice(0, 120)));
    page.on('console', (message) => message.type() === 'error' && trouble.push(message.text()));
    page.on('pageerror', (error) => trouble.push(String(error)));
    await page.setOfflineMode(true);
    const url = pathToFileURL(join(project.root, 'output', id, 'deck.html')).href;
    await page.goto(url);
    await page.waitForSelector('#lectern-player');
    const count = Number(await page.evaluate(`document.querySelectorAll('main > section').length`));
    for (let i = 0; i < count * 2; i++) await page.keyboard.press('ArrowRight');
    const seen = (await page.evaluate(fonts)) as Fonts;
    await page.close();
    expect(asked.filter((one) => !one.startsWith('data:') && !one.startsWith('blob:'))).toEqual([url]);
    expect(trouble).toEqual([]);
    expect(seen.failed).toEqual([]);
    expect(seen.loaded).toEqual(expect.arrayContaining(['Lectern Sans', 'Lectern Serif']));
    expect([seen.text, seen.title]).toEqual([
      expect.stringMatching(/^"?Lectern Sans/),
      expect.stringMatching(/^"?Lectern Serif/),
    ]);
  });

  it('shows every slide without JavaScript', async () => {
    const page = await browser.newPage();
    await page.setJavaScriptEnabled(false);
    await page.goto(pathToFileURL(join(project.root, 'output', id, 'deck.html')).href);
    const visible = await page.$$eval(
      'main > section',
      (sections: readonly { readonly offsetHeight: number }[]) =>
        sections.filter((section) => section.offsetHeight > 100).length,
    );
    const all = (await page.$$('main > section')).length;
    await page.close();
    expect([visible, all > 10]).toEqual([all, true]);
  });
});
