import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { exitOf, fakeBrowser, processesWith, until } from '../host/support.ts';
import { cacheOf, cliEnv, lectern } from '../support/cli.ts';
import { packageRoot } from '../support/files.ts';
import { chances, chanceSeed } from '../support/seed.ts';
import { hashesIn, lessonsNamed, outline, smallProject, type SmallProject } from './small-lessons.ts';

const args = ['build', '--format', 'html,md,pdf', '--no-check'];
const many = Array.from({ length: 12 }, (_, i) => `lesson-${String(i).padStart(2, '0')}`);

const moments = chances();

/** Starts a build with a temporary folder of its own. */
function start(project: SmallProject, more: readonly string[] = []) {
  const temporary = join(project.root, 'temporary');
  mkdirSync(temporary, { recursive: true });
  const child = spawn(process.execPath, [join(packageRoot, 'dist/cli.js'), ...args, ...more], {
    cwd: project.root,
    env: { ...cliEnv(project.root), TMPDIR: temporary },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  let text = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (part: string) => (text += part));
  return { child, temporary, output: () => text };
}

const isLeftover = (name: string): boolean => /\.tmp$|^\.lectern-/.test(name);
const leftovers = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => isLeftover(path.split('/').at(-1) ?? ''));

/** Everything that was written is whole: PDF files end as they should, HTML too. */
function expectWhole(project: SmallProject): void {
  for (const path of Object.keys(hashesIn(join(project.root, 'output')))) {
    const text = readFileSync(join(project.root, 'output', path), 'latin1');
    if (path.endsWith('.pdf')) expect([path, text.endsWith('%%EOF\n')]).toEqual([path, true]);
    if (path.endsWith('.html')) expect([path, text.trimEnd().endsWith('</html>')]).toEqual([path, true]);
  }
}

describe('a build that is interrupted', () => {
  it.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ] as const)('by %s leaves no process and no part of a file, and the rerun works', async (signal, code) => {
    const project = lessonsNamed(...many);
    const { child, temporary, output } = start(project, ['--jobs', '2']);
    await until(() => output().includes('✓'));
    expect(processesWith(temporary)).not.toEqual([]);
    child.kill(signal);
    expect((await exitOf(child)).code).toBe(code);
    await until(() => processesWith(temporary).length === 0);
    expect(readdirSync(temporary)).toEqual([]);
    expect(leftovers(project.root)).toEqual([]);
    expectWhole(project);
    expect((await lectern(project.root, args)).out).toMatch(/\d+ built/);
    expect(Object.keys(hashesIn(join(project.root, 'output')))).toHaveLength(many.length * 3 + 2);
  });

  it.each(Array.from({ length: 8 }, () => [Math.round(moments.next().value * 1500), chanceSeed]))(
    'at any moment, such as after %i ms (SEED=%i), also twice in a row',
    async (delay) => {
      const project = lessonsNamed(...many.slice(0, 4));
      const { child, temporary } = start(project);
      await new Promise((resolve) => setTimeout(resolve, delay));
      child.kill('SIGINT');
      if (delay % 2 === 0) child.kill('SIGINT');
      const { code, signal } = await exitOf(child);
      // Before Lectern runs, and while nothing has to be cleaned up, the system ends it.
      expect(signal ?? code).toSatisfy((end) => ['SIGINT', 130, 0].includes(end as string | number));
      await until(() => processesWith(temporary).length === 0);
      expect(readdirSync(temporary)).toEqual([]);
      expect(leftovers(project.root)).toEqual([]);
      expect((await lectern(project.root, args)).code).toBe(0);
      expect(Object.keys(hashesIn(join(project.root, 'output')))).toHaveLength(4 * 3 + 2);
      expectWhole(project);
    },
  );

  it('by SIGKILL: the browser ends by itself, the rerun works and sweeps up', async () => {
    const project = lessonsNamed(...many);
    const { child, temporary, output } = start(project, ['--jobs', '2']);
    await until(() => output().includes('✓'));
    expect(processesWith(temporary)).not.toEqual([]);
    child.kill('SIGKILL');
    await exitOf(child);
    await until(() => processesWith(temporary).length === 0);
    expectWhole(project);
    const again = start(project);
    expect((await exitOf(again.child)).code).toBe(0);
    expect(readdirSync(temporary)).toEqual([]);
    expect(leftovers(join(project.root, 'output'))).toEqual([]);
  });
});

it('writes all lessons but the bad one, and ends with 1', async () => {
  const project = lessonsNamed(...many);
  project.write('lessons/lesson-05/lesson.yaml', 'title: [');
  const run = await lectern(project.root, ['build', '--format', 'html', '--no-check']);
  expect([run.code, run.out]).toEqual([1, '11 built, 0 unchanged, 1 failed\n']);
  expect(run.err).toContain('lessons/lesson-05/lesson.yaml:1:');
  expect(project.has('output/lesson-11/deck.html')).toBe(true);
  expect(project.read('output/index.html').toString()).toContain('lesson-05');
});

