import type { Format, PageTask } from '../format.ts';
import { Album } from './album.ts';

/** A card for messages and social networks, 1200 × 630: the middle of the first slide. */
const card = { width: 1200, height: 630 };

const nothing = new Uint8Array();

export const picturesFormat: Format = {
  name: 'pictures',
  summary: 'each slide as a PNG and a WebP picture, and a card for social networks',
  standard: false,
  audiences: ['teacher', 'student', 'public'],
  tasks: ({ deck: { size, slides } }) => {
    const album = new Album(size, slides.length);
    return [
      ...slides.flatMap(({ number }) =>
        (['png', 'webp'] as const).map((format): PageTask => ({
          path: `slides/${String(number).padStart(3, '0')}.${format}`,
          mediaType: `image/${format}`,
          key: JSON.stringify(['picture', 4, size, number, format]),
          run: async (page) => {
            await album.photograph(page);
            return { bytes: nothing };
          },
          after: () => album.picture(number, format),
        })),
      ),
      {
        path: 'slides/card.png',
        mediaType: 'image/png',
        key: JSON.stringify(['card', 1, size]),
        run: async (page) => {
          const height = (size.width * card.height) / card.width;
          const clip = { x: 0, y: (size.height - height) / 2, width: size.width, height };
          return { bytes: await page.screenshot({ clip, scale: card.width / size.width }) };
        },
      },
    ];
  },
};
