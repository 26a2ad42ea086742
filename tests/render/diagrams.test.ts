import { describe, expect, it } from 'vitest';
import { drawDiagram, diagramKinds } from '../../src/render/diagrams/index.ts';
import { paint, plainColour, tokens } from '../../src/render/diagrams/paint.ts';
import { examples } from './diagrams.examples.ts';
import { codesOf, draw, options, themeFile } from './drawing.ts';
import { diagramWords } from '../support/words.ts';

describe.each(Object.entries(examples))('%s', (kind, all) => {
  it.each(all.map((data, index) => [index, data] as const))(
    'example %i is readable, inside its box and accessible',
    (_, data) => {
      const { svg, steps, drawing } = draw(kind, data, { alt: 'Wat er te zien is' });
      expect(svg).toContain('role="img" aria-labelledby="d1-desc"');
      expect(svg).toContain('<desc id="d1-desc">Wat er te zien is</desc>');
      expect(drawing.texts.length).toBeGreaterThan(0);
      for (const text of drawing.texts) {
        expect(text.size, text.text).toBeGreaterThanOrEqual(24);
        expect(text.left, text.text).toBeGreaterThanOrEqual(-2);
        expect(text.right, text.text).toBeLessThanOrEqual(1134);
        expect(text.top, text.text).toBeGreaterThanOrEqual(-4);
        expect(text.bottom, text.text).toBeLessThanOrEqual(430);
      }
      expect([...drawing.steps].toSorted((a, b) => a - b)).toEqual(
        Array.from({ length: steps }, (__, index) => index + 1),
      );
      expect(drawing.ids.every((id) => id.startsWith('d1-'))).toBe(true);
      const colours = drawing.attributes
        .filter(([name]) => name === 'fill' || name === 'stroke')
        .map(([, value]) => value);
      expect(colours.filter((value) => value !== 'none' && !/^var\(--[\w-]+, #[0-9a-f]{6}\)$/.test(value))).toEqual([]);
    },
  );

  it.each(all.map((data, index) => [index, data] as const))('example %i tells its parts, not its title', (_, data) => {
    const { svg, alt, table } = draw(kind, data, { title: 'Een titel die niets zegt' });
    expect(alt.length).toBeGreaterThan(8);
    expect(svg).not.toContain('Een titel die niets zegt');
    expect(table?.rows.length).toBeGreaterThan(0);
    for (const row of table?.rows ?? []) expect(row).toHaveLength(table?.head.length ?? 0);
    const told = (table?.rows ?? []).flat().join(' ');
    const labels = [...JSON.stringify(data).matchAll(/"(?:label|when|outcome)":"([^"*_`~^\\\\]+)"/g)].map(
      (found) => found[1] ?? '',
    );
    for (const label of labels.filter((one) => kind !== 'matrix' || told.includes(one))) expect(told).toContain(label);
  });

  it.each(all.map((data, index) => [index, data] as const))('no two texts of example %i touch', (_, data) => {
    const { texts } = draw(kind, data).drawing;
    for (const [index, a] of texts.entries()) {
      const touching = texts
        .slice(index + 1)
        .filter((b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom);
      expect(touching.map((b) => `${a.text} / ${b.text}`)).toEqual([]);
    }
  });

  it('draws the same bytes every time, without steps when none are wanted, from any first step', () => {
    const data = all[0] ?? {};
    expect(draw(kind, data).svg).toBe(draw(kind, data).svg);
    expect(draw(kind, data, { steps: false }).steps).toBe(0);
    expect(draw(kind, data, { steps: false }).drawing.steps.size).toBe(0);
    expect(Math.min(...draw(kind, data, { firstStep: 4 }).drawing.steps)).toBe(4);
  });

  it('says in words what it shows when no text alternative is given', () => {
    const { svg } = draw(kind, all[0] ?? {});
    expect(/<desc id="d1-desc">(.+?)<\/desc>/.exec(svg)?.[1]?.length).toBeGreaterThan(8);
  });
});

describe('what cannot be drawn', () => {
  const long = 'meervoudigepersoonlijkheidsstoornisdiagnostiek '.repeat(12);

  it('is drawn without details, then smaller, and that is said at its place', () => {
    const at = { file: 'lesson.yaml', start: 3, end: 9 };
    const place = { at: (): typeof at => at };
    const nodes = Array.from({ length: 8 }, (_, i) => ({ label: `Stap ${i}`, detail: long }));
    const simpler = drawDiagram('cascade', { nodes }, options(place));
    expect(simpler.ok).toBe(true);
    expect(simpler.diagnostics[0]).toMatchObject({ code: 'diagram/simpler', at });
    const full = Array.from({ length: 8 }, () => ({ label: long.slice(0, 160) }));
    const smaller = drawDiagram('cascade', { nodes: full }, options(place));
    expect(smaller.ok).toBe(true);
    expect(smaller.diagnostics[0]).toMatchObject({ code: 'diagram/small', severity: 'warning', at });
  });

  it('keeps the direction that was chosen, or says that it is turned', () => {
    const at = { file: 'lesson.yaml', start: 3, end: 9 };
    const place = { at: (field: string) => (field === '/direction' ? at : undefined) };
    const branch = (i: number) => ({ label: `Tak ${i}`, children: ['a', 'b', 'c'].map((label) => ({ label })) });
    const tree = (direction: string, count: number) => {
      const root = { label: 'Wortel', children: Array.from({ length: count }, (_, i) => branch(i)) };
      return drawDiagram('hierarchy', { direction, root }, options(place));
    };
    expect(tree('right', 2).diagnostics).toEqual([]);
    expect(tree('right', 7).diagnostics[0]).toMatchObject({ code: 'diagram/turned', severity: 'warning', at });
  });

  it.each(Object.keys(examples))('an empty %s', (kind) => {
    expect(codesOf(kind, {})).toEqual(['diagram/empty']);
  });

  it('links to concepts that are not there, and ids that are there twice', () => {
    const nodes = [
      { id: 'dmt', label: 'DMT' },
      { id: 'dmt', label: 'DMT' },
    ];
    expect(codesOf('concept-map', { nodes, links: [{ from: 'dmt', to: 'dmd' }] })).toEqual([
      'diagram/duplicate-node',
      'diagram/unknown-node',
    ]);
  });

  it('overlaps of sets that are not there', () => {
    const sets = [{ label: 'Rat' }, { label: 'Mens' }];
    expect(codesOf('venn', { sets, overlaps: [{ of: ['Rat', 'Mensen'], label: 'plasma' }] })).toEqual([
      'diagram/unknown-node',
    ]);
  });

  it('a branch that would be drawn after another step', () => {
    const fork = { label: 'B', branch: [{ label: 'C' }] };
    expect(codesOf('cascade', { nodes: [{ label: 'A' }, fork, { label: 'D' }] })).toEqual(['diagram/branch-inside']);
    expect(codesOf('cascade', { nodes: [{ label: 'A' }, fork] })).toEqual([]);
  });

  it('times without a place on the axis', () => {
    const events = (...times: string[]) => ({
      scale: 'proportional',
      events: times.map((when) => ({ when, label: 'x' })),
    });
    expect(codesOf('timeline', events('1990', 'ooit'))).toEqual(['diagram/not-a-time']);
    expect(codesOf('timeline', events('1990', '90 min'))).toEqual(['diagram/not-a-time']);
    expect(codesOf('timeline', events('1990', '1980'))).toEqual(['diagram/not-a-time']);
    expect(codesOf('timeline', events('500 v.Chr.', '1990'))).toEqual([]);
    expect(codesOf('timeline', events('2020-03-01', '2021'))).toEqual([]);
  });

  it('kinds that do not exist', () => {
    const outcome = drawDiagram('cascede', {}, options());
    expect(outcome.diagnostics[0]?.help?.[0]).toContain('cascade');
    expect(codesOf('__proto__', {})).toEqual(['diagram/unknown-kind']);
    expect(diagramKinds).toHaveLength(10);
  });

  it('gives up on a hopeless concept map in a few seconds', { timeout: 20_000 }, () => {
    const nodes = Array.from({ length: 14 }, (_, i) => ({ id: `n${i}`, label: 'Een tamelijk lang begrip' }));
    const links = nodes.flatMap((a, i) =>
      nodes.slice(i + 1).map((b) => ({ from: a.id, to: b.id, label: 'hangt samen met' })),
    );
    expect(codesOf('concept-map', { nodes, links })).toEqual(['diagram/too-much']);
  });
});

it('more sets than circles can show are a table of who has what', () => {
  const sets = ['Een', 'Twee', 'Drie', 'Vier'].map((label) => ({ label }));
  const { svg, drawing } = draw('venn', { sets, overlaps: [{ of: [1, 'Vier'], label: 'samen' }] });
  expect(svg).not.toContain('<ellipse');
  expect(drawing.texts.map(({ text }) => text).filter((text) => text === '✓')).toHaveLength(2);
});

it('a concept map that leads back to its start keeps its first idea first', () => {
  const nodes = ['Bevolking', 'Steekproef', 'Schatting', 'Interval'].map((label, i) => ({ id: `n${i}`, label }));
  const links = [0, 1, 2, 3].map((i) => ({ from: `n${i}`, to: `n${(i + 1) % 4}` }));
  const { texts } = draw('concept-map', { nodes, links }).drawing;
  const leftmost = texts.toSorted((a, b) => a.left - b.left)[0];
  expect(leftmost?.text).toBe('Bevolking');
});

describe('signs besides colour', () => {
  it('marks what is uncertain with dashes, a question mark and a word', () => {
    const { drawing } = draw('cascade', { nodes: [{ label: 'A' }, { label: 'B', uncertain: true }] });
    expect(drawing.words).toContain('?');
    expect(drawing.words).toContain('onzeker');
    expect(drawing.attributes.some(([name]) => name === 'stroke-dasharray')).toBe(true);
  });

  it('explains reached and not reached in the language of the lesson', () => {
    const data = examples['evidence-ladder']?.[0] ?? {};
    expect(draw('evidence-ladder', data).drawing.words).toContain('niet bereikt');
    expect(draw('evidence-ladder', data, { lang: 'en-GB' }).drawing.words).toContain('not reached');
    const words = { ...diagramWords('nl'), notReached: 'nog niet' };
    expect(draw('evidence-ladder', data, { words }).drawing.words).toContain('nog niet');
  });

  it('claims nothing of a rung that does not say whether it is reached', () => {
    const rungs = [{ label: 'Cel' }, { label: 'Dier' }, { label: 'Mens' }];
    const { drawing } = draw('evidence-ladder', { rungs });
    expect(drawing.words).not.toContain('bereikt');
    expect(drawing.attributes.some(([name]) => name === 'stroke-dasharray')).toBe(false);
    const some = draw('evidence-ladder', { rungs: [{ label: 'Cel', reached: true }, ...rungs.slice(1)] }).drawing;
    expect(some.words).toContain('bereikt');
    expect(some.words).not.toContain('niet bereikt');
  });

  it('puts a sign in toned cells without text', () => {
    const { drawing } = draw('matrix', { columns: ['A'], rows: [{ label: 'x', cells: [{ tone: 'negative' }] }] });
    expect(drawing.words).toContain('−');
  });

  it('shows the label of the evidence level', () => {
    expect(draw('cascade', { nodes: [{ label: 'A', evidence: 'dier' }] }).drawing.words).toContain('dierproef');
  });
});

it('falls back to the light values of the theme', () => {
  const light = /section \{([\s\S]*?)\n\}/.exec(themeFile('variants.css'))?.[1] ?? '';
  const written = new Map([...light.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6});/g)].map((match) => [match[1], match[2]]));
  const plain = tokens.filter((token) => written.has(token));
  expect(plain.length).toBeGreaterThan(25);
  expect(plain.map((token) => [token, plainColour(token)])).toEqual(plain.map((token) => [token, written.get(token)]));
  expect(paint('ink')).toMatch(/^var\(--ink, #/);
});

describe('what a drawing points at', () => {
  const quiet = /<g class="dim"/g;
  const lanes = [
    { title: 'North', nodes: [{ label: 'Rain' }, { label: 'Roots' }], outcome: 'soil stays' },
    { title: 'South', nodes: [{ label: 'Wind' }, { label: 'Gully' }], outcome: 'soil goes' },
  ];
  const nodes = [{ label: 'Erosion' }, { label: 'Transport' }, { label: 'Burial' }, { label: 'Uplift' }];
  const cases = [
    ['cycle', { nodes, highlight: 'burial' }, 3],
    ['cascade', { nodes, highlight: [1, '3'] }, 2],
    ['pathway', { lanes, highlight: 'south' }, 3],
    ['pathway', { lanes, highlight: 1 }, 3],
    [
      'matrix',
      { columns: ['Low', 'Flood'], rows: [{ label: 'Sand', cells: ['rests', 'moves'] }], highlight: 'flood' },
      1,
    ],
  ] as const;

  it.each(cases)('%s: the rest steps back, no word goes', (kind, data, count) => {
    const { highlight, ...plain } = data;
    const lit = draw(kind, data);
    expect(lit.svg.match(quiet)).toHaveLength(count);
    expect(lit.drawing.words).toBe(draw(kind, plain).drawing.words);
    expect(highlight).toBeDefined();
  });

  it.each(cases)('%s: what is not found leaves the drawing as it is', (kind, data) => {
    const { highlight, ...plain } = data;
    expect(draw(kind, { ...plain, highlight: 'elsewhere' }).svg).toBe(draw(kind, plain).svg);
    expect(highlight).toBeDefined();
  });
});

it.each([
  [
    'matrix',
    {
      columns: Array<string>(200).fill('c'),
      rows: Array(200).fill({ label: 'r', cells: Array<string>(200).fill('x') }),
    },
  ],
  ['hierarchy', { root: { label: 'r', children: Array(5000).fill({ label: 'n' }) } }],
])('a %s of more texts than there is room for is refused before it is placed', (kind, data) => {
  const start = process.cpuUsage();
  expect(codesOf(kind, data)).toEqual(['diagram/too-much']);
  expect(process.cpuUsage(start).user / 1e6).toBeLessThan(5);
});
