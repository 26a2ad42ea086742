import { mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { hashOf } from '../../src/base/index.ts';
import { cacheOf, lectern } from '../support/cli.ts';
import { hashesIn, lessonsNamed, smallProject } from '../e2e/small-lessons.ts';

const build = ['build', '--format', 'html', '--no-check'];

/** A project beside a folder of somebody's own files. */
function besideFiles(links: Readonly<Record<string, string>> = {}) {
  const project = lessonsNamed('one');
  const outside = smallProject({
    'deck.html': 'mine',
    'x.tmp': 'mine',
    'index.html': 'mine',
    'one/lesson.yaml': 'title: Elsewhere',
    'cache/ac/ab/x.tmp': 'mine',
  }).root;
  for (const [name, to] of Object.entries(links)) {
    rmSync(join(project.root, name), { recursive: true, force: true });
    symlinkSync(join(outside, to), join(project.root, name));
  }
  return { ...project, outside, before: hashesIn(outside) };
}

describe('a folder of the project that is a link out of it', () => {
  it.each([
    ['lessons', ''],
    ['output', ''],
    ['templates', ''],
    ['.lectern', ''],
    ['output', 'not-there-yet'],
  ])('%s is refused, and nothing outside changes', async (name, to) => {
    const { root, outside, before } = besideFiles({ [name]: to });
    for (const args of [build, ['check'], ['merge', '.'], ['coverage']]) {
      const run = await lectern(root, args);
      expect([run.code, run.err]).toEqual([2, expect.stringContaining('project/link-out')]);
      expect(run.err).not.toMatch(/\n {4}at /);
    }
    expect(hashesIn(outside)).toEqual(before);
  });

  it('a folder above the output folder counts too', async () => {
    const { root, outside, before } = besideFiles({ site: '' });
    writeFileSync(join(root, 'lectern.yaml'), 'output: site/deep/output\n');
    const run = await lectern(root, build);
    expect([run.code, run.err]).toEqual([2, expect.stringContaining('site is a link that leads out')]);
    expect(hashesIn(outside)).toEqual(before);
  });

  it('a cache that was asked for is refused when it leads out', async () => {
    const { root, outside, before } = besideFiles({ kept: 'cache' });
    const run = await lectern(root, [...build, '--cache-dir', 'kept']);
    expect([run.code, run.err]).toEqual([2, expect.stringContaining('kept is a link that leads out')]);
    expect(hashesIn(outside)).toEqual(before);
  });

  it('is no trouble when it stays inside, nor when the user names a place outside', async () => {
    const { root, outside } = besideFiles();
    mkdirSync(join(root, 'real'));
    symlinkSync('real', join(root, 'linked'));
    expect((await lectern(root, [...build, '--cache-dir', 'linked'])).code).toBe(0);
    expect((await lectern(root, [...build, '--out', join(outside, 'site')])).code).toBe(0);
  });
});

describe('an output folder among the sources', () => {
  it.each(['.', '..', 'lessons', 'lessons/one', 'lessons/new', 'templates', '.git/hooks', 'elsewhere'])(
    '--out %s is refused before anything is written',
    async (out) => {
      const project = lessonsNamed('one');
      project.write('templates/partials/own.hbs', 'own');
      symlinkSync('lessons', join(project.root, 'elsewhere'));
      const before = hashesIn(project.root);
      const run = await lectern(project.root, [...build, '--out', out]);
      expect([run.code, run.err]).toEqual([2, expect.stringContaining('output/among-sources')]);
      expect(hashesIn(project.root)).toEqual(before);
    },
  );

  it('lectern.yaml cannot name one either', async () => {
    const project = lessonsNamed('one');
    project.write('lectern.yaml', 'output: templates/made\n');
    const run = await lectern(project.root, build);
    expect([run.code, run.err]).toEqual([2, expect.stringContaining('output/among-sources')]);
  });
});

describe('a cache that came with the project', () => {
  it('is not believed: a build neither reads nor writes it', async () => {
    const project = lessonsNamed('one');
    await lectern(project.root, [...build, '--cache-dir', '.lectern/cache']);
    const honest = hashesIn(join(project.root, 'output'));
    forgeEntries(join(project.root, '.lectern/cache'));
    rmSync(join(project.root, 'output'), { recursive: true });
    const forged = hashesIn(join(project.root, '.lectern'));
    const run = await lectern(project.root, build);
    expect([run.code, run.out]).toEqual([0, '1 built, 0 unchanged\n']);
    expect(hashesIn(join(project.root, 'output'))).toEqual(honest);
    expect(hashesIn(join(project.root, '.lectern'))).toEqual(forged);
  });

  it.each([
    ['the index page', 'index.html'],
    ['the manifest', 'manifest.json'],
    ['another lesson', 'two/deck.html'],
    ['a way out', 'one/../two/deck.html'],
    ['a hidden file', 'one/.htaccess'],
  ])('that was asked for may not name %s', async (_, path) => {
    const project = lessonsNamed('one', 'two');
    const cached = [...build, '--cache-dir', 'kept'];
    await lectern(project.root, cached);
    const honest = hashesIn(join(project.root, 'output'));
    forgeEntries(join(project.root, 'kept'), path);
    rmSync(join(project.root, 'output'), { recursive: true });
    const run = await lectern(project.root, cached);
    expect([run.code, run.out]).toEqual([0, '1 built, 0 unchanged, 1 restored\n']);
    expect(hashesIn(join(project.root, 'output'))).toEqual(honest);
  });

  it('is shared by projects, since its keys are contents', async () => {
    const [first, second] = [lessonsNamed('one'), lessonsNamed('one')];
    const env = { XDG_CACHE_HOME: join(first.root, 'cache-home') };
    expect((await lectern(first.root, build, env)).out).toBe('1 built, 0 unchanged\n');
    expect((await lectern(second.root, build, env)).out).toBe('0 built, 0 unchanged, 1 restored\n');
    expect(hashesIn(join(second.root, 'output'))).toEqual(hashesIn(join(first.root, 'output')));
  });
});

const script = Buffer.from('<script>alert(1)</script>');

/** Lets the record of lesson `one` name a page of a stranger, in the place of its deck or of another file. */
function forgeEntries(cache: string, path?: string): void {
  const files = Object.keys(hashesIn(cache)).filter((name) => name.startsWith('ac/'));
  const records = files.filter((name) => readFileSync(join(cache, name)).includes('"artifacts":[{"path":"one/'));
  expect(records.length).toBeGreaterThan(0);
  for (const name of records) {
    const record = JSON.parse(readFileSync(join(cache, name), 'utf8').slice(65)) as {
      artifacts: { path: string; hash: string; bytes: number }[];
    };
    for (const artifact of record.artifacts.slice(0, 1)) {
      artifact.path = path ?? artifact.path;
      artifact.hash = hashOf(script);
      artifact.bytes = script.length;
    }
    const text = JSON.stringify(record);
    writeFileSync(join(cache, name), `${hashOf(text)}\n${text}`);
  }
  const entry = join(cache, 'cas', hashOf(script).slice(0, 2));
  mkdirSync(entry, { recursive: true });
  writeFileSync(join(entry, hashOf(script)), script);
}

describe('a damaged manifest', () => {
  it.each([
    ['cut off', '{"format":"lectern-manifest/1","lessons":{'],
    ['without lessons', '{"format":"lectern-manifest/1","tool":{"version":"1","browser":"none"}}'],
    ['with a lesson that is nothing', manifestWith(null)],
    ['with artifacts that are none', manifestWith({ id: 'one', artifacts: [null] })],
    ['with lessons in a list', '{"format":"lectern-manifest/1","lessons":[1]}'],
    ['that is a number', '7'],
    ['that is null', 'null'],
    ['that is empty', ''],
  ])('%s heals at the next build', async (_, text) => {
    const project = lessonsNamed('one', 'two');
    await lectern(project.root, build);
    const before = hashesIn(join(project.root, 'output'));
    project.write('output/manifest.json', text);
    const verified = await lectern(project.root, ['verify']);
    expect([verified.code, verified.err]).toEqual([1, expect.stringContaining('verify/no-manifest')]);
    const run = await lectern(project.root, build);
    expect([run.code, run.out]).toEqual([0, '0 built, 2 unchanged\n']);
    expect(hashesIn(join(project.root, 'output'))).toEqual(before);
  });

  it('never makes a build remove what it lists but Lectern did not make', async () => {
    const project = lessonsNamed('one', 'two');
    await lectern(project.root, build);
    project.write('output/other/page.html', 'mine');
    const manifest = JSON.parse(project.read('output/manifest.json').toString()) as {
      lessons: Record<string, { artifacts: object[] }>;
    };
    const stolen = { path: 'other/page.html', hash: hashOf('mine'), bytes: 4, mediaType: 'text/html' };
    manifest.lessons.one?.artifacts.push({ ...stolen, audience: 'teacher', format: 'html' });
    project.write('output/manifest.json', JSON.stringify(manifest));
    expect((await lectern(project.root, build)).code).toBe(0);
    expect(project.read('output/other/page.html').toString()).toBe('mine');
  });
});

function manifestWith(lesson: unknown): string {
  return JSON.stringify({
    format: 'lectern-manifest/1',
    tool: { version: '1', browser: 'none' },
    lessons: { one: lesson },
  });
}

it('odd notes about the output folder only cost time', async () => {
  const project = lessonsNamed('one');
  await lectern(project.root, build);
  const before = hashesIn(join(project.root, 'output'));
  for (const text of ['[]', '{"one/deck.html":7,"a":[1],"b":null}', '{"one/deck.html":["",""]}', '\u0000', 'null']) {
    for (const name of Object.keys(hashesIn(cacheOf(project.root))))
      if (name.endsWith('.json')) writeFileSync(join(cacheOf(project.root), name), text);
    const run = await lectern(project.root, build);
    expect([run.code, run.out]).toEqual([0, '0 built, 1 unchanged\n']);
    expect(hashesIn(join(project.root, 'output'))).toEqual(before);
  }
});
