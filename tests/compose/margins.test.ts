import { expect, it } from 'vitest';
import { lessonOf, soundKit } from '../support/pipeline.ts';

it('a house style with wide margins leaves less room: its text is smaller or goes on', async () => {
  const bullets = Array.from({ length: 9 }, (_, i) => `The item number ${i} of a list that fills most of the slide`);
  const slides = [{ layout: 'bullets', title: 'A list', bullets }];
  const sizeOf = async (tokens: object): Promise<readonly [number, number]> => {
    const { made } = await soundKit(lessonOf(slides, { presentation: { tokens } }));
    const size = /text-(\d+)/.exec(made.deck.slides[0]?.html ?? '')?.[1];
    return [made.deck.slides.length, Number(size)];
  };
  const [pages, size] = await sizeOf({});
  const [more, smaller] = await sizeOf({ 'margin-x': '260px', 'margin-top': '120px' });
  expect(more > pages || smaller < size).toBe(true);
});
