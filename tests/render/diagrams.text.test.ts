import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawDiagram } from '../../src/render/diagrams/index.ts';
import { spread } from '../../src/render/diagrams/geometry.ts';
import { hyphenator } from '../../src/text/index.ts';
import { parseInline, plainText } from '../../src/render/diagrams/text/inline.ts';
import { textWidth } from '../../src/render/diagrams/text/measure.ts';
import { wrap } from '../../src/render/diagrams/text/wrap.ts';
import { options, readDrawing } from './drawing.ts';

describe('inline Markdown', () => {
  it('reads bold, italic, subscripts and superscripts', () => {
    expect(parseInline('5-HT~2A~ is **niet** *x*^2^')).toEqual([
      { text: '5-HT', bold: false, italic: false },
      { text: '2A', bold: false, italic: false, script: 'sub' },
      { text: ' is ', bold: false, italic: false },
      { text: 'niet', bold: true, italic: false },
      { text: ' ', bold: false, italic: false },
      { text: 'x', bold: false, italic: true },
      { text: '2', bold: false, italic: false, script: 'super' },
    ]);
  });

  it('keeps escaped marks and HTML as text', () => {
    expect(plainText('a \\~b~ <b>c</b> [d](http://x) &amp;')).toBe('a ~b~ <b>c</b> d &');
  });
});

describe('wrapping', () => {
  const words = (block: ReturnType<typeof wrap>) =>
    block?.lines.map((line) => line.runs.map((run) => run.text).join(''));

  it('balances lines and keeps every word', () => {
    expect(words(wrap('een twee drie vier vijf zes', 130, { size: 24 }))).toEqual([
      'een twee',
      'drie vier',
      'vijf zes',
    ]);
  });

  it('breaks only where a word allows it', () => {
    expect(wrap('meervoudigheid', 60, { size: 24 })).toBeUndefined();
    expect(words(wrap('meer\u00ADvoudigheid', 140, { size: 24 }))).toEqual(['meer-', 'voudigheid']);
    expect(words(wrap('AMPA-receptoractivatie', 190, { size: 24 }))).toEqual(['AMPA-', 'receptoractivatie']);
    expect(words(wrap('5-HT~2A~ x', 100, { size: 24 }))).toHaveLength(1);
  });

  it('hyphenates as the language does', () => {
    expect(hyphenator('nl')('neuroplasticiteit').split('\u00AD').join('-')).toBe('neuro-plas-ti-citeit');
    expect(hyphenator('de')('Ladenschlusszeiten').split('\u00AD').join('-')).toBe('Laden-schluss-zeiten');
    expect(hyphenator('ru')('дезоксирибонуклеиновая')).toContain('\u00AD');
    expect(hyphenator('el')('αντιπροσωπευτικότητα')).toContain('\u00AD');
    expect(hyphenator('xx')('neuroplasticiteit')).toBe('neuroplasticiteit');
  });

  it('never makes a line wider than asked, for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), fc.integer({ min: 40, max: 600 }), (text, width) => {
        const block = wrap(text, width, { size: 24, hyphenate: hyphenator('en') });
        for (const line of block?.lines ?? []) {
          expect(line.width).toBeLessThanOrEqual(width);
          const drawn = line.runs
            .map((run) => textWidth(run.text, run.script ? 18 : 24, run.bold))
            .reduce((sum, one) => sum + one, 0);
          expect(drawn).toBeLessThanOrEqual(line.width + 0.01);
        }
      }),
    );
  });
});

it('moves intervals apart without changing their order or leaving the range', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 1, maxLength: 9 }), (points) => {
      const placed = spread(
        points.toSorted((a, b) => a - b),
        100,
        0,
        1000,
      );
      expect(placed).toHaveLength(points.length);
      for (const [index, centre] of (placed ?? []).entries()) {
        expect(centre).toBeGreaterThanOrEqual(-0.001);
        expect(centre).toBeLessThanOrEqual(1000.001);
        if (index > 0) expect(centre - (placed?.[index - 1] ?? 0)).toBeGreaterThanOrEqual(99.999);
      }
    }),
  );
});

describe('any text in any field', () => {
  const nasty = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 30 }),
    fc.constantFrom(
      '</text><script>alert(1)</script>',
      ']]>',
      '" onload="x',
      '&lt;',
      '\u0000\u001F',
      '\uD800',
      '<!--',
      '**',
      '~~',
      '^^',
      '\u202Eabc',
    ),
  );
  const shapes: readonly (readonly [string, (text: string) => object])[] = [
    [
      'cascade',
      (text) => ({
        nodes: [
          { label: text, detail: text, evidence: text },
          { label: text, branch: [{ label: text }] },
        ],
      }),
    ],
    ['timeline', (text) => ({ events: [{ when: text, label: text, detail: text }] })],
    ['evidence-ladder', (text) => ({ rungs: [{ label: text, detail: text, reached: true }] })],
    [
      'matrix',
      (text) => ({
        rowTitle: text,
        columns: [text],
        rows: [{ label: text, cells: [{ text, tone: text }] }],
        legend: [{ tone: text, label: text }],
      }),
    ],
    ['cycle', (text) => ({ nodes: [{ label: text }, { label: text }, { label: text }], center: text })],
    ['venn', (text) => ({ sets: [{ label: text }, { label: text, detail: text }], overlaps: [{ label: text }] })],
    [
      'concept-map',
      (text) => ({
        nodes: [
          { id: text, label: text },
          { id: 'b', label: text },
        ],
        links: [{ from: text, to: 'b', label: text }],
      }),
    ],
    ['hierarchy', (text) => ({ root: { label: text, children: [{ label: text }, { label: text }] } })],
    ['pathway', (text) => ({ lanes: [{ title: text, nodes: [{ label: text }], outcome: text, tone: text }] })],
  ];

  it.each(shapes)('%s stays well-formed and without script', { timeout: 60_000 }, (kind, shape) => {
    let drawn = 0;
    fc.assert(
      fc.property(nasty, (text) => {
        const outcome = drawDiagram(kind, shape(text) as never, options({ title: text, alt: text }));
        if (!outcome.ok) return;
        drawn++;
        const { names, attributes } = readDrawing(outcome.value.svg);
        expect(
          [...names].filter((name) => !/^(svg|title|desc|g|path|rect|circle|ellipse|text|tspan)$/.test(name)),
        ).toEqual([]);
        expect(attributes.filter(([name]) => /^on|href|^style$/.test(name))).toEqual([]);
      }),
      { numRuns: 60 },
    );
    // What is refused proves nothing.
    expect(drawn).toBeGreaterThan(5);
  });
});
