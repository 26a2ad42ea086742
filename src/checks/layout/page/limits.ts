/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import type { Limit } from '../scene.ts';
import type { Sight } from './sight.ts';

/** The kinds of limits that an element may set. */
export interface LimitKinds {
  readonly isBlock: (css: CSSStyleDeclaration) => boolean;
  /** An edge where what is beyond is hidden. */
  readonly cut: (element: Element, css: CSSStyleDeclaration) => Limit | undefined;
  /** A box that people see, by its background or its borders. */
  readonly visibleBox: (element: Element, css: CSSStyleDeclaration) => Limit | undefined;
  /** Left and right of a block. */
  readonly column: (element: Element, css: CSSStyleDeclaration) => Limit;
}

/** Runs in the page. */
export function makeLimitKinds(): LimitKinds {
  const far = 1e6;
  const isBlock = (css: CSSStyleDeclaration): boolean =>
    /^(block|flex|grid|list-item|flow-root|table-cell|inline-block)$/.test(css.display);
  const paints = (color: string): boolean => color !== 'transparent' && !/^rgba\(.*, 0\)$/.test(color);
  const line = (css: CSSStyleDeclaration, side: 'Left' | 'Right' | 'Top' | 'Bottom'): boolean =>
    Number.parseFloat(css[`border${side}Width`]) > 0 &&
    css[`border${side}Style`] !== 'none' &&
    paints(css[`border${side}Color`]);

  const cut = (element: Element, css: CSSStyleDeclaration): Limit | undefined => {
    const across = css.overflowX !== 'visible';
    const down = css.overflowY !== 'visible';
    if (!across && !down) return undefined;
    const { left, right, top, bottom } = element.getBoundingClientRect();
    const edge = (side: 'Left' | 'Right' | 'Top' | 'Bottom'): number =>
      Number.parseFloat(css[`border${side}Width`]) || 0;
    return {
      kind: 'cut',
      left: across ? left + edge('Left') : -far,
      right: across ? right - edge('Right') : far,
      top: down ? top + edge('Top') : -far,
      bottom: down ? bottom - edge('Bottom') : far,
    };
  };
  const visibleBox = (element: Element, css: CSSStyleDeclaration): Limit | undefined => {
    const filled = paints(css.backgroundColor) || css.backgroundImage !== 'none';
    const across = filled || (line(css, 'Left') && line(css, 'Right'));
    const down = filled || (line(css, 'Top') && line(css, 'Bottom'));
    if (!(across || down) || !isBlock(css)) return undefined;
    const { left, right, top, bottom } = element.getBoundingClientRect();
    return {
      kind: 'box',
      left: across ? left : -far,
      right: across ? right : far,
      top: down ? top : -far,
      bottom: down ? bottom : far,
    };
  };
  /** A hanging indent stands out of its column on purpose. */
  const column = (element: Element, css: CSSStyleDeclaration): Limit => {
    const { left, right } = element.getBoundingClientRect();
    const hanging = Math.min(0, Number.parseFloat(css.textIndent) || 0);
    const [before, after] = css.direction === 'rtl' ? [0, hanging] : [hanging, 0];
    return { kind: 'column', left: left + before, right: right - after, top: -far, bottom: far };
  };

  return { isBlock, cut, visibleBox, column };
}

/** Runs in the page. @returns the boxes that something inside an element may not leave, in page coordinates. */
export function makeLimits(sight: Sight, kinds: LimitKinds): (element: Element) => readonly Limit[] {
  const { isBlock, cut, visibleBox, column } = kinds;
  return (start) => {
    const limits: Limit[] = [];
    let hasColumn = start instanceof SVGElement || start.closest('.katex') !== null;
    // An absolutely positioned element is cut only by its containing block and what is around that.
    let skipping: 'none' | 'absolute' | 'fixed' = 'none';
    for (let at: Element | null = start; at && !at.matches('#deck > section'); at = at.parentElement) {
      const css = sight.style(at);
      const contains = css.position !== 'static' || css.transform !== 'none';
      if (skipping === 'none' || (skipping === 'absolute' && contains)) {
        skipping = 'none';
        const inner = at instanceof SVGElement && at.tagName !== 'svg';
        const found = inner ? [] : [cut(at, css), at instanceof SVGElement ? undefined : visibleBox(at, css)];
        limits.push(...found.filter((limit) => limit !== undefined));
        if (!hasColumn && isBlock(css) && css.display !== 'inline-block') {
          limits.push(column(at, css));
          hasColumn = true;
        }
      }
      if (css.position === 'absolute' || css.position === 'fixed') skipping = css.position;
    }
    return limits;
  };
}
