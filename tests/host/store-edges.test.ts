import { existsSync, mkdirSync, readFileSync, rmSync, statSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { hashOf } from '../../src/base/index.ts';
import { createDiskStore, noStore, storeEntries } from '../../src/host/index.ts';
import { makeProject } from '../support/files.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const hash = hashOf(bytes('content'));
const spread = hash.slice(0, 2);
const long = 90 * 86_400;

const cacheFolder = (): string => join(makeProject({ 'a.txt': '' }).root, 'cache');

/** Gives a file a time of last use. */
const age = (path: string, seconds: number): void =>
  utimesSync(path, Date.now() / 1000 - seconds, Date.now() / 1000 - seconds);

function aged(path: string, seconds = long): string {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, 'x');
  age(path, seconds);
  return path;
}

const entryOf = (cache: string, kind: string, key: string): string => join(cache, kind, key.slice(0, 2), key);

/** Trims a cache to nothing. */
async function trimAll(cache: string): Promise<void> {
  const store = createDiskStore(cache, 0);
  await store.put('ac', hashOf('another'), bytes('x'));
  store.trim();
}

describe('what only looks like an entry', () => {
  it.each([
    ['a longer key', `cas/${spread}/${hash}0`],
    ['a key behind something', `cas/${spread}/${spread}-${hash}`],
    ['a key before something', `cas/${spread}/${hash}.bak`],
    ['a key in capitals', `cas/${spread}/${hash.toUpperCase()}`],
    ['a key in the folder of another', `cas/${spread === 'ff' ? '00' : 'ff'}/${hash}`],
    ['a folder with a longer name', `cas/${spread}0/${hash}`],
    ['a folder with something before its name', `cas/x${spread}/${hash}`],
    ['another kind', `xx/${spread}/${hash}`],
    ['a part of a file with another ending', `cas/${spread}/${hash}.12-34.tmp.doc`],
    ['a part of a file behind something', `cas/${spread}/${spread}${hash}.12-34.tmp`],
    ['a note behind something', 'my-ledger-0123456789ab.json'],
    ['a note before something', 'ledger-0123456789ab.json.bak'],
    ['a shorter note', 'ledger-0123456789a.json'],
    ['somebody’s text', 'notes.json'],
  ])('%s is kept', async (_, path) => {
    const cache = cacheFolder();
    const file = aged(join(cache, path));
    await trimAll(cache);
    expect(existsSync(file)).toBe(true);
  });

  it('and links and folders by an entry’s name are kept', async () => {
    const cache = cacheFolder();
    const mine = aged(join(cache, '../mine.txt'));
    mkdirSync(join(cache, 'cas', spread, `${hash.slice(0, -1)}0`), { recursive: true });
    symlinkSync(mine, entryOf(cache, 'cas', hash));
    writeFileSync(join(cache, 'ac'), 'a file in place of a kind');
    await trimAll(cache);
    expect(readFileSync(entryOf(cache, 'cas', hash), 'utf8')).toBe('x');
    expect(existsSync(join(cache, 'cas', spread, `${hash.slice(0, -1)}0`))).toBe(true);
    expect(readFileSync(join(cache, 'ac'), 'utf8')).toBe('a file in place of a kind');
    expect([...storeEntries(cache)]).toEqual([]);
  });

  it('while parts of files with numbers of any length go', async () => {
    const cache = cacheFolder();
    const file = aged(join(cache, 'ac', spread, `${hash}.12345-678.tmp`));
    await trimAll(cache);
    expect(existsSync(file)).toBe(false);
  });
});

