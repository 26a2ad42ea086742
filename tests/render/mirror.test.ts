import { describe, expect, it } from 'vitest';
import { drawDiagram } from '../../src/render/diagrams/index.ts';
import { diagramWords } from '../support/words.ts';

const draw = (kind: string, lang: string): string => {
  const events = ['1900', '1950', '2000'].map((when) => ({ when, label: 'A' }));
  const options = { id: 'd', width: 1000, height: 400, lang, title: 'T', steps: false, words: diagramWords(lang) };
  const drawn = drawDiagram(kind, { events, nodes: events }, options);
  return drawn.ok ? drawn.value.svg : '';
};
/** Where the texts stand, whatever turns them. */
const placesOf = (svg: string): readonly number[] =>
  [...svg.matchAll(/<text[^>]* x="(-?[\d.]+)"/g)].map((match) => Math.abs(Number(match[1])));

describe('drawings of languages that run from right to left', () => {
  it.each(['he', 'ar', 'fa'])('change sides and keep their texts upright (%s)', (lang) => {
    const [plain, turned] = [draw('timeline', 'en'), draw('timeline', lang)];
    expect(turned).toContain('direction="rtl"');
    expect(turned).toContain('<g transform="translate(996 0) scale(-1 1)">');
    expect(turned.match(/<text transform="scale\(-1 1\)"/g)).toHaveLength(placesOf(plain).length);
    expect(placesOf(turned)).toEqual(placesOf(plain));
  });

  it('run clockwise where the drawing is a circle', () => {
    expect(draw('cycle', 'he')).not.toContain('scale(-1 1)');
  });

  it('leave other languages as they are', () => {
    expect(draw('timeline', 'en')).not.toMatch(/direction|scale\(-1/);
  });
});
