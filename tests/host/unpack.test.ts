import { existsSync, readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cacheFolders } from '../../src/host/browser/cache-folder.ts';
import { readTar } from '../../src/host/browser/tar.ts';
import { isIntact, unpackChromium } from '../../src/host/browser/unpack.ts';
import { exitOf, folderWith, startFixture } from './support.ts';

const packed = join(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')), '..', '..', 'bin');

describe.runIf(process.platform === 'linux')('unpackChromium', () => {
  it('gives a whole copy to two processes at once, once, and mends a damaged one', async () => {
    const cache = folderWith();
    const folder = join(cache, 'chromium-1');
    const runs = await Promise.all([1, 2].map(() => startFixture('unpacks', [packed, folder])));
    for (const run of runs) expect([(await exitOf(run.child)).code, run.output()]).toEqual([0, `${folder}\n`]);
    expect(readdirSync(cache)).toEqual(['chromium-1']);
    expect(await isIntact(folder)).toBe(true);

    const { ino } = statSync(join(folder, 'chromium'));
    await unpackChromium(packed, folder);
    expect(statSync(join(folder, 'chromium')).ino).toBe(ino);

    const fonts = readFileSync(join(folder, 'fonts.conf'));
    writeFileSync(join(folder, 'fonts.conf'), Buffer.alloc(fonts.length));
    expect(await isIntact(folder)).toBe(false);
    truncateSync(join(folder, 'chromium'), 1000);
    await unpackChromium(packed, folder);
    expect(await isIntact(folder)).toBe(true);
    expect(readdirSync(cache)).toEqual(['chromium-1']);
  });

  it('leaves nothing behind when the disk or the package fails', async () => {
    const cache = folderWith();
    await expect(unpackChromium(join(cache, 'missing'), join(cache, 'chromium-1'))).rejects.toThrow('ENOENT');
    expect(readdirSync(cache)).toEqual([]);
    const blocked = folderWith({ file: '' });
    await expect(unpackChromium(packed, join(blocked, 'file', 'chromium-1'))).rejects.toThrow(/ENOTDIR|EEXIST/);
  });
});

describe('cacheFolders', () => {
  it('prefers the folder beside the packages, then the user’s, then a private one', () => {
    const folders = [...cacheFolders('/p/node_modules/@sparticuz/chromium', { XDG_CACHE_HOME: '/x' })];
    expect(folders.slice(0, 2)).toEqual(['/p/node_modules/.cache/lectern', '/x/lectern']);
    expect(existsSync(folders[2] ?? '')).toBe(true);
    expect(statSync(folders[2] ?? '').mode & 0o077).toBe(0);
  });
});

describe('readTar', () => {
  const header = (name: string, size: number, type = '0'): Buffer => {
    const block = Buffer.alloc(512);
    block.write(name, 0);
    block.write('0000644', 100);
    block.write(size.toString(8).padStart(11, '0'), 124);
    block.write(type, 156);
    return block;
  };

  it('reads files and skips folders and links', () => {
    const archive = Buffer.concat([
      header('d/', 0, '5'),
      header('d/a', 3),
      Buffer.from('abc'.padEnd(512, '\0')),
      header('l', 0, '2'),
      Buffer.alloc(1024),
    ]);
    expect(readTar(archive).map(({ path, mode, bytes }) => [path, mode, Buffer.from(bytes).toString()])).toEqual([
      ['d/a', 0o644, 'abc'],
    ]);
  });

  it.each([
    ['a way out', header('../x', 0), /unsafe path/],
    ['an absolute path', header('/etc/x', 0), /unsafe path/],
    ['a missing end', header('x', 600), /cut short/],
    ['an unknown entry', header('x', 0, 'x'), /unknown type/],
  ])('refuses %s', (_, archive, message) => {
    expect(() => readTar(archive)).toThrow(message);
  });
});
