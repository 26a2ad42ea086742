import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { hashOf } from '../../src/base/index.ts';
import { createDiskStore, storeEntries, userCacheFolder } from '../../src/host/index.ts';
import { makeProject } from '../support/files.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const [key, other] = [hashOf('a key'), hashOf('another key')];
const long = 90 * 86_400;

/** A folder with a cache in it and, beside it, files that are none of Lectern's business. */
function surroundings() {
  const project = makeProject({ 'outside/notes.tmp': 'mine', 'outside/deep/photo.png': 'mine too' });
  const { root } = project;
  const write = (path: string, text: string): void => project.write(path, text);
  const cache = join(root, 'cache');
  const aged = (path: string, text = 'x', seconds = long): string => {
    write(path, text);
    utimesSync(join(root, path), Date.now() / 1000 - seconds, Date.now() / 1000 - seconds);
    return path;
  };
  return { root, cache, write, aged };
}

/** Every file below a folder with its content; links are told, not followed. */
function treeOf(folder: string, prefix = ''): Readonly<Record<string, string>> {
  return Object.fromEntries(
    readdirSync(join(folder, prefix), { withFileTypes: true }).flatMap((entry) => {
      const path = join(prefix, entry.name);
      if (entry.isDirectory()) return Object.entries(treeOf(folder, path));
      return [[path, entry.isFile() ? readFileSync(join(folder, path), 'utf8') : 'a link']];
    }),
  );
}

/** Fills a store that holds `maxBytes` and trims it. */
async function fillAndTrim(cache: string, maxBytes: number): Promise<void> {
  const store = createDiskStore(cache, maxBytes);
  for (const text of ['one', 'two']) await store.put('cas', hashOf(bytes(text)), bytes(text));
  store.trim();
}

