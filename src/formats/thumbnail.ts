import type { Format } from './format.ts';

/** Width of the picture relative to the slide. */
const scale = 0.375;

export const thumbnailFormat: Format = {
  name: 'thumbnail',
  summary: 'a small picture of the first slide, for the index page',
  standard: true,
  audiences: ['teacher', 'student', 'public'],
  tasks: ({ deck: { size } }) => [
    {
      path: 'thumbnail.png',
      mediaType: 'image/png',
      key: JSON.stringify(['thumbnail', 1, scale]),
      run: async (page) => ({ bytes: await page.screenshot({ clip: { x: 0, y: 0, ...size }, scale }) }),
    },
  ],
};
