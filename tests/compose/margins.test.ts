import { expect, it } from 'vitest';
import { marginsOf } from '../../src/compose/fit/index.ts';
import { sectionLengths } from '../../src/text/index.ts';
import { lessonOf, soundKit } from '../support/pipeline.ts';

const css =
  'section { --margin-x: 72px; --margin-top: 34px } section:where(.size-4x3) { --margin-x: 56px }' +
  ' section.title { --margin-top: 1px } section { --margin-bottom: 2em }';

it('the margins are those of the tokens, for the shape of the slide', () => {
  expect(marginsOf(sectionLengths([css], ['size-16x9']), 1280)).toEqual({ x: 72, top: 34, bottom: 26 });
  expect(marginsOf(sectionLengths([css], ['size-4x3']), 960)).toEqual({ x: 56, top: 34, bottom: 26 });
  expect(marginsOf(sectionLengths(['no { css'], []), 960)).toEqual({ x: 56, top: 34, bottom: 26 });
});

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
