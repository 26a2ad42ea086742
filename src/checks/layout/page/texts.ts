/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import type { Box, Limit, SceneText } from '../scene.ts';
import type { Lines } from './lines.ts';
import type { Colors, Ground, Paint } from './paint.ts';
import type { Sight } from './sight.ts';

/** Measures a text node that is seen; `undefined` for blank and hidden ones. */
export type TextMeasure = (node: Text, slide: Element, frame: DOMRect) => SceneText | undefined;

export interface TextTools {
  readonly sight: Sight;
  readonly lines: Lines;
  readonly colors: Colors;
  readonly paint: Paint;
  readonly scaleOf: (element: Element) => number;
  readonly limitsOf: (element: Element) => readonly Limit[];
  readonly drawingGround: (text: Element, lines: readonly Box[], slide: Element) => Ground;
}

/** Runs in the page. */
export function makeTexts({ sight, lines, scaleOf, colors, paint, limitsOf, drawingGround }: TextTools): TextMeasure {
  const blocks = new Map<Element, number>();
  /** The paragraph, cell or SVG text around an element. A formula belongs to its paragraph. */
  const blockOf = (element: Element): number => {
    const isInside = (at: Element): boolean =>
      at.closest('.katex') !== null || /^(inline|contents|ruby)/.test(sight.style(at).display);
    let at: Element = element.closest('text') ?? element;
    while (!(at instanceof SVGElement) && at.parentElement && !at.matches('#deck > section') && isInside(at))
      at = at.parentElement;
    const number = blocks.get(at) ?? blocks.size;
    blocks.set(at, number);
    return number;
  };
  const moved = <B extends Box>(box: B, { left, top }: DOMRect): B => ({
    ...box,
    left: box.left - left,
    right: box.right - left,
    top: box.top - top,
    bottom: box.bottom - top,
  });
  /** A mark of its own: placed by itself, with a ground of its own. */
  const badgeOf = (element: Element, css: CSSStyleDeclaration, frame: DOMRect): { readonly badge?: Box } => {
    const isPainted = css.position === 'absolute' && colors.colorOf(css.backgroundColor)[3] > 0.5;
    if (!isPainted || element.childElementCount > 0) return {};
    const { left, right, top, bottom } = element.getBoundingClientRect();
    return { badge: moved({ left, right, top, bottom }, frame) };
  };
  return (node, slide, frame) => {
    const element = node.parentElement;
    if (!element || !/[^\s\u200b\u2060\ufeff\u00ad]/.test(node.data) || !sight.isSeen(element)) return undefined;
    const ink = lines.inkOf(node);
    if (ink.length === 0) return undefined;
    const css = sight.style(element);
    const inDrawing = element instanceof SVGElement;
    const ground = inDrawing ? drawingGround(element, ink, slide) : paint.groundOf(element, ink, slide);
    const [red, green, blue, alpha] = colors.colorOf(inDrawing ? css.fill : css.color);
    // Room that a formula keeps free with letters that nobody sees.
    if (alpha === 0 && element.closest('.katex')) return undefined;
    return {
      text: node.data.replace(/\s+/g, ' ').trim(),
      block: blockOf(element),
      lines: ink.map((box) => moved(box, frame)),
      size: Number.parseFloat(css.fontSize) * scaleOf(element),
      bold: Number(css.fontWeight) >= 600,
      script: element.closest('sub, sup, [data-script], .katex .mtight, [baseline-shift]') !== null,
      ornament: sight.isOrnament(element),
      inDrawing,
      layered: sight.isLayered(element),
      ...badgeOf(element, css, frame),
      part: [...slide.children].findIndex((part) => part.contains(element)),
      limits: limitsOf(element.closest('.katex')?.parentElement ?? element).map((limit) => moved(limit, frame)),
      color: [red, green, blue],
      alpha: alpha * (inDrawing ? Number(css.fillOpacity) : 1) * colors.opacityOf(element),
      backgrounds: ground.colors,
      sampled: ground.isPictured,
    };
  };
}
