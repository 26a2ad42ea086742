import { execFileSync } from 'node:child_process';
import { mkdirSync, readlinkSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { replaceFile } from '../../src/host/own-file.ts';
import { hashesIn, lessonsNamed } from '../e2e/small-lessons.ts';
import { folderWith } from '../host/support.ts';
import { lectern } from '../support/cli.ts';
import { treeOf } from '../support/surroundings.ts';

const build = ['build', '--format', 'html', '--no-check', '--time-limit', '20'];
const fifo = (path: string): unknown => execFileSync('mkfifo', [path]);

/** Things that stand where a file or folder is expected. `o` is somebody else's folder beside the project. */
const oddities: readonly (readonly [
  name: string,
  code: number,
  prepare: (root: string, o: string) => void,
  found: RegExp,
])[] = [
  ['settings that are a FIFO', 2, (root) => fifo(join(root, 'lectern.yaml')), /yaml\/unreadable/],
  ['settings that never end', 2, (root) => symlinkSync('/dev/zero', join(root, 'lectern.yaml')), /yaml\/unreadable/],
  ['settings of somebody else', 2, (root, o) => symlinkSync(join(o, 'a.yaml'), join(root, 'lectern.yaml')), /yaml\/unreadable/],
  ['a lesson that is a link out', 1, (root, o) => symlinkSync(o, join(root, 'lessons/two')), /yaml\/unreadable.*two/],
  ['a lesson that is a loop', 1, (root) => symlinkSync('loop', join(root, 'lessons/loop')), /yaml\/unreadable.*loop/],
  ['an outline that is a FIFO', 1, (root) => {
    mkdirSync(join(root, 'lessons/two'));
    fifo(join(root, 'lessons/two/lesson.yaml'));
  }, /yaml\/unreadable/],
  ['an outline that is a folder', 1, (root) => mkdirSync(join(root, 'lessons/two/lesson.yaml'), { recursive: true }), /yaml\/unreadable/],
  ['an output of one lesson that is a link out', 1, (root, o) => {
    mkdirSync(join(root, 'output'));
    symlinkSync(o, join(root, 'output/one'));
  }, /output\/symlink/],
  ['an output of one lesson that is a loop', 1, (root) => {
    mkdirSync(join(root, 'output'));
    symlinkSync('one', join(root, 'output/one'));
  }, /output\/symlink/],
  ['artifacts that are a link, a FIFO and a hard link', 0, (root, o) => {
    mkdirSync(join(root, 'output/one'), { recursive: true });
    symlinkSync(join(o, 'deck.html'), join(root, 'output/one/deck.html'));
    fifo(join(root, 'output/manifest.json'));
    execFileSync('ln', [join(o, 'index.html'), join(root, 'output/index.html')]);
  }, /1 built/],
  ['a lock that leads out', 0, (root, o) => {
    mkdirSync(join(root, 'output'));
    symlinkSync(o, join(root, 'output/.lectern-lock'));
  }, /1 built/],
  ['names with a newline and a colour', 1, (root) => {
    mkdirSync(join(root, 'lessons/a\nb'));
    writeFileSync(join(root, 'lessons/a\nb/lesson.yaml'), 'title: T');
    mkdirSync(join(root, 'lessons/e\u001b[31m'));
    writeFileSync(join(root, 'lessons/e\u001b[31m/lesson.yaml'), 'title: T');
  }, /outline\/lesson-id/],
]; // prettier-ignore

describe('odd files', () => {
  it.each(oddities)('%s: told or replaced, and nothing beside is changed', async (_, code, prepare, found) => {
    const project = lessonsNamed('one');
    const outside = folderWith({
      'deck.html': 'mine',
      'index.html': 'mine',
      'a.yaml': 'output: x',
      'lesson.yaml': 'a',
    });
    prepare(project.root, outside);
    const before = [treeOf(outside), treeOf(project.root, ['output'])];
    const run = await lectern(project.root, build);
    expect([run.code, run.out + run.err]).toEqual([code, expect.stringMatching(found)]);
    expect(run.err).not.toMatch(/\n {4}at |\u001b/);
    expect([treeOf(outside), treeOf(project.root, ['output'])]).toEqual(before);
  });
});

it('a cache whose kinds and folders are all links out is left alone', async () => {
  const project = lessonsNamed('one');
  const outside = folderWith({ [`ab/${'ab'.padEnd(64, '0')}`]: 'mine', 'old.tmp': 'mine' });
  mkdirSync(join(project.root, 'kept/ac'), { recursive: true });
  symlinkSync(outside, join(project.root, 'kept/cas'));
  for (let i = 0; i < 256; i++) symlinkSync(outside, join(project.root, 'kept/ac', i.toString(16).padStart(2, '0')));
  symlinkSync(join(outside, 'old.tmp'), join(project.root, 'kept/trimmed'));
  const before = treeOf(outside);
  expect((await lectern(project.root, [...build, '--cache-dir', 'kept'])).code).toBe(0);
  expect(treeOf(outside)).toEqual(before);
});

it('what Lectern keeps for itself is never written through a link that waits under its first name', () => {
  const outside = folderWith({ 'a.txt': 'mine' });
  const folder = folderWith();
  for (let i = 1; i < 500; i++) symlinkSync(join(outside, 'a.txt'), join(folder, `entry.${process.pid}-${i}.tmp`));
  expect(() => replaceFile(join(folder, 'entry'), 'new')).toThrow(/EEXIST/);
  expect(hashesIn(outside)).toEqual(hashesIn(folderWith({ 'a.txt': 'mine' })));
  expect(readlinkSync(join(folder, `entry.${process.pid}-1.tmp`))).toBe(join(outside, 'a.txt'));
  for (let i = 1; i < 500; i++) rmSync(join(folder, `entry.${process.pid}-${i}.tmp`));
  replaceFile(join(folder, 'entry'), 'new');
  expect(Object.keys(hashesIn(folder))).toEqual(['entry']);
});
