import { readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { getLanguageService, type LanguageService } from 'yaml-language-server';
import { lectern } from '../support/cli.ts';

const root = resolve(import.meta.dirname, '../..');

let service: LanguageService;
let printed: string;

beforeAll(async () => {
  const run = await lectern(root, ['schema']);
  expect([run.code, run.err]).toEqual([0, '']);
  printed = run.out;
  // The language server of VS Code's YAML extension and of most other editors.
  service = getLanguageService({
    schemaRequestService: () => Promise.resolve(printed),
    workspaceContext: { resolveRelativePath: (path) => path },
  });
  service.configure({
    validate: true,
    completion: true,
    hover: true,
    schemas: [{ uri: 'file:///lesson.schema.json', fileMatch: ['*.yaml'] }],
  });
});

let version = 0;

/** The server keeps what it read by address and version. */
const open = (text: string): TextDocument => TextDocument.create('file:///lesson.yaml', 'yaml', ++version, text);

const lessonWith = (slide: string): string =>
  `title: T\nlang: en\nsections:\n  - title: S\n    slides:\n${slide.replace(/^/gm, '      ')}\n`;

async function problemsOf(text: string): Promise<readonly string[]> {
  const found = await service.doValidation(open(text), false);
  return found.map(({ range, message }) => `${range.start.line + 1}: ${message}`);
}

async function offers(text: string): Promise<readonly string[]> {
  const at = text.indexOf('|');
  const document = open(text.replace('|', ''));
  const { items } = await service.doComplete(document, document.positionAt(at), false);
  return items.map(({ label }) => label);
}

describe('the schema in an editor', () => {
  it('is the schema and nothing around it', () => {
    expect(JSON.parse(printed)).toMatchObject({ title: 'outline', type: 'object' });
  });

  it('offers the layouts', async () => {
    const labels = await offers(lessonWith('- layout: |'));
    const layouts = readdirSync(join(root, 'templates/layouts'));
    expect(labels).toEqual(expect.arrayContaining(layouts));
  });

  it('offers the fields of the chosen layout, not those of others', async () => {
    const labels = await offers(lessonWith('- layout: quote\n  |'));
    expect(labels).toEqual(expect.arrayContaining(['quote', 'notes', 'covers']));
    expect(labels).not.toContain('bars');
  });

  it('blames the one field that is wrong, at its line', async () => {
    const problems = await problemsOf(
      lessonWith('- layout: title\n- layout: statement\n  title: A\n  body: b\n  bodi: c'),
    );
    expect(problems).toEqual([expect.stringMatching(/^10: .*bodi/)]);
  });

  it('blames a layout that does not exist', async () => {
    const problems = await problemsOf(lessonWith('- layout: statment\n  title: A'));
    expect(problems).toEqual([expect.stringMatching(/^6: /)]);
  });

  it.each(['mdma-serotonine', 'fourier-series'])('finds nothing to blame in the lesson %s', async (lesson) => {
    expect(await problemsOf(readFileSync(join(root, 'lessons', lesson, 'lesson.yaml'), 'utf8'))).toEqual([]);
  });

  it('finds nothing to blame in the examples of the layouts', async () => {
    for (const layout of readdirSync(join(root, 'templates/layouts'))) {
      const text = readFileSync(join(root, 'templates/layouts', layout, 'example.yaml'), 'utf8');
      for (const { slide } of parse(text) as readonly { slide: object }[]) {
        const yaml = lessonWith(`- ${JSON.stringify({ layout, ...slide })}`);
        expect(await problemsOf(yaml), `${layout}: ${yaml}`).toEqual([]);
      }
    }
  });

  it('finds nothing to blame in what the guide to writing shows', async () => {
    const guide = readFileSync(join(root, 'docs/authoring.md'), 'utf8');
    const blocks = [...guide.matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, block]) => block ?? '');
    const wrong: string[] = [];
    for (const block of blocks) {
      const isSlide = /^- layout:/m.test(block);
      const isSettings = /^output:/m.test(block);
      const isOutline = /^[a-z-]+:/m.test(block) && !isSlide && !isSettings;
      const text = isSlide ? lessonWith(block) : isOutline ? completed(block) : undefined;
      if (text !== undefined) wrong.push(...(await problemsOf(text)).map((problem) => `${problem}\n${block}`));
    }
    expect(wrong).toEqual([]);
  });
});

/** An outline with the keys that every outline needs, where the example shows only some. */
function completed(block: string): string {
  const has = (key: string): boolean => new RegExp(`^${key}:`, 'm').test(block);
  const needed = {
    title: 'title: T',
    lang: 'lang: en',
    sections: 'sections: [{ title: S, slides: [{ layout: title }] }]',
  };
  return `${block}\n${Object.entries(needed)
    .filter(([key]) => !has(key))
    .map(([, line]) => line)
    .join('\n')}\n`;
}
