import { defineCodes, type Diagnostic, type Related } from '../../base/index.ts';
import { numberOption } from '../settings.ts';
import type { LayoutCheck } from '../check.ts';
import { quoted } from './boxes.ts';
import { placed, Placer, type Place } from './place.ts';
import type { SceneText } from './scene.ts';

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
      const small = slide.texts
        .filter((text) => !text.script && !text.ornament && text.size < minimum - slack)
        .map((text) => ({ text, place: placer.find(slide, text.block) }));
      const apart = small.filter(({ text }) => !text.inDrawing);
      const first = new Map(apart.toReversed().map((found) => [found.place.at.start, found]));
      return [
        ...[...first.values()].toReversed().map(({ text, place }) => {
          const message = `Slide "${slide.id}": ${quoted(text.text)} is ${sizeOf(text)} px high, less than ${minimum} px.`;
          return diagnostic('slide/text-too-small', message, placed(place));
        }),
        ...drawings(small.filter(({ text }) => text.inDrawing)).map((group) => ofDrawing(slide.id, group, minimum)),
      ];
    });
  },
};

interface Small {
  readonly text: SceneText;
  readonly place: Place;
}

const sizeOf = ({ size }: SceneText): number => Math.round(size * 10) / 10;

/** The small texts of each drawing: of a file, or of the parts of one field. */
function drawings(small: readonly Small[]): readonly (readonly Small[])[] {
  const groups = new Map<string, Small[]>();
  for (const one of small) {
    const { field = '' } = one.place;
    const key = field.endsWith('src') ? field : '';
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()];
}

/** Most words of a drawing that its finding quotes; each has its place. */
const mostQuoted = 4;

/** One finding for a drawing, with all the places of its small words. */
function ofDrawing(slide: string, group: readonly Small[], minimum: number): Diagnostic {
  const smallest = group.reduce((least, one) => (one.text.size < least.text.size ? one : least));
  const blocks = [...new Map(group.map((one) => [one.text.block, one])).values()];
  const words = blocks.slice(0, mostQuoted).map(({ text }) => quoted(text.text));
  const more = blocks.length > mostQuoted ? ` and ${blocks.length - mostQuoted} more` : '';
  const message = `Slide "${slide}": words in a drawing are down to ${sizeOf(smallest.text)} px high, less than ${minimum} px: ${words.join(', ')}${more}.`;
  const places = new Map(blocks.map(({ text, place }) => [place.at.start, { text, place }]));
  const related = [...places.values()]
    .filter(({ place }) => place.at.start !== smallest.place.at.start)
    .map(({ text, place }): Related => ({ at: place.at, message: `${quoted(text.text)}, ${sizeOf(text)} px` }));
  return diagnostic('slide/text-too-small', message, {
    at: smallest.place.at,
    ...(related.length > 0 && { related }),
  });
}
