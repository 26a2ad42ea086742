/// <reference lib="dom" />
/// <reference lib="dom.iterable" />

/** What of an element people see. */
export interface Sight {
  isSeen(element: Element): boolean;
  isOrnament(element: Element): boolean;
  isLayered(element: Element): boolean;
  style(element: Element): CSSStyleDeclaration;
}

/**
 * Tells seen from unseen elements. Runs in the page and must use nothing from around it: it is sent there as text, as
 * are all functions of this folder.
 */
export function makeSight(): Sight {
  const styles = new Map<Element, CSSStyleDeclaration>();
  const seen = new Map<Element, boolean>();
  const style = (element: Element): CSSStyleDeclaration => {
    const known = styles.get(element) ?? getComputedStyle(element);
    styles.set(element, known);
    return known;
  };
  /** The usual ways to hide text from eyes and leave it to screen readers. */
  const isClippedAway = (element: Element, css: CSSStyleDeclaration): boolean => {
    const clip = /^rect\(([^)]*)\)$/
      .exec(css.getPropertyValue('clip'))?.[1]
      ?.split(/[\s,]+/)
      .map(Number.parseFloat);
    if (clip?.length === 4 && css.position !== 'static') {
      const [top = 0, right = 0, bottom = 0, left = 0] = clip;
      if (right - left <= 1.5 || bottom - top <= 1.5) return true;
    }
    const inset = /^inset\(([\d.]+)%/.exec(css.clipPath)?.[1];
    if (inset !== undefined && Number(inset) >= 50) return true;
    if (css.overflowX === 'visible' || element.tagName === 'svg') return false;
    return element.clientWidth <= 1 && element.clientHeight <= 1 && css.display !== 'inline';
  };
  const isSeen = (element: Element): boolean => {
    const known = seen.get(element);
    if (known !== undefined) return known;
    const css = style(element);
    const parent = element.parentElement;
    const here = css.display !== 'none' && Number(css.opacity) > 0.01 && !isClippedAway(element, css);
    const value = here && (!parent || element.matches('#deck > section') || isSeen(parent));
    seen.set(element, value);
    return value;
  };
  return {
    style,
    isSeen: (element) => isSeen(element) && style(element).visibility === 'visible',
    isOrnament: (element) => !element.closest('.katex') && element.closest('[aria-hidden="true"]') !== null,
    isLayered: (element) => {
      for (let at: Element | null = element; at && !at.matches('#deck > section'); at = at.parentElement) {
        const { position } = style(at);
        if (position === 'absolute' || position === 'fixed') return true;
      }
      return false;
    },
  };
}
