import type { Helper } from '../helper.ts';
import { Rich } from '../text/rich.ts';

/** Marks an element as one that appears at the next step, when the slide has steps. The renderer numbers them. */
export const step: Helper = {
  name: 'step',
  usage: '<div class="card"{{step}}> — appears at the next step',
  run: ({ slide, hash }) => (slide.steps || hash.always === true ? Rich.trusted(' data-step="+"') : undefined),
};
