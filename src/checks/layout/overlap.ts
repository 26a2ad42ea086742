import { defineCodes, type Diagnostic } from '../../base/index.ts';
import type { LayoutCheck } from '../check.ts';
import { areaOf, quoted, shared } from './boxes.ts';
import { overflows } from './overflow.ts';
import { placed, Placer } from './place.ts';
import type { Box, SceneSlide, SceneText } from './scene.ts';

const { table, diagnostic } = defineCodes({
  'slide/overlap': {
    severity: 'error',
    summary: 'Two texts lie on top of each other, or a text runs over the edge of a picture.',
    why: 'Neither can be read.',
    mend: 'Shorten one of them, move the mark, or split the slide.',
  },
});

/** Ink must meet this much in both directions (px) and by this share of the smaller line; less is tight setting. */
const least = { pixels: 3, share: 0.12 } as const;

export const overlapCheck: LayoutCheck = {
  name: 'overlap',
  codes: table,
  judge(scene, context) {
    const placer = new Placer(context);
    return scene.slides.flatMap((slide) => [...textPairs(slide, placer), ...picturePairs(slide, placer)]);
  },
};

const meet = (a: Box, b: Box): boolean => {
  const [width, height] = shared(a, b);
  return (
    width > least.pixels && height > least.pixels && (width * height) / Math.min(areaOf(a), areaOf(b)) > least.share
  );
};

/** What must stay free of other texts: the ink of the lines, or the whole mark that holds them. */
const groundOf = ({ badge, lines }: SceneText): readonly Box[] => (badge ? [badge] : lines);

const isOver = (a: SceneText, b: SceneText): boolean =>
  groundOf(a).some((line) => groundOf(b).some((other) => meet(line, other)));

/** Texts of different blocks that meet, unless one of them meets the other because it overflows. */
function textPairs(slide: SceneSlide, placer: Placer): readonly Diagnostic[] {
  const texts = slide.texts.filter((text) => (!text.ornament || text.badge !== undefined) && !overflows(text, slide));
  const told = new Set<string>();
  return texts.flatMap((text, i) =>
    texts.slice(i + 1).flatMap((other) => {
      if (text.block === other.block || !isOver(text, other)) return [];
      const pair = [text.block, other.block].sort((a, b) => a - b).join();
      if (told.has(pair)) return [];
      told.add(pair);
      const [first, second] = [placer.find(slide, text.block), placer.find(slide, other.block)];
      const related = [{ at: first.at, message: `${quoted(text.text)} stands here` }];
      return [
        diagnostic('slide/overlap', `Slide "${slide.id}": ${quoted(other.text)} lies over ${quoted(text.text)}.`, {
          at: second.at,
          related: [...related, ...(second.related ?? [])],
        }),
      ];
    }),
  );
}

/** Text in the flow of the slide never meets a picture in the flow, unless one of them has no room. */
function picturePairs(slide: SceneSlide, placer: Placer): readonly Diagnostic[] {
  return slide.pictures
    .filter((picture) => !picture.layered && !picture.decorative)
    .flatMap((picture) => {
      const text = slide.texts.find(
        (item) =>
          !item.layered &&
          !item.ornament &&
          !item.inDrawing &&
          !overflows(item, slide) &&
          item.lines.some((line) => meet(line, picture.drawn)),
      );
      if (!text) return [];
      const message = `Slide "${slide.id}": ${quoted(text.text)} runs over the picture ${quoted(picture.alt)}.`;
      return [diagnostic('slide/overlap', message, placed(placer.find(slide, text.block)))];
    });
}
