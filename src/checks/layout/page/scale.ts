/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import type { Sight } from './sight.ts';

/** Runs in the page. @returns how much larger an element is drawn than its own lengths say, for letter heights. */
export function makeScale(sight: Sight): (element: Element) => number {
  return (element) => {
    if (element instanceof SVGGraphicsElement) {
      const matrix = element.getScreenCTM();
      return matrix ? Math.sqrt(Math.abs(matrix.a * matrix.d - matrix.b * matrix.c)) : 1;
    }
    let scale = 1;
    for (let at: Element | null = element; at && at.id !== 'deck'; at = at.parentElement) {
      const css = sight.style(at);
      if (css.transform !== 'none') {
        const { a, b, c, d } = new DOMMatrix(css.transform);
        scale *= Math.sqrt(Math.abs(a * d - b * c));
      }
      if (css.scale !== 'none') scale *= Number.parseFloat(css.scale);
    }
    return scale;
  };
}
