import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sanitizeSvg } from '../../src/render/svg/index.ts';
import { readDrawing } from './drawing.ts';

const at = { file: 'lesson.yaml', start: 1, end: 2 };
const root = (inside: string, attributes = 'viewBox="0 0 100 50"'): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" ${attributes}>${inside}</svg>`;

function clean(source: string | Uint8Array, more: { idPrefix?: string; alt?: string } = {}) {
  const bytes = typeof source === 'string' ? new TextEncoder().encode(source) : source;
  return sanitizeSvg(bytes, { file: 'images/cel.svg', idPrefix: 'p1-', at, ...more });
}

function kept(source: string, more: { idPrefix?: string; alt?: string } = {}): string {
  const outcome = clean(source, more);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.diagnostics));
  readDrawing(outcome.value.svg);
  return outcome.value.svg;
}

const codes = (source: string | Uint8Array): readonly string[] => clean(source).diagnostics.map((found) => found.code);

describe('what stays', () => {
  it('keeps shapes, text, gradients, masks, filters and steps, with ids of their own', () => {
    const svg = kept(
      root(`<defs><linearGradient id="g"><stop offset="0" stop-color="red"/></linearGradient><clipPath id="c"><rect width="9" height="9"/></clipPath>
        <filter id="f"><feGaussianBlur stdDeviation="2"/></filter><marker id="m"><path d="M0 0"/></marker></defs>
        <g data-step="2" fill="url(#g)" style="filter: url('#f'); stroke: blue" clip-path="url(#c)"><use xlink:href="#m"/><text>H<tspan dy="3">2</tspan></text></g>`),
    );
    expect(svg).toContain('id="p1-g"');
    expect(svg).toContain('fill="url(#p1-g)"');
    expect(svg).toContain('filter:url(#p1-f);stroke:blue');
    expect(svg).toContain('href="#p1-m"');
    expect(svg).toContain('data-step="2"');
    expect(svg).toContain('<tspan dy="3">2</tspan>');
    expect(clean(root('<rect/>')).diagnostics).toEqual([]);
  });

  it('keeps pictures inside the file, and the theme’s own paints', () => {
    expect(kept(root('<image href="data:image/png;base64,iVBORw0KGgo="/>'))).toContain(
      'href="data:image/png;base64,iVBORw0KGgo="',
    );
    expect(kept(root('<path fill="var(--accent, #123456)" d="M0 0"/>'))).toContain('fill="var(--accent, #123456)"');
  });

  it('keeps what a drawing says in words, whatever its signs', () => {
    expect(kept(root('<g aria-label="It\'s 5 (mg) at url(x)" class="a"><rect/></g>'))).toContain(
      'aria-label="It&#39;s 5 (mg) at url(x)"',
    );
    expect(codes(root('<g aria-label="It\'s (so)"/>'))).toEqual([]);
  });

  it('confines style rules to the drawing', () => {
    const svg = kept(
      root('<style>/* a */ .st0, #x > rect{fill:red} @font-face{src:url(x)}</style><rect id="x" class="st0"/>'),
    );
    expect(svg).toContain('#p1-root .st0,#p1-root #p1-x > rect{fill:red;}');
    expect(svg).not.toContain('font-face');
  });

  it('names the drawing', () => {
    expect(kept(root('<title>oud</title><rect/>'), { alt: 'Een <cel>' })).toContain(
      '<title id="p1--title">Een &lt;cel&gt;</title>',
    );
    expect(kept(root('<title>oud</title>'), { alt: 'nieuw' })).not.toContain('oud');
    expect(kept(root('<rect/>'), { alt: '' })).toContain('aria-hidden="true"');
    expect(kept(root('<title>oud</title>'))).toContain('<title>oud</title>');
  });

  it('knows its size', () => {
    const size = (attributes: string) => {
      const outcome = clean(root('<rect/>', attributes));
      return outcome.ok ? [outcome.value.width, outcome.value.height] : [];
    };
    expect(size('viewBox="0 0 100 50"')).toEqual([100, 50]);
    expect(size('width="200" viewBox="0 0 100 50"')).toEqual([200, 100]);
    expect(size('width="1in" height="72pt"')).toEqual([96, 96]);
    expect(size('width="100%" viewBox="0 0 100 50"')).toEqual([100, 50]);
    expect(codes(root('<rect/>', ''))).toEqual(['svg/no-size']);
  });

  it('drops a DOCTYPE without entities', () => {
    const doctype =
      '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">';
    expect(kept(`<?xml version="1.0"?>${doctype}${root('<rect/>')}`)).not.toContain('DOCTYPE');
  });
});

