import { element } from '../../svg/xml.ts';
import type { Point } from '../geometry.ts';
import { paint, type Token } from '../paint.ts';
import icons from '../../../../templates/themes/lectern/icons.json' with { type: 'json' };

const glyphs: Readonly<Record<string, string>> = icons;

/** The round icon of an evidence tone, the same shapes as the theme's badges. */
export function evidenceIcon(tone: string, centre: Point, radius = 12): string {
  const glyph = glyphs[tone];
  if (glyph === undefined) return '';
  const scale = radius / 12;
  const transform = `translate(${centre.x - radius} ${centre.y - radius})${scale === 1 ? '' : ` scale(${scale})`}`;
  return element(
    'g',
    { transform },
    element('circle', { cx: 12, cy: 12, r: 12, fill: paint(`ev-${tone}` as Token) }),
    element('path', { d: glyph, fill: paint('on-ev') }),
  );
}

/** A round mark with one character, such as the question mark of what is uncertain. */
export function roundMark(character: string, centre: Point, colour = paint('line-strong')): string {
  const circle = element('circle', {
    cx: centre.x,
    cy: centre.y,
    r: 17,
    fill: paint('paper'),
    stroke: colour,
    'stroke-width': 2,
  });
  const mark = element(
    'text',
    { x: centre.x, y: centre.y + 8.5, 'font-size': 24, 'font-weight': 600, 'text-anchor': 'middle', fill: colour },
    character,
  );
  return circle + mark;
}

/** A tick from its own path, centred on a point. */
export function tick(centre: Point, colour: string): string {
  return element('path', {
    transform: `translate(${centre.x - 12} ${centre.y - 12})`,
    d: 'M4 12.5L9.5 18.5L20.5 5.5',
    fill: 'none',
    stroke: colour,
    'stroke-width': 3.5,
    'stroke-linecap': 'round',
    'stroke-linejoin': 'round',
  });
}
