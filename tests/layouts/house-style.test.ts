import { describe, expect, it } from 'vitest';
import { makeLesson, type MakeResult } from '../../src/make/index.ts';
import { loadCatalogue, ownTemplates, parseConfig } from '../../src/parse/index.ts';
import { patternUrl } from '../../src/compose/pattern.ts';
import { makeProject } from '../support/files.ts';
import { otherThemes } from './support.ts';

const logo = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 4"><path d="M0 0h10v4H0z"/></svg>';
const lesson = `title: T
lang: en
sections:
  - title: S
    slides:
      - { layout: bullets, title: A, bullets: [one] }
`;

const house = `presentation:
  theme: lectern
  variant: dark
  footer: Faculty of Science
  logo: images/logo.svg
  tokens:
    accent: "#7a1f4b"
    signal: "#9a5b00"
    font-title: "'Lectern Sans', sans-serif"
`;

async function make(content: Readonly<Record<string, string>>): Promise<MakeResult> {
  const { files } = makeProject({ 'lessons/x/images/logo.svg': logo, ...content });
  const config = parseConfig(files);
  if (!config.ok) throw new Error(config.diagnostics[0]?.message);
  const catalogue = loadCatalogue(files, ['templates', ownTemplates]);
  return makeLesson('x', { files, config: config.value, catalogue, audience: 'teacher' });
}

const cssOf = (result: MakeResult): string => {
  if (!result.made) throw new Error(result.diagnostics.map(({ message }) => message).join('\n'));
  return result.made.deck.css.replaceAll(/\s+/g, '').replaceAll(/base64,[A-Za-z0-9+/=]{40,}/g, 'base64,…');
};

