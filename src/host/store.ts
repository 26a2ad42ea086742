import { rmSync, utimesSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { day, hashOf, type Hash } from '../base/index.ts';
import type { Store } from '../model/index.ts';
import { makeFolder } from './make-folder.ts';
import { openOwnFile, replaceFile } from './own-file.ts';
import { isFolder, trimStore } from './store-entries.ts';
import { lstatIfAny } from './lstat.ts';

/** An entry of the `ac` kind starts with the hash of the rest, so that a damaged one is noticed. */
const sealed = (bytes: Uint8Array): Buffer => Buffer.concat([Buffer.from(`${hashOf(bytes)}\n`), bytes]);

function unsealed(bytes: Buffer): Uint8Array | undefined {
  const seal = bytes.subarray(0, 65).toString('latin1');
  const content = bytes.subarray(65);
  return seal === `${hashOf(content)}\n` ? content : undefined;
}

export interface DiskStore extends Store {
  /** Removes the entries that were used longest ago until the rest fits into the size bound. Call once, at the end. */
  trim(): void;
}

/**
 * A store in a folder, in the layout of the HTTP caches (`ac/<key>`, `cas/<key>`), spread over 256 folders. Safe for
 * several processes: entries are written beside their place and renamed. Whatever goes wrong is a miss. A link in place of
 * one of its folders is never followed: what lies behind it is neither believed, written nor removed.
 * @param maxBytes size bound in bytes, kept by {@link DiskStore.trim}.
 */
export function createDiskStore(folder: string, maxBytes = 2 * 1024 ** 3): DiskStore {
  const pathOf = (kind: string, key: Hash): string => join(folder, kind, key.slice(0, 2), key);
  const own = new Set<string>();
  /** Whether an entry lies in folders of this store; looked at once for each of them. */
  const isInside = (path: string): boolean => {
    const [spread, kind] = [dirname(path), dirname(dirname(path))];
    if (!own.has(spread) && isFolder(kind) && isFolder(spread)) own.add(spread);
    return own.has(spread);
  };
  let written = 0;
  let writtenBytes = 0;
  return {
    get: (kind, key) => Promise.resolve(isKey(key) ? readEntry(pathOf(kind, key), kind, key, isInside) : undefined),
    put(kind, key, bytes) {
      const path = pathOf(kind, key);
      try {
        // Each folder by itself: nothing is made behind a link that stands in its place.
        if (!isInside(path) && makeOwn(dirname(dirname(path)))) makeFolder(dirname(path));
        // What is stored under its own hash is there or not; a damaged entry goes when it is read.
        if (!isInside(path) || (kind === 'cas' && isFile(path))) return Promise.resolve();
        written++;
        replaceFile(path, kind === 'ac' ? sealed(bytes) : bytes);
        writtenBytes += bytes.byteLength;
      } catch {
        // A cache that cannot be written is slower, not wrong. Its folders may have been removed meanwhile.
        own.delete(dirname(path));
      }
      return Promise.resolve();
    },
    trim: () => {
      if (written > 0 && isDue(join(folder, 'trimmed'), writtenBytes)) trimStore(folder, maxBytes);
    },
  };
}

const isFile = (path: string): boolean => lstatIfAny(path)?.isFile() === true;

function makeOwn(folder: string): boolean {
  makeFolder(folder);
  return isFolder(folder);
}

/** A key that comes from an entry may be anything, a path that climbs out included. */
const isKey = (key: string): boolean => /^[0-9a-f]{64}$/.test(key);

function readEntry(path: string, kind: string, key: Hash, isInside: (path: string) => boolean): Uint8Array | undefined {
  try {
    const file = isInside(path) ? openOwnFile(path) : undefined;
    if (!file) return undefined;
    const content = contentOf(file.bytes, kind, key);
    if (content) touch(path, file.changed);
    else rmSync(path, { force: true });
    return content;
  } catch {
    return undefined;
  }
}

function contentOf(bytes: Buffer, kind: string, key: Hash): Uint8Array | undefined {
  if (kind === 'ac') return unsealed(bytes);
  return hashOf(bytes) === key ? bytes : undefined;
}

/** Marks an entry as used, at most once a day: reading should not cost a write. */
function touch(path: string, changed: number): void {
  const now = Date.now();
  if (now - changed > day) utimesSync(path, now / 1000, now / 1000);
}

const muchWritten = 256 * 1024 * 1024;

/** Whether it is time to look through the whole cache: once a day, and after much was written. */
function isDue(marker: string, writtenBytes: number): boolean {
  try {
    const last = lstatIfAny(marker)?.mtimeMs ?? 0;
    if (writtenBytes < muchWritten && Date.now() - last < day) return false;
    // Renamed into place, so that a link that stands there is replaced and not written through.
    replaceFile(marker, '');
    return true;
  } catch {
    return false;
  }
}

/** A store that keeps nothing, for `--no-cache`. */
export const noStore: DiskStore = {
  get: () => Promise.resolve(undefined),
  put: () => Promise.resolve(),
  trim: () => undefined,
};
