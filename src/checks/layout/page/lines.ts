/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import type { Box } from '../scene.ts';
import type { Sight } from './sight.ts';

/** Measures text in the page. */
export interface Lines {
  /** The ink of each line of a text node, in page coordinates. */
  inkOf(node: Text): readonly Box[];
}

/** Runs in the page. */
export function makeLines(sight: Sight): Lines {
  const canvas = new OffscreenCanvas(8, 8).getContext('2d');
  const range = document.createRange();
  /** Splits a text node into what stands on each line: the offset where the next line starts grows with the line. */
  const pieces = (node: Text, rects: readonly DOMRect[]): readonly string[] => {
    if (rects.length < 2) return [node.data];
    const topAt = (offset: number): number => {
      range.setStart(node, offset);
      range.setEnd(node, offset + 1);
      const found = range.getClientRects();
      return found[found.length - 1]?.top ?? -Infinity;
    };
    let from = 0;
    return rects.map((rect) => {
      let low = from;
      let high = node.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if (topAt(middle) > rect.top + 1) high = middle;
        else low = middle + 1;
      }
      const text = node.data.slice(from, low);
      from = low;
      return text;
    });
  };
  /** Cuts the empty part above and below the glyphs; a turned or stretched line is left as it is. */
  const ink = (rect: DOMRect, text: string, css: CSSStyleDeclaration): Box => {
    const { left, right, top, bottom, height } = rect;
    if (!canvas) return { left, right, top, bottom };
    canvas.font = `${css.fontStyle} ${css.fontWeight} ${css.fontSize} ${css.fontFamily}`;
    const written = css.textTransform === 'uppercase' ? text.toUpperCase() : text;
    const size = canvas.measureText(written.trim());
    const whole = size.fontBoundingBoxAscent + size.fontBoundingBoxDescent;
    const scale = height / whole;
    if (!(whole > 0) || scale > 4 || scale < 0.2) return { left, right, top, bottom };
    const above = (size.fontBoundingBoxAscent - size.actualBoundingBoxAscent) * scale;
    const below = (size.fontBoundingBoxDescent - size.actualBoundingBoxDescent) * scale;
    return { left, right, top: top + above, bottom: bottom - below };
  };
  return {
    inkOf(node) {
      const parent = node.parentElement;
      if (!parent) return [];
      range.selectNodeContents(node);
      const rects = [...range.getClientRects()].filter((rect) => rect.width > 0.5 && rect.height > 0.5);
      const turned = parent instanceof SVGGraphicsElement && Math.abs(parent.getScreenCTM()?.b ?? 0) > 0.01;
      if (turned) return rects.map(({ left, right, top, bottom }) => ({ left, right, top, bottom }));
      const texts = pieces(node, rects);
      return rects.map((rect, i) => ink(rect, texts[i] ?? '', sight.style(parent)));
    },
  };
}
