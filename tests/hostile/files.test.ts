import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync } from 'node:fs';
import { basename, join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createFiles } from '../../src/host/index.ts';
import { folderWith } from '../host/support.ts';

const secret = 'TOKEN-8f1c2d';

function hostileProject() {
  const outside = folderWith({ secret, 'deep/secret': secret });
  const root = folderWith({ 'lessons/x/a.png': 'picture', 'lessons/xy/secret': secret });
  const lesson = join(root, 'lessons/x');
  symlinkSync(join(outside, 'secret'), join(lesson, 'link'));
  symlinkSync(outside, join(lesson, 'folder'));
  symlinkSync(join(outside, 'deep'), join(root, 'lessons/linked'));
  symlinkSync('/proc/self/environ', join(lesson, 'environ'));
  symlinkSync('/dev/zero', join(lesson, 'zero'));
  mkdirSync(join(lesson, 'sub'));
  execFileSync('mkfifo', [join(lesson, 'fifo')]);
  return { root, outside, lesson, files: createFiles(root, root) };
}

describe('reading what a hostile lesson names (S1)', () => {
  it('refuses every way out of the allowed folder', () => {
    const { files, outside } = hostileProject();
    const out = basename(outside);
    const ids = [
      `lessons/x/../../../${out}/secret`,
      `../${out}/secret`,
      `${outside}/secret`,
      `file://${outside}/secret`,
      `file:${outside}/secret`,
      `FILE:etc/passwd`,
      `view-source:file://${outside}/secret`,
      `C:\\secret`,
      `C:secret`,
      `\\\\host\\share`,
      `//host/x.png`,
      `http://169.254.169.254/`,
      `lessons/x/a.png\0.txt`,
      `lessons/x/..\\..\\secret`,
      'lessons/x/link',
      'lessons/x/folder/secret',
      'lessons/x/environ',
      'lessons/x/zero',
      'lessons/x/fifo',
      'lessons/x/sub',
      'lessons/xy/secret',
      'lessons/x/../xy/secret',
      '/proc/self/environ',
      'lectern:../../etc/passwd',
      'lectern:/etc/passwd',
      'lectern:file:///etc/passwd',
    ];
    for (const id of ids) {
      const result = files.read(id, id.startsWith('lectern:') ? {} : { within: 'lessons/x' });
      expect({ id, ok: result.ok }).toEqual({ id, ok: false });
    }
    expect(files.read('secret', { within: 'lessons/linked' })).toEqual({ ok: false, reason: 'outside' });
    expect(files.read('lessons/linked/secret', { within: 'lessons/linked' })).toEqual({ ok: false, reason: 'outside' });
    expect(files.list('lessons/linked')).toEqual([]);
  });

  it('does not wait for a FIFO or read a device', () => {
    const { files } = hostileProject();
    const start = performance.now();
    expect(files.read('lessons/x/fifo')).toEqual({ ok: false, reason: 'not-a-file' });
    expect(files.read('lessons/x/zero')).toEqual({ ok: false, reason: 'outside' });
    expect(performance.now() - start).toBeLessThan(1000);
  });

  it('never reads the secret, whatever the name (property)', () => {
    const { files, outside } = hostileProject();
    const piece = fc.constantFrom(
      '..',
      '.',
      '/',
      '//',
      'lessons',
      'x',
      'xy',
      'link',
      'folder',
      'secret',
      basename(outside),
      outside,
      '\0',
      '\\',
      '%2e%2e',
      'file:',
      'lectern:',
      '~',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), fc.constantFrom('/', ''), (pieces, glue) => {
        const result = files.read(pieces.join(glue), { within: 'lessons/x' });
        return !result.ok || !Buffer.from(result.bytes).toString().includes(secret);
      }),
      { numRuns: 2000 },
    );
  });
});
