import { expect, it } from 'vitest';
import { makeLesson } from '../../src/make/index.ts';
import { defaultConfig, loadCatalogue, ownTemplates } from '../../src/parse/index.ts';
import { texNesting } from '../../src/text/index.ts';
import { makeProject } from '../support/files.ts';

const outline = (slides: string): string => `title: T\nlang: en\nsections:\n  - title: S\n    slides:\n${slides}`;

async function make(slides: string) {
  const text = outline(slides);
  const { files } = makeProject({ 'lessons/x/lesson.yaml': text });
  const catalogue = loadCatalogue(files, ['templates', ownTemplates]);
  const result = await makeLesson('x', { files, config: defaultConfig, catalogue, audience: 'teacher' });
  return { ...result, text };
}

it.each([
  ["      - { layout: statement, title: A point is made, body: 'The angle $\\gmma + 1$.' }\n", '\\gmma'],
  ["      - { layout: formula, title: A point is made, formula: 'E = \\gmma' }\n", '\\gmma'],
])('an unknown command is an error at its place, with the one that is meant', async (slides, command) => {
  const { diagnostics, text } = await make(slides);
  const found = diagnostics.find(({ code }) => code === 'render/math');
  expect(found?.severity).toBe('error');
  expect(text.slice(found?.at?.start, found?.at?.end)).toBe(command);
  expect(found?.help?.[0]).toContain('\\gamma');
});

it.each([
  [
    "      - { layout: statement, title: A point is made, body: 'The angle $\\gmma + 1$ is **right**.' }\n",
    '\\gmma + 1',
  ],
  ["      - { layout: formula, title: A point is made, formula: '\\frac{1', note: Words below. }\n", '\\frac{1'],
])('a formula that cannot be set is shown as its source, and its slide stays as it is', async (slides, source) => {
  const { made } = await make(slides);
  const [slide] = made?.deck.slides ?? [];
  expect(made?.lesson.sections[0]?.slides[0]?.standIn).toBeUndefined();
  expect(slide?.html).not.toContain('stand-in');
  expect(slide?.html).toContain(`<b>!</b> ${source}</code>`);
  expect(slide?.html).toMatch(/<strong>right<\/strong>|Words below/);
});

it('chemistry and units are set', async () => {
  const { diagnostics, made } = await make(
    "      - { layout: statement, title: A point is made, body: '$\\ce{CO2 <=> H2CO3}$ at $\\SI{20}{\\celsius}$' }\n",
  );
  expect(diagnostics.filter(({ code }) => code === 'render/math')).toEqual([]);
  expect(made?.deck.slides[0]?.html).toContain('katex');
});

it('comments become notes, footnotes stand at the foot, links lead to slides', async () => {
  const { made } = await make(
    "      - { layout: statement, id: a, title: A point is made, body: 'See [it](#b).^[A note.] <!-- ask -->' }\n" +
      '      - { layout: statement, id: b, title: Another point is made, body: x }\n',
  );
  const [slide] = made?.deck.slides ?? [];
  expect(made?.lesson.sections[0]?.slides[0]?.notes).toBe('ask');
  expect(slide?.html).toContain('href="#s-b"');
  expect(slide?.html).toMatch(/class="footnotes">\s*<p><sup class="note-mark">1<\/sup> A note\./);
});

it.each([
  ['fractions', '\\frac{a}{', 'b', '}'],
  ['brackets', '\\left(', 'b', '\\right)'],
])('%s thousands deep are told, not set', async (_, open, inside, close) => {
  const tex = open.repeat(2000) + inside + close.repeat(2000);
  const { diagnostics, made } = await make(`      - { layout: statement, title: A point is made, body: '$${tex}$' }\n`);
  expect(diagnostics.filter(({ code }) => code === 'render/math')).toHaveLength(1);
  expect(made?.deck.slides[0]?.html).toContain('<b>!</b>');
});

it('a formula of many parts side by side is not deep', () => {
  expect(texNesting('\\{ a_{1}'.repeat(500))).toBe(1);
});
