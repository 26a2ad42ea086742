import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { runCommandLine } from '../../src/commands/line/run.ts';
import { composedSchema, loadCatalogue, ownTemplates } from '../../src/parse/index.ts';
import { startBrowser } from '../player/browser.ts';
import { axeSource } from '../player/fixture.ts';
import { makeProject } from '../support/files.ts';

const layout = {
  'fields.yaml': `title: Postcard
description: Greetings from a place, in one line.
type: object
required: [greeting]
properties:
  greeting: { description: The line., type: string, format: inline, maxLength: 60 }
  image: { description: The picture., $ref: '#/$defs/picture' }
`,
  'layout.hbs': `{{> head}}\n\n<div class="body">\n\n{{greeting}}\n\n{{picture image}}\n\n</div>\n\n{{> foot}}\n`,
  'style.css': 'section.postcard .body { color: #0a0b0c; }\n',
  'example.yaml': `- name: normal
  lang: en
  slide:
    layout: postcard
    title: A card
    greeting: Greetings from *Groningen*
    image: { src: place.svg, alt: A tower }
`,
  'place.svg': '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><path d="M4 0h2v10H4z"/></svg>',
} as const;

const content = Object.fromEntries(
  Object.entries(layout).map(([name, text]) => [`templates/layouts/postcard/${name}`, text]),
);

/** Runs a command line in a project. */
async function run(cwd: string, args: readonly string[]): Promise<{ code: number; out: string; err: string }> {
  let [out, err] = ['', ''];
  const code = await runCommandLine(args, {
    cwd,
    env: process.env,
    out: (text) => void (out += text),
    err: (text) => void (err += text),
    interactive: false,
    color: false,
    width: 100,
    signal: new AbortController().signal,
  });
  return { code, out, err };
}

describe('a new layout is one folder', () => {
  it('that shows up in the gallery and its documents', async () => {
    const { root } = makeProject(content);
    const { code, out, err } = await run(root, ['layouts', 'postcard']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toBe('1 layout in gallery/index.html\n');
    const gallery = join(root, 'output/gallery');
    const page = readFileSync(join(gallery, 'index.html'), 'utf8');
    expect(page).toContain('Greetings from a place, in one line.');
    expect(page).toContain('greeting: Greetings from *Groningen*');
    expect(page).toContain('Greetings from <em>Groningen</em>');
    expect(page).toContain('M4 0h2v10H4z');
    expect(readFileSync(join(gallery, 'layouts.md'), 'utf8')).toContain('| `greeting` * | one line of Markdown |');
    for (const file of ['pictures/postcard.png', 'sheets/light-16x9.png', 'sheets/contrast-4x3.png'])
      expect(existsSync(join(gallery, file)), file).toBe(true);
  });

  it('that editors know from the schema', () => {
    const { files } = makeProject(content);
    const schema = composedSchema(loadCatalogue(files, ['templates', ownTemplates]));
    expect(JSON.stringify(schema)).toContain('Greetings from a place, in one line.');
  });

  it('that may belong to one lesson', async () => {
    const own = Object.fromEntries(Object.entries(content).map(([path, text]) => [`lessons/x/${path}`, text]));
    const { root } = makeProject({ ...own, 'lessons/x/lesson.yaml': 'title: T\nlang: en\nsections: []\n' });
    const { code } = await run(root, ['layouts', 'postcard']);
    expect(code).toBe(0);
  });

  it('whose example must be one of its own', async () => {
    const { root } = makeProject({
      ...content,
      'templates/layouts/postcard/example.yaml': '- { name: normal, lang: en, slide: { layout: bullets } }',
    });
    const { code, err } = await run(root, ['layouts', 'postcard']);
    expect(code).toBe(1);
    expect(err).toContain('layout/example');
  });

  it('that asks for an example', async () => {
    const { root } = makeProject({ ...content, 'templates/layouts/postcard/example.yaml': '[]' });
    const { err } = await run(root, ['layouts', 'postcard']);
    expect(err).toContain('layout/no-example');
  });
});

describe('lectern layouts', () => {
  it('makes a page without a flaw that axe finds, which loads nothing', async () => {
    const { root } = makeProject(content);
    await run(root, ['layouts', 'postcard']);
    const browser = await startBrowser();
    try {
      const page = await browser.newPage();
      const requests: string[] = [];
      page.on('request', (request) => requests.push(request.url().slice(0, 40)));
      await page.setBypassCSP(true);
      await page.goto(pathToFileURL(join(root, 'output/gallery/index.html')).href);
      expect(requests.filter((url) => !/^(?:file|data):/.test(url))).toEqual([]);
      await page.evaluate(axeSource());
      const flaws = await page.evaluate(
        `(document.querySelectorAll('details').forEach((one) => { one.open = true; }), axe.run(document).then((found) => found.violations.map(({ id }) => id)))`,
      );
      expect(flaws).toEqual([]);
      await page.click('input[name=variant][value=dark]');
      const dark = await page.$$eval('.deck > section', (all) => all.every((one) => one.classList.contains('dark')));
      expect(dark).toBe(true);
    } finally {
      await browser.close();
    }
  });

  it('suggests the layout that was meant', async () => {
    const { root } = makeProject(content);
    const { code, err } = await run(root, ['layouts', 'postcrd']);
    expect(code).toBe(2);
    expect(err).toContain('did you mean postcard?');
  });
});
