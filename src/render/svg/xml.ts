import { escapeXml } from '../../base/index.ts';

/** Attributes of an element; `undefined` leaves one out, numbers are rounded to hundredths. */
export type Attributes = Readonly<Record<string, string | number | undefined>>;

/** A number with at most two decimals, never `-0` or an exponent. */
export function round(value: number): string {
  return String(Math.round(value * 100) / 100 || 0);
}

/** Writes one element. Attribute values are escaped; children are markup already. */
export function element(name: string, attributes: Attributes = {}, ...children: readonly string[]): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${typeof value === 'number' ? round(value) : escapeXml(value ?? '')}"`)
    .join('');
  const content = children.join('');
  return content === '' ? `<${name}${written}/>` : `<${name}${written}>${content}</${name}>`;
}
