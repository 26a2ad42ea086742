import { foreignLines } from './foreign.ts';
import { paintsOf, type Palette } from './paints.ts';

/** A box in the units of the drawing. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** A drawing with its styles written into its elements: no style sheet, no classes, nothing foreign. */
export interface Flat {
  readonly svg: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** The smallest text, in the units of width and height. */
  readonly smallest: number;
}

const dropped = new Set([
  'style',
  'script',
  'title',
  'desc',
  'metadata',
  'image',
  'animate',
  'animateTransform',
  'set',
  'filter',
]);
const shapes = new Set(['rect', 'circle', 'ellipse', 'line', 'polyline', 'polygon', 'path']);
const geometry =
  `x y width height rx ry cx cy r x1 y1 x2 y2 d points transform dx dy viewBox preserveAspectRatio refX refY markerWidth
  markerHeight orient markerUnits clip-path mask marker-start marker-mid marker-end gradientUnits gradientTransform offset
  href id data-step textLength patternUnits patternTransform clipPathUnits maskUnits`.split(/\s+/);
/** What has a value of its own when nothing is written. */
const usual: Readonly<Record<string, string>> = {
  'fill-opacity': '1',
  'stroke-opacity': '1',
  'stroke-dasharray': 'none',
  'stroke-linecap': 'butt',
  'stroke-linejoin': 'miter',
  'font-weight': '400',
  'font-style': 'normal',
  'text-anchor': 'start',
  'dominant-baseline': 'auto',
  'text-decoration-line': 'none',
};
const ofShapes = ['fill-opacity', 'stroke-opacity', 'stroke-dasharray', 'stroke-linecap', 'stroke-linejoin'];
const ofText = ['font-weight', 'font-style', 'text-anchor', 'dominant-baseline'];

/**
 * Writes what is seen of a drawing; sizes and colours are those that the browser worked out.
 * @param isShown whether a text or shape is written; all are when it is absent
 */
export function flatten(root: SVGSVGElement, palette: Palette, isShown?: IsShown): Flat {
  for (const foreign of root.querySelectorAll('foreignObject')) foreign.replaceWith(foreignLines(foreign));
  const box = boxOf(root);
  const writer = new Writer(root, palette, isShown);
  const svg = [...root.childNodes].map((child) => writer.write(child)).join('');
  return { svg, ...box, smallest: writer.smallest };
}

/** The room that the drawing takes: what the browser measures of its visible parts, with their strokes. */
function boxOf(root: SVGSVGElement): { x: number; y: number; width: number; height: number } {
  const { x, y, width, height } = root.getBBox();
  const edge = 3;
  return { x: x - edge, y: y - edge, width: width + 2 * edge, height: height + 2 * edge };
}

type IsShown = (node: SVGGraphicsElement) => boolean;

class Writer {
  smallest = Infinity;
  readonly #isShown: IsShown | undefined;
  readonly #palette: Palette;
  readonly #scale: number;

  constructor(root: SVGSVGElement, palette: Palette, isShown: IsShown | undefined) {
    this.#palette = palette;
    this.#isShown = isShown;
    this.#scale = root.getScreenCTM()?.a ?? 1;
  }

  write(node: Node): string {
    if (node.nodeType === Node.TEXT_NODE) return escape(node.textContent ?? '');
    if (!(node instanceof SVGElement) || dropped.has(node.localName)) return '';
    const style = getComputedStyle(node);
    if (style.display === 'none' && !isDefinition(node)) return '';
    if (this.#isLeftOut(node)) return '';
    const isText = node.localName === 'text' || node.localName === 'tspan';
    const children = [...node.childNodes]
      .filter((child) => isText || child.nodeType !== Node.TEXT_NODE)
      .map((child) => this.write(child))
      .join('');
    if ((isText || node.localName === 'g' || node.localName === 'defs') && children.trim() === '') return '';
    const name = node.localName === 'a' || node.localName === 'switch' ? 'g' : node.localName;
    const attributes = this.#attributes(node, style, isText);
    return attributes === undefined ? '' : `<${name}${attributes}>${children}</${name}>`;
  }

  #isLeftOut(node: SVGElement): boolean {
    if (!this.#isShown || (node.localName !== 'text' && !shapes.has(node.localName)) || isDefinition(node))
      return false;
    return !this.#isShown(node as SVGGraphicsElement);
  }

  #attributes(node: SVGElement, style: CSSStyleDeclaration, isText: boolean): string | undefined {
    const own = isText ? this.#textLook(node, style) : this.#shapeLook(node, style);
    if (own === undefined) return undefined;
    const kept = [...placeOf(node, style), ...own];
    if (style.opacity !== '1' && !isText) kept.push(['opacity', style.opacity]);
    return kept.map(([name, value]) => ` ${name}="${escape(value)}"`).join('');
  }

