import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { build, type LessonDone } from '../../src/make/index.ts';
import { allCodes } from '../../src/project/codes.ts';
import { readPlayer } from '../../src/project/player.ts';
import { readProject } from '../../src/project/project.ts';
import { openWorld } from '../../src/project/world.ts';
import { formats } from '../../src/formats/index.ts';
import { createLessonThreads } from '../../src/threads/index.ts';
import { copyOfLessons } from '../support/cli.ts';
import { packageRoot } from '../support/files.ts';

const left: (() => void)[] = [];
afterEach(() => {
  for (const remove of left.splice(0)) remove();
});

/** Three small lessons, a broken one, and when asked for a real one. */
function lessonsFolder({ isReal }: { readonly isReal: boolean }): string {
  const { root, remove } = copyOfLessons('fourier-series');
  left.push(remove);
  if (!isReal) rmSync(join(root, 'lessons/fourier-series'), { recursive: true });
  const small = (title: string): string =>
    `title: ${title}\nlang: en\nduration: 45\nsections:\n  - title: One\n    slides:\n      - { layout: statement, title: ${title} is said, body: Words. }\n`;
  for (const name of ['a', 'b', 'c']) {
    mkdirSync(join(root, 'lessons', name));
    writeFileSync(join(root, 'lessons', name, 'lesson.yaml'), small(`Lesson ${name}`));
  }
  mkdirSync(join(root, 'lessons/wrong'));
  writeFileSync(join(root, 'lessons/wrong/lesson.yaml'), 'title: [broken');
  return root;
}

interface Way {
  readonly threads: number;
  /** Where the code of the threads is. */
  readonly packageRoot?: string;
}

/** Builds all lessons of a project; what became of them, and the bytes of every file but the manifest. */
async function buildAll(root: string, way: Way) {
  const out = mkdtempSync(join(tmpdir(), 'lectern-threads-'));
  left.push(() => rmSync(out, { recursive: true, force: true }));
  const project = readProject(root, { env: process.env, out, noCache: true });
  if (!project.ok) throw new Error('no project');
  await using world = openWorld(project.value);
  const kind = {
    formats,
    audience: 'teacher',
    player: readPlayer(project.value.files),
    checks: { codes: allCodes },
  } as const;
  const { config, version, release, browserIdentity, sourceDateEpoch } = world;
  const setup = {
    config,
    version,
    release,
    browserIdentity,
    drawingIdentity: undefined,
    sourceDateEpoch,
    root,
    packageRoot,
    ...kind,
    strict: false,
    untrusted: false,
    codes: allCodes,
  };
  using threads =
    way.threads === 0
      ? undefined
      : createLessonThreads(
          world,
          { ...setup, ...way, formats: formats.map((format) => format.name) },
          { count: way.threads, atOnce: true },
        );
  const lessons = readdirSync(join(root, 'lessons')).sort();
  const done = await build(world, { ...kind, lessons, jobs: 4, ...(threads ? { maker: threads.maker } : {}) });
  const files = readdirSync(out, { recursive: true, encoding: 'utf8', withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  return { done, files: files.map((file) => [file.slice(out.length), readFileSync(file).toString('base64')]) };
}

const outcome = ({ id, state, diagnostics, record }: LessonDone) => ({ id, state, diagnostics, record });

/** A Lectern whose threads run this code instead. */
function brokenThreads(code: string): string {
  const root = mkdtempSync(join(tmpdir(), 'lectern-threads-'));
  left.push(() => rmSync(root, { recursive: true, force: true }));
  mkdirSync(join(root, 'dist'));
  writeFileSync(join(root, 'package.json'), '{"type":"module"}');
  cpSync(join(packageRoot, 'templates'), join(root, 'templates'), { recursive: true });
  writeFileSync(join(root, 'dist/lesson-thread.js'), code);
  return root;
}

describe('threads that make lessons', { timeout: 120_000 }, () => {
  it('give the same files, findings and records as making them here, browser and checks included', async () => {
    const root = lessonsFolder({ isReal: true });
    const here = await buildAll(root, { threads: 0 });
    const there = await buildAll(root, { threads: 2 });
    expect(here.done.map(({ id, state }) => `${id} ${state}`)).toEqual([
      'a built',
      'b built',
      'c built',
      'fourier-series built',
      'wrong failed',
    ]);
    expect(there.done.map(outcome)).toEqual(here.done.map(outcome));
    expect(there.files).toEqual(here.files);
    expect(there.files.filter(([name]) => name?.endsWith('deck.pdf'))).toHaveLength(4);
  });

  it('that die are told lesson by lesson, and the build ends', async () => {
    const code = `import { parentPort } from 'node:worker_threads'; parentPort.on('message', () => process.exit(3));`;
    const { done } = await buildAll(lessonsFolder({ isReal: false }), { threads: 2, packageRoot: brokenThreads(code) });
    expect(done).toHaveLength(4);
    for (const { state, diagnostics } of done) {
      expect(state).toBe('failed');
      expect(diagnostics.map(({ code }) => code)).toEqual(['build/crashed']);
    }
  });

  it('that die once lose no lesson', async () => {
    const died = join(mkdtempSync(join(tmpdir(), 'lectern-threads-')), 'died');
    left.push(() => rmSync(join(died, '..'), { recursive: true, force: true }));
    const code = `
import { writeFileSync } from 'node:fs';
try {
  writeFileSync(${JSON.stringify(died)}, '', { flag: 'wx' });
  process.exit(3);
} catch {}
await import(${JSON.stringify(join(packageRoot, 'dist/lesson-thread.js'))});
`;
    const { done } = await buildAll(lessonsFolder({ isReal: false }), { threads: 2, packageRoot: brokenThreads(code) });
    expect(done.map(({ state }) => state)).toEqual(['built', 'built', 'built', 'failed']);
    expect(done.flatMap(({ diagnostics }) => diagnostics).filter(({ code }) => code === 'build/crashed')).toEqual([]);
  });
});
