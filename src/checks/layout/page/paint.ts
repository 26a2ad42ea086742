/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import type { Box, Rgb } from '../scene.ts';
import type { Sight } from './sight.ts';

type Rgba = readonly [red: number, green: number, blue: number, alpha: number];

/** What lies behind some text. */
export interface Ground {
  /** Plain colours; empty when they are not known. */
  readonly colors: readonly Rgb[];
  /** Whether a picture or gradient takes part, so that only the pixels tell. */
  readonly isPictured: boolean;
}

/** Colours as the page computes them. */
export interface Colors {
  readonly colorOf: (css: string) => Rgba;
  /** Product of the opacities of an element and what holds it. */
  readonly opacityOf: (element: Element) => number;
  /** A translucent colour upon an opaque one; `opacity` is that of the element besides the colour's own. */
  readonly over: (top: Rgba, below: Rgb, opacity?: number) => Rgb;
}

/** Runs in the page. */
export function makeColors(sight: Sight): Colors {
  const canvas = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
  const known = new Map<string, Rgba>();
  return {
    colorOf(css) {
      const found = known.get(css);
      if (found || !canvas) return found ?? [0, 0, 0, 1];
      canvas.clearRect(0, 0, 1, 1);
      canvas.fillStyle = 'rgba(0,0,0,0)';
      canvas.fillStyle = css;
      canvas.fillRect(0, 0, 1, 1);
      const [red = 0, green = 0, blue = 0, alpha = 0] = canvas.getImageData(0, 0, 1, 1).data;
      const color: Rgba = [red, green, blue, alpha / 255];
      known.set(css, color);
      return color;
    },
    opacityOf(element) {
      let product = 1;
      for (let at: Element | null = element; at && at.id !== 'deck'; at = at.parentElement) {
        product *= Number(sight.style(at).opacity);
      }
      return product;
    },
    over(top, below, opacity = 1) {
      const alpha = top[3] * opacity;
      const mixed = (part: 0 | 1 | 2): number => top[part] * alpha + below[part] * (1 - alpha);
      return [mixed(0), mixed(1), mixed(2)];
    },
  };
}

export interface Paint {
  /** What lies behind lines of text in an element, from the boxes around it and those it was laid upon. */
  groundOf(element: Element, lines: readonly Box[], slide: Element): Ground;
}

/** Runs in the page. */
export function makePaint(sight: Sight, { colorOf, over }: Colors): Paint {
  const painters = new Map<Element, readonly (readonly [Element, DOMRect])[]>();
  const paintsBox = (element: Element): boolean => {
    const css = sight.style(element);
    return css.backgroundImage !== 'none' || colorOf(css.backgroundColor)[3] > 0;
  };
  const meets = (box: Box, rect: DOMRect): boolean =>
    Math.min(box.right, rect.right) - Math.max(box.left, rect.left) > 1 &&
    Math.min(box.bottom, rect.bottom) - Math.max(box.top, rect.top) > 1;

  /** Pictures and filled boxes of a slide. */
  const paintersOf = (slide: Element): readonly (readonly [Element, DOMRect])[] => {
    const known = painters.get(slide);
    if (known) return known;
    const all = [...slide.querySelectorAll('*')].filter(
      (element) => !element.closest('svg') || element.tagName === 'svg',
    );
    const found = all.filter(
      (element) =>
        (element.tagName === 'IMG' || element.tagName === 'svg' || paintsBox(element)) &&
        sight.isSeen(element) &&
        !element.closest('.katex'),
    );
    const list = found.map((element) => [element, element.getBoundingClientRect()] as const);
    painters.set(slide, list);
    return list;
  };
  /** Whether something that is not around the text lies under it, and no opaque box around the text hides that. */
  const isLaidUpon = (element: Element, lines: readonly Box[], slide: Element): boolean =>
    paintersOf(slide).some(([painter, rect]) => {
      if (painter.contains(element) || element.contains(painter) || !lines.some((line) => meets(line, rect)))
        return false;
      for (let at: Element | null = element; at && !at.contains(painter); at = at.parentElement) {
        if (sight.style(at).backgroundImage === 'none' && colorOf(sight.style(at).backgroundColor)[3] > 0.99)
          return false;
      }
      return true;
    });

  const groundOf = (element: Element, lines: readonly Box[], slide: Element): Ground => {
    const layers: Rgba[] = [];
    let isPictured = isLaidUpon(element, lines, slide);
    for (let at: Element | null = element; at; at = at.parentElement) {
      const css = sight.style(at);
      if (css.backgroundImage !== 'none') isPictured = true;
      const color = colorOf(css.backgroundColor);
      if (color[3] > 0) layers.push(color);
      if (color[3] > 0.99) break;
    }
    return { colors: [layers.reduceRight<Rgb>((below, layer) => over(layer, below), [255, 255, 255])], isPictured };
  };
  return { groundOf };
}