  /** Paints and lines of a shape; `undefined` when nothing of it is seen. */
  #shapeLook(node: SVGElement, style: CSSStyleDeclaration): Attributes | undefined {
    if (node.localName === 'stop') return [['stop-color', this.#palette.known.get(style.stopColor) ?? style.stopColor]];
    if (!shapes.has(node.localName)) return [];
    if (style.visibility === 'hidden' || isEmpty(node)) return undefined;
    const { fill, stroke } = paintsOf(node, style, this.#palette);
    if (node.localName === 'line') {
      const line = stroke === 'none' ? this.#palette.line : stroke;
      return [['stroke', line], ['stroke-width', pixels(style.strokeWidth)], ...looks(style, ofShapes)];
    }
    if (fill === 'none' && stroke === 'none') return undefined;
    if (stroke === 'none') return [['fill', fill], ...looks(style, ['fill-opacity'])];
    return [['fill', fill], ['stroke', stroke], ['stroke-width', pixels(style.strokeWidth)], ...looks(style, ofShapes)];
  }

  #textLook(node: SVGElement, style: CSSStyleDeclaration): Attributes {
    const { fill } = paintsOf(node, style, this.#palette);
    const around = node.localName === 'tspan' && node.parentElement ? getComputedStyle(node.parentElement) : undefined;
    if (around) {
      const differs = (name: string): boolean => style.getPropertyValue(name) !== around.getPropertyValue(name);
      const changed = ofText.filter(differs).map((name): [string, string] => [name, style.getPropertyValue(name)]);
      if (differs('fill')) changed.push(['fill', fill]);
      if (differs('font-size')) changed.push(['font-size', pixels(style.fontSize)]);
      return changed;
    }
    const matrix = (node as SVGGraphicsElement).getScreenCTM();
    const scale = Math.hypot(matrix?.a ?? 1, matrix?.b ?? 0) / this.#scale;
    this.smallest = Math.min(this.smallest, Number.parseFloat(style.fontSize) * scale);
    const isCode = /mono|code/i.test(style.fontFamily.split(',')[0] ?? '');
    return [
      ['fill', fill],
      ['font-size', pixels(style.fontSize)],
      ...(isCode ? [['font-family', 'var(--font-code, monospace)'] as [string, string]] : []),
      ...looks(style, ofText),
    ];
  }
}

type Attributes = [name: string, value: string][];

/** Where an element stands and what it refers to. */
function placeOf(node: SVGElement, style: CSSStyleDeclaration): Attributes {
  const kept: Attributes = [];
  for (const name of geometry) {
    const value = node.getAttribute(name) ?? (name === 'href' ? node.getAttribute('xlink:href') : null);
    if (value !== null && value !== '' && value !== 'none') kept.push([name, rounded(name, value)]);
  }
  if (style.transform !== 'none' && !node.hasAttribute('transform') && node.style.transform !== '')
    kept.push(['transform', style.transform]);
  return kept;
}

/** The properties that are not as they would be anyway. */
const looks = (style: CSSStyleDeclaration, names: readonly string[]): Attributes =>
  names
    .map((name): [string, string] => [name, style.getPropertyValue(name).replaceAll('px', '')])
    .filter(
      ([name, value]) =>
        value !== '' && value !== usual[name] && !(name === 'stroke-dasharray' && /^[0, ]+$|^1, 0$/.test(value)),
    );

const isEmpty = (node: Element): boolean =>
  node.localName === 'rect' && !(Number(node.getAttribute('width')) > 0 && Number(node.getAttribute('height')) > 0);

const isDefinition = (node: Element): boolean =>
  node.closest('defs, marker, clipPath, mask, symbol, linearGradient, radialGradient, pattern') !== null;

const pixels = (value: string): string => String(Math.round(Number.parseFloat(value) * 100) / 100);

const numbers = new Set([
  'd',
  'points',
  'transform',
  'x',
  'y',
  'width',
  'height',
  'cx',
  'cy',
  'r',
  'x1',
  'y1',
  'x2',
  'y2',
  'rx',
  'ry',
  'dx',
  'dy',
]);

const rounded = (name: string, value: string): string =>
  numbers.has(name)
    ? value.replace(/(?<!\d)-?\d+\.\d{3,}(?:e-?\d+)?/g, (number) => String(Math.round(Number(number) * 100) / 100))
    : value;

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
