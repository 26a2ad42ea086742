import { defineCodes } from '../../base/index.ts';
import { slidesOf } from '../../model/index.ts';
import type { Check } from '../check.ts';

const { table, diagnostic } = defineCodes({
  'slide/no-steps': {
    severity: 'warning',
    summary: 'A slide says `steps: true`, but nothing on it appears one after another.',
    why: 'In the hall a key press would be expected to show the next part.',
    mend: 'Leave `steps` out, or use a layout whose parts appear one after another, such as `bullets` or `cascade`.',
  },
});

/** Slides whose steps would do nothing. */
export const stepsCheck: Check = {
  name: 'steps',
  codes: table,
  run({ deck, lesson }) {
    const stepped = new Set(deck.slides.filter(({ steps }) => steps > 0).map(({ slide }) => slide));
    return slidesOf(lesson)
      .filter(
        ({ slide }) => slide.steps && !stepped.has(slide.id) && deck.slides.some((shown) => shown.slide === slide.id),
      )
      .map(({ slide }) =>
        diagnostic('slide/no-steps', `Slide "${slide.id}" has steps, but nothing on it appears step by step.`, {
          at: slide.places.value('/steps'),
        }),
      );
  },
};
