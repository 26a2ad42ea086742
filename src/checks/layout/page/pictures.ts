/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import type { Box, Limit, ScenePicture } from '../scene.ts';
import type { Sight } from './sight.ts';

/** Runs in the page. @returns a picture as it is drawn, in page coordinates. */
export function makePictures(
  sight: Sight,
  limitsOf: (element: Element) => readonly Limit[],
): (element: Element) => ScenePicture {
  const sizeOf = (element: Element): readonly [number, number] => {
    if (element instanceof HTMLImageElement) return [element.naturalWidth, element.naturalHeight];
    const box = (element as SVGSVGElement).viewBox.baseVal;
    return box && box.width > 0 ? [box.width, box.height] : [element.clientWidth, element.clientHeight];
  };
  /** Where `object-fit` and `object-position` put the picture in its box; SVG keeps its shape unless it says `none`. */
  const placed = (
    element: Element,
    box: DOMRect,
    css: CSSStyleDeclaration,
    [width, height]: readonly [number, number],
  ): readonly [Box, readonly [number, number]] => {
    const whole = { left: box.left, right: box.right, top: box.top, bottom: box.bottom };
    const vector = element.tagName === 'svg';
    const stretched = vector
      ? element.getAttribute('preserveAspectRatio')?.startsWith('none') === true
      : css.objectFit === 'fill';
    const [across, down] = [box.width / width, box.height / height];
    if (stretched || !(width > 0) || !(height > 0)) return [whole, [across, down]];
    const cover = vector
      ? element.getAttribute('preserveAspectRatio')?.includes('slice') === true
      : css.objectFit === 'cover';
    const fit = !vector && css.objectFit === 'none' ? 1 : cover ? Math.max(across, down) : Math.min(across, down);
    const scale = css.objectFit === 'scale-down' ? Math.min(1, fit) : fit;
    if (cover) return [whole, [scale, scale]];
    const [atX = 50, atY = 50] = vector
      ? [50, 50]
      : css.objectPosition.split(' ').map((part) => (part.endsWith('%') ? Number.parseFloat(part) : 0));
    const left = box.left + ((box.width - width * scale) * atX) / 100;
    const top = box.top + ((box.height - height * scale) * atY) / 100;
    return [{ left, top, right: left + width * scale, bottom: top + height * scale }, [scale, scale]];
  };
  return (element) => {
    const css = sight.style(element);
    const size = sizeOf(element);
    const [drawn, [across, down]] = placed(element, element.getBoundingClientRect(), css, size);
    const vector = element.tagName === 'svg';
    const alt = vector
      ? (element.getAttribute('aria-label') ?? element.querySelector('title')?.textContent ?? '')
      : (element.getAttribute('alt') ?? '');
    const decoded = vector || size[0] > 0;
    return {
      kind: vector ? 'vector' : 'raster',
      alt,
      decorative: sight.isOrnament(element) || (!vector && alt === ''),
      layered: sight.isLayered(element),
      drawn,
      density: decoded && across > 0 && down > 0 ? [1 / across, 1 / down] : [0, 0],
      limits: element.parentElement ? limitsOf(element.parentElement) : [],
    };
  };
}
