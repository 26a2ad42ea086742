import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderWith } from '../host/support.ts';
import { makeProject, type Project } from '../support/files.ts';
import { errorsOf, kitOf, lessonOf } from '../support/pipeline.ts';
import { treeOf } from '../support/surroundings.ts';

const secret = 'TOKEN-51d0c7';
const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><text>${secret}</text></svg>`;

/** A lesson with ways out: links to a file, a folder and a device, and a FIFO. */
function project(outline: unknown): { readonly project: Project; readonly outside: string } {
  const outside = folderWith({
    'secret.svg': svg,
    'secret.yaml': `slides: [{ layout: statement, title: ${secret}, body: x }]`,
    'secret.csv': `a,b\n${secret},1\n`,
    'secret.css': `/* ${secret} */`,
    'layouts/own/fields.yaml': 'title: O\ndescription: O.\ntype: object\n',
    'layouts/own/layout.hbs': secret,
  });
  const made = makeProject({
    'lessons/x/images/a.svg': svg.replace(secret, 'mine'),
    'lessons/y/images/secret.svg': svg,
    'secret.svg': svg,
  });
  made.write(
    'lessons/x/lesson.yaml',
    JSON.stringify(outline).replaceAll('OUTSIDE', outside).replaceAll('NAME', basename(outside)),
  );
  const lesson = join(made.root, 'lessons/x');
  symlinkSync(join(outside, 'secret.svg'), join(lesson, 'images/link.svg'));
  symlinkSync(join(outside, 'secret.yaml'), join(lesson, 'link.yaml'));
  symlinkSync(outside, join(lesson, 'folder'));
  symlinkSync('/proc/self/environ', join(lesson, 'images/environ.svg'));
  symlinkSync('/dev/zero', join(lesson, 'images/zero.svg'));
  execFileSync('mkfifo', [join(lesson, 'images/fifo.svg')]);
  return { project: made, outside };
}

async function refused(
  outline: unknown,
  prepare?: (project: Project, outside: string) => void,
): Promise<readonly string[]> {
  const { project: made, outside } = project(outline);
  prepare?.(made, outside);
  const before = [treeOf(made.root), treeOf(outside)];
  const start = performance.now();
  const kit = await kitOf(made);
  expect(performance.now() - start).toBeLessThan(5000);
  expect([treeOf(made.root), treeOf(outside)]).toEqual(before);
  expect(JSON.stringify(kit.diagnostics)).not.toContain(secret);
  expect(JSON.stringify(kit.files)).not.toContain(secret);
  return errorsOf(kit);
}

const sources = [
  'file:///OUTSIDE/secret.svg',
  'file:OUTSIDE/secret.svg',
  'FILE:secret.svg',
  'view-source:file:///OUTSIDE/secret.svg',
  '/OUTSIDE/secret.svg',
  '../../../NAME/secret.svg',
  '../y/images/secret.svg',
  '../../secret.svg',
  'images/../../y/images/secret.svg',
  'images/link.svg',
  'folder/secret.svg',
  'images/environ.svg',
  'images/zero.svg',
  'images/fifo.svg',
  'images',
  '.',
  '/proc/self/environ',
  '\\\\host\\share\\x.svg',
  'C:\\secret.svg',
  '//127.0.0.1:1/x.png',
  'http://169.254.169.254/latest',
  'data:image/svg+xml,<svg/>',
  'images/a.svg\0.png',
  'lectern:templates/themes/lectern/theme.css',
  '%2e%2e/%2e%2e/secret.svg',
  '~/secret.svg',
];

describe('files that a lesson names (S1, S2)', () => {
  it.each(sources)('no picture field reads %j', async (src) => {
    const slide = { layout: 'image', title: 'T', image: { src, alt: 'a' } };
    expect(await refused(lessonOf([slide]))).toEqual([expect.stringMatching(/^asset\/(outside|missing) /)]);
  });
  it.each(sources.filter((src) => !/[\0\\]/.test(src)))('no Markdown picture reads %j', async (src) => {
    const slide = { layout: 'statement', title: 'T', body: `a ![b](<${src}>) c` };
    // Markdown itself takes no address of these kinds for a picture and shows the text.
    if (/^(file|view-source|data):/i.test(src))
      expect(await refused(lessonOf([slide])).then((all) => all.length)).toBeLessThan(2);
    else expect(await refused(lessonOf([slide]))).toEqual([expect.stringMatching(/^asset\/(outside|missing) /)]);
  });
  it.each(['/OUTSIDE/secret.svg', '../../secret.svg', 'images/link.svg', 'folder/secret.svg'])(
    'no logo, style sheet or table reads %j',
    async (path) => {
      expect(
        await refused(lessonOf([{ layout: 'statement', title: 'T', body: 'b' }], { presentation: { logo: path } })),
      ).toHaveLength(1);
      expect(
        await refused(
          lessonOf([{ layout: 'statement', title: 'T', body: 'b' }], {
            presentation: { css: path.replace('.svg', '.css') },
          }),
        ),
      ).toHaveLength(1);
      const chart = {
        layout: 'chart',
        title: 'T',
        chart: { type: 'bar', x: 'a', y: 'b' },
        data: path.replace('.svg', '.csv'),
        alt: 'a',
      };
      expect((await refused(lessonOf([chart]))).length).toBeGreaterThan(0);
    },
  );
  it.each([
    '/OUTSIDE/secret.yaml',
    '../../../NAME/secret.yaml',
    'link.yaml',
    'folder/secret.yaml',
    'file:///OUTSIDE/secret.yaml',
    '/proc/self/environ',
    '//127.0.0.1:1/x.yaml',
  ])('no include reads %j', async (include) => {
    expect(await refused(lessonOf([{ include }]))).toEqual([expect.stringMatching(/^outline\/include /)]);
  });
  it('no linked template, theme or string file is read', async () => {
    const outline = lessonOf([{ layout: 'own', title: 'T' }], { presentation: { theme: 'linked' } });
    const errors = await refused(outline, ({ root }, outside) => {
      mkdirSync(join(root, 'lessons/x/templates'), { recursive: true });
      symlinkSync(join(outside, 'layouts'), join(root, 'lessons/x/templates/layouts'));
      symlinkSync(outside, join(root, 'lessons/x/templates/partials'));
    });
    expect(errors.join('\n')).toMatch(/outline\/unknown-layout/);
  });
});
