import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createOutput, outputPathFlaw } from '../../src/host/index.ts';
import { exitOf, folderWith, startFixture } from './support.ts';

const bytes = (text: string): Uint8Array => Buffer.from(text);
const codes = (result: { diagnostics: readonly { code: string }[] }): string[] => result.diagnostics.map((d) => d.code);

describe('createOutput', () => {
  it('writes artifacts, making folders on the way, and leaves nothing else', () => {
    const folder = join(folderWith(), 'output');
    const output = createOutput(folder);
    expect(output.write({ path: 'a/slides/001.png', bytes: bytes('one') })).toMatchObject({
      ok: true,
      value: { changed: true },
    });
    expect(output.write({ path: 'a/slides/001.png', bytes: bytes('two') })).toMatchObject({
      ok: true,
      value: { changed: true },
    });
    expect(readFileSync(join(folder, 'a/slides/001.png'), 'utf8')).toBe('two');
    expect(readdirSync(join(folder, 'a/slides'))).toEqual(['001.png']);
  });

  it('does not touch a file that holds the same bytes', () => {
    const folder = folderWith({ 'a.txt': 'same' });
    const before = statSync(join(folder, 'a.txt')).ino;
    expect(createOutput(folder).write({ path: 'a.txt', bytes: bytes('same') })).toMatchObject({
      ok: true,
      value: { changed: false },
    });
    expect(statSync(join(folder, 'a.txt')).ino).toBe(before);
  });

  it.each([
    '',
    '/etc/x',
    'C:/x',
    '../x',
    'a/../../x',
    'a//b',
    './a',
    'a\0b',
    'a\\b',
    'CON',
    'a/nul.txt',
    'com1.pdf',
    '.git/hooks/post-checkout',
    'a/.env',
    'a.',
    'a ',
    'a:b',
    'x'.repeat(300),
    '\ud800',
  ])('refuses the path %j (S9)', (path) => {
    const folder = join(folderWith(), 'output');
    expect(codes(createOutput(folder).write({ path, bytes: bytes('x') }))).toEqual(['output/invalid-path']);
    expect(existsSync(folder)).toBe(false);
  });

  it('accepts only paths that stay inside (property)', () => {
    const piece = fc.constantFrom('..', '.', '/', 'a', 'CON', '\0', '\\', 'x.pdf', ' ', ':');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const path = pieces.join('');
        return outputPathFlaw(path) !== undefined || join('/out', path).startsWith('/out/');
      }),
    );
  });

  it('writes through no link, and replaces a link that stands where a file goes (S9)', () => {
    const outside = folderWith({ 'victim.txt': 'untouched' });
    const folder = folderWith();
    symlinkSync(outside, join(folder, 'linked'));
    symlinkSync(join(outside, 'victim.txt'), join(folder, 'file.txt'));
    expect(codes(createOutput(join(folder, 'linked')).write({ path: 'x.txt', bytes: bytes('x') }))).toEqual([
      'output/symlink',
    ]);
    expect(codes(createOutput(folder).write({ path: 'linked/x.txt', bytes: bytes('x') }))).toEqual(['output/symlink']);
    expect(createOutput(folder).write({ path: 'file.txt', bytes: bytes('new') }).ok).toBe(true);
    expect(readFileSync(join(outside, 'victim.txt'), 'utf8')).toBe('untouched');
    expect(readdirSync(outside)).toEqual(['victim.txt']);
    expect(readFileSync(join(folder, 'file.txt'), 'utf8')).toBe('new');
  });

  it('reports what the system refuses, naming the file', () => {
    const folder = folderWith({ blocked: 'a file', 'folder/x': '' });
    const output = createOutput(folder);
    expect(codes(output.write({ path: 'blocked/x.txt', bytes: bytes('x') }))).toEqual(['output/write-failed']);
    const result = output.write({ path: 'folder', bytes: bytes('x') });
    expect(result.diagnostics[0]?.message).toMatch(
      /Could not write .*folder: a folder stands where the file should be/,
    );
    expect(readdirSync(folder)).toEqual(['blocked', 'folder']);
  });

  it('keeps the old file and no temporary one when the disk is full', ({ skip }) => {
    const folder = folderWith();
    const mounted = join(folder, 'small');
    mkdirSync(mounted);
    try {
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', mounted], { stdio: 'ignore' });
    } catch {
      return skip('mounting is not permitted here');
    }
    try {
      const output = createOutput(mounted);
      expect(output.write({ path: 'a.pdf', bytes: bytes('old') }).ok).toBe(true);
      const result = output.write({ path: 'a.pdf', bytes: new Uint8Array(200_000) });
      expect(result.diagnostics[0]?.message).toContain('the disk is full (ENOSPC)');
      expect(readFileSync(join(mounted, 'a.pdf'), 'utf8')).toBe('old');
      expect(readdirSync(mounted)).toEqual(['a.pdf']);
    } finally {
      execFileSync('umount', [mounted]);
    }
  });

  it('removes the temporary files of killed runs, not those of running ones', () => {
    const child = execFileSync('sh', ['-c', 'readlink /proc/self/ns/pid; echo $$']).toString();
    const [namespace, gone] = [/\d+/.exec(child)?.[0], child.trim().split('\n')[1]];
    const folder = folderWith();
    writeFileSync(join(folder, `.lectern-${namespace}-${gone}-1.tmp`), 'x');
    writeFileSync(join(folder, `.lectern-${namespace}-${process.ppid}-1.tmp`), 'x');
    createOutput(folder).write({ path: 'a.txt', bytes: bytes('x') });
    expect(readdirSync(folder)).toEqual([`.lectern-${namespace}-${process.ppid}-1.tmp`, 'a.txt']);
  });

  it('shows readers only whole files while two builds write the same ones', { timeout: 20_000 }, async () => {
    const folder = folderWith();
    const runs = await Promise.all(['a', 'b'].map((letter) => startFixture('writer', [folder, letter])));
    const exits = Promise.all(runs.map(({ child }) => exitOf(child)));
    let running = true;
    void exits.then(() => (running = false));
    const seen = new Set<string>();
    while (running) {
      if (existsSync(join(folder, 'x.txt'))) {
        const content = readFileSync(join(folder, 'x.txt'), 'utf8');
        seen.add(`${content.length} ${[...new Set(content)].join('')}`);
      }
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect((await exits).map(({ code }) => code)).toEqual([0, 0]);
    for (const entry of seen) expect(entry).toMatch(/^300000 [ab]$/);
    expect(readdirSync(folder)).toEqual(['x.txt']);
  });
});
