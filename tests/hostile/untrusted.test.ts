import { join } from 'node:path';
import { expect, it } from 'vitest';
import { cacheOf, lectern } from '../support/cli.ts';
import { lessonsNamed, outline, smallProject } from '../e2e/small-lessons.ts';

const build = ['build', '--format', 'html', '--no-check'];

it('--untrusted leaves templates and style sheets of the project aside, and keeps nothing', async () => {
  const plain = lessonsNamed('one');
  await lectern(plain.root, build);
  const project = smallProject({
    'lessons/one/lesson.yaml': outline('one'),
    'lessons/one/templates/layouts/bullets/style.css': '.slide { color: #010203 }',
    'templates/layouts/bullets/fields.yaml': 'summary: own',
    'templates/layouts/bullets/layout.hbs': 'A stranger writes here',
    'templates/layouts/bullets/style.css': '.slide { color: #040506 }',
    'templates/partials/heading.hbs': 'A stranger writes here',
  });
  const run = await lectern(project.root, [...build, '--untrusted']);
  expect([run.code, run.out]).toEqual([0, '1 built, 0 unchanged\n']);
  expect(project.read('output/one/deck.html').equals(plain.read('output/one/deck.html'))).toBe(true);
  expect(smallProject({}).has(join(cacheOf(project.root)))).toBe(false);
  expect((await lectern(project.root, [...build, '--untrusted'])).out).toBe('1 built, 0 unchanged\n');
});
