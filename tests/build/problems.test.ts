import { expect, it } from 'vitest';
import { build, type World } from '../../src/build/index.ts';
import { chooseLessons } from '../../src/commands/project.ts';
import { createBrowserPool, createOutput, findBrowser, noStore } from '../../src/host/index.ts';
import type { Format } from '../../src/formats/index.ts';
import { defaultConfig } from '../../src/parse/index.ts';
import { makeProject } from '../support/files.ts';

const slide = '      - { layout: statement, title: A point is made, body: Words. }\n';
const outline = `title: T\nlang: en\nsections:\n  - title: S\n    slides:\n${slide}`;

/** A format with a bug in it. */
const faulty: Format = {
  name: 'faulty',
  summary: 'fails',
  standard: false,
  audiences: ['teacher'],
  files: () => {
    throw new Error('a bug');
  },
};

it('build/crashed: a bug is told and stays with its lesson', async () => {
  const { root, files } = makeProject({ 'lessons/one/lesson.yaml': outline, 'lessons/two/lesson.yaml': 'title: [' });
  const output = createOutput(`${root}/output`);
  await using browser = createBrowserPool({ find: () => findBrowser({ env: {} }), env: {}, pages: 1 });
  const world: World = {
    files,
    output: { write: (artifact) => output.write(artifact), holds: () => false, remove: () => false },
    store: noStore,
    browser,
    browserIdentity: 'none',
    config: defaultConfig,
    version: '1',
    sourceDateEpoch: undefined,
  };
  const player = { script: '', css: '' };
  const done = await build(world, { lessons: ['one', 'two'], formats: [faulty], audience: 'teacher', player, jobs: 1 });
  expect(done.map(({ state }) => state)).toEqual(['failed', 'failed']);
  expect(done[0]?.diagnostics.map(({ code }) => code)).toContain('build/crashed');
  expect(done[0]?.diagnostics.find(({ code }) => code === 'build/crashed')?.message).toContain('a bug');
  expect(done[1]?.diagnostics.map(({ code }) => code)).not.toContain('build/crashed');
});

it('build/unknown-lesson and build/no-lessons', () => {
  const some = makeProject({ 'lessons/one/lesson.yaml': outline });
  const project = { ...some, config: defaultConfig, diagnostics: [] };
  const [unknown] = chooseLessons(project, ['onne']).diagnostics;
  expect(unknown).toMatchObject({ code: 'build/unknown-lesson', help: ['Did you mean "one"?'] });
  expect(chooseLessons(project, ['lessons/one/lesson.yaml'])).toMatchObject({ ok: true, value: ['one'] });
  const [none] = chooseLessons({ ...project, files: makeProject({}).files }, []).diagnostics;
  expect(none?.code).toBe('build/no-lessons');
});
