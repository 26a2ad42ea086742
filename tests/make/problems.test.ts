import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { build, type World } from '../../src/make/index.ts';
import { chooseLessons } from '../../src/project/project.ts';
import { createBrowserPool, createOutput, findBrowser, noStore } from '../../src/host/index.ts';
import type { Format } from '../../src/formats/index.ts';
import { defaultConfig } from '../../src/parse/index.ts';
import { folderWith } from '../host/support.ts';
import { makeProject } from '../support/files.ts';

const slide = '      - { layout: statement, title: A point is made, body: Words. }\n';
const outline = `title: T\nlang: en\nsections:\n  - title: S\n    slides:\n${slide}`;

/** A format that fails with this error. */
const failing = (error: Error): Format => ({
  name: 'faulty',
  summary: 'fails',
  standard: false,
  audiences: ['teacher'],
  files: () => {
    throw error;
  },
});

/** What becomes of a good and a broken lesson when a format fails. */
async function buildWith(format: Format) {
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
    sweep: () => undefined,
  };
  const player = { script: '', css: '' };
  return await build(world, { lessons: ['one', 'two'], formats: [format], audience: 'teacher', player, jobs: 1 });
}

it('build/crashed: a bug is told and stays with its lesson', async () => {
  const done = await buildWith(failing(new Error('a bug')));
  expect(done.map(({ state }) => state)).toEqual(['failed', 'failed']);
  expect(done[0]?.diagnostics.map(({ code }) => code)).toContain('build/crashed');
  expect(done[0]?.diagnostics.find(({ code }) => code === 'build/crashed')?.message).toContain('a bug');
  expect(done[1]?.diagnostics.map(({ code }) => code)).not.toContain('build/crashed');
});

it('build/refused: what the system refuses is told as such and stays with its lesson', async () => {
  const folder = folderWith();
  const refusal = ((): Error => {
    try {
      readFileSync(folder);
    } catch (error) {
      return error as Error;
    }
    throw new Error('a folder was read');
  })();
  const done = await buildWith(failing(refusal));
  expect(done.map(({ state }) => state)).toEqual(['failed', 'failed']);
  const found = done[0]?.diagnostics.find(({ code }) => code === 'build/refused');
  expect(found?.message).toBe(`The system refused something for lesson "one": ${refusal.message}`);
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
