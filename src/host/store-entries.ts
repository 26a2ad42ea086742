import { readdirSync, rmSync, type Dirent } from 'node:fs';
import { join } from 'node:path';
import { lstatIfAny } from './lstat.ts';

/** A file that a store made. */
export interface StoreEntry {
  readonly path: string;
  readonly size: number;
  /** When it was last used, in milliseconds since 1970. */
  readonly used: number;
}

const key = /^[0-9a-f]{64}$/;
/** What a killed run leaves beside an entry; see `replaceFile`. */
const leftover = /^[0-9a-f]{64}\.\d+-\d+\.tmp$/;
/** What is remembered of an output folder. */
const note = /^(?:ledger|durations)-[0-9a-f]{12}\.json$/;

const leftoverAge = 3_600_000;
const noteAge = 60 * 86_400_000;

/**
 * The entries of a store: real files under the names that a store gives (`ac|cas/xx/<64 hex>`), in real folders. Whatever
 * else lies there, links above all, is not Lectern's and is not even looked at.
 */
export function* storeEntries(folder: string): Generator<StoreEntry> {
  for (const { path } of filesOf(folder, key)) {
    const stat = lstatIfAny(path);
    if (stat?.isFile()) yield { path, size: stat.size, used: stat.mtimeMs };
  }
}

/** Removes what killed runs left, notes about output folders long gone, and then the longest unused entries. */
export function trimStore(folder: string, maxBytes: number): void {
  for (const { path } of filesOf(folder, leftover)) removeOlder(path, leftoverAge);
  for (const entry of namesIn(folder)) if (note.test(entry.name)) removeOlder(join(folder, entry.name), noteAge);
  const entries = [...storeEntries(folder)].sort((a, b) => a.used - b.used);
  let total = entries.reduce((sum, { size }) => sum + size, 0);
  for (const { path, size } of entries) {
    if (total <= maxBytes) return;
    rmSync(path, { force: true });
    total -= size;
  }
}

function removeOlder(path: string, age: number): void {
  const stat = lstatIfAny(path);
  if (stat?.isFile() && Date.now() - stat.mtimeMs > age) rmSync(path, { force: true });
}

function* filesOf(folder: string, name: RegExp): Generator<{ readonly path: string }> {
  for (const kind of ['ac', 'cas']) {
    if (!isFolder(join(folder, kind))) continue;
    for (const spread of namesIn(join(folder, kind))) {
      if (!spread.isDirectory() || !/^[0-9a-f]{2}$/.test(spread.name)) continue;
      for (const entry of namesIn(join(folder, kind, spread.name))) {
        const isOwn = entry.isFile() && name.test(entry.name) && entry.name.startsWith(spread.name);
        if (isOwn) yield { path: join(folder, kind, spread.name, entry.name) };
      }
    }
  }
}

/** Whether it is a folder itself, not a link to one. */
export const isFolder = (path: string): boolean => lstatIfAny(path)?.isDirectory() === true;

function namesIn(folder: string): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}
