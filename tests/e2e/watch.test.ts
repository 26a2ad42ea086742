import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { packageRoot } from '../support/files.ts';
import { exitOf, until } from '../host/support.ts';
import { lessonsNamed, outline } from './small-lessons.ts';

it('build --watch follows every save, the last one above all, and new lessons', async () => {
  const project = lessonsNamed('one');
  const args = [join(packageRoot, 'dist/cli.js'), 'build', '--watch', '--format', 'md', '--no-check'];
  const child = spawn(process.execPath, args, { cwd: project.root, stdio: ['ignore', 'pipe', 'pipe'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  let out = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
  await until(() => out.includes('1 built, 0 unchanged; watching'));
  const deck = (id: string): string =>
    project.has(`output/${id}/deck.md`) ? project.read(`output/${id}/deck.md`).toString() : '';

  for (let i = 0; i < 200; i++) {
    project.write('lessons/one/lesson.yaml', outline(`save ${i}`));
    await new Promise((resolve) => setTimeout(resolve, 3));
  }
  await until(() => deck('one').includes('save 199'));

  project.write('lessons/one/lesson.yaml', 'title: [broken');
  await until(() => out.includes('1 failed; watching'));
  project.write('lessons/one/lesson.yaml', outline('mended'));
  await until(() => deck('one').includes('mended'));

  project.write('templates/themes/lectern/theme.css', 'section { letter-spacing: 1px; }');
  await until(() => deck('one').includes('letter-spacing: 1px'));

  project.write('lessons/two/lesson.yaml', outline('second'));
  await until(() => deck('two').includes('second'));
  child.kill('SIGINT');
  expect((await exitOf(child)).code).toBe(130);
});
