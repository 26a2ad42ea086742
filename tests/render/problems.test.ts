import { expect, it } from 'vitest';
import { makeLesson } from '../../src/make/index.ts';
import { defaultConfig, loadCatalogue, ownTemplates } from '../../src/parse/index.ts';
import { makeProject } from '../support/files.ts';

const lesson = (body: string, more = ''): string =>
  `title: T\nlang: en\n${more}sections:\n  - title: S\n    slides:\n      - layout: statement\n        title: A point is made\n        body: '${body}'\n`;

async function codes(outline: string, more: Readonly<Record<string, string>> = {}): Promise<readonly string[]> {
  const { files } = makeProject({ 'lessons/x/lesson.yaml': outline, ...more });
  const catalogue = loadCatalogue(files, ['templates', ownTemplates]);
  const { diagnostics } = await makeLesson('x', { files, config: defaultConfig, catalogue, audience: 'teacher' });
  return diagnostics.filter(({ code }) => code.startsWith('render/')).map(({ code }) => code);
}

it('render/math: a formula that KaTeX cannot set', async () => {
  expect(await codes(lesson('$\\frac{1$'))).toEqual(['render/math']);
  expect(await codes(lesson('$\\frac{1}{2}$'))).toEqual([]);
});

it('render/font-missing: a theme names a font file that is not there', async () => {
  const theme = {
    'templates/themes/own/theme.css': 'section { font-family: "Own"; }',
    'templates/themes/own/fonts.css': '@font-face { font-family: "Own"; src: url("fonts/none.woff2"); }',
  };
  expect(await codes(lesson('Words.', 'presentation: { theme: own }\n'), theme)).toContain('render/font-missing');
});

it('render/slide-count: a template writes a line that starts a new slide', async () => {
  const layout = {
    'templates/layouts/two/fields.yaml': 'title: Two\ndescription: Two in one.\ntype: object\nproperties: {}\n',
    'templates/layouts/two/layout.hbs': '# One\n\n---\n\n# Two\n',
  };
  const outline =
    'title: T\nlang: en\nsections:\n  - title: S\n    slides:\n      - { layout: two, title: Two slides in one }\n';
  expect(await codes(outline, layout)).toEqual(['render/slide-count']);
});

it.each(['Ask ❓', 'Mean $\\bar{x}$'])('render/drawing-text: a drawing is asked to show %s', async (label) => {
  const outline = (text: string): string =>
    `title: T\nlang: en\nsections:\n  - title: S\n    slides:\n      - layout: cycle\n        title: A round of three\n        alt: Three steps\n        nodes:\n          - label: '${text}'\n          - label: Two\n          - label: Three\n`;
  expect(await codes(outline(label))).toEqual(['render/drawing-text']);
  expect(await codes(outline('One costs $5'))).toEqual([]);
});