it('writes all lessons but those in folders whose name cannot be an id', async () => {
  const project = lessonsNamed('good', 'Bad Name');
  const run = await lectern(project.root, ['build', '--format', 'html', '--no-check']);
  expect([run.code, run.out]).toEqual([1, '1 built, 0 unchanged\n']);
  expect(run.err).toContain('lessons/Bad Name/lesson.yaml:1:1: error outline/lesson-id');
  for (const command of ['check', 'coverage']) {
    const checked = await lectern(project.root, [command]);
    expect([command, checked.code, checked.err]).toEqual([command, 1, expect.stringContaining('outline/lesson-id')]);
  }
});

it('two builds at once with other options are both in the manifest', async () => {
  const project = lessonsNamed(...many.slice(0, 4));
  const builds = [start(project), start(project, ['--audience', 'student', '--format', 'md'])];
  for (const { child } of builds) expect((await exitOf(child)).code).toBe(0);
  const listed = project
    .read('output/manifest.json')
    .toString()
    .match(/"path": /g);
  const artifacts = Object.keys(hashesIn(join(project.root, 'output'))).filter((path) => path.includes('/'));
  expect(listed).toHaveLength(artifacts.length);
});

it('two builds at once in one folder leave whole files', async () => {
  const project = lessonsNamed(...many.slice(0, 6));
  const builds = [start(project), start(project)];
  for (const { child } of builds) expect((await exitOf(child)).code).toBe(0);
  const after = hashesIn(join(project.root, 'output'));
  rmSync(join(project.root, 'output'), { recursive: true });
  rmSync(cacheOf(project.root), { recursive: true });
  await lectern(project.root, args);
  expect(after).toEqual(hashesIn(join(project.root, 'output')));
});

it('a browser that is killed in the middle costs nothing but time', async () => {
  const project = lessonsNamed(...many);
  const { child, temporary, output } = start(project);
  await until(() => output().includes('✓'));
  const browsers = processesWith(temporary);
  expect(browsers).not.toEqual([]);
  for (const pid of browsers) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // It went with its parent.
    }
  }
  expect([(await exitOf(child)).code, output()]).toEqual([0, expect.stringContaining('12 built')]);
});

/** The processes that draw pages for a build. */
function renderersOf(pid: number): readonly number[] {
  const parentOf = (child: number): number => {
    try {
      return Number(/PPid:\s+(\d+)/.exec(readFileSync(`/proc/${child}/status`, 'utf8'))?.[1]);
    } catch {
      return 0;
    }
  };
  const belongs = (child: number): boolean => child === pid || (child > 1 && belongs(parentOf(child)));
  return processesWith('--type=renderer').filter(belongs);
}

it.each([1, 2, 3])('pages that are killed in the middle cost nothing but time (%i)', async () => {
  const project = lessonsNamed(...many);
  const { child, output } = start(project);
  await until(() => output().includes('✓'));
  const renderers = renderersOf(child.pid ?? 0);
  expect(renderers).not.toEqual([]);
  for (const pid of renderers) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // It was done.
    }
  }
  expect([(await exitOf(child)).code, output()]).toEqual([0, expect.stringContaining('12 built')]);
});

describe('a disk that refuses', () => {
  it('is told with the file and the reason; the old file stays', async () => {
    const project = smallProject({ 'lessons/one/lesson.yaml': outline('One'), 'output/one': 'a file in the way' });
    const run = await lectern(project.root, ['build', '--format', 'html', '--no-check']);
    expect(run.code).toBe(1);
    expect(run.err).toMatch(/output\/write-failed: Could not write .*one\/deck\.html: a file stands where a folder/);
    expect(project.read('output/one').toString()).toBe('a file in the way');
  });

  it('because it holds no files, without waiting', async () => {
    const project = lessonsNamed('one');
    const run = await lectern(project.root, ['build', '--format', 'html', '--no-check', '--out', '/proc/1']);
    expect([run.code, run.err]).toEqual([1, expect.stringContaining('output/write-failed')]);
  });

  it('because it is full', async ({ skip }) => {
    const project = lessonsNamed('one', 'two');
    mkdirSync(join(project.root, 'output'));
    const mount = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=300k', 'none', join(project.root, 'output')]);
    if (mount.status !== 0) skip('mounting is not permitted here');
    onTestFinished(() => void spawnSync('umount', [join(project.root, 'output')]));
    const run = await lectern(project.root, args);
    expect(run.code).toBe(1);
    expect(run.err).toContain('the disk is full (ENOSPC)');
    expect(leftovers(join(project.root, 'output'))).toEqual([]);
    expectWhole(project);
  });

  it('for the cache alone, because it is full, leaves no parts of entries', async ({ skip }) => {
    const project = lessonsNamed('one', 'two');
    const cache = join(project.root, 'cache');
    mkdirSync(cache);
    if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=100k', 'none', cache]).status !== 0)
      skip('mounting is not permitted here');
    onTestFinished(() => void spawnSync('umount', [cache]));
    const run = await lectern(project.root, [...args, '--cache-dir', cache]);
    expect([run.code, run.out]).toEqual([0, '2 built, 0 unchanged\n']);
    expect(leftovers(cache)).toEqual([]);
  });

  it('for the cache alone only costs time', async () => {
    const project = lessonsNamed('one');
    project.write('.lectern', 'a file in the way');
    const run = await lectern(project.root, [
      'build',
      '--format',
      'html',
      '--no-check',
      '--cache-dir',
      '.lectern/cache',
    ]);
    expect([run.code, run.out]).toEqual([0, '1 built, 0 unchanged\n']);
  });
});

