import type { SvgAttribute, SvgElement } from '../../svg/parse.ts';
import { paint, type Token } from '../paint.ts';

/** The renderer's custom properties in the theme's words. */
const colours: Readonly<Record<string, Token>> = {
  bg: 'paper',
  fg: 'ink',
  line: 'line-strong',
  accent: 'accent',
  muted: 'muted',
  surface: 'accent-soft',
  border: 'accent',
  _text: 'ink',
  '_text-sec': 'muted',
  '_text-muted': 'muted',
  '_text-faint': 'muted',
  _line: 'line-strong',
  _arrow: 'line-strong',
  '_node-fill': 'accent-soft',
  '_node-stroke': 'accent',
  '_group-fill': 'paper',
  '_group-hdr': 'wash',
  '_inner-stroke': 'line',
  '_key-badge': 'wash',
};

/** The renderer's usual size; it measures with a wider font, so that smaller text can be set at this size too. */
const usualSize = 13;

/** Replaces the renderer's style sheet and properties by the theme's paints, weights and fonts. */
export function restyle(node: SvgElement): SvgElement {
  const children = node.children
    .filter((child) => typeof child === 'string' || child.local !== 'style')
    .map((child) => (typeof child === 'string' ? child : restyle(child)));
  const mono = node.attributes.some(({ local, value }) => local === 'class' && /\bmono\b/.test(value));
  const attributes = node.attributes.map((attribute) => ({
    ...attribute,
    value: restyled(node.local, attribute, mono),
  }));
  const font: readonly SvgAttribute[] = mono
    ? [{ local: 'font-family', namespace: '', value: 'var(--font-code, monospace)' }]
    : [];
  return { ...node, attributes: [...attributes, ...font], children };
}

function restyled(owner: string, { local, value }: SvgAttribute, mono: boolean): string {
  if (local === 'font-weight') return Number(value) >= 500 ? '600' : '400';
  if (local === 'font-size' && !mono) return String(Math.max(Number.parseFloat(value) || usualSize, usualSize));
  if (local === 'stroke-width' && owner !== 'marker') return String(Math.max(Number.parseFloat(value) || 1, 1));
  return value.replace(/var\(--([\w-]+)(?:,[^()]*(?:\([^()]*\)[^()]*)*)?\)/g, (whole, name: string) => {
    const token = Object.hasOwn(colours, name) ? colours[name] : undefined;
    return token ? paint(token) : whole;
  });
}

/** The smallest text of a drawing in its own units. */
export function smallestIn(node: SvgElement): number {
  const own = node.attributes
    .filter(({ local }) => local === 'font-size')
    .map(({ value }) => Number.parseFloat(value) || usualSize);
  const below = node.children.filter((child) => typeof child !== 'string').map(smallestIn);
  return Math.min(Infinity, ...own, ...below);
}