describe('a house style', () => {
  it('takes ten lines in a lesson: logo, colours, fonts, footer', async () => {
    expect(house.trim().split('\n').length).toBeLessThanOrEqual(10);
    const result = await make({ 'lessons/x/lesson.yaml': lesson + house });
    const css = cssOf(result);
    expect(css).toContain('--accent:#7a1f4b');
    expect(css).toMatch(/--logo:url\("data:image\/svg\+xml;base64,/);
    const html = result.made?.deck.slides[0]?.html ?? '';
    expect(html).toContain('Faculty of Science');
    expect(html).toMatch(/class="slide bullets dark /);
  });

  it('stands in lectern.yaml for all lessons', async () => {
    const shared = house.replace('  logo: images/logo.svg\n', '');
    const result = await make({ 'lessons/x/lesson.yaml': lesson, 'lectern.yaml': shared });
    expect(cssOf(result)).toContain('--signal:#9a5b00');
    expect(result.made?.deck.slides[0]?.html).toContain('Faculty of Science');
  });

  it('comes as a folder of the project', async () => {
    const theme = 'section { --accent: #123456; }\nsection .head { letter-spacing: 1px; }';
    const result = await make({
      'lessons/x/lesson.yaml': `${lesson}presentation: { theme: campus }\n`,
      'templates/themes/campus/theme.css': theme,
    });
    expect(cssOf(result)).toContain('--accent:#123456');
    expect(cssOf(result)).toContain('letter-spacing:1px');
  });

  it('comes as an npm package, with fonts of its own', async () => {
    const result = await make({
      'lessons/x/lesson.yaml': `${lesson}presentation: { theme: campus-theme }\n`,
      'node_modules/campus-theme/package.json': '{"name":"campus-theme","version":"1.0.0"}',
      'node_modules/campus-theme/tokens.css': `section { --accent: #654321; --font-text: 'Campus', sans-serif; }`,
      'node_modules/campus-theme/fonts.css': `@font-face { font-family: 'Campus'; src: url('campus.woff2') format('woff2'); }`,
      'node_modules/campus-theme/campus.woff2': 'not really a font',
    });
    const css = cssOf(result);
    expect(css).toContain('--accent:#654321');
    expect(css).toMatch(/@font-face\{[^}]*'Campus'[^}]*data:font\/woff2;base64,/);
  });

  it('is missed by name when it does not exist; the deck has the usual look', async () => {
    const result = await make({ 'lessons/x/lesson.yaml': `${lesson}presentation: { theme: nowhere }\n` });
    expect(result.made).toBeDefined();
    expect(result.diagnostics.map(({ code }) => code)).toContain('theme/missing');
  });

  it('names fonts that are not installed, at their place', async () => {
    const result = await make({ 'lessons/x/lesson.yaml': `${lesson}presentation: { fonts: [noto-x, own.woff2] }\n` });
    const found = result.diagnostics.filter(({ code }) => code === 'theme/font');
    expect(found.map(({ at }) => at !== undefined)).toEqual([true, true]);
    expect(found[0]?.help?.[0]).toContain('npm install noto-x');
  });

  it("ends with the lesson's own CSS, which loads nothing", async () => {
    const result = await make({
      'lessons/x/lesson.yaml': `${lesson}presentation: { css: own.css }\n`,
      'lessons/x/own.css': `@import url(https://example.org/x.css); section.bullets li { color: #010203; background: url(https://example.org/x.png); }`,
    });
    const css = cssOf(result);
    expect(css).toContain('color:#010203');
    expect(css).not.toContain('example.org');
  });
});

describe('the themes', () => {
  const withLook = (look: string): Promise<MakeResult> =>
    make({ 'lessons/x/lesson.yaml': lesson.replace('sections:', `presentation: { ${look} }\nsections:`) });

  it.each(otherThemes)('%s has letters and colours of its own', async (theme) => {
    const { made, diagnostics } = await withLook(`theme: ${theme}`);
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    const css = made?.deck.css ?? '';
    expect(css).toContain(`Lectern ${theme.charAt(0).toUpperCase()}${theme.slice(1)}`);
  });

  it('take a palette by one word, and tell those that there are', async () => {
    const forest = await withLook('palette: forest');
    expect(forest.made?.deck.slides[0]?.html).toContain('palette-forest');
    const { made, diagnostics } = await withLook('palette: forst');
    const found = diagnostics.find(({ code }) => code === 'theme/palette');
    expect(found?.help).toEqual(['Did you mean `forest`?']);
    expect(found?.at).toBeDefined();
    expect(made).toBeDefined();
  });

  it('lay a picture behind a slide that asks for one, as decoration, its own before that of the lesson', async () => {
    const picture = (fill: string): string =>
      `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 9" width="1600" height="900"><rect width="16" height="9" fill="${fill}"/></svg>`;
    const look = (own: string): string =>
      lesson
        .replace('sections:', 'presentation: { background: all.svg }\nsections:')
        .replace('layout: bullets', `layout: bullets, ${own}`);
    const files = { 'lessons/x/all.svg': picture('#fff'), 'lessons/x/own.svg': picture('#000') };
    const slideOf = async (own: string): Promise<string> => {
      const { made, diagnostics } = await make({ 'lessons/x/lesson.yaml': look(own), ...files });
      expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
      return made?.deck.slides.map(({ html }) => html).join('') ?? '';
    };
    const shared = await slideOf('look: picture');
    const own = await slideOf('background: own.svg');
    for (const html of [shared, own]) {
      expect(html).toContain('look-picture');
      expect(html).toContain('class="veil"');
      expect(html.slice(html.indexOf('backdrop'))).toMatch(/^backdrop" aria-hidden="true"/);
    }
    expect(shared).not.toBe(own);
    expect(await slideOf('look: dark')).not.toContain('backdrop');
  });

  it('draw the same pattern for the same title, and another for another', () => {
    expect(patternUrl('Why the sky is blue')).toBe(patternUrl('Why the sky is blue'));
    const patterns = new Set(Array.from({ length: 20 }, (_, i) => patternUrl(`Lesson ${i}`)));
    expect(patterns.size).toBe(20);
    for (const pattern of patterns) {
      expect(pattern).toMatch(/^url\(data:image\/svg\+xml,[^'"()\s]*\)$/);
      expect(pattern.length).toBeLessThan(40_000);
    }
  });
});
