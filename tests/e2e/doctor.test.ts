import { join } from 'node:path';
import { expect, it } from 'vitest';
import { lectern } from '../support/cli.ts';
import { lessonsNamed } from './small-lessons.ts';

it('doctor tells what is there, for people and as JSON', async () => {
  const project = lessonsNamed('one');
  const human = await lectern(project.root, ['doctor']);
  expect(human.code).toBe(0);
  expect(human.out).toMatch(/✓ Node v\d+/);
  expect(human.out).toMatch(/✓ browser .*first page after \d+ ms/);
  expect(human.out).toContain('✓ cache: 0 files');
  const { out } = await lectern(project.root, ['doctor', '--json']);
  expect(JSON.parse(out)).toMatchObject({
    nodeIsSupported: true,
    project: expect.stringContaining('small-lectern') as string,
  });
});

it('doctor fails when a folder cannot be written', async () => {
  const project = lessonsNamed('one');
  project.write('file', 'no folder');
  const run = await lectern(project.root, ['doctor', '--out', join(project.root, 'file/inside')]);
  expect([run.code, run.out]).toEqual([1, expect.stringMatching(/✗ output folder .* cannot be written/)]);
});
