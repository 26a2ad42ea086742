/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import type { Box, ScenePicture, SceneSlide, SceneText, StrayBox } from '../scene.ts';
import type { FontNotes } from './fonts.ts';
import type { Colors } from './paint.ts';
import type { Sight } from './sight.ts';
import type { TextMeasure } from './texts.ts';

/** A slide before its fonts were looked at. */
export type MeasuredSlide = Omit<SceneSlide, 'gaps'>;

/** Tools that are put together in the page. */
export interface SlideTools {
  readonly sight: Sight;
  readonly fonts: FontNotes;
  readonly textOf: TextMeasure;
  readonly pictureOf: (element: Element) => ScenePicture;
}

/** Runs in the page. Finds boxes that reach beyond their slide, and text that the style sheet generates. */
export function makeEdges(sight: Sight, colors: Colors) {
  const isStray = (element: Element, box: DOMRect, frame: DOMRect): boolean => {
    const beyond = Math.max(
      frame.left - box.left,
      box.right - frame.right,
      frame.top - box.top,
      box.bottom - frame.bottom,
    );
    if (beyond <= 1.5 || box.width * box.height === 0 || element.closest('svg, .katex') || !sight.isSeen(element))
      return false;
    const css = sight.style(element);
    const bordered = [css.borderTopWidth, css.borderRightWidth, css.borderBottomWidth, css.borderLeftWidth].some(
      (width) => Number.parseFloat(width) > 0,
    );
    if (!bordered && colors.colorOf(css.backgroundColor)[3] === 0) return false;
    return css.display !== 'inline' && !sight.isLayered(element) && !sight.isOrnament(element);
  };
  return {
    /** Page number and the like, relative to the slide. */
    marksOf: (slide: Element, frame: DOMRect): readonly Box[] =>
      ['::before', '::after'].flatMap((pseudo) => {
        const css = getComputedStyle(slide, pseudo);
        if (css.position !== 'absolute' || css.display === 'none' || /^(none|normal|""|'')$/.test(css.content))
          return [];
        const [right = 0, bottom = 0, width = 0, height = 0] = [css.right, css.bottom, css.width, css.height].map(
          Number.parseFloat,
        );
        if (!(width > 0 && height > 0)) return [];
        const box = { right: frame.width - right, bottom: frame.height - bottom };
        return [{ ...box, left: box.right - width, top: box.bottom - height }];
      }),
    straysOf: (slide: Element, frame: DOMRect, blocks: ReadonlyMap<Node, number>): readonly StrayBox[] =>
      [...slide.querySelectorAll('*')].flatMap((element) => {
        const box = element.getBoundingClientRect();
        if (!isStray(element, box, frame)) return [];
        const block = [...blocks].find(([node]) => element.contains(node))?.[1];
        const { left, right, top, bottom } = box;
        return [
          {
            left: left - frame.left,
            right: right - frame.left,
            top: top - frame.top,
            bottom: bottom - frame.top,
            ...(block === undefined ? {} : { block }),
          },
        ];
      }),
  };
}

/** Runs in the page. Measures every slide. */
export function collectSlides(
  { sight, fonts, textOf, pictureOf }: SlideTools,
  { marksOf, straysOf }: ReturnType<typeof makeEdges>,
): readonly MeasuredSlide[] {
  return [...document.querySelectorAll('#deck > section')].map((slide, index) => {
    const frame = slide.getBoundingClientRect();
    const css = sight.style(slide);
    const walker = document.createTreeWalker(slide, NodeFilter.SHOW_TEXT);
    const texts: SceneText[] = [];
    const blocks = new Map<Node, number>();
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const text = textOf(node as Text, slide, frame);
      if (!text || !node.parentElement) continue;
      texts.push(text);
      blocks.set(node, text.block);
      fonts.note(sight.style(node.parentElement), (node as Text).data, index, text.block);
    }
    const relative = <B extends Box>(box: B): B => ({
      ...box,
      left: box.left - frame.left,
      right: box.right - frame.left,
      top: box.top - frame.top,
      bottom: box.bottom - frame.top,
    });
    const shown = [...slide.querySelectorAll('img, svg')].filter(
      (element) => !element.parentElement?.closest('svg, .katex') && sight.isSeen(element),
    );
    const pictures = shown.map((element) => {
      const picture = pictureOf(element);
      return { ...picture, drawn: relative(picture.drawn), limits: picture.limits.map(relative) };
    });
    const pad = (side: 'Left' | 'Right' | 'Top' | 'Bottom'): number => Number.parseFloat(css[`padding${side}`]);
    const content = {
      left: pad('Left'),
      top: pad('Top'),
      right: frame.width - pad('Right'),
      bottom: frame.height - pad('Bottom'),
    };
    const parts = [...slide.children].map((part) => {
      const { left, right, top, bottom } = part.getBoundingClientRect();
      return relative({ left, right, top, bottom });
    });
    const strays = straysOf(slide, frame, blocks);
    return {
      id: slide.getAttribute('data-slide') ?? '',
      width: frame.width,
      height: frame.height,
      content,
      parts,
      marks: marksOf(slide, frame),
      texts,
      pictures,
      strays,
    };
  });
}
