import { describe, expect, it } from 'vitest';
import { makeLesson } from '../../src/make/index.ts';
import { defaultConfig, loadCatalogue, ownTemplates } from '../../src/parse/index.ts';
import { makeProject } from '../support/files.ts';

const slide = (more = ''): string => `      - { layout: statement, title: A point is made, body: Words.${more} }\n`;
const lesson = (slides: string, more = ''): string =>
  `title: T\nlang: en\n${more}sections:\n  - title: S\n    slides:\n${slides}`;
const picture = (src: string): string =>
  `      - { layout: image, title: A picture is shown, image: { src: ${src}, alt: A picture of it } }\n`;

/** The codes of a lesson, with the piece of its outline that each points at. */
async function problems(
  outline: string,
  more: Readonly<Record<string, string | Uint8Array>> = {},
): Promise<readonly string[]> {
  const { files } = makeProject({ 'lessons/x/lesson.yaml': outline, ...more });
  const catalogue = loadCatalogue(files, ['templates', ownTemplates]);
  const { diagnostics } = await makeLesson('x', { files, config: defaultConfig, catalogue, audience: 'teacher' });
  return diagnostics
    .filter(({ severity }) => severity === 'error')
    .map(({ code, at }) => `${code}: ${outline.slice(at?.start, at?.end).trim()}`);
}

describe('what a lesson names and composing does not find', () => {
  it.each([
    ['asset/missing: images/none.svg', lesson(picture('images/none.svg'))],
    ['asset/outside: ../other.svg', lesson(picture('../other.svg'))],
    ['theme/missing: nowhere', lesson(slide(), 'presentation: { theme: nowhere }\n')],
    ['theme/token: "red; } body {"', lesson(slide(), 'presentation: { tokens: { accent: "red; } body {" } }\n')],
  ])('%s', async (problem, outline) => expect(await problems(outline)).toEqual([problem]));

  it('asset/too-large', async () => {
    const large = new Uint8Array(33 * 1024 * 1024);
    const found = await problems(lesson(picture('images/large.png')), { 'lessons/x/images/large.png': large });
    expect(found).toEqual(['asset/too-large: images/large.png']);
  });

  it('lesson/no-slides', async () => {
    const [found, ...rest] = await problems('title: T\nlang: en\nsections:\n  - { title: S, slides: [] }\n');
    expect(found).toMatch(/^lesson\/no-slides/);
    expect(rest).toEqual([]);
  });
});
