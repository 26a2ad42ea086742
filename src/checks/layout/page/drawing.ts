/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import type { Box, Rgb } from '../scene.ts';
import type { Colors, Ground, Paint } from './paint.ts';
import type { Sight } from './sight.ts';

type Shape = readonly [element: SVGGraphicsElement, rect: DOMRect, toShape: DOMMatrix | undefined];

/** Runs in the page. @returns what lies behind lines of text in an inline SVG: the shapes drawn before it. */
export function makeDrawingGround(
  sight: Sight,
  colors: Colors,
  paint: Paint,
): (text: Element, lines: readonly Box[], slide: Element) => Ground {
  const shapes = new Map<Element, readonly Shape[]>();
  const shapesOf = (svg: Element): readonly Shape[] => {
    const known = shapes.get(svg);
    if (known) return known;
    const found = [
      ...svg.querySelectorAll<SVGGraphicsElement>(
        'rect, circle, ellipse, path, polygon, polyline, image, foreignObject',
      ),
    ];
    const drawn = found.filter(
      (shape) => !shape.closest('defs, clipPath, mask, marker, symbol, pattern') && sight.isSeen(shape),
    );
    const list = drawn.map((shape) => [shape, shape.getBoundingClientRect(), shape.getScreenCTM()?.inverse()] as const);
    shapes.set(svg, list);
    return list;
  };
  const covers = ([shape, rect, toShape]: Shape, x: number, y: number): boolean => {
    if (x < rect.left || x > rect.right || y < rect.top || y > rect.bottom || !toShape) return false;
    return !(shape instanceof SVGGeometryElement) || shape.isPointInFill(new DOMPoint(x, y).matrixTransform(toShape));
  };
  return (text, lines, slide) => {
    let svg = text.closest('svg');
    while (svg?.parentElement?.closest('svg')) svg = svg.parentElement.closest('svg');
    const holder = svg?.parentElement;
    if (!svg || !holder) return { colors: [], isPictured: true };
    const base = paint.groundOf(svg, [], slide);
    const before = shapesOf(svg).filter(
      ([shape]) => (shape.compareDocumentPosition(text) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0,
    );
    const found = new Map<string, Rgb>();
    let isPictured = base.isPictured;
    for (const line of lines) {
      const y = (line.top + line.bottom) / 2;
      for (const share of [0.08, 0.5, 0.92]) {
        const x = line.left + (line.right - line.left) * share;
        let color: Rgb = base.colors[0] ?? [255, 255, 255];
        for (const shape of before) {
          if (!covers(shape, x, y)) continue;
          const css = sight.style(shape[0]);
          if (!(shape[0] instanceof SVGGeometryElement) || css.fill.startsWith('url')) isPictured = true;
          else if (css.fill !== 'none') {
            const opacity = Number(css.fillOpacity) * colors.opacityOf(shape[0]);
            color = colors.over(colors.colorOf(css.fill), color, opacity);
          }
        }
        found.set(color.join(), color);
      }
    }
    return { colors: [...found.values()], isPictured };
  };
}
