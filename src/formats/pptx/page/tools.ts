/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import type { Paint, Rect } from '../scene.ts';

/** What all readers of the page use. */
export interface Tools {
  style(element: Element): CSSStyleDeclaration;
  /** Whether anything of an element is painted. */
  seen(element: Element): boolean;
  /** A colour with the opacity of what it stands in; nothing when it covers nothing. */
  paint(css: string, element: Element): Paint | undefined;
  /** A rectangle of the page as one of the slide. */
  place(rect: { readonly left: number; readonly top: number; readonly width: number; readonly height: number }): Rect;
  lang(element: Element): string;
  /** What those hear who do not see a picture; empty for ornament. */
  alt(element: Element): string;
  /** With which click an element appears; 0 for what is there from the start. */
  step(element: Element): number;
  /** Sets the slide that is read. */
  enter(slide: Element): void;
}

/** Runs in the page and, as all functions of this folder, uses nothing from around it: it is sent there as text. */
// eslint-disable-next-line max-lines-per-function -- the page knows nothing but this function
export function makeTools(): Tools {
  const canvas = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
  const colors = new Map<string, readonly [string, number]>();
  const styles = new Map<Element, CSSStyleDeclaration>();
  let corner = { left: 0, top: 0 };
  const style = (element: Element): CSSStyleDeclaration => {
    const known = styles.get(element) ?? getComputedStyle(element);
    styles.set(element, known);
    return known;
  };
  const colorOf = (css: string): readonly [string, number] => {
    const known = colors.get(css);
    if (known || !canvas) return known ?? ['000000', 1];
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = 'rgba(0,0,0,0)';
    canvas.fillStyle = css;
    canvas.fillRect(0, 0, 1, 1);
    const [red = 0, green = 0, blue = 0, alpha = 0] = canvas.getImageData(0, 0, 1, 1).data;
    const hex = [red, green, blue].map((part) => part.toString(16).padStart(2, '0')).join('');
    const found = [hex.toUpperCase(), alpha / 255] as const;
    colors.set(css, found);
    return found;
  };
  const opacityOf = (element: Element): number => {
    let product = 1;
    for (let at: Element | null = element; at && at.id !== 'deck'; at = at.parentElement)
      product *= Number(style(at).opacity);
    return product;
  };
  const hidden = (element: Element, css: CSSStyleDeclaration): boolean =>
    css.display === 'none' ||
    Number(css.opacity) < 0.01 ||
    /^inset\((?:[5-9]\d|100)/.test(css.clipPath) ||
    (css.overflowX !== 'visible' &&
      element instanceof HTMLElement &&
      element.clientWidth <= 1 &&
      element.clientHeight <= 1 &&
      css.display !== 'inline');
  const name = (element: Element): string => {
    const by = element.getAttribute('aria-labelledby');
    if (by !== null)
      return by
        .split(/\s+/)
        .map((id) => Document.prototype.getElementById.call(document, id)?.textContent?.trim() ?? '')
        .filter((part) => part !== '')
        .join(' ');
    const own = element.getAttribute('aria-label') ?? element.getAttribute('alt');
    if (own !== null) return own;
    const inside = [...element.children].find((child) => child.tagName === 'desc' || child.tagName === 'title');
    return inside?.textContent ?? '';
  };
  return {
    style,
    seen: (element) => !hidden(element, style(element)),
    paint(css, element) {
      const [hex, alpha] = colorOf(css);
      const whole = Math.round(alpha * opacityOf(element) * 1000) / 1000;
      return whole < 0.01 ? undefined : { hex, alpha: whole };
    },
    place: ({ left, top, width, height }) => ({ x: left - corner.left, y: top - corner.top, w: width, h: height }),
    lang: (element) => element.closest('[lang]')?.getAttribute('lang') ?? 'en',
    alt(element) {
      if (element.closest('[aria-hidden="true"], [role="presentation"], [role="none"]') !== null) return '';
      return name(element).replace(/\s+/g, ' ').trim();
    },
    step: (element) => Number(element.closest('section [data-step]')?.getAttribute('data-step') ?? 0) || 0,
    enter(slide) {
      corner = slide.getBoundingClientRect();
    },
  };
}
