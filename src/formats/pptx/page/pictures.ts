/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import type { PictureItem, Rect, Source } from '../scene.ts';
import type { Tools } from './tools.ts';

export interface Pictures {
  readonly sources: Source[];
  /** A picture of the outline. */
  image(image: HTMLImageElement): PictureItem | undefined;
  /** What the page paints behind an element, as a picture. */
  ground(element: Element, pseudo: '' | '::before' | '::after', rect: DOMRect): PictureItem;
  /** A part of the page that Office has no shapes for. */
  part(element: Element, rect: DOMRect, why: PictureItem['why'], alt: string): PictureItem;
  /** SVG that stands alone. */
  drawing(svg: string, rect: Rect, alt: string): PictureItem;
  enter(slide: number): void;
}

/** Runs in the page. */
// eslint-disable-next-line max-lines-per-function -- the page knows nothing but this function
export function makePictures(tools: Tools): Pictures {
  const sources: Source[] = [];
  const numbers = new Map<string, number>();
  let slide = 0;
  const numberOf = (kind: Source['kind'], key: string, text: string, rect: Rect): number => {
    const known = numbers.get(`${kind} ${key}`);
    if (known !== undefined) return known;
    sources.push({ kind, text, rect, slide });
    numbers.set(`${kind} ${key}`, sources.length - 1);
    return sources.length - 1;
  };
  const whole = [0, 0, 0, 0] as const;
  const number = (value: string): number => Number.parseFloat(value) || 0;
  let marked = 0;
  /** The element is named, so that it can be photographed alone later. */
  const nameOf = (element: Element): string => {
    const known = element.getAttribute('data-shot');
    if (known !== null) return known;
    element.setAttribute('data-shot', String(++marked));
    return String(marked);
  };
  const decoded = (url: string): string => {
    const comma = url.indexOf(',');
    const body = url.slice(comma + 1);
    const isText = !url.slice(0, comma).endsWith(';base64');
    try {
      if (isText) return decodeURIComponent(body);
    } catch {
      // A percent sign that means nothing.
      return body;
    }
    return new TextDecoder().decode(Uint8Array.from(atob(body), (character) => character.charCodeAt(0)));
  };
  /** Width by height of a drawing, from its view box or its size. */
  const shapeOf = (url: string): number | undefined => {
    const root = new DOMParser().parseFromString(decoded(url), 'image/svg+xml').documentElement;
    const box = (root.getAttribute('viewBox') ?? '').split(/[\s,]+/).map(Number);
    const [width, height] = [
      box[2] ?? number(root.getAttribute('width') ?? ''),
      box[3] ?? number(root.getAttribute('height') ?? ''),
    ];
    return width > 0 && height > 0 ? width / height : undefined;
  };
  /** The ground as SVG, where it is one drawing on one colour. */
  const sketch = (css: CSSStyleDeclaration, { width, height }: DOMRect): string | undefined => {
    const url = /^url\("(data:image\/svg\+xml[^"]*)"\)$/.exec(css.backgroundImage)?.[1];
    if (url === undefined || css.clipPath !== 'none') return undefined;
    const shape = shapeOf(url);
    if (shape === undefined) return undefined;
    const size = css.backgroundSize;
    const isWide = width / height > shape;
    let h: number;
    if (size === 'cover') h = isWide ? width / shape : height;
    else if (size === 'contain') h = isWide ? height : width / shape;
    else if (/^auto 100%$/.test(size)) h = height;
    else if (/^[\d.]+px [\d.]+px$/.test(size)) h = number(size.split(' ')[1] ?? '');
    else return undefined;
    const w = size.includes('px') ? number(size) : h * shape;
    const place = (value: string, room: number): number =>
      value.endsWith('%') ? (number(value) / 100) * room : number(value);
    const [x = '0%', y = '0%'] = css.backgroundPosition.split(' ');
    const radius = css.borderTopLeftRadius.endsWith('%')
      ? Math.min(width, height) / 2
      : number(css.borderTopLeftRadius);
    const escaped = url.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
    return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"><rect width="${width}" height="${height}" rx="${radius}" fill="${css.backgroundColor}"/><image href="${escaped}" x="${place(x, width - w)}" y="${place(y, height - h)}" width="${w}" height="${h}" preserveAspectRatio="none"/></svg>`;
  };
  const item = (source: number, rect: Rect, alt: string, why?: PictureItem['why']): PictureItem => ({
    kind: 'picture',
    rect,
    source,
    crop: whole,
    radius: 0,
    alt,
    ...(why && { why }),
  });
  const placed = (image: HTMLImageElement, css: CSSStyleDeclaration): { rect: DOMRect; crop: PictureItem['crop'] } => {
    const around = image.getBoundingClientRect();
    const box = new DOMRect(
      around.left + number(css.paddingLeft) + number(css.borderLeftWidth),
      around.top + number(css.paddingTop) + number(css.borderTopWidth),
      around.width - number(css.paddingLeft) - number(css.paddingRight) - 2 * number(css.borderLeftWidth),
      around.height - number(css.paddingTop) - number(css.paddingBottom) - 2 * number(css.borderTopWidth),
    );
    const [width, height] = [image.naturalWidth || box.width, image.naturalHeight || box.height];
    const fits = Math.min(box.width / width, box.height / height);
    const fills = Math.max(box.width / width, box.height / height);
    const scales: Readonly<Record<string, number>> = {
      contain: fits,
      cover: fills,
      none: 1,
      'scale-down': Math.min(1, fits),
    };
    const scale = scales[css.objectFit];
    if (scale === undefined) return { rect: box, crop: whole };
    const [x = '50%', y = '50%'] = css.objectPosition.split(' ');
    const at = (value: string, room: number): number =>
      value.endsWith('%') ? (number(value) / 100) * room : number(value);
    const [w, h] = [width * scale, height * scale];
    const left = at(x, box.width - w);
    const top = at(y, box.height - h);
    const over = (part: number, of: number): number => Math.max(0, part) / of;
    return {
      rect: new DOMRect(
        box.left + Math.max(0, left),
        box.top + Math.max(0, top),
        Math.min(w, box.width),
        Math.min(h, box.height),
      ),
      crop: [over(-left, w), over(-top, h), over(left + w - box.width, w), over(top + h - box.height, h)],
    };
  };
  return {
    sources,
    enter(index) {
      slide = index;
    },
    image(image) {
      const css = tools.style(image);
      const { rect, crop } = placed(image, css);
      const url = image.getAttribute('src') ?? '';
      if (rect.width < 0.5 || rect.height < 0.5 || !url.startsWith('data:')) return undefined;
      const place = tools.place(rect);
      const radius = Math.max(number(css.borderTopLeftRadius), 0);
      return { ...item(numberOf('data', url, url, place), place, tools.alt(image)), crop, radius };
    },
    ground(element, pseudo, rect) {
      const css = pseudo === '' ? tools.style(element) : getComputedStyle(element, pseudo);
      const place = tools.place(rect);
      const svg = sketch(css, rect);
      if (svg !== undefined) return item(numberOf('sketch', svg, svg, place), place, '');
      const key = [css.backgroundImage, css.backgroundColor, css.clipPath, rect.width, rect.height].join();
      return item(numberOf('shot', key, nameOf(element), place), place, '');
    },
    part: (element, rect, why, alt) => {
      const place = tools.place(rect);
      const name = nameOf(element);
      return item(numberOf('shot', name, name, place), place, alt, why);
    },
    drawing: (svg, rect, alt) => item(numberOf('svg', svg, svg, rect), rect, alt),
  };
}
