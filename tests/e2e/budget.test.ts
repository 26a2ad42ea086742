import { spawn } from 'node:child_process';
import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { exitOf, processesWith, until } from '../host/support.ts';
import { cliEnv, lectern } from '../support/cli.ts';
import { packageRoot } from '../support/files.ts';
import { hashesIn, outline, smallProject, type SmallProject } from './small-lessons.ts';

const faulty = { NODE_OPTIONS: `--import=${join(packageRoot, 'tests/e2e/fixtures/never-ends.mjs')}` };
const build = ['build', '--format', 'html', '--no-check'];

/** Three lessons, the second of which has a fault. */
const threeLessons = (word: string): SmallProject =>
  smallProject({
    'lessons/one/lesson.yaml': outline('One'),
    'lessons/faulty/lesson.yaml': outline(word),
    'lessons/three/lesson.yaml': outline('Three'),
  });

describe('a lesson that never ends', { timeout: 240_000 }, () => {
  it.each(['HANG-NOW', 'REGEXP-NOW'])('(%s) is stopped and named; the others are built', async (word) => {
    const project = threeLessons(word);
    const start = performance.now();
    const run = await lectern(project.root, [...build, '--time-limit', '12'], faulty);
    expect(run.code).toBe(1);
    expect(run.err).toMatch(
      /lessons\/faulty\/lesson\.yaml:1:1: error build\/too-slow: .*after 12 s, while the outline/,
    );
    expect(run.out).toBe('2 built, 0 unchanged, 1 failed\n');
    expect(performance.now() - start).toBeLessThan(60_000);
    expect(Object.keys(hashesIn(join(project.root, 'output')))).toEqual(
      expect.arrayContaining(['one/deck.html', 'three/deck.html']),
    );
    expect(project.has('output/faulty')).toBe(false);
    project.write('lessons/faulty/lesson.yaml', outline('Mended'));
    expect((await lectern(project.root, build, faulty)).out).toBe('1 built, 2 unchanged\n');
  });

  it('because it eats memory is stopped and named too', async () => {
    const project = threeLessons('EAT-NOW');
    const run = await lectern(project.root, [...build, '--memory-limit', '150', '--time-limit', '100'], faulty);
    expect([run.code, run.out]).toEqual([1, '2 built, 0 unchanged, 1 failed\n']);
    expect(run.err).toMatch(/error build\/too-much-memory: Lesson "faulty" needed more than 150 MB/);
  });

  it.each([['check'], ['verify']])('does not hold %s up either', async (command) => {
    const project = threeLessons('HANG-NOW');
    await lectern(project.root, build);
    const run = await lectern(project.root, [command, '--time-limit', '5'], faulty);
    expect([run.code, run.err]).toEqual([1, expect.stringContaining('build/too-slow')]);
  });

  it.each(['HANG-NOW', 'REGEXP-NOW', 'EAT-NOW'])(
    '(%s) is ended by Ctrl-C within a second, and nothing stays',
    async (word) => {
      const project = threeLessons(word);
      const temporary = join(project.root, 'temporary');
      mkdirSync(temporary);
      const child = spawn(process.execPath, [join(packageRoot, 'dist/cli.js'), 'build', '--format', 'html,pdf'], {
        cwd: project.root,
        env: { ...cliEnv(project.root), ...faulty, TMPDIR: temporary },
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      onTestFinished(() => void child.kill('SIGKILL'));
      await until(() => readdirSync(temporary).length > 0);
      await new Promise((resolve) => setTimeout(resolve, 2500));
      const start = performance.now();
      child.kill('SIGINT');
      const { code, signal } = await exitOf(child);
      expect([130, 'SIGINT']).toContain(code ?? signal);
      // A second on a machine that does nothing else.
      expect(performance.now() - start).toBeLessThan(3000);
      expect(readdirSync(temporary)).toEqual([]);
      expect(processesWith(temporary)).toEqual([]);
      expect(
        readdirSync(project.root, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.tmp')),
      ).toEqual([]);
    },
  );
});

it.each(['0', 'x', '-1', '1e9'])('--time-limit %s is no limit', async (value) => {
  const project = smallProject({ 'lessons/one/lesson.yaml': outline('One') });
  const run = await lectern(project.root, [...build, `--time-limit=${value}`]);
  expect([run.code, run.err]).toEqual([2, expect.stringContaining('--time-limit takes a number')]);
});
