import { mkdirSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { hashOf } from '../../src/base/index.ts';
import { lectern } from '../support/cli.ts';
import { hashesIn, smallProject, type SmallProject } from './small-lessons.ts';

interface Listed {
  readonly path: string;
  readonly content: string;
  readonly hash?: string;
}

const lesson = (id: string, title: string, files: readonly Listed[]) => ({
  id,
  title,
  authors: [],
  lang: 'en',
  plans: [],
  slides: 1,
  errors: 0,
  warnings: 0,
  statements: { covered: 0, waived: 0, total: 0 },
  artifacts: files.map(({ path, content, hash }) => ({
    path,
    hash: hash ?? hashOf(content),
    bytes: content.length,
    mediaType: 'text/html',
    audience: 'teacher',
    format: 'html',
  })),
  inputs: {},
});

/** An output folder of one lesson. */
function part(
  project: SmallProject,
  folder: string,
  {
    id = 'x',
    title = 'X',
    version = '1',
    files = [deck(id)],
  }: Partial<{
    id: string;
    title: string;
    version: string;
    files: readonly Listed[];
  }> = {},
): void {
  const manifest = {
    format: 'lectern-manifest/1',
    tool: { version, browser: 'none' },
    lessons: { [id]: lesson(id, title, files) },
  };
  project.write(`${folder}/manifest.json`, JSON.stringify(manifest));
  for (const { path, content } of files) if (path.startsWith(`${id}/`)) project.write(`${folder}/${path}`, content);
}

const deck = (id: string): Listed => ({ path: `${id}/deck.html`, content: `deck of ${id}` });

/** A project with two parts and an earlier merge of something else. */
function twoParts(): SmallProject {
  const project = smallProject({ 'lessons/x/lesson.yaml': '', 'all/index.html': 'old', 'all/x/deck.html': 'old deck' });
  part(project, 'a');
  part(project, 'b', { id: 'y' });
  project.write('secret.txt', 'secret');
  return project;
}

/** Merges and expects a refusal that leaves everything as it was. */
async function refused(project: SmallProject, code: string, parts = ['a', 'b']): Promise<void> {
  const before = hashesIn(project.root);
  const run = await lectern(project.root, ['merge', ...parts, '--out', 'all']);
  expect([run.code, run.err]).toEqual([1, expect.stringContaining(code)]);
  expect(run.err).not.toMatch(/\n {4}at /);
  expect(hashesIn(project.root)).toEqual(before);
}

describe('merge', () => {
  it('joins parts, and may be done again', async () => {
    const project = twoParts();
    for (const round of ['first', 'second']) {
      const run = await lectern(project.root, ['merge', 'a', 'b', '--out', 'all']);
      expect([round, run.code, run.out]).toEqual([round, 0, '2 lessons from 2 folders\n']);
      expect(Object.keys(hashesIn(join(project.root, 'all')))).toEqual([
        'index.html',
        'manifest.json',
        'x/deck.html',
        'y/deck.html',
      ]);
      expect(project.read('all/x/deck.html').toString()).toBe('deck of x');
    }
  });

  it('refuses a folder without a manifest', async () => {
    const project = twoParts();
    rmSync(join(project.root, 'b/manifest.json'));
    await refused(project, 'merge/no-manifest');
  });

  it.each([
    ['merge/other-tools', { id: 'y', version: '2' }],
    ['merge/conflict', { id: 'x', title: 'Another state' }],
    ['merge/conflict', { id: 'X', title: 'Another case' }],
    ['merge/conflict', { id: 'x', files: [{ path: 'x/deck.html', content: 'other bytes' }] }],
  ])('%s', async (code, other) => {
    const project = twoParts();
    rmSync(join(project.root, 'b'), { recursive: true });
    part(project, 'b', other);
    await refused(project, code);
  });

  it.each(['y/deck.html', 'index.html', 'manifest.json', '../secret.txt', 'x/../y/deck.html', 'x//deck.html', 'x', ''])(
    'lets no lesson name %s',
    async (path) => {
      const project = twoParts();
      part(project, 'a', { files: [deck('x'), { path, content: 'a stranger' }] });
      await refused(project, 'merge/no-manifest');
    },
  );

  it('lets a file stand only once, in whatever case', async () => {
    const project = twoParts();
    part(project, 'a', { files: [deck('x'), { path: 'x/Deck.html', content: 'twice' }] });
    await refused(project, 'merge/no-manifest');
  });

  it.each<[name: string, damage: (root: string) => void]>([
    ['missing', (root) => rmSync(join(root, 'b/y/deck.html'))],
    ['changed', (root) => writeFileSync(join(root, 'b/y/deck.html'), 'DECK of y')],
    ['a link', (root) => linkInPlaceOf(join(root, 'b/y/deck.html'), join(root, 'copy.html'))],
    ['behind a linked folder', (root) => linkInPlaceOf(join(root, 'b/y'), join(root, 'copy'))],
    ['a folder', (root) => (rmSync(join(root, 'b/y/deck.html')), mkdirSync(join(root, 'b/y/deck.html')))],
  ])('refuses a file that is %s, and copies none of the others', async (_, damage) => {
    const project = twoParts();
    project.write('copy.html', 'deck of y');
    project.write('copy/deck.html', 'deck of y');
    damage(project.root);
    await refused(project, 'merge/damaged');
  });

  it('refuses a giant manifest at once', async () => {
    const project = twoParts();
    truncateSync(join(project.root, 'a/manifest.json'), 3 * 1024 ** 3);
    const start = performance.now();
    const run = await lectern(project.root, ['merge', 'a', 'b', '--out', 'all']);
    expect([run.code, run.err]).toEqual([1, expect.stringContaining('merge/no-manifest')]);
    expect(performance.now() - start).toBeLessThan(5000);
  });

  it('changes nothing when the last file cannot be put in its place', async () => {
    const project = twoParts();
    rmSync(join(project.root, 'all/index.html'));
    project.write('all/index.html/in-the-way.txt', 'a folder');
    await refused(project, 'output/write-failed');
    expect(project.has('all/y')).toBe(false);
  });

  it('takes a part that is named by a link', async () => {
    const project = twoParts();
    symlinkSync('a', join(project.root, 'linked'));
    const run = await lectern(project.root, ['merge', 'linked', 'b', '--out', 'new/all']);
    expect(run.code).toBe(0);
    expect(project.has('new/all/x/deck.html')).toBe(true);
  });
});

function linkInPlaceOf(path: string, to: string): void {
  rmSync(path, { recursive: true });
  symlinkSync(to, path);
}