describe('what goes', () => {
  it.each([
    ['<script>alert(1)</script>', 'alert'],
    ['<rect onclick="alert(1)" onLoad="alert(2)"/>', 'alert'],
    ['<rect ONCLICK="alert(1)"/>', 'alert'],
    ['<rect oNbegin="alert(1)"/>', 'alert'],
    ['<rect ONCLICK="canary=1" OnLoad="canary=2" onfocus="canary"/>', 'canary'],
    ['<image href="data:image/svg+xml;base64,PHN2ZyBvbmxvYWQ9YWxlcnQoMSk+"/>', 'svg+xml'],
    ['<image xlink:href=" DATA:image/svg+xml,&lt;svg/>"/>', 'svg+xml'],
    ['<image href="data:text/html;base64,PHNjcmlwdD4="/>', 'text/html'],
    ['<rect fill="URL(http://evil/)"/>', 'evil'],
    ['<rect fill="cross-fade(url(#a), \'http://evil/\')"/>', 'evil'],
    ['<rect style="fill:url(/**/http://evil/)"/>', 'evil'],
    ['<rect style="fill:/*a*/url(http://evil/)"/>', 'evil'],
    ['<rect style="fill:\'&#10;;fill:url(http://evil/);x:\'"/>', 'evil'],
    ['<style>rect{fill:&#117;rl(http://evil/)}</style>', 'evil'],
    ['<style>rect{a:"&#10;;fill:url(http://evil/);b:"}</style>', 'evil'],
    ['<style>@font-face{font-family:x;src:url(http://evil/)}</style>', 'evil'],
    ['<style>x:url(http://evil/){fill:red}</style>', 'evil'],
    ['<style>rect{behavior:url(#evil)}</style>', 'evil'],
    ['<foreignObject><body xmlns="http://www.w3.org/1999/xhtml"><iframe src="x"/></body></foreignObject>', 'iframe'],
    ['<a xlink:href="javascript:alert(1)"><text>x</text></a>', 'javascript'],
    ['<use href="http://evil/x.svg#a"/>', 'evil'],
    ['<use xlink:href="data:image/svg+xml;base64,PHN2Zz4="/>', 'base64'],
    ['<image href="file:///etc/passwd"/>', 'passwd'],
    ['<image href="data:image/svg+xml,%3Csvg onload=alert(1)%3E"/>', 'onload'],
    ['<rect fill="url(http://evil/)"/>', 'evil'],
    ['<rect style="fill:u\\72l(http://evil/)"/>', 'evil'],
    ['<rect style="background:image-set(\'http://evil/\' 1x)"/>', 'evil'],
    ['<style>@import "http://evil/x.css"; rect{fill:red}</style>', 'evil'],
    ['<style>rect{fill:url(http://evil/)}</style>', 'evil'],
    ['<style>} body{background:red} .a{</style>', 'body'],
    ['<style>@media all{body{display:none}}</style>', 'body'],
    ['<animate attributeName="href" to="javascript:alert(1)"/>', 'alert'],
    ['<set attributeName="onclick" to="alert(1)"/>', 'alert'],
    ['<g xmlns:h="http://www.w3.org/1999/xhtml"><h:img src="http://evil/"/></g>', 'evil'],
    ['<rect data-step="javascript" data-x="evil"/>', 'evil'],
    ['<rect xml:base="http://evil/"/>', 'evil'],
    ['<style>rect{fill:red}/* http://evil/ </style>', 'evil'],
  ])('%s', (inside, poison) => {
    expect(kept(root(`${inside}<circle r="3"/>`))).not.toContain(poison);
    expect(kept(root(`${inside}<circle r="3"/>`))).toContain('<circle r="3"/>');
  });

  it('reports what it left out, at the place in the lesson', () => {
    const [found] = clean(root('<script/><rect onclick="x"/>')).diagnostics;
    expect(found).toMatchObject({ code: 'svg/dropped', severity: 'warning', at });
    expect(found?.message).toContain('<script>, onclick');
  });
});

