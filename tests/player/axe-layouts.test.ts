import { afterAll, expect, it } from 'vitest';
import { staticHtml } from '../../src/formats/html/index.ts';
import { inVariant } from '../../src/pages/gallery/index.ts';
import { examplesOf, layouts, makeDecks } from '../layouts/support.ts';
import { axeSource } from './fixture.ts';
import { run, startBrowser } from './browser.ts';

const browser = await startBrowser();
afterAll(() => browser.close());

/** All slides of some decks, one under the other, as they are without a script. */
async function pagesOf(variant: 'light' | 'dark'): Promise<readonly string[]> {
  const usual = layouts.flatMap((layout) =>
    examplesOf(layout)
      .filter(({ name }) => name === 'normal')
      .slice(0, 1),
  );
  const { made, found } = await makeDecks(usual, { size: '16:9' });
  expect(found).toEqual([]);
  return made.map(({ deck }) => {
    const slides = deck.slides.map((slide) => ({ ...slide, html: inVariant(slide.html, variant) }));
    return staticHtml({ ...deck, slides }, deck.title).replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, '');
  });
}

it.each([
  ['light', 'none'],
  ['dark', 'none'],
  ['light', 'active'],
] as const)(
  'axe finds nothing on the slides of any layout: %s, forced colours %s',
  async (variant, forced) => {
    const page = await browser.newPage();
    await page.setViewport({ width: 1280, height: 720 });
    const session = await page.createCDPSession();
    await session.send('Emulation.setEmulatedMedia', { features: [{ name: 'forced-colors', value: forced }] });
    for (const html of await pagesOf(variant)) {
      await page.setContent(html);
      await page.evaluate(axeSource());
      const flaws = await run<readonly string[]>(
        page,
        `axe.run('#deck').then(({ violations }) => violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => id + ': ' + target.join(' ') + ' on ' + document.querySelector(target[0])?.closest('section')?.dataset.slide)))`,
      );
      expect(flaws).toEqual([]);
    }
    await page.close();
  },
  60_000,
);
