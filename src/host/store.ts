import { existsSync, mkdirSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { hashOf, type Hash } from '../base/index.ts';
import type { Store } from '../model/index.ts';
import { openOwnFile, replaceFile } from './own-file.ts';

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
 * several processes: entries are written beside their place and renamed. Whatever goes wrong is a miss.
 * @param maxBytes size bound in bytes, kept by {@link DiskStore.trim}.
 */
export function createDiskStore(folder: string, maxBytes = 2 * 1024 ** 3): DiskStore {
  const pathOf = (kind: string, key: Hash): string => join(folder, kind, key.slice(0, 2), key);
  let written = 0;
  let writtenBytes = 0;
  return {
    get: (kind, key) => Promise.resolve(readEntry(pathOf(kind, key), kind, key)),
    put(kind, key, bytes) {
      const path = pathOf(kind, key);
      try {
        // What is stored under its own hash is there or not; a damaged entry goes when it is read.
        if (kind === 'cas' && existsSync(path)) return Promise.resolve();
        written++;
        replaceInFolder(path, kind === 'ac' ? sealed(bytes) : bytes);
        writtenBytes += bytes.byteLength;
      } catch {
        // A cache that cannot be written is slower, not wrong.
      }
      return Promise.resolve();
    },
    trim: () => {
      if (written > 0 && isDue(join(folder, 'trimmed'), writtenBytes)) trimFolder(folder, maxBytes);
    },
  };
}

/** Most folders are there already, and asking costs as much as writing. */
function replaceInFolder(path: string, bytes: Uint8Array): void {
  try {
    replaceFile(path, bytes);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    mkdirSync(dirname(path), { recursive: true });
    replaceFile(path, bytes);
  }
}

function readEntry(path: string, kind: string, key: Hash): Uint8Array | undefined {
  try {
    const file = openOwnFile(path);
    const content = file && contentOf(file.bytes, kind, key);
    if (content) touch(path, file.changed);
    else rmSync(path, { recursive: true, force: true });
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

const day = 86_400_000;
const muchWritten = 256 * 1024 * 1024;

/** Whether it is time to look through the whole cache: once a day, and after much was written. */
function isDue(marker: string, writtenBytes: number): boolean {
  try {
    const last = statSync(marker, { throwIfNoEntry: false })?.mtimeMs ?? 0;
    if (writtenBytes < muchWritten && Date.now() - last < day) return false;
    writeFileSync(marker, '');
    return true;
  } catch {
    return false;
  }
}

function trimFolder(folder: string, maxBytes: number): void {
  const entries: { path: string; size: number; used: number }[] = [];
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!/^(?:ac|cas)[/\\]/.test(name)) continue;
    const path = join(folder, name);
    const stat = statSync(path, { throwIfNoEntry: false });
    if (!stat?.isFile()) continue;
    const stale = name.endsWith('.tmp') && Date.now() - stat.mtimeMs > 3_600_000;
    if (stale) rmSync(path, { force: true });
    else entries.push({ path, size: stat.size, used: stat.mtimeMs });
  }
  let total = entries.reduce((sum, entry) => sum + entry.size, 0);
  for (const entry of entries.sort((a, b) => a.used - b.used)) {
    if (total <= maxBytes) return;
    rmSync(entry.path, { force: true });
    total -= entry.size;
  }
}

/** A store that keeps nothing, for `--no-cache`. */
export const noStore: DiskStore = {
  get: () => Promise.resolve(undefined),
  put: () => Promise.resolve(),
  trim: () => undefined,
};
