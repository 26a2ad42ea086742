import { describe, expect, it } from 'vitest';
import { sanitizeSvg } from '../../src/render/svg/index.ts';

const root = (inside: string, attributes = ''): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9" ${attributes}>${inside}</svg>`;
const codes = (source: string): readonly string[] =>
  sanitizeSvg(new TextEncoder().encode(source), { file: 'a.svg', idPrefix: 'p-' }).diagnostics.map(({ code }) => code);

/** Twelve of a kind, each of which holds ten shapes that draw with the one before. */
const tower = (tag: string, shape: (id: string) => string, end = ''): string =>
  `<${tag} id="a0"><rect width="9" height="9"/></${tag}>${Array.from(
    { length: 12 },
    (_, i) => `<${tag} id="a${i + 1}">${shape(`a${i}`).repeat(10)}</${tag}>`,
  ).join('')}${end === '' ? shape('a12') : end}`;
const painted = (how: string) => (id: string) => `<rect width="9" height="9" ${how.replaceAll('ID', id)}/>`;
const sheet = (property: string): string =>
  `<style>${Array.from({ length: 13 }, (_, i) => `g .s.k${i}{${property}:url(#a${i})}`).join('')}</style>`;
const corners = `M${'1 1 '.repeat(3000)}`;

describe('drawings that stand for billions of shapes are refused', () => {
  it.each([
    ['paints of paints', tower('pattern', painted('fill="url(#ID)"'))],
    ['strokes, spelt oddly', tower('pattern', painted(`stroke=" URL( '#ID' ) red"`))],
    ['escaped', tower('pattern', painted('fill="u\\72l(#ID)"'))],
    ['in a style', tower('pattern', painted('style="a:b;fill:url(&quot;#ID&quot;)"'))],
    ['masks of masks', tower('mask', painted('mask="url(#ID)"'))],
    ['clips of clips', tower('clipPath', painted('clip-path="url(#ID)"'))],
    ['by class', sheet('fill') + tower('pattern', (id) => `<rect class="s k${id.slice(1)}"/>`)],
    ['masks by class', sheet('mask') + tower('mask', (id) => `<rect class="x s k${id.slice(1)}"/>`)],
    ['by name', `${tower('pattern', painted('fill="url(#ID)"'), '<g/>')}<style>/* { */ g , circle{fill:url(#a12)}</style><circle/>`],
    ['by id', `${tower('pattern', painted('fill="url(#ID)"'), '<g/>')}<style>svg > #it{mask:url(#a12)}</style><circle id="it"/>`],
    ['by what cannot be told', `${tower('pattern', painted('fill="url(#ID)"'), '<g/>')}<style>:is(circle){fill:url(#a12)}</style><circle/>`],
    ['taken over from what is around', `${tower('pattern', painted('fill="url(#ID)"'), '<g/>')}<g fill="url(#a12)"><g><rect/></g></g>`],
    ['patterns that go on with others', `${tower('pattern', (id) => `<rect fill="url(#l${id})"/>`)}${Array.from({ length: 13 }, (_, i) => `<pattern id="la${i}" xlink:href="#a${i}"/>`).join('')}`],
    ['markers at thousands of corners', `<marker id="m">${'<rect/>'.repeat(100)}</marker><path d="${corners}" marker-mid="url(#m)"/>`],
    ['markers of lines inside', `<marker id="m">${'<rect/>'.repeat(100)}</marker><g style="marker:url(#m)"><polyline points="${'1,1 '.repeat(3000)}"/></g>`],
    ['many painted shapes', `<pattern id="p">${'<rect/>'.repeat(1000)}</pattern><g fill="url(#p)">${'<rect/>'.repeat(200)}</g>`],
    ['copies of painted shapes', `<pattern id="p">${'<rect/>'.repeat(500)}</pattern><g id="g">${'<rect fill="url(#p)"/>'.repeat(50)}</g>${'<use href="#g"/>'.repeat(10)}`],
    ['copies of copies, one after another', Array.from({ length: 20_000 }, (_, i) => `<g id="i${i}"><use href="#i${i + 1}"/></g>`).join('')],
    ['a paint of itself', '<pattern id="p"><rect fill="url(#p)"/></pattern><rect fill="url(#p)"/>'],
    ['masks of each other', '<mask id="a"><rect mask="url(#b)"/></mask><mask id="b"><rect mask="url(#a)"/></mask><rect mask="url(#a)"/>'],
  ])('%s', (_, inside) => {
    const start = performance.now();
    expect(codes(root(inside))).toContain('svg/too-large');
    expect(performance.now() - start).toBeLessThan(1500);
  }); // prettier-ignore
});

describe('drawings as programs write them are kept', () => {
  const gradients = Array.from(
    { length: 60 },
    (_, i) => `<linearGradient id="g${i}"><stop/><stop/><stop/></linearGradient>`,
  ).join('');
  it.each([
    ['gradients by class', `<style>${Array.from({ length: 60 }, (_, i) => `.c${i}{fill:url(#g${i})}`).join('')}</style>${gradients}${Array.from({ length: 6000 }, (_, i) => `<path class="c${i % 60}" d="M0 0 1 1"/>`).join('')}`],
    ['paints on paints', `${gradients}<g fill="url(#g0)" stroke="url(#g1)"><g fill="url(#g2)">${'<path fill="url(#g3)"/>'.repeat(3000)}</g></g>`],
    ['arrows', `<marker id="m"><path d="M0 0 1 1"/></marker>${`<path d="M${'1 1 '.repeat(20)}" marker-end="url(#m)"/>`.repeat(900)}`],
    ['a link to what holds it', '<g id="top"><a href="#top"><text>up</text></a></g>'],
    ['a name that nothing has', '<rect fill="url(#nothing)" class="a b"/><style>.a{fill:url(#none)}</style>'],
    ['a filter for all', `<filter id="f"><feGaussianBlur/></filter><g>${'<rect filter="url(#f)"/>'.repeat(5000)}</g>`],
  ])('%s', (_, inside) => {
    expect(codes(root(inside))).not.toContain('svg/too-large');
  }); // prettier-ignore
});
