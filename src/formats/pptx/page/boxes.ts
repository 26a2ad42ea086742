/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import type { BoxItem, Item, Stroke } from '../scene.ts';
import type { Tools } from './tools.ts';

export interface Boxes {
  /** Whether something of an element is painted besides its text. */
  isDecorated(element: Element): boolean;
  /** Ground, borders and pictures behind an element. */
  read(element: Element): readonly Item[];
  stroke(css: CSSStyleDeclaration, side: Side, element: Element): Stroke | undefined;
}

type Side = 'Left' | 'Top' | 'Right' | 'Bottom';

/** Runs in the page. `picture` makes an item of a part of the page that is neither text nor a plain box. */
// eslint-disable-next-line max-lines-per-function -- the page knows nothing but this function
export function makeBoxes(
  tools: Tools,
  picture: (element: Element, pseudo: '' | '::before' | '::after', rect: DOMRect) => Item,
): Boxes {
  const sides = ['Left', 'Top', 'Right', 'Bottom'] as const;
  const pseudos = ['::before', '::after'] as const;
  const number = (value: string): number => Number.parseFloat(value) || 0;
  const stroke = (css: CSSStyleDeclaration, side: Side, element: Element): Stroke | undefined => {
    const width = number(css[`border${side}Width`]);
    const kind = css[`border${side}Style`];
    const paint = tools.paint(css[`border${side}Color`], element);
    if (width <= 0 || kind === 'none' || kind === 'hidden' || !paint) return undefined;
    const dash = kind === 'dashed' ? [width * 3, width * 2] : kind === 'dotted' ? [width, width] : [];
    return { paint, width, dash, cap: 'butt' };
  };
  const hasPicture = (css: CSSStyleDeclaration): boolean => css.backgroundImage !== 'none';
  /** Where a generated box stands: only boxes taken out of the flow and the first part of a row can be told. */
  const boxOf = (element: Element, which: '::before' | '::after'): DOMRect | undefined => {
    const css = getComputedStyle(element, which);
    if (css.content === 'none' || css.content === 'normal' || css.display === 'none') return undefined;
    const [width, height] = [number(css.width), number(css.height)];
    if (width < 0.5 && number(css.borderLeftWidth) === 0) return undefined;
    if (css.position === 'absolute') {
      let holder: Element = element;
      while (tools.style(holder).position === 'static' && holder.parentElement) holder = holder.parentElement;
      const around = holder.getBoundingClientRect();
      const own = tools.style(holder);
      const left = around.left + number(own.borderLeftWidth) + number(css.left);
      const top = around.top + number(own.borderTopWidth) + number(css.top);
      return new DOMRect(left, top, width, height);
    }
    if (!tools.style(element).display.endsWith('flex') || which === '::after') return undefined;
    const own = tools.style(element);
    const around = element.getBoundingClientRect();
    const left =
      own.direction === 'rtl'
        ? around.right - number(own.paddingRight) - number(own.borderRightWidth) - width
        : around.left + number(own.paddingLeft) + number(own.borderLeftWidth);
    const isMiddle = own.alignItems === 'center';
    const top = isMiddle ? around.top + (around.height - height) / 2 : around.top + number(own.paddingTop);
    return new DOMRect(left, top, width, height);
  };

  const plain = (element: Element, css: CSSStyleDeclaration, rect: DOMRect): readonly BoxItem[] => {
    const fill = tools.paint(css.backgroundColor, element);
    const strokes = sides.map((side) => stroke(css, side, element));
    const place = tools.place(rect);
    const [one] = strokes;
    const same = strokes.every((other) => JSON.stringify(other) === JSON.stringify(one)) ? one : undefined;
    const radius = css.borderTopLeftRadius.endsWith('%')
      ? (number(css.borderTopLeftRadius) / 100) * Math.min(rect.width, rect.height)
      : Math.min(number(css.borderTopLeftRadius), Math.min(rect.width, rect.height) / 2);
    const isRound = radius >= Math.min(rect.width, rect.height) / 2 - 0.5 && Math.abs(rect.width - rect.height) < 1;
    const box = (rect: BoxItem['rect'], more: Partial<BoxItem>): BoxItem => ({
      kind: 'box',
      shape: 'rect',
      radius: 0,
      rect,
      ...more,
    });
    const items: BoxItem[] = [];
    if (fill || same) {
      const half = (same?.width ?? 0) / 2;
      const inner = { x: place.x + half, y: place.y + half, w: place.w - 2 * half, h: place.h - 2 * half };
      const shape = isRound ? ('ellipse' as const) : ('rect' as const);
      items.push(box(inner, { shape, radius, ...(fill && { fill }), ...(same && { stroke: same }) }));
    }
    if (!same)
      for (const [i, line] of strokes.entries()) {
        if (!line) continue;
        const { x, y, w, h } = place;
        const bar = [
          { x, y, w: line.width, h },
          { x, y, w, h: line.width },
          { x: x + w - line.width, y, w: line.width, h },
          { x, y: y + h - line.width, w, h: line.width },
        ][i];
        if (bar) items.push(box(bar, { fill: line.paint }));
      }
    // A shadow within that is as wide as it is sharp is a bar or a frame.
    const bar = /^(rgba?\([^)]*\)|color\([^)]*\)|oklab\([^)]*\)) (-?[\d.]+)px (-?[\d.]+)px 0px ([\d.]+)px inset$/.exec(
      css.boxShadow,
    );
    const paint = bar && tools.paint(bar[1] ?? '', element);
    if (bar && paint) {
      const [dx, dy, spread] = [number(bar[2] ?? ''), number(bar[3] ?? ''), number(bar[4] ?? '')];
      const { x, y, w, h } = place;
      if (spread > 0) {
        const half = spread / 2;
        const frame = { x: x + half, y: y + half, w: w - spread, h: h - spread };
        items.push(box(frame, { radius, stroke: { paint, width: spread, dash: [], cap: 'butt' } }));
      } else if (dx !== 0) items.push(box({ x: dx > 0 ? x : x + w + dx, y, w: Math.abs(dx), h }, { fill: paint }));
      else if (dy !== 0) items.push(box({ x, y: dy > 0 ? y : y + h + dy, w, h: Math.abs(dy) }, { fill: paint }));
    }
    return items;
  };
  const isShown = (css: CSSStyleDeclaration, element: Element): boolean =>
    hasPicture(css) ||
    tools.paint(css.backgroundColor, element) !== undefined ||
    sides.some((side) => stroke(css, side, element) !== undefined) ||
    css.boxShadow.includes('inset');
  return {
    stroke,
    isDecorated: (element) =>
      isShown(tools.style(element), element) ||
      pseudos.some((which) => {
        const box = boxOf(element, which);
        return box !== undefined && isShown(getComputedStyle(element, which), element);
      }),
    read(element) {
      const css = tools.style(element);
      const items: Item[] = [];
      const rect = element.getBoundingClientRect();
      const isHidden = css.visibility !== 'visible';
      if (!isHidden) items.push(...plain(element, css, rect));
      if (!isHidden && hasPicture(css)) items.push(picture(element, '', rect));
      for (const which of pseudos) {
        const box = boxOf(element, which);
        const own = getComputedStyle(element, which);
        if (!box || box.height < 0.5 || own.visibility !== 'visible' || !isShown(own, element)) continue;
        if (hasPicture(own)) items.push(picture(element, which, box));
        else items.push(...plain(element, own, box));
      }
      return items;
    },
  };
}