describe('trimming', () => {
  it('goes on until the rest fits, and not further', async () => {
    const cache = cacheFolder();
    const store = createDiskStore(cache, 20);
    for (const text of ['1234567890', 'abcdefghij']) await store.put('cas', hashOf(bytes(text)), bytes(text));
    store.trim();
    expect([...storeEntries(cache)].map(({ size }) => size)).toEqual([10, 10]);
  });

  it('leaves gigabytes alone when no other limit is given', async () => {
    const cache = cacheFolder();
    const store = createDiskStore(cache);
    await store.put('cas', hash, bytes('content'));
    store.trim();
    expect([...storeEntries(cache)]).toHaveLength(1);
    expect(existsSync(join(cache, 'trimmed'))).toBe(true);
  });

  it('is left out when nothing was written, or was done today', async () => {
    const cache = cacheFolder();
    const file = aged(entryOf(cache, 'cas', hash));
    createDiskStore(cache, 0).trim();
    expect([existsSync(file), existsSync(join(cache, 'trimmed'))]).toEqual([true, false]);
    aged(join(cache, 'trimmed'), 3600);
    await trimAll(cache);
    expect(existsSync(file)).toBe(true);
    age(join(cache, 'trimmed'), 86_401);
    await trimAll(cache);
    expect(existsSync(file)).toBe(false);
    expect(readFileSync(join(cache, 'trimmed'), 'utf8')).toBe('');
  });

  it('is silent when the cache has gone meanwhile', async () => {
    const cache = cacheFolder();
    const store = createDiskStore(cache, 0);
    await store.put('cas', hash, bytes('content'));
    rmSync(cache, { recursive: true });
    writeFileSync(cache, 'a file in its place');
    store.trim();
    expect(readFileSync(cache, 'utf8')).toBe('a file in its place');
  });
});

describe('an entry', () => {
  it('is written once under its own hash, and anew under a key', async () => {
    const cache = cacheFolder();
    const store = createDiskStore(cache);
    await store.put('cas', hash, bytes('content'));
    const { ino } = statSync(entryOf(cache, 'cas', hash));
    age(entryOf(cache, 'cas', hash), 60);
    await store.put('cas', hash, bytes('content'));
    expect(statSync(entryOf(cache, 'cas', hash))).toMatchObject({ ino });
    expect(Date.now() - statSync(entryOf(cache, 'cas', hash)).mtimeMs).toBeGreaterThan(50_000);
    await store.put('ac', hash, bytes('one'));
    await store.put('ac', hash, bytes('two'));
    expect(Buffer.from((await store.get('ac', hash)) ?? '').toString()).toBe('two');
  });

  it('that is read counts as used, at most once a day', async () => {
    const cache = cacheFolder();
    const store = createDiskStore(cache);
    await store.put('cas', hash, bytes('content'));
    const path = entryOf(cache, 'cas', hash);
    age(path, 3600);
    const young = statSync(path).mtimeMs;
    await store.get('cas', hash);
    expect(statSync(path).mtimeMs).toBe(young);
    age(path, 86_500);
    await store.get('cas', hash);
    expect(Math.abs(Date.now() - statSync(path).mtimeMs)).toBeLessThan(60_000);
  });

  it('is a miss where there can be none', async () => {
    const cache = cacheFolder();
    writeFileSync(cache, 'a file in place of the cache');
    const store = createDiskStore(cache);
    await store.put('cas', hash, bytes('content'));
    expect(await store.get('cas', hash)).toBeUndefined();
    expect(readFileSync(cache, 'utf8')).toBe('a file in place of the cache');
  });

  it('is written again after its folders were removed', async () => {
    const cache = cacheFolder();
    const store = createDiskStore(cache);
    await store.put('cas', hash, bytes('content'));
    rmSync(cache, { recursive: true });
    // The first try finds that the folders have gone.
    for (let turn = 0; turn < 2; turn++) await store.put('cas', hash, bytes('content'));
    expect(Buffer.from((await store.get('cas', hash)) ?? '').toString()).toBe('content');
  });
});

it('no store keeps nothing, and says so as a store does', async () => {
  await expect(noStore.put('cas', hash, bytes('content'))).resolves.toBeUndefined();
  await expect(noStore.get('cas', hash)).resolves.toBeUndefined();
  expect(() => noStore.trim()).not.toThrow();
});
