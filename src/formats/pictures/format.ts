import type { BrowserPage } from '../../model/index.ts';
import type { Format, PageResult, PageTask } from '../format.ts';

/** A card for messages and social networks, 1200 × 630: the middle of the first slide. */
const card = { width: 1200, height: 630 };

const png = (path: string, key: string, run: PageTask['run']): PageTask => ({ path, mediaType: 'image/png', key, run });

/** Slides are brought into the window one by one: a picture of what lies outside it lays out the whole document anew. */
async function pictureAt(page: BrowserPage, top: number, type: 'png' | 'webp'): Promise<PageResult> {
  await page.evaluate(`scrollTo(0, ${top})`);
  const bytes = await page.screenshot({ type });
  // Other tasks of this document find it as it was.
  await page.evaluate('scrollTo(0, 0)');
  return { bytes };
}

export const picturesFormat: Format = {
  name: 'pictures',
  summary: 'each slide as a PNG and a WebP picture, and a card for social networks',
  standard: false,
  audiences: ['teacher', 'student', 'public'],
  tasks: ({ deck: { size, slides } }) => [
    ...slides.flatMap(({ number }): readonly PageTask[] => {
      const name = `slides/${String(number).padStart(3, '0')}`;
      const top = (number - 1) * size.height;
      const key = JSON.stringify(['picture', 2, size, number]);
      return [
        png(`${name}.png`, key, (page) => pictureAt(page, top, 'png')),
        { path: `${name}.webp`, mediaType: 'image/webp', key, run: (page) => pictureAt(page, top, 'webp') },
      ];
    }),
    png('slides/card.png', JSON.stringify(['card', 1, size]), async (page) => {
      const height = (size.width * card.height) / card.width;
      const clip = { x: 0, y: (size.height - height) / 2, width: size.width, height };
      return { bytes: await page.screenshot({ clip, scale: card.width / size.width }) };
    }),
  ],
};
