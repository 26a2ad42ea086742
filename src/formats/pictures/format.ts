import type { Format, PageTask } from '../format.ts';

/** A card for messages and social networks, 1200 × 630: the middle of the first slide. */
const card = { width: 1200, height: 630 };

const png = (path: string, key: string, run: PageTask['run']): PageTask => ({ path, mediaType: 'image/png', key, run });

export const picturesFormat: Format = {
  name: 'pictures',
  summary: 'each slide as a PNG and a WebP picture, and a card for social networks',
  standard: false,
  audiences: ['teacher', 'student', 'public'],
  tasks: ({ deck: { size, slides } }) => [
    ...slides.flatMap(({ number }): readonly PageTask[] => {
      const name = `slides/${String(number).padStart(3, '0')}`;
      const clip = { ...size, x: 0, y: (number - 1) * size.height };
      return [
        png(`${name}.png`, JSON.stringify(['picture', 1, clip]), async (page) => ({
          bytes: await page.screenshot({ clip }),
        })),
        {
          path: `${name}.webp`,
          mediaType: 'image/webp',
          key: JSON.stringify(['picture', 1, clip]),
          run: async (page) => ({ bytes: await page.screenshot({ clip, type: 'webp' }) }),
        },
      ];
    }),
    png('slides/card.png', JSON.stringify(['card', 1, size]), async (page) => {
      const height = (size.width * card.height) / card.width;
      const clip = { x: 0, y: (size.height - height) / 2, width: size.width, height };
      return { bytes: await page.screenshot({ clip, scale: card.width / size.width }) };
    }),
  ],
};
