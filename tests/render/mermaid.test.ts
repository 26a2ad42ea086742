import { afterAll, describe, expect, it } from 'vitest';
import { finishMermaid, mermaidOrder } from '../../src/render/diagrams/index.ts';
import type { MermaidAnswer, MermaidOrder } from '../../src/model/index.ts';
import { makeArtist, memoryStore } from '../support/artist.ts';
import { options, readDrawing } from './drawing.ts';
import { kinds } from './mermaid.kinds.ts';

const fonts = { css: '', text: 'sans-serif', code: 'monospace' };
const store = memoryStore();
const { artist, pool } = makeArtist(store);
afterAll(() => pool[Symbol.asyncDispose]());

function orderFor(text: string, more = {}): MermaidOrder {
  const order = mermaidOrder(text, options(more));
  if (!order.ok) throw new Error(JSON.stringify(order.diagnostics));
  return order.value;
}

async function answerTo(text: string, more = {}): Promise<MermaidAnswer> {
  const drawn = await artist.draw([orderFor(text, more)], fonts);
  if (!drawn.ok || !drawn.value[0]) throw new Error(JSON.stringify(drawn.diagnostics));
  return drawn.value[0];
}

async function draw(text: string, more = {}) {
  const outcome = finishMermaid(await answerTo(text, more), options({ alt: 'What it shows', ...more }));
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.diagnostics));
  return { ...outcome.value, drawing: readDrawing(outcome.value.svg), diagnostics: outcome.diagnostics };
}

const codes = async (text: string) =>
  finishMermaid(await answerTo(text), options()).diagnostics.map((found) => found.code);

