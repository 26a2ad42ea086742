/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import type { GroupItem, Item, Paint, PathItem, Stroke, TextItem } from '../scene.ts';
import type { Pictures } from './pictures.ts';
import type { Piece, Runs } from './runs.ts';
import type { Tools } from './tools.ts';

/** A drawing with more shapes than a person would edit is a picture under its words. */
interface Drawings {
  read(svg: SVGSVGElement): Item | undefined;
}

/** Runs in the page. */
// eslint-disable-next-line max-lines-per-function -- the page knows nothing but this function
export function makeDrawings(tools: Tools, runs: Runs, pictures: Pictures, mostShapes: number): Drawings {
  const number = (value: string): number => Number.parseFloat(value) || 0;
  const scaleOf = ({ a, b, c, d }: DOMMatrix): number => Math.sqrt(Math.abs(a * d - b * c));
  const matrixOf = (element: SVGGraphicsElement): DOMMatrix => element.getScreenCTM() ?? new DOMMatrix();
  const paintOf = (css: CSSStyleDeclaration, which: 'fill' | 'stroke', element: Element): Paint | undefined => {
    const value = css[which];
    if (value === 'none') return undefined;
    const paint = tools.paint(value, element);
    const share = Number(which === 'fill' ? css.fillOpacity : css.strokeOpacity);
    return paint && paint.alpha * share > 0.01 ? { ...paint, alpha: paint.alpha * share } : undefined;
  };
  const strokeOf = (css: CSSStyleDeclaration, element: SVGGraphicsElement): Stroke | undefined => {
    const paint = paintOf(css, 'stroke', element);
    const scale = css.vectorEffect === 'non-scaling-stroke' ? 1 : scaleOf(matrixOf(element));
    const width = number(css.strokeWidth) * scale;
    if (!paint || width < 0.05) return undefined;
    const dash =
      css.strokeDasharray === 'none' ? [] : css.strokeDasharray.split(/[\s,]+/).map((part) => number(part) * scale);
    const cap = css.strokeLinecap === 'round' ? 'round' : css.strokeLinecap === 'square' ? 'square' : 'butt';
    return { paint, width, dash: dash.some((part) => part > 0) ? dash : [], cap };
  };
  const hasSpecial = (element: Element): boolean => {
    const css = tools.style(element);
    const isSpecial = (value: string): boolean => value.startsWith('url(');
    return (
      isSpecial(css.fill) ||
      isSpecial(css.stroke) ||
      isSpecial(css.filter) ||
      isSpecial(css.mask) ||
      isSpecial(css.markerStart) ||
      isSpecial(css.markerMid) ||
      isSpecial(css.markerEnd)
    );
  };
  const dOf = (element: SVGGraphicsElement): string | undefined => {
    const css = tools.style(element);
    const value = (name: string): number => number(element.getAttribute(name) ?? '');
    if (element instanceof SVGPathElement) return element.getAttribute('d') ?? '';
    if (element instanceof SVGLineElement)
      return `M${element.x1.baseVal.value} ${element.y1.baseVal.value}L${element.x2.baseVal.value} ${element.y2.baseVal.value}`;
    if (element instanceof SVGPolygonElement || element instanceof SVGPolylineElement) {
      const points = [...element.points].map(({ x, y }) => `${x} ${y}`).join('L');
      return points === '' ? '' : `M${points}${element instanceof SVGPolygonElement ? 'Z' : ''}`;
    }
    if (element instanceof SVGRectElement) {
      const [x, y, w, h] = [element.x, element.y, element.width, element.height].map((length) => length.baseVal.value);
      const r = Math.min(number(css.rx) || number(css.ry) || value('rx') || value('ry'), (w ?? 0) / 2, (h ?? 0) / 2);
      if (r <= 0) return `M${x} ${y}h${w}v${h}h${-(w ?? 0)}Z`;
      const arc = (dx: number, dy: number): string => `a${r} ${r} 0 0 1 ${dx} ${dy}`;
      const [across, down] = [(w ?? 0) - 2 * r, (h ?? 0) - 2 * r];
      return `M${(x ?? 0) + r} ${y}h${across}${arc(r, r)}v${down}${arc(-r, r)}h${-across}${arc(-r, -r)}v${-down}${arc(r, -r)}Z`;
    }
    if (element instanceof SVGCircleElement || element instanceof SVGEllipseElement) {
      const box = element.getBBox();
      const [rx, ry] = [box.width / 2, box.height / 2];
      return `M${box.x} ${box.y + ry}a${rx} ${ry} 0 1 1 ${2 * rx} 0a${rx} ${ry} 0 1 1 ${-2 * rx} 0Z`;
    }
    return undefined;
  };
  const shape = (element: SVGGraphicsElement): Item | undefined => {
    const css = tools.style(element);
    const fill = element instanceof SVGLineElement ? undefined : paintOf(css, 'fill', element);
    const stroke = strokeOf(css, element);
    if (!fill && !stroke) return undefined;
    const matrix = matrixOf(element);
    const look = { ...(fill && { fill }), ...(stroke && { stroke }) };
    const isUpright = Math.abs(matrix.b) < 1e-4 && Math.abs(matrix.c) < 1e-4 && matrix.a > 0 && matrix.d > 0;
    const isRound = element instanceof SVGCircleElement || element instanceof SVGEllipseElement;
    if (isUpright && (element instanceof SVGRectElement || isRound)) {
      const { x, y, width, height } = element.getBBox();
      if (width <= 0 || height <= 0) return undefined;
      const rect = tools.place({
        left: matrix.a * x + matrix.e,
        top: matrix.d * y + matrix.f,
        width: matrix.a * width,
        height: matrix.d * height,
      });
      const radius = isRound ? 0 : Math.min((number(css.rx) || number(css.ry)) * matrix.a, rect.w / 2, rect.h / 2);
      return { kind: 'box', shape: isRound ? 'ellipse' : 'rect', rect, radius, ...look };
    }
    const d = dOf(element);
    if (d === undefined || d === '') return undefined;
    const corner = tools.place({ left: matrix.e, top: matrix.f, width: 0, height: 0 });
    const path: PathItem = {
      kind: 'path',
      d,
      matrix: [matrix.a, matrix.b, matrix.c, matrix.d, corner.x, corner.y],
      ...look,
    };
    return path;
  };

  const label = (text: SVGTextElement, pieces: readonly Piece[], scale: number, turn: number): TextItem => {
    const css = tools.style(text);
    const sorted = pieces.map(({ run }) => ({
      ...run,
      size: run.size * scale,
      ...(run.spacing !== undefined && { spacing: run.spacing * scale }),
    }));
    const size = Math.max(...sorted.map((run) => run.size));
    const pitch = size * 1.25;
    let [left, right, base] = [
      Math.min(...pieces.map((piece) => piece.left)),
      Math.max(...pieces.map((piece) => piece.right)),
      Math.max(...pieces.map((piece) => piece.base)),
    ];
    if (turn !== 0) {
      const box = text.getBBox();
      const middle = new DOMPoint(box.x + box.width / 2, box.y + box.height / 2).matrixTransform(matrixOf(text));
      const [halfWidth, halfHeight] = [(box.width * scale) / 2, (box.height * scale) / 2];
      left = middle.x - halfWidth;
      right = middle.x + halfWidth;
      base = middle.y + halfHeight * (1 - 2 * runs.depthOf(css));
    }
    const isRtl = css.direction === 'rtl';
    const aligns = { start: isRtl ? 'r' : 'l', middle: 'ctr', end: isRtl ? 'l' : 'r' } as const;
    const align = aligns[css.textAnchor as keyof typeof aligns] ?? 'l';
    return {
      kind: 'text',
      role: 'label',
      rect: tools.place({ left, top: runs.topOf(base, size, pitch), width: right - left, height: pitch }),
      paragraphs: [{ lines: [sorted], align, rtl: isRtl, pitch, before: 0, inset: 0, hang: 0, level: 0 }],
      ...(turn !== 0 && { turn }),
    };
  };
  const texts = (text: SVGTextElement): readonly Item[] => {
    const matrix = matrixOf(text);
    const scale = scaleOf(matrix);
    const turn = Math.round((Math.atan2(matrix.b, matrix.a) * 180) / Math.PI);
    if (turn !== 0) {
      const pieces = runs.lines([...text.childNodes], () => undefined).flat();
      return pieces.length === 0 ? [] : [label(text, pieces, scale, turn)];
    }
    return runs.lines([...text.childNodes], () => undefined).map((line) => label(text, line, scale, 0));
  };

  const presentation =
    'fill fill-opacity fill-rule stroke stroke-width stroke-opacity stroke-dasharray stroke-linecap stroke-linejoin opacity visibility display clip-path mask filter marker-start marker-mid marker-end stop-color stop-opacity'.split(
      ' ',
    );
  /** SVG that stands alone: styles of the page written into it, its words taken out. */
  const alone = (svg: SVGSVGElement): string => {
    const copy = svg.cloneNode(true) as SVGSVGElement;
    const [from, to] = [
      [svg, ...svg.querySelectorAll('*')],
      [copy, ...copy.querySelectorAll('*')],
    ];
    for (const [i, element] of from.entries()) {
      const other = to[i];
      if (!other || element.closest('title, desc, style') !== null) continue;
      const css = getComputedStyle(element);
      for (const name of presentation) {
        const value = css.getPropertyValue(name);
        if (value !== '' && !value.includes('url(')) other.setAttribute(name, value);
      }
      for (const name of ['class', 'style', 'data-step', 'font-family', 'aria-labelledby']) other.removeAttribute(name);
    }
    for (const part of copy.querySelectorAll('text, title, desc, style, script, foreignObject')) part.remove();
    copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
    const { width, height } = svg.getBoundingClientRect();
    copy.setAttribute('width', String(width));
    copy.setAttribute('height', String(height));
    return new XMLSerializer().serializeToString(copy);
  };
  const shapesIn = 'path, rect, circle, ellipse, line, polygon, polyline';
  const walk = (element: Element, items: Item[], withShapes: boolean): void => {
    if (!tools.seen(element) || /^(?:defs|title|desc|style|clipPath|mask|marker|symbol|pattern)$/.test(element.tagName))
      return;
    if (element instanceof SVGTextElement) {
      items.push(...texts(element));
      return;
    }
    if (withShapes && element instanceof SVGGraphicsElement && element.matches(shapesIn)) {
      const item = tools.style(element).visibility === 'visible' ? shape(element) : undefined;
      if (item) items.push(item);
      return;
    }
    for (const child of element.children) walk(child, items, withShapes);
  };
  return {
    read(svg) {
      const box = svg.getBoundingClientRect();
      if (box.width < 0.5 || box.height < 0.5) return undefined;
      const shown = [...svg.querySelectorAll('*')].filter((element) => element.closest('defs') === null);
      const isPlain =
        shown.filter((element) => element.matches(shapesIn)).length <= mostShapes &&
        !shown.some((element) => element.matches('use, image, foreignObject') || hasSpecial(element));
      const items: Item[] = [];
      const alt = tools.alt(svg);
      const rect = tools.place(box);
      if (!isPlain) {
        items.push({ ...pictures.drawing(alone(svg), rect, ''), why: 'drawing' });
      }
      walk(svg, items, isPlain);
      if (items.length === 0) return undefined;
      const name = svg.getAttribute('aria-labelledby') ?? '';
      const group: GroupItem = { kind: 'group', rect, alt, items, ...(name !== '' && { name }) };
      return group;
    },
  };
}