/** Builds with no more than so many files open. */
function buildWithFiles(root: string, limit: number): Promise<{ readonly code: number | null; readonly err: string }> {
  const command = `ulimit -n ${limit}; exec "${process.execPath}" "${join(packageRoot, 'dist/cli.js')}" ${args.join(' ')}`;
  const child = spawn('sh', ['-c', command], { cwd: root, env: cliEnv(root), stdio: ['ignore', 'ignore', 'pipe'] });
  let err = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
  return new Promise((resolve) => {
    child.once('close', (code) => resolve({ code, err }));
  });
}

// With 40 the browser starts, but hangs until its limits of half a minute have passed, once or twice: that runs beside
// the other tests, from the start.
const fewFiles = mkdtempSync(join(tmpdir(), 'few-files-lectern-'));
let hanging: ReturnType<typeof buildWithFiles>;
beforeAll(() => {
  for (const id of ['one', 'two']) {
    mkdirSync(join(fewFiles, 'lessons', id), { recursive: true });
    writeFileSync(join(fewFiles, 'lessons', id, 'lesson.yaml'), outline(id));
  }
  hanging = buildWithFiles(fewFiles, 40);
});
afterAll(() => rmSync(fewFiles, { recursive: true, force: true }));

describe('a machine that refuses', () => {
  it('a temporary folder is told with what to set', async () => {
    const project = lessonsNamed('one', 'two');
    const run = await lectern(project.root, args, { TMPDIR: '/nowhere/at/all' });
    expect(run.code).toBe(3);
    expect(run.err).toContain('no temporary folder can be made in /nowhere/at/all (ENOENT): set TMPDIR');
    expect(run.err).not.toContain('bug');
    expect(project.has('output/two/deck.html')).toBe(true);
    const verified = await lectern(project.root, ['verify'], { TMPDIR: '/nowhere/at/all' });
    expect([verified.code, verified.err]).toEqual([1, expect.stringContaining('set TMPDIR')]);
    expect(verified.err).not.toContain('bug');
  });

  it.each([40, 30])('more than %i open files gets a build or a clear error', { timeout: 240_000 }, async (limit) => {
    const { code, err } = await (limit === 40 ? hanging : buildWithFiles(fewFiles, limit));
    if (code !== 0) expect(err).toMatch(/too many open files|browser\/(launch-failed|crashed)/i);
    expect(err).not.toMatch(/bug|\n {4}at /);
  });

  it('large files is told with the file; the old file stays', () => {
    const project = smallProject({ 'lessons/one/lesson.yaml': outline('One'), 'output/one/deck.html': 'old' });
    const command = `ulimit -f 40; exec "${process.execPath}" "${join(packageRoot, 'dist/cli.js')}" build --format html --no-check`;
    const run = spawnSync('sh', ['-c', command], { cwd: project.root, encoding: 'utf8', env: cliEnv(project.root) });
    expect(run.status).toBe(1);
    expect(run.stderr).toMatch(/Could not write .*deck\.html: the file is larger than/);
    expect(project.read('output/one/deck.html').toString()).toBe('old');
    expect(leftovers(project.root)).toEqual([]);
  });
});

it('a browser that talks nonsense before anybody listens is noticed at once', async () => {
  const project = lessonsNamed('one', 'two');
  const browser = fakeBrowser('head -c 100000 /dev/urandom >&4; printf "\\0" >&4; exec sleep 60');
  const start = performance.now();
  const run = await lectern(project.root, [...args, '--browser', browser]);
  expect(run.code).toBe(3);
  expect(performance.now() - start).toBeLessThan(10_000);
  // One trouble with the browser is one finding, however many lessons it concerns.
  expect(run.err.match(/browser\/launch-failed/g)).toHaveLength(1);
});

it('stays within a small heap, however many lessons there are', async () => {
  const project = lessonsNamed(...Array.from({ length: 150 }, (_, i) => `lesson-${i}`));
  const env = { NODE_OPTIONS: '--max-old-space-size=60' };
  const run = await lectern(project.root, ['build', '--format', 'html', '--no-check'], env);
  expect([run.code, run.out]).toEqual([0, '150 built, 0 unchanged\n']);
});