describe('Mermaid', () => {
  it('gives the same bytes for every kind in another browser', async () => {
    const orders = kinds.map(([, text]) => orderFor(text));
    const again = makeArtist();
    try {
      expect(await again.artist.draw(orders, fonts)).toEqual(await artist.draw(orders, fonts));
    } finally {
      await again.pool[Symbol.asyncDispose]();
    }
  }, 120_000);

  it.each(kinds)('draws a %s in the theme’s paints, with all its words', async (_, text, words) => {
    const { svg, drawing } = await draw(text);
    const shown = drawing.words.replace(/\s+/g, ' ');
    for (const word of words) expect(shown).toContain(word);
    expect([...drawing.names].filter((name) => /script|foreignObject|style|image|^a$/.test(name))).toEqual([]);
    expect(svg).not.toMatch(/https?:\/\/(?!www\.w3\.org)|class=|rgb\(254/);
    // Every colour follows the theme: none is a fixed one.
    const paints = drawing.attributes
      .filter(([name]) => name === 'fill' || name === 'stroke')
      .map(([, value]) => value);
    expect(paints.filter((value) => !/^(none|var\(--|color-mix\(|url\(#)/.test(value))).toEqual([]);
    expect(drawing.ids.every((id) => id.startsWith('d1-'))).toBe(true);
  });

  it.each([
    ['flowchart LR\n A[Sun] --> B[Sea] -->|steams| C[Cloud]\n D((Rain))', 'Sun → Sea; Sea – steams → Cloud; Rain'],
    ['flowchart LR\n A[Sun] --> B[Sea]', 'Sun → Sea'],
    [
      'sequenceDiagram\n participant S as Server\n Client->>S: asks\n S-->>Client: answers',
      'Client – asks → Server; Server – answers → Client',
    ],
    ['pie\n "Wages" : 60\n "Rent" : 40', 'Wages: 60; Rent: 40'],
    ['stateDiagram-v2\n Solid --> Liquid : melts', 'Solid – melts → Liquid'],
    ['classDiagram\n Animal <|-- Dog', 'Animal → Dog'],
    ['erDiagram\n AUTHOR ||--o{ BOOK : writes', 'AUTHOR – writes → BOOK'],
    ['mindmap\n  root((Tide))\n    Moon\n      Nearer', 'Tide → Moon; Moon → Nearer'],
    ['gantt\n dateFormat YYYY-MM-DD\n section One\n Read : a1, 2024-01-01, 3d', 'Read: 2024-01-01 – 2024-01-04'],
    ['timeline\n 1900 : War\n 1950 : Peace : Trade', '1900: War; 1950: Peace Trade'],
  ])('says what %s shows, link by link', async (text, told) => {
    const outcome = finishMermaid(await answerTo(text), options());
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.diagnostics));
    const { alt, table } = outcome.value;
    expect(alt).toBe(told);
    expect(table?.rows.length).toBe(told.split('; ').length);
  });

  it.each([
    [
      'nested types with commas',
      'classDiagram\n class Cache {\n  -Map~Key, Set~Item~~ held\n  +find(k Key) Set~Item~\n }',
      ['-Map<Key, Set<Item>> held', '+find(k Key) : Set<Item>'],
    ],
    [
      'a type that is named after the first link',
      'classDiagram\n Tree <|-- Heap\n class Heap~T~ {\n  ~grow()\n }',
      ['Heap<T>', '~grow()'],
    ],
    [
      'tags in labels',
      'graph LR\n A["Boil the <b>soup</b>"] --> B(Cool <i>it</i> down)',
      ['Boil the soup', 'Cool it down'],
    ],
    ['signs that are no tags', 'graph LR\n A["x < b and y > c"] --> B', ['x < b and y > c']],
  ])('shows %s as they are meant', async (_, text, words) => {
    const shown = (await draw(text)).drawing.words.replace(/\s+/g, ' ');
    for (const word of words) expect(shown).toContain(word);
  });

  it('sets a mind map as wide as its box, words as large as they must be', async () => {
    const branches = ['Wind', 'Water', 'Sun', 'Earth'].map(
      (name) => `    ${name}\n      ${name} one\n      ${name} two`,
    );
    const { diagnostics } = await draw(`mindmap\n  root((Power))\n${branches.join('\n')}`);
    expect(diagnostics).toEqual([]);
  });

  it.each([
    'timeline\n title Time\n 1608 : Lens\n 1609 : Moon\n 1668 : Mirror : Newton\n 1990 : Orbit',
    'journey\n title Day\n section One\n  Come: 3: Ann\n  Wait: 1: Ann, Bob\n section Two\n  Go: 4: Bob',
  ])('sets the words of %s large enough, its columns whole', async (text) => {
    const answer = await answerTo(text, { share: { number: 1, count: 1 } });
    expect(answer.ok && answer.tiles).toBeUndefined();
    expect(finishMermaid(answer, options()).diagnostics).toEqual([]);
  });

  it('keeps drawings, so that nothing is started for the same text', async () => {
    await draw('graph LR\n Sun --> Moon');
    const none = makeArtist(store);
    await none.pool[Symbol.asyncDispose]();
    expect((await none.artist.draw([orderFor('graph LR\n Sun --> Moon')], fonts)).ok).toBe(true);
  });

  it.each([
    ['flowchart', 'graph LR\n A[Egg] -->|hatches| B{Bird}\n B -.-> C((Nest))', 3],
    ['sequence', 'sequenceDiagram\n A->>B: Question\n B-->>A: Reply', 2],
    ['state', 'stateDiagram-v2\n [*] --> Calm\n Calm --> Storm', 3],
  ])('reveals a %s step by step', async (_, text, steps) => {
    const { drawing, steps: counted } = await draw(text);
    expect(counted).toBe(steps);
    expect([...drawing.steps].sort()).toEqual(Array.from({ length: steps }, (_, index) => index + 1));
  });

  it('turns and wraps until its text can be read', async () => {
    const chain =
      'graph TD\n  A[Collect water] --> B[Filter the water]\n  B --> C[Boil it well]\n  C --> D[Let it cool]\n  D --> E[Fill bottles]';
    expect((await draw(chain)).diagnostics).toEqual([]);
  });

  it('is drawn and warned about when it is too large for its box, and an error when it is hopeless', async () => {
    const many = (count: number) =>
      `graph LR\n${Array.from({ length: count }, (_, i) => ` N${i}[A long label ${i}] --> N${i + 1}`).join('\n')}`;
    expect(await codes(many(14))).toEqual(['diagram/small-text']);
    expect(await codes(many(140))).toEqual(['diagram/too-much']);
    expect(mermaidOrder(`graph LR\n${'A --> B\n'.repeat(2000)}`, options()).diagnostics[0]?.code).toBe(
      'diagram/too-much',
    );
  });

  it('goes on over several pages, at a size that can be read, when it grows in one direction', async () => {
    const chain = Array.from({ length: 24 }, (_, i) => `  N${i}[Stop${i}x] --> N${i + 1}[Stop${i + 1}x]`);
    const text = `graph TD\n${chain.join('\n')}`;
    const answer = await answerTo(text, { share: { number: 1, count: 1 } });
    if (!answer.ok) throw new Error(answer.message);
    const count = answer.tiles?.length ?? 1;
    expect(count).toBeGreaterThan(1);
    const pages = Array.from({ length: count }, (_, i) => {
      const page = finishMermaid(answer, { ...options(), share: { number: i + 1, count } });
      if (!page.ok) throw new Error(JSON.stringify(page.diagnostics));
      expect(page.diagnostics).toEqual([]);
      return readDrawing(page.value.svg).words.replace(/\s+/g, ' ');
    });
    for (let i = 0; i <= 24; i++)
      expect(
        pages.filter((words) => words.includes(`Stop${i}x`)),
        `stop ${i}`,
      ).toHaveLength(1);
  });

  it('tells Mermaid’s own words and the line', async () => {
    const answer = await answerTo('graph LR\n  A --> B\n  B -->');
    expect(answer).toMatchObject({ ok: false, line: 3 });
    expect(await codes('hello there')).toEqual(['diagram/mermaid-syntax']);
    // More lines than it will lay out.
    const crowd = Array.from({ length: 20 }, (_, i) => `N${i}`).join(' & ');
    expect(await codes(`graph LR\n  ${crowd} --> ${crowd}`)).toEqual(['diagram/mermaid-syntax']);
  });

  it('a long chain goes on in a second row, a short one stays in one', async () => {
    // The arrow between two rows leads down, back to the left, and down.
    const leadsBack = async (boxes: number): Promise<boolean> => {
      const steps = Array.from({ length: boxes }, (_, i) => `S${i}[Step number ${i}]`);
      return /V[\d.-]+H[\d.-]+V/.test((await draw(`graph LR\n ${steps.join(' --> ')}`)).svg);
    };
    expect(await leadsBack(4)).toBe(false);
    expect(await leadsBack(8)).toBe(true);
  });

  it('keeps an author’s colours, with text that can be read on them', async () => {
    const { svg } = await draw('graph LR\n A --> B\n style A fill:#112244\n classDef pale fill:#ffeeaa\n class B pale');
    expect(svg).toContain('rgb(17, 34, 68)');
    expect(svg).toContain('rgb(255, 238, 170)');
    expect(svg).toContain('#ffffff');
    expect(svg).toContain('#000000');
  });

  it.each([
    'graph LR\n A["<script>alert(1)</script>"] --> B["<img src=x onerror=alert(1)>"]',
    'graph LR\n A --> B\n click A "javascript:alert(1)"',
    'graph LR\n A --> B\n click A href "https://evil.example/"',
    'graph LR\n A --> B\n classDef x fill:red;background:url(http://evil/)\n class A x',
    '%%{init: {"securityLevel": "loose", "themeCSS": "@import url(http://evil/);", "htmlLabels": true}}%%\ngraph LR\n A --> B',
  ])('%s stays harmless', async (text) => {
    const { names, attributes } = (await draw(text)).drawing;
    expect([...names].filter((name) => /script|img|image|foreignObject|^a$|style/.test(name))).toEqual([]);
    expect(attributes.filter(([name, value]) => name.startsWith('on') || /javascript|evil/.test(value))).toEqual([]);
  });

  it.each([
    'graph LR\n A --> B\n style A fill:url(http://evil/)',
    'graph LR\n A["x]]>&amp;\u0001"] --> B',
    'graph LR\n A@{ img: "https://evil.example/x.png", label: "p" } --> B',
  ])('%s is refused', async (text) => {
    const outcome = finishMermaid(await answerTo(text), options());
    expect(outcome.ok).toBe(false);
    expect(outcome.diagnostics.map(({ code }) => code)).toEqual([expect.stringMatching(/^(?:diagram|svg)\//)]);
  });
});
