import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const { engines } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { engines: { node: string } };
const floor = engines.node.replace('>=', '');

/** Runs Lectern in a Node that says it is of another version. */
function underNode(version: string) {
  const pretend = `Object.defineProperty(process,'versions',{value:{...process.versions,node:'${version}'}})`;
  const args = [
    '--import',
    `data:text/javascript,${encodeURIComponent(pretend)}`,
    join(root, 'dist/cli.js'),
    '--version',
  ];
  return spawnSync(process.execPath, args, { encoding: 'utf8' });
}

it.each(['16.20.2', '18.20.8', '20.18.3'])('tells people with Node %s in a sentence what they need', (version) => {
  const { status, stderr, stdout } = underNode(version);
  expect([status, stdout]).toEqual([2, '']);
  expect(stderr.trim().split('\n')).toHaveLength(1);
  expect(stderr).toContain(floor);
  expect(stderr).toContain(version);
});

it.each([`${floor}.0`, '22.0.0', '24.1.0'])('runs with Node %s', (version) => {
  expect(underNode(version)).toMatchObject({ status: 0, stderr: '' });
});