describe('a cache', () => {
  it('gives back what was put, and nothing that was changed since', async () => {
    const { cache } = surroundings();
    const store = createDiskStore(cache);
    await store.put('ac', key, bytes('a record'));
    const hash = hashOf(bytes('content'));
    await store.put('cas', hash, bytes('content'));
    expect(Buffer.from((await store.get('ac', key)) ?? '').toString()).toBe('a record');
    expect(Buffer.from((await store.get('cas', hash)) ?? '').toString()).toBe('content');
    expect(await store.get('ac', other)).toBeUndefined();
    const path = join(cache, 'cas', hash.slice(0, 2), hash);
    writeFileSync(path, 'c0ntent');
    expect(await store.get('cas', hash)).toBeUndefined();
    expect(existsSync(path)).toBe(false);
    writeFileSync(join(cache, 'ac', key.slice(0, 2), key), `${hashOf('another record')}\na record`);
    expect(await store.get('ac', key)).toBeUndefined();
  });

  it('is trimmed to its size, longest unused first', async () => {
    const { cache } = surroundings();
    const store = createDiskStore(cache, 250);
    const hashes = ['a', 'b', 'c', 'd'].map((letter) => hashOf(bytes(letter.repeat(100))));
    for (const [i, letter] of ['a', 'b', 'c', 'd'].entries()) {
      await store.put('cas', hashes[i] ?? '', bytes(letter.repeat(100)));
      const used = Date.now() / 1000 - (i === 1 ? 1 : 1000 - i);
      utimesSync(join(cache, 'cas', hashes[i]?.slice(0, 2) ?? '', hashes[i] ?? ''), used, used);
    }
    store.trim();
    const kept = [...storeEntries(cache)].map(({ path }) => path.slice(-64)).sort();
    expect(kept).toEqual([hashes[1], hashes[3]].sort());
  });

  it('is looked through once a day at most', async () => {
    const { cache } = surroundings();
    await fillAndTrim(cache, 1000);
    await fillAndTrim(cache, 0);
    expect([...storeEntries(cache)]).toHaveLength(2);
    const yesterday = Date.now() / 1000 - 86_500;
    utimesSync(join(cache, 'trimmed'), yesterday, yesterday);
    const store = createDiskStore(cache, 0);
    await store.put('ac', key, bytes('new'));
    store.trim();
    expect([...storeEntries(cache)]).toEqual([]);
  });

  it('removes what killed runs and folders long gone left, and keeps what is young', async () => {
    const { root, cache, aged } = surroundings();
    const spread = `cache/cas/${key.slice(0, 2)}`;
    const old = [
      aged(`${spread}/${key}.12-1.tmp`),
      aged('cache/ledger-0123456789ab.json', '{}'),
      aged('cache/durations-0123456789ab.json', '{}'),
    ];
    const young = [aged(`${spread}/${key}.12-2.tmp`, 'x', 60), aged('cache/ledger-ffffffffffff.json', '{}', 86_400)];
    await fillAndTrim(cache, 1e9);
    expect(old.filter((path) => existsSync(join(root, path)))).toEqual([]);
    expect(young.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });
});

describe('a cache that came with a project', () => {
  it.each<[name: string, link: (cache: string, outside: string) => void]>([
    ['a spread folder', (cache, outside) => linkAt(join(cache, 'ac/zz'), outside)],
    ['a spread folder with a fitting name', (cache, outside) => linkAt(join(cache, 'cas/ab'), outside)],
    ['a kind', (cache, outside) => linkAt(join(cache, 'ac'), outside)],
    ['both kinds', (cache, outside) => (linkAt(join(cache, 'ac'), outside), linkAt(join(cache, 'cas'), outside))],
    ['the mark of the last trimming', (cache, outside) => linkAt(join(cache, 'trimmed'), join(outside, 'notes.tmp'))],
    ['a loop', (cache) => linkAt(join(cache, 'ac/aa'), cache)],
  ])('never makes Lectern touch what lies behind a link in place of %s', async (_, link) => {
    const { root, cache, aged } = surroundings();
    const outside = join(root, 'outside');
    for (const name of [key, `${key}.1-1.tmp`, 'x.tmp']) {
      aged(`outside/${name}`);
      aged(`outside/${key.slice(0, 2)}/${name}`);
      aged(`outside/ab/${name}`);
    }
    const before = treeOf(outside);
    link(cache, outside);
    const store = createDiskStore(cache, 0);
    for (const kind of ['ac', 'cas'] as const) {
      await store.get(kind, key);
      await store.put(kind, key, bytes('x'));
      await store.get(kind, `ab${key.slice(2)}`);
      await store.put(kind, `ab${key.slice(2)}`, bytes('x'));
    }
    store.trim();
    expect(treeOf(outside)).toEqual(before);
  });

  it('loses nothing under a name that Lectern does not give', async () => {
    const { root, cache, aged } = surroundings();
    const foreign = [
      'cas/ab/thesis.doc',
      `cas/ab/${key}`,
      'cas/zz/a.tmp',
      `cas/ab/deep/${key}`,
      'other/x.tmp',
      'ac/y.tmp',
    ];
    for (const path of foreign) aged(`cache/${path}`);
    await fillAndTrim(cache, 0);
    expect(foreign.filter((path) => !existsSync(join(root, 'cache', path)))).toEqual([]);
  });

  it('takes keys that are paths for misses', async () => {
    const { root, cache } = surroundings();
    const store = createDiskStore(cache);
    for (const name of ['../../outside/notes.tmp', `../${key}`, '', 'x'.repeat(64)]) {
      expect(await store.get('cas', name)).toBeUndefined();
      expect(existsSync(join(root, 'outside/notes.tmp'))).toBe(true);
    }
  });
});

function linkAt(path: string, to: string): void {
  mkdirSync(dirname(path), { recursive: true });
  rmSync(path, { recursive: true, force: true });
  symlinkSync(to, path);
  expect(lstatSync(path).isSymbolicLink()).toBe(true);
}

describe("the user's cache folder", () => {
  it('follows the conventions of each system', () => {
    const home = process.env.HOME ?? '';
    expect(userCacheFolder({ XDG_CACHE_HOME: '/nowhere/cache' }, 'linux')).toBe('/nowhere/cache/lectern/results');
    expect(userCacheFolder({ XDG_CACHE_HOME: 'relative' }, 'linux')).toBe(join(home, '.cache/lectern/results'));
    expect(userCacheFolder({}, 'darwin')).toBe(join(home, 'Library/Caches/lectern/results'));
    expect(userCacheFolder({ LOCALAPPDATA: '/nowhere/local' }, 'win32')).toBe('/nowhere/local/lectern/results');
  });

  it('is not used when it belongs to somebody else', ({ skip }) => {
    const { root, write } = surroundings();
    write('lectern/results/x', '');
    expect(userCacheFolder({ XDG_CACHE_HOME: root })).toBe(join(root, 'lectern/results'));
    const { getuid } = process;
    if (getuid === undefined) skip('there are no owners here');
    process.getuid = () => 12_345;
    try {
      expect(userCacheFolder({ XDG_CACHE_HOME: root })).toBeUndefined();
    } finally {
      if (getuid) process.getuid = getuid;
    }
  });
});