describe('what is refused, within a second', { timeout: 5000 }, () => {
  const entities = `<!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>${root('<text>&b;</text>')}`;
  const copies = Array.from(
    { length: 12 },
    (_, i) => `<g id="g${i + 1}">${`<use href="#g${i}"/>`.repeat(10)}</g>`,
  ).join('');
  it.each([
    ['entities', entities, 'svg/entities'],
    [
      'external entities',
      `<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>${root('<text>&x;</text>')}`,
      'svg/entities',
    ],
    ['nesting', root(`${'<g>'.repeat(10_000)}${'</g>'.repeat(10_000)}`), 'svg/too-large'],
    ['copies of copies', root(`<g id="g0"><rect/></g>${copies}`), 'svg/too-large'],
    ['a copy of itself', root('<g id="a"><use href="#a"/></g>'), 'svg/too-large'],
    ['elements', root('<g/>'.repeat(60_000)), 'svg/too-large'],
    ['bytes', root(' '.repeat(6_000_000)), 'svg/too-large'],
    ['broken XML', root('<g>'), 'svg/not-xml'],
    ['HTML', '<html><body/></html>', 'svg/not-svg'],
    ['no namespace', '<svg/>', 'svg/not-svg'],
    ['nothing', '', 'svg/not-xml'],
    ['control characters', root('<text>\u0001</text>'), 'svg/not-xml'],
    ['an unknown prefix', root('<foo:bar/>'), 'svg/not-xml'],
  ])('%s', (_, source, code) => {
    const start = performance.now();
    expect(codes(source)).toContain(code);
    expect(performance.now() - start).toBeLessThan(1500);
  });

  it('bytes that are not UTF-8', () => {
    expect(codes(Uint8Array.of(0xff, 0xfe, 0x3c, 0))).toEqual(['svg/not-xml']);
  });

  it.each([
    ['comments that never end', `<style>${'/*'.repeat(1_000_000)}</style>`],
    ['references that never end', `<rect fill="${'url(#'.repeat(200_000)}"/>`],
    ['rules that never open', `<style>${' '.repeat(2_000_000)}a</style>`],
    ['declarations without end', `<rect style="${'fill:url(#'.repeat(100_000)}"/>`],
  ])('%s', (_, inside) => {
    const start = performance.now();
    clean(root(inside));
    expect(performance.now() - start).toBeLessThan(1500);
  });
});

it('gives well-formed XML without handlers for any mixture of pieces', () => {
  const piece = fc.constantFrom(
    '<g>',
    '</g>',
    '<script>',
    '</script>',
    ' onload="x"',
    '<rect',
    '/>',
    '>',
    '"',
    "'",
    '&lt;',
    ']]>',
    '<![CDATA[',
    '<style>',
    '</style>',
    'url(#a)',
    '<!--',
    '-->',
    '<?x ?>',
    '{}',
    '@import',
  );
  let cleaned = 0;
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
      const outcome = clean(root(pieces.join('')));
      if (!outcome.ok) return;
      cleaned++;
      const { names, attributes } = readDrawing(outcome.value.svg);
      expect(names.has('script')).toBe(false);
      expect(attributes.filter(([name]) => name.startsWith('on'))).toEqual([]);
    }),
    { numRuns: 400 },
  );
  // What is refused proves nothing.
  expect(cleaned).toBeGreaterThan(20);
});
