import { chmodSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createFiles } from '../../src/host/index.ts';
import { folderWith } from './support.ts';

const project = (files: Record<string, string> = {}) => {
  const root = folderWith(files);
  return { root, files: createFiles(root, folderWith({ 'templates/layouts/x.hbs': 'own', 'package.json': '{}' })) };
};
const text = (result: ReturnType<ReturnType<typeof createFiles>['read']>): string =>
  result.ok ? Buffer.from(result.bytes).toString() : `refused: ${result.reason}`;

describe('createFiles', () => {
  it('reads files of the project and those that ship with Lectern', () => {
    const { files } = project({ 'lessons/a/lesson.yaml': 'title: A' });
    expect(text(files.read('lessons/a/lesson.yaml'))).toBe('title: A');
    expect(text(files.read('lessons/a/../a/./lesson.yaml'))).toBe('title: A');
    expect(text(files.read('lectern:templates/layouts/x.hbs'))).toBe('own');
  });

  it('keeps to the templates among its own files unless another folder is named', () => {
    const { files } = project();
    expect(text(files.read('lectern:package.json'))).toBe('refused: outside');
    expect(text(files.read('lectern:package.json', { within: 'lectern:' }))).toBe('{}');
  });

  it('says why a file cannot be read', () => {
    const { root, files } = project({ 'a/big': 'x'.repeat(100), 'a/secret': 's' });
    expect(text(files.read('a/none'))).toBe('refused: missing');
    expect(text(files.read('a/big/none'))).toBe('refused: missing');
    expect(text(files.read('a'))).toBe('refused: not-a-file');
    expect(text(files.read('a/big', { maxBytes: 99 }))).toBe('refused: too-large');
    expect(text(files.read('a/big', { maxBytes: 100 }))).toHaveLength(100);
    chmodSync(join(root, 'a/secret'), 0);
    if (process.getuid?.() !== 0) expect(text(files.read('a/secret'))).toBe('refused: denied');
  });

  it('follows links inside the allowed folder only', () => {
    const { root, files } = project({ 'lessons/a/x.txt': 'inside', 'lessons/b/y.txt': 'beside' });
    symlinkSync('x.txt', join(root, 'lessons/a/link'));
    symlinkSync('../b/y.txt', join(root, 'lessons/a/out'));
    symlinkSync('loop', join(root, 'lessons/a/loop'));
    expect(text(files.read('lessons/a/link', { within: 'lessons/a' }))).toBe('inside');
    expect(text(files.read('lessons/a/out', { within: 'lessons/a' }))).toBe('refused: outside');
    expect(text(files.read('lessons/a/out'))).toBe('beside');
    expect(text(files.read('lessons/a/loop'))).toBe('refused: missing');
  });

  it('lists folders in the order of code points', () => {
    const { root, files } = project({ 'd/b': '', 'd/B': '', 'd/é': '', 'd/a/x': '' });
    symlinkSync('/etc', join(root, 'd/etc'));
    expect(files.list('d')).toEqual([
      { name: 'B', kind: 'file' },
      { name: 'a', kind: 'folder' },
      { name: 'b', kind: 'file' },
      { name: 'etc', kind: 'other' },
      { name: 'é', kind: 'file' },
    ]);
    expect(files.list('none')).toEqual([]);
    expect(files.list('../')).toEqual([]);
    expect(files.list('d/etc')).toEqual([]);
  });
});
