import { defineCodes } from '../../base/index.ts';
import { numberOption } from '../settings.ts';
import type { LayoutCheck } from '../check.ts';
import { quoted } from './boxes.ts';
import { placed, Placer } from './place.ts';

const { table, diagnostic } = defineCodes({
  'slide/text-too-small': {
    severity: 'error',
    summary: 'Text is smaller than 24 px (18 pt) on the 720 px high slide; words in drawings count too.',
    why: 'It cannot be read from the last row.',
    mend: 'Set fewer words larger. Text in a picture grows with the picture: give it more room, or draw it with larger letters.',
  },
});

/** Option `minimum` of the check, in px of the 720 px high slide. */
const smallest = 24;

/** Sizes that come from scaling are not exact. */
const slack = 0.3;

export const textSizeCheck: LayoutCheck = {
  name: 'text-size',
  codes: table,
  judge(scene, context) {
    const { config } = context;
    const placer = new Placer(context);
    const minimum = numberOption(config, 'slide/text-too-small', 'minimum', smallest);
    return scene.slides.flatMap((slide) => {
      const small = slide.texts.filter((text) => !text.script && !text.ornament && text.size < minimum - slack);
      const first = new Map(small.toReversed().map((text) => [placer.find(slide, text.block).at.start, text]));
      return [...first.values()].toReversed().map((text) => {
        const place = placer.find(slide, text.block);
        const message = `Slide "${slide.id}": ${quoted(text.text)} is ${Math.round(text.size * 10) / 10} px high, less than ${minimum} px.`;
        return diagnostic('slide/text-too-small', message, placed(place));
      });
    });
  },
};
