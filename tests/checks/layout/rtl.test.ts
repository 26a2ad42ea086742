import { expect, it } from 'vitest';
import { layOutLesson, outlineOf } from './support.ts';

it('the ground of a title is looked up where it stands in a deck that runs from right to left', async () => {
  const slides = [
    { layout: 'title', id: 'first' },
    {
      layout: 'timeline',
      id: 'times',
      title: 'Two events',
      events: [
        { when: '1900', label: 'First' },
        { when: '2000', label: 'Second' },
      ],
    },
  ];
  const { codesOf, scene } = await layOutLesson(outlineOf(slides, { title: 'Water', lang: 'he' }));
  expect(codesOf('first')).not.toContain('slide/contrast');
  const title = scene.slides[0]?.texts.find(({ text }) => text === 'Water');
  expect(title?.sampled).toBe(true);
  expect(title?.backgrounds.every((ground) => Math.max(...ground) < 128)).toBe(true);
});
