import { execFileSync } from 'node:child_process';
import {
  lstatSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { failure, hashOf, success } from '../../src/base/index.ts';
import { createLedgerOutput, createMemoryOutput, createOutput, outputPathFlaw } from '../../src/host/index.ts';
import { folderWith } from './support.ts';

const bytes = (text: string): Uint8Array => Buffer.from(text);
const text = (found: Uint8Array | undefined): string | undefined => found && Buffer.from(found).toString();
const file = (path: string, content: string) => ({ path, bytes: () => success(bytes(content)) });
const codes = (found: readonly { code: string }[]): readonly string[] => found.map(({ code }) => code);
/** Everything in a folder, with what it holds. */
const treeOf = (folder: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .sort()
      .map((path) => [path, lstatSync(join(folder, path)).isFile() ? readFileSync(join(folder, path), 'utf8') : '/']),
  );

describe('what an output folder remembers', () => {
  it('spares reading a file that nobody has touched, and sees an edit that keeps size and time', () => {
    const folder = folderWith();
    const output = createLedgerOutput(join(folder, 'out'), join(folder, 'cache/ledger.json'));
    const one = bytes('one');
    expect(output.write({ path: 'a/x.txt', bytes: one, hash: hashOf(one) }).ok).toBe(true);
    const path = join(folder, 'out/a/x.txt');
    expect([output.holds('a/x.txt', hashOf(one)), output.holds('a/x.txt', hashOf('two'))]).toEqual([true, false]);
    expect(output.holds('a/none.txt', hashOf(one))).toBe(false);
    // A time that can be set again to the last digit.
    const time = new Date('2026-01-05T12:00:00Z');
    utimesSync(path, time, time);
    expect(output.holds('a/x.txt', hashOf(one))).toBe(true);
    const { size, mtimeMs } = statSync(path);
    writeFileSync(path, 'eno');
    utimesSync(path, time, time);
    expect(statSync(path)).toMatchObject({ size, mtimeMs });
    expect([output.holds('a/x.txt', hashOf(one)), output.holds('a/x.txt', hashOf('eno'))]).toEqual([false, true]);
  });

  it('is kept for the next run when it is saved, and believed only while all signs are the same', () => {
    const folder = folderWith();
    const ledger = join(folder, 'cache/ledger.json');
    const first = createLedgerOutput(join(folder, 'out'), ledger);
    // The hash that is told is believed: it is the caller's own.
    first.write({ path: 'x.txt', bytes: bytes('one'), hash: hashOf('told') });
    const next = (): boolean => createLedgerOutput(join(folder, 'out'), ledger).holds('x.txt', hashOf('told'));
    expect(next()).toBe(false);
    first.save();
    expect(next()).toBe(true);
    renameSync(join(folder, 'out/x.txt'), join(folder, 'out/y.txt'));
    writeFileSync(join(folder, 'out/x.txt'), 'one');
    expect(next()).toBe(false);
  });

  it.each(['', '{', '[]', 'null', '{"x.txt":"a"}', '{"x.txt":["a"]}', '{"x.txt":[1,2]}', '{"x.txt":["a","b","c"]}'])(
    'is nothing when it is %j',
    (damage) => {
      const folder = folderWith({ 'ledger.json': damage, 'out/x.txt': 'one' });
      const output = createLedgerOutput(join(folder, 'out'), join(folder, 'ledger.json'));
      expect([output.holds('x.txt', hashOf('one')), output.isSettled(hashOf('k'), ['x.txt'])]).toEqual([true, false]);
      output.save();
      expect(createLedgerOutput(join(folder, 'out'), join(folder, 'ledger.json')).holds('x.txt', hashOf('one'))).toBe(
        true,
      );
    },
  );

  it.each<[name: string, damage: (signature: string, hash: string) => unknown]>([
    ['a hash that is none', (signature) => [signature, 5]],
    ['one part too many', (signature, hash) => [signature, hash, hash]],
    ['another hash and one part too many', (signature) => [signature, hashOf('other'), '']],
    ['one text', (signature) => signature],
  ])('forgets an entry with %s', (_, damage) => {
    const folder = folderWith({ 'out/x.txt': 'one' });
    const ledger = join(folder, 'ledger.json');
    const first = createLedgerOutput(join(folder, 'out'), ledger);
    first.holds('x.txt', hashOf('one'));
    first.save();
    const { 'x.txt': [signature = '', hash = ''] = [] } = JSON.parse(readFileSync(ledger, 'utf8')) as Record<
      string,
      string[]
    >;
    expect(hash).toBe(hashOf('one'));
    writeFileSync(ledger, JSON.stringify({ 'x.txt': damage(signature, hash) }));
    const output = createLedgerOutput(join(folder, 'out'), ledger);
    expect([output.holds('x.txt', hashOf('one')), output.holds('x.txt', hashOf('other'))]).toEqual([true, false]);
    rmSync(ledger);
    output.save();
    expect(Object.keys(JSON.parse(readFileSync(ledger, 'utf8')) as object)).toEqual(['x.txt']);
    rmSync(ledger);
    output.save();
    expect(readdirSync(folder)).toEqual(['out']);
  });

  it('notes what files follow from, until one is touched, removed or of another key', () => {
    const folder = folderWith({ 'out/x.txt': 'one', 'out/y.txt': 'two' });
    const [ledger, key] = [join(folder, 'ledger.json'), hashOf('key')];
    const open = () => createLedgerOutput(join(folder, 'out'), ledger);
    const output = open();
    const both = ['x.txt', 'y.txt'];
    expect(output.isSettled(key, both)).toBe(false);
    output.settle(key, both);
    output.save();
    expect([open().isSettled(key, both), open().isSettled(hashOf('other'), both)]).toEqual([true, false]);
    // What is not there follows from nothing.
    expect(open().isSettled(key, ['x.txt', 'z.txt'])).toBe(false);
    output.settle(key, ['z.txt']);
    expect(output.isSettled(key, ['z.txt'])).toBe(false);
    writeFileSync(join(folder, 'out/y.txt'), 'three');
    expect([open().isSettled(key, ['x.txt']), open().isSettled(key, ['y.txt'])]).toEqual([true, false]);
  });

  it('is given up without a word where it cannot be kept, and not written when nothing is new', () => {
    const folder = folderWith({ 'in-the-way': '', 'out/x.txt': 'one' });
    const output = createLedgerOutput(join(folder, 'out'), join(folder, 'in-the-way/ledger.json'));
    output.holds('x.txt', hashOf('one'));
    expect(() => output.save()).not.toThrow();
    const clean = createLedgerOutput(join(folder, 'out'), join(folder, 'new/ledger.json'));
    clean.save();
    expect(readdirSync(folder).sort()).toEqual(['in-the-way', 'out']);
    const none = createLedgerOutput(join(folder, 'out'));
    none.write({ path: 'y.txt', bytes: bytes('y') });
    none.save();
    expect(readdirSync(folder).sort()).toEqual(['in-the-way', 'out']);
  });
});

describe('files of an output folder', () => {
  it('are read and believed only as regular files inside it', () => {
    const folder = folderWith({ 'secret.txt': 'secret', 'out/x.txt': 'x', 'out/deep/y.txt': 'y' });
    symlinkSync('../secret.txt', join(folder, 'out/link.txt'));
    symlinkSync('..', join(folder, 'out/up'));
    execFileSync('mkfifo', [join(folder, 'out/fifo')]);
    const output = createLedgerOutput(join(folder, 'out'));
    expect(text(output.read('x.txt'))).toBe('x');
    expect(text(output.read('deep/y.txt'))).toBe('y');
    for (const path of ['link.txt', 'up/secret.txt', 'fifo', 'deep', '../secret.txt', '', 'none', 'x.txt/y'])
      expect([path, output.read(path), output.holds(path, hashOf('secret'))]).toEqual([path, undefined, false]);
    symlinkSync('out', join(folder, 'linked'));
    expect(createLedgerOutput(join(folder, 'linked')).read('x.txt')).toBeUndefined();
  });

  it('go with the folders that are empty then, never through a link', () => {
    const folder = folderWith({ 'out/a/b/x.txt': 'x', 'out/a/y.txt': 'y', 'away/z.txt': 'z', 'out/c/d.txt': '' });
    symlinkSync('../away', join(folder, 'out/far'));
    symlinkSync('y.txt', join(folder, 'out/a/link'));
    const output = createLedgerOutput(join(folder, 'out'));
    expect(
      ['a/b/x.txt', 'a/b/x.txt', 'far/z.txt', 'a/link', 'a', '../away/z.txt'].map((path) => output.remove(path)),
    ).toEqual([true, false, false, false, false, false]);
    expect(output.remove('c/d.txt')).toBe(true);
    expect(treeOf(folder)).toEqual({ away: '/', 'away/z.txt': 'z', out: '/', 'out/a': '/', 'out/a/link': '/', 'out/a/y.txt': 'y', 'out/far': '/', 'out/far/z.txt': 'z' }); // prettier-ignore
  });

  it('are no longer held once they are removed', () => {
    const folder = folderWith();
    const output = createLedgerOutput(join(folder, 'out'), join(folder, 'ledger.json'));
    output.write({ path: 'x.txt', bytes: bytes('x') });
    output.save();
    expect(output.remove('x.txt')).toBe(true);
    output.save();
    expect(readFileSync(join(folder, 'ledger.json'), 'utf8')).toBe('{}');
    // The folder itself stays, and is made again when somebody removes it.
    expect(readdirSync(join(folder, 'out'))).toEqual([]);
  });

  it('are written again when somebody removes the folder meanwhile', () => {
    const folder = folderWith();
    const output = createOutput(join(folder, 'out'));
    for (const content of ['one', 'two']) {
      expect(output.write({ path: 'a/x.txt', bytes: bytes(content) })).toMatchObject({ ok: true });
      expect(treeOf(join(folder, 'out'))).toEqual({ a: '/', 'a/x.txt': content });
      execFileSync('rm', ['-r', join(folder, 'out')]);
    }
  });

  it('leave what is nobody’s temporary file alone', () => {
    const names = ['.lectern-1-2-3.tmp.txt', 'x.lectern-1-2-3.tmp', '.lectern-1-2.tmp', '.lectern-a-b-c.tmp'];
    const folder = folderWith(Object.fromEntries(names.map((name) => [name, ''])));
    const namespace = /\d+/.exec(execFileSync('readlink', ['/proc/self/ns/pid']).toString())?.[0] ?? '';
    mkdirSync(join(folder, `.lectern-${namespace}-999999999-1.tmp`));
    symlinkSync('nowhere', join(folder, `.lectern-${namespace}-999999999-2.tmp`));
    writeFileSync(join(folder, `.lectern-${namespace}-999999999-3.tmp`), '');
    createOutput(folder).write({ path: 'a', bytes: bytes('a') });
    const left = [...names, `.lectern-${namespace}-999999999-1.tmp`, `.lectern-${namespace}-999999999-2.tmp`, 'a'];
    expect(readdirSync(folder).sort()).toEqual(left.sort());
  });
});

describe('files that are written together', () => {
  it('are all there, and nothing else', async () => {
    const folder = folderWith({ 'out/a/x.txt': 'old', 'out/same.txt': 'same' });
    symlinkSync('../nowhere', join(folder, 'out/link.txt'));
    const { ino } = statSync(join(folder, 'out/same.txt'));
    const files = [file('a/x.txt', 'new'), file('a/b/y.txt', 'y'), file('same.txt', 'same'), file('link.txt', 'l')];
    expect(await createOutput(join(folder, 'out')).writeAll(files)).toEqual([]);
    expect(treeOf(join(folder, 'out'))).toEqual({ a: '/', 'a/b': '/', 'a/b/y.txt': 'y', 'a/x.txt': 'new', 'link.txt': 'l', 'same.txt': 'same' }); // prettier-ignore
    expect(statSync(join(folder, 'out/same.txt')).ino).toBe(ino);
  });

  it.each<[name: string, last: ReturnType<typeof file>, code: string]>([
    ['cannot be had', { path: 'z.txt', bytes: () => failure([{ code: 'a/b', severity: 'error', message: '' }]) }, 'a/b'],
    ['has a path that leads out', file('../z.txt', 'z'), 'output/invalid-path'],
    ['lies behind a link', file('far/z.txt', 'z'), 'output/symlink'],
    ['lies in a file', file('old.txt/z.txt', 'z'), 'output/write-failed'],
    ['is a folder', file('folder', 'z'), 'output/write-failed'],
    ['cannot be made', { path: 'z.txt', bytes: () => { throw new Error('no'); } }, 'output/write-failed'],
    ['stands in the place of one that is new', file('new/x.txt/z.txt', 'z'), 'output/write-failed'],
  ])('are none, old ones kept, when one %s', async (_, last, code) => {
    const folder = folderWith({ 'out/old.txt': 'old', 'out/folder/kept': '', 'away/kept': '' });
    symlinkSync('../away', join(folder, 'out/far'));
    const before = treeOf(folder);
    const files = [file('old.txt', 'new'), file('new/x.txt', 'x'), file('new/deep/er/y.txt', 'y'), last];
    const found = await createOutput(join(folder, 'out')).writeAll(files);
    expect(codes(found)).toEqual([code]);
    if (last.path === 'folder') expect(found[0]?.message).toContain('a folder stands where the file should be');
    expect(treeOf(folder)).toEqual(before);
  }); // prettier-ignore

  it('are none when the system refuses in the middle of the renaming', async () => {
    const folder = folderWith({ 'out/a.txt': 'old', 'out/b.txt': 'old' });
    const before = treeOf(folder);
    const inTheWay = {
      path: 'c/c.txt',
      bytes: () => success(bytes('c')),
    };
    const last = {
      path: 'd.txt',
      // While the last is made, somebody removes the folder of one that waits.
      bytes: () => {
        execFileSync('rm', ['-r', join(folder, 'out/c')]);
        return success(bytes('d'));
      },
    };
    const files = [file('a.txt', 'new'), file('new.txt', 'new'), inTheWay, last];
    expect(codes(await createOutput(join(folder, 'out')).writeAll(files))).toEqual(['output/write-failed']);
    expect(treeOf(folder)).toEqual(before);
  });
});

describe('an output folder in memory', () => {
  it('does as one on the disk', async () => {
    const output = createMemoryOutput();
    const write = (content: string): unknown => output.write({ path: 'a/x', bytes: bytes(content) });
    expect([write('1'), write('1'), write('2')]).toMatchObject([
      { value: { path: 'a/x', changed: true } },
      { value: { changed: false } },
      { value: { changed: true } },
    ]);
    expect([output.holds('a/x', hashOf('2')), output.holds('a/x', hashOf('1')), output.holds('b', hashOf('1'))]).toEqual([true, false, false]); // prettier-ignore
    const refused = { path: 'c', bytes: () => failure<never>([{ code: 'a/b', severity: 'error', message: '' }]) };
    expect(codes(await output.writeAll([file('b', 'b'), refused]))).toEqual(['a/b']);
    expect([text(output.read('b')), output.read('c'), output.folder]).toEqual(['b', undefined, '']);
    expect([output.remove('b'), output.remove('b'), output.read('b')]).toEqual([true, false, undefined]);
    expect([await output.exclusively(() => 5), output.isSettled(hashOf('k'), [])]).toEqual([5, false]);
  });
});

describe('a path that no output can have', () => {
  it.each([
    'a'.repeat(201), 'é'.repeat(101), `${'a/'.repeat(500)}b`, 'a/\u007f', 'a\u001fb', 'x|y', 'x?', 'x*', '"', '<', '>',
    'lpt1', 'LPT¹.txt', 'aux', 'a/prn.b', '.', '..', 'a/..', '.a', 'a/.', 'a./b', 'a /b', 'd:', '/', 'con.',
  ])('%j', (path) => {
    expect(outputPathFlaw(path)).toMatch(/[a-z]/);
  }); // prettier-ignore
  it.each([
    'a'.repeat(200),
    `${'a/'.repeat(499)}b`,
    'a.b',
    'console',
    'a b',
    'com',
    'com10',
    'lpt',
    'auxiliary.txt',
    'ü',
    'a-1_b',
  ])('while %j can be one', (path) => {
    expect(outputPathFlaw(path)).toBeUndefined();
  });
});
