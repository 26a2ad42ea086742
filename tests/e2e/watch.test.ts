import { spawn } from 'node:child_process';
import { renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { cliEnv } from '../support/cli.ts';
import { packageRoot } from '../support/files.ts';
import { exitOf, until } from '../host/support.ts';
import { lessonsNamed, outline, type SmallProject } from './small-lessons.ts';

/** Starts `build --watch`. */
function watch(project: SmallProject, more: readonly string[] = ['--format', 'md', '--no-check']) {
  const args = [join(packageRoot, 'dist/cli.js'), 'build', '--watch', ...more];
  const child = spawn(process.execPath, args, {
    cwd: project.root,
    env: cliEnv(project.root),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  let out = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (out += text));
  const deck = (id: string): string =>
    project.has(`output/${id}/deck.md`) ? project.read(`output/${id}/deck.md`).toString() : '';
  return { child, output: () => out, deck };
}

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

it('build --watch follows every save, the last one above all, and new lessons', async () => {
  const project = lessonsNamed('one');
  const { child, output, deck } = watch(project);
  await until(() => output().includes('1 built, 0 unchanged; watching'));

  for (let i = 0; i < 200; i++) {
    project.write('lessons/one/lesson.yaml', outline(`save ${i}`));
    await pause(3);
  }
  await until(() => deck('one').includes('save 199'));

  project.write('lessons/one/lesson.yaml', 'title: [broken');
  await until(() => output().includes('1 failed; watching'));
  project.write('lessons/one/lesson.yaml', outline('mended'));
  await until(() => deck('one').includes('mended'));

  project.write('templates/themes/lectern/theme.css', 'section { letter-spacing: 1px; }');
  await until(() => /letter-spacing: ?1px/.test(deck('one')));

  project.write('lessons/two/lesson.yaml', outline('second'));
  await until(() => deck('two').includes('second'));
  child.kill('SIGINT');
  expect((await exitOf(child)).code).toBe(130);
});

it('follows saves by renaming, and includes that go and come back', async () => {
  const include = '      - include: ../shared/part.yaml\n';
  const part = (title: string): string => `slides: [{ layout: statement, title: ${title}, body: b }]\n`;
  const project = lessonsNamed('one');
  project.write('lessons/one/lesson.yaml', outline('start', include));
  project.write('lessons/shared/part.yaml', part('Part 1'));
  const { output, deck } = watch(project);
  await until(() => output().includes('watching'));
  for (let i = 0; i < 200; i++) {
    project.write('lessons/one/lesson.yaml~', outline(`rename ${i}`, include));
    renameSync(join(project.root, 'lessons/one/lesson.yaml~'), join(project.root, 'lessons/one/lesson.yaml'));
  }
  await until(() => deck('one').includes('rename 199'));
  rmSync(join(project.root, 'lessons/shared'), { recursive: true });
  await until(() => deck('one').includes('could not be made') && output().includes('outline/include'));
  project.write('lessons/shared/part.yaml', part('Part 2'));
  await until(() => deck('one').includes('Part 2'));
});

it('loses no save that falls into the first build, before anything is watched', async () => {
  const project = lessonsNamed(...Array.from({ length: 40 }, (_, i) => `lesson-${i}`));
  const { deck } = watch(project, ['--format', 'md', '--no-check', '--jobs', '1']);
  // The first lesson is done and thirty-nine are not when it is saved again.
  await until(() => deck('lesson-0') !== '');
  project.write('lessons/lesson-0/lesson.yaml', outline('saved meanwhile'));
  await until(() => deck('lesson-0').includes('saved meanwhile'));
});

it('follows a layout that is missing at first, and another output folder', async () => {
  const project = lessonsNamed('one');
  project.write('lessons/one/lesson.yaml', outline('one', '      - { layout: own, title: A slide }\n'));
  const { output, deck } = watch(project);
  await until(() => output().includes('outline/unknown-layout') && output().includes('watching'));
  project.write('templates/layouts/own/layout.hbs', '{{heading}}\n\nFrom the project.\n');
  await pause(200);
  project.write(
    'templates/layouts/own/fields.yaml',
    'title: Own\ndescription: A layout.\ntype: object\nproperties: {}\n',
  );
  await until(() => deck('one').includes('From the project.'));
  project.write('lectern.yaml', 'output: elsewhere\n');
  await until(() => project.has('elsewhere/one/deck.md') && project.has('elsewhere/index.html'));
});
