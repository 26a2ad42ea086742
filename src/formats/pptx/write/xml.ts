import { escapeXml, escapeXmlText } from '../../../base/index.ts';

export type Attributes = Readonly<Record<string, string | number | undefined>>;

/** An element of XML; attributes without a value are left out. Children are XML already. */
export function el(name: string, attributes: Attributes = {}, ...children: readonly (string | undefined)[]): string {
  const written = Object.entries(attributes)
    .map(([key, value]) => (value === undefined ? '' : ` ${key}="${escapeXml(String(value))}"`))
    .join('');
  const inside = children.join('');
  return inside === '' ? `<${name}${written}/>` : `<${name}${written}>${inside}</${name}>`;
}

/** Text as the content of an element. */
export const xmlText = escapeXmlText;

export const namespaces = {
  'xmlns:a': 'http://schemas.openxmlformats.org/drawingml/2006/main',
  'xmlns:r': 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
  'xmlns:p': 'http://schemas.openxmlformats.org/presentationml/2006/main',
} as const;

/** A whole part of a package. */
export const part = (root: string): string => `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${root}`;

/** English Metric Units of a length in CSS pixels. */
export const emu = (pixels: number): number => Math.round(pixels * 9525);

/** Hundredths of a point of a length in CSS pixels. */
export const centipoints = (pixels: number): number => Math.round(pixels * 75);
