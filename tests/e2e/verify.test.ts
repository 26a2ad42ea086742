import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { lectern } from '../support/cli.ts';
import { lessonsNamed, outline } from './small-lessons.ts';

const build = ['build', '--format', 'html,md,pdf', '--no-check'];

it('proves that the output can be made again, and names the first difference when it cannot', async () => {
  const project = lessonsNamed('one', 'two');
  const early = await lectern(project.root, ['verify']);
  expect([early.code, early.err]).toEqual([1, expect.stringContaining('verify/no-manifest')]);

  await lectern(project.root, build);
  await lectern(project.root, [...build, 'two', '--audience', 'student']);
  const fine = await lectern(project.root, ['verify']);
  expect([fine.code, fine.out]).toEqual([0, '2 lessons made again, byte for byte\n']);
  expect(fine.err).toContain('two (student)');

  project.write('output/one/deck.md', 'changed by hand');
  const damaged = await lectern(project.root, ['verify', 'one']);
  expect([damaged.code, damaged.err]).toEqual([1, expect.stringContaining('verify/damaged')]);

  await lectern(project.root, build);
  project.write('lessons/one/lesson.yaml', outline('uno'));
  const differs = await lectern(project.root, ['verify']);
  expect(differs.err).toContain('verify/differs');
  expect(differs.code).toBe(1);
  expect(differs.err).toMatch(
    /verify\/differs: one\/deck\.md differs from a rebuild from byte \d+: ".*one.*" became ".*uno.*"/,
  );
  expect(differs.err).not.toContain('two/deck');
  rmSync(join(project.root, 'output'), { recursive: true });
});

it('verify/extra: the manifest lists something else than a rebuild makes', async () => {
  const picture = (name: string): string =>
    `      - { layout: image, title: P, image: { src: ${name}, alt: A square } }\n`;
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><rect width="9" height="9"/></svg>';
  const project = lessonsNamed('one');
  project.write('lessons/one/a.svg', svg);
  project.write('lessons/one/b.svg', svg.replace('9 9', '8 8'));
  project.write('lessons/one/lesson.yaml', outline('one', picture('a.svg')));
  await lectern(project.root, ['build', '--format', 'md', '--no-check']);
  project.write('lessons/one/lesson.yaml', outline('one', picture('b.svg')));
  const { code, err } = await lectern(project.root, ['verify']);
  expect(code).toBe(1);
  expect(err).toMatch(/verify\/extra: one\/assets\/.*a\.svg is in the manifest/);
  expect(err).toMatch(/verify\/extra: A rebuild makes one\/assets\/.*b\.svg/);
});
