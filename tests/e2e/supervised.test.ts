import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { exitOf, until } from '../host/support.ts';
import { cliEnv, lectern } from '../support/cli.ts';
import { packageRoot } from '../support/files.ts';
import { outline, smallProject, type SmallProject } from './small-lessons.ts';

const faulty = {
  NODE_OPTIONS: `--import=${join(packageRoot, 'tests/e2e/fixtures/never-ends.mjs')}`,
  FAULTS_EVERYWHERE: '1',
};

const hanging = (): SmallProject =>
  smallProject({ 'lessons/faulty/lesson.yaml': outline('HANG-NOW'), 'lessons/sound/lesson.yaml': outline('Sound') });

/** Starts a command; `said` is what it has written to both channels. */
function start(project: SmallProject, args: readonly string[]): { child: ChildProcess; said: () => string } {
  const temporary = join(project.root, 'temporary');
  mkdirSync(temporary);
  const child = spawn(process.execPath, [join(packageRoot, 'dist/cli.js'), ...args], {
    cwd: project.root,
    env: { ...cliEnv(project.root), ...faulty, TMPDIR: temporary },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (text) => (said += String(text)));
  return { child, said: () => said };
}

/** The processes that a process has started. */
const childrenOf = (pid = 0): readonly string[] =>
  readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8')
    .split(' ')
    .filter((word) => word !== '');

describe('a lesson that never ends, where lessons are read in the main thread', { timeout: 120_000 }, () => {
  it('is named by coverage, which stops', async () => {
    const run = await lectern(hanging().root, ['coverage', '--time-limit', '4'], faulty);
    expect([run.code, run.err]).toEqual([
      1,
      expect.stringMatching(/^lessons\/faulty\/lesson\.yaml:1:1: error build\/too-slow: Lesson "faulty", while /m),
    ]);
  });

  it('is named by check --changed, which stops', async () => {
    const project = hanging();
    const git = (...args: readonly string[]): void => {
      const identity = ['-c', 'user.name=a', '-c', 'user.email=a@example.org'];
      execFileSync('git', ['-C', project.root, ...identity, ...args], { stdio: 'ignore' });
    };
    git('init');
    git('add', '-A');
    git('commit', '-m', 'All');
    const run = await lectern(project.root, ['check', '--changed', '--time-limit', '4'], faulty);
    expect([run.code, run.err]).toEqual([
      1,
      expect.stringMatching(/^lessons\/faulty\/lesson\.yaml:1:1: error build\/too-slow: Lesson "faulty", while /m),
    ]);
  });

  it('is named by dev, which stops', async () => {
    const { child, said } = start(hanging(), ['dev', 'faulty', '--time-limit', '4']);
    await exitOf(child);
    expect(said()).toMatch(/lessons\/faulty\/lesson\.yaml:1:1: error build\/too-slow/);
  });

  it.each([['coverage'], ['dev', 'faulty']])('does not keep Ctrl-C from ending %s', async (...args) => {
    const project = hanging();
    const { child } = start(project, args);
    const mark = join(project.root, 'temporary');
    await until(() => childrenOf(child.pid).length > 0);
    const started = childrenOf(child.pid);
    await new Promise((resolve) => setTimeout(resolve, 4000));
    const begun = performance.now();
    child.kill('SIGINT');
    const { code } = await exitOf(child);
    expect(code).toBe(130);
    // A second on a machine that does nothing else.
    expect(performance.now() - begun).toBeLessThan(3000);
    expect(started.filter((pid) => existsSync(`/proc/${pid}`))).toEqual([]);
    expect(readdirSync(mark)).toEqual([]);
  });
});

it('gives the exit code and the words of the command', async () => {
  const project = smallProject({ 'lessons/one/lesson.yaml': outline('One') });
  const fine = await lectern(project.root, ['coverage', '--help']);
  expect([fine.code, fine.out]).toEqual([0, expect.stringContaining('--min-statements')]);
  const wrong = await lectern(project.root, ['coverage', 'two']);
  expect([wrong.code, wrong.err]).toEqual([1, expect.stringContaining('build/unknown-lesson')]);
  expect((await lectern(project.root, ['coverage', '--nonsense'])).code).toBe(2);
});
