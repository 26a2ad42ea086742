import { defineCodes } from '../../base/index.ts';
import type { LayoutCheck } from '../check.ts';
import { quoted } from './boxes.ts';
import { placed, Placer } from './place.ts';
import type { Rgb, SceneText } from './scene.ts';

const { table, diagnostic } = defineCodes({
  'slide/contrast': {
    severity: 'error',
    summary: 'Text differs too little in lightness from what lies behind it (below 4.5:1, or 3:1 for large text).',
    why: 'A projector in a lit room washes it out, and many people cannot read it at all (WCAG 2.2, 1.4.3).',
    mend: 'Choose a darker or lighter colour; put a plain panel behind text on a picture.',
  },
});

/** WCAG's large text: 18 pt, or 14 pt bold. */
const isLarge = ({ size, bold }: SceneText): boolean => size >= 24 || (bold && size >= 18.66);

/** Relative luminance (WCAG 2.2). */
function luminance(color: Rgb): number {
  const [red = 0, green = 0, blue = 0] = color.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Contrast ratio of two opaque colours, from 1 to 21 (WCAG 2.2). */
export function contrast(a: Rgb, b: Rgb): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
}

/** The lowest contrast of a text with the colours behind it. */
function lowest({ color, alpha, backgrounds }: SceneText): number {
  return Math.min(
    ...backgrounds.map((ground) => {
      const [red = 0, green = 0, blue = 0] = color.map((part, i) => part * alpha + (ground[i] ?? 0) * (1 - alpha));
      return contrast([red, green, blue], ground);
    }),
  );
}

export const contrastCheck: LayoutCheck = {
  name: 'contrast',
  codes: table,
  judge(scene, context) {
    const placer = new Placer(context);
    return scene.slides.flatMap((slide) => {
      const told = new Set<number>();
      return slide.texts.flatMap((text) => {
        const needed = isLarge(text) ? 3 : 4.5;
        const ratio = lowest(text);
        if (text.ornament || ratio >= needed - 0.01 || told.has(text.block)) return [];
        told.add(text.block);
        const message = `Slide "${slide.id}": ${quoted(text.text)} has a contrast of ${ratio.toFixed(2)}:1, less than ${needed}:1.`;
        return [diagnostic('slide/contrast', message, placed(placer.find(slide, text.block)))];
      });
    });
  },
};
