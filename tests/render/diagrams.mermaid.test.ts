import { describe, expect, it } from 'vitest';
import { drawMermaid } from '../../src/render/diagrams/index.ts';
import { options, readDrawing } from './drawing.ts';

async function draw(text: string, more = {}) {
  const outcome = await drawMermaid(text, options({ alt: 'Stroomschema', ...more }));
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.diagnostics));
  return { ...outcome.value, drawing: readDrawing(outcome.value.svg) };
}

const codes = async (text: string) => (await drawMermaid(text, options())).diagnostics.map((found) => found.code);

describe('Mermaid', () => {
  it.each([
    ['flowchart', 'graph LR\n A[DMT] -->|bindt| B{Receptor?}\n B -.-> C((BDNF))', 3, ['DMT', 'bindt', 'BDNF']],
    ['sequence', 'sequenceDiagram\n A->>B: Uitleg\n B-->>A: Toestemming', 2, ['Uitleg', 'Toestemming']],
    ['state', 'stateDiagram-v2\n [*] --> Rust\n Rust --> Piek', 3, ['Rust', 'Piek']],
    ['subgraphs', 'graph LR\n subgraph S [Cel]\n A --> B\n end\n B --> C', 3, ['Cel']],
  ])('%s in the theme’s paints and font, step by step', async (_, text, steps, words) => {
    const { svg, drawing, steps: counted } = await draw(text);
    for (const word of words) expect(drawing.words).toContain(word);
    expect(counted).toBe(steps);
    expect(Math.max(...drawing.steps)).toBe(steps);
    expect(svg).not.toMatch(/@import|https?:\/\/(?!www\.w3\.org)|<style|--_|Inter/);
    expect(svg).toContain('var(--font-text');
    const scale = Number(/scale\(([\d.]+)\)/.exec(svg)?.[1]);
    const sizes = drawing.texts.map((one) => one.size * scale);
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(23.9);
    expect(drawing.ids.every((id) => id.startsWith('d1-'))).toBe(true);
    expect((await draw(text)).svg).toBe(svg);
  });

  it('turns a chart that is too tall for its box', async () => {
    const steps = ['Een', 'Twee', 'Drie', 'Vier', 'Vijf'];
    const text = `graph TD\n${steps
      .slice(1)
      .map((step, i) => ` ${steps[i]} --> ${step}`)
      .join('\n')}`;
    expect((await draw(text)).drawing.words).toContain('Vijf');
  });

  it('sets a chart with labelled arrows closer rather than give up', async () => {
    const text =
      'graph LR\n A[Uitkomst?] -->|getal| B[t-toets]\n A -->|aantallen| C[χ²-toets]\n B --> D{"> 2 groepen?"}\n D -->|ja| E[ANOVA]';
    expect((await draw(text)).drawing.words).toContain('ANOVA');
  });

  it('says what is wrong or too much', async () => {
    expect(await codes('hello')).toEqual(['diagram/mermaid-syntax']);
    expect(
      await codes(
        `graph LR\n${Array.from({ length: 15 }, (_, i) => ` N${i}[Een lang label ${i}] --> N${i + 1}`).join('\n')}`,
      ),
    ).toEqual(['diagram/too-much']);
    expect(await codes(`graph LR\n${'A --> B\n'.repeat(2000)}`)).toEqual(['diagram/too-much']);
  });

  it.each([
    'graph LR\n A["<script>alert(1)</script>"] --> B["<img src=x onerror=alert(1)>"]',
    'graph LR\n A --> B\n click A "javascript:alert(1)"',
    'graph LR\n A --> B\n style A fill:url(http://evil/)',
    'graph LR\n A["x]]>&amp;\u0001"] --> B',
    'graph LR\n A --> B\n classDef x fill:red;background:url(http://evil/)\n class A x',
  ])('%s stays harmless', async (text) => {
    const outcome = await drawMermaid(text, options());
    if (!outcome.ok) return;
    const { names, attributes } = readDrawing(outcome.value.svg);
    expect([...names].filter((name) => /script|img|foreignObject|^a$|style/.test(name))).toEqual([]);
    expect(attributes.filter(([name, value]) => name.startsWith('on') || /javascript|evil/.test(value))).toEqual([]);
  });
});
