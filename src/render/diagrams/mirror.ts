import { round } from '../svg/xml.ts';

/**
 * A drawing from right to left: everything changes sides, and texts and icons are turned back at their places. It reads
 * what this folder's own writer wrote: `x` comes first in a text, and only icons of 24 units have a `transform`.
 */
export function mirror(content: string, width: number): string {
  const upright = content
    .replace(/<text x="(-?)([\d.]+)"/g, (_, minus: string, x: string) => {
      const sign = minus === '' && Number(x) !== 0 ? '-' : '';
      return `<text transform="scale(-1 1)" x="${sign}${x}"`;
    })
    .replace(
      /transform="translate\((-?[\d.]+) (-?[\d.]+)\)(?: scale\(([\d.]+)\))?"/g,
      (_, x: string, y: string, by = '1') => {
        const scale = Number(by);
        return `transform="translate(${round(Number(x) + 24 * scale)} ${y}) scale(${-scale} ${scale})"`;
      },
    );
  return `<g transform="translate(${round(width)} 0) scale(-1 1)">${upright}</g>`;
}
