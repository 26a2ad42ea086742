import { expect, it } from 'vitest';
import { makeLesson } from '../../src/make/index.ts';
import { defaultConfig, loadCatalogue, ownTemplates } from '../../src/parse/index.ts';
import { makeProject } from '../support/files.ts';

async function cssOf(body: string): Promise<string> {
  const outline = `title: T\nlang: en\nsections:\n  - title: S\n    slides:\n      - layout: statement\n        title: A point is made\n        body: '${body}'\n`;
  const { files } = makeProject({ 'lessons/x/lesson.yaml': outline });
  const catalogue = loadCatalogue(files, ['templates', ownTemplates]);
  const { made } = await makeLesson('x', { files, config: defaultConfig, catalogue, audience: 'teacher' });
  return made?.deck.css ?? '';
}

it('a deck with formulas holds the rules and the fonts of KaTeX', async () => {
  const css = await cssOf('The square $x^2$.');
  expect(css).toMatch(/\.katex-mathml\s*\{[^}]*position:\s*absolute/);
  expect(css).toMatch(/@font-face\s*\{[^}]*KaTeX_Main[^}]*url\("?data:/);
});

it('a deck without formulas holds none of them', async () => {
  expect(await cssOf('Words.')).not.toContain('KaTeX_Main');
});
