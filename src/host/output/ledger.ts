import { lstatSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { hashOf, isObject, type Hash, type Outcome } from '../../base/index.ts';
import type { Artifact } from '../../model/index.ts';
import { readOwnFile, replaceFile } from '../own-file.ts';
import { exclusively } from './lock.ts';
import { createOutput, type Output, type Written } from './output.ts';
import { readInside } from './read-inside.ts';
import { outputPathFlaw } from './path.ts';

/** An output folder that remembers what it wrote, so that untouched files need not be read again. */
export interface LedgerOutput extends Output {
  /** @param artifact.hash spares hashing the bytes again when it is known. */
  write(artifact: Pick<Artifact, 'path' | 'bytes'> & { readonly hash?: Hash }): Outcome<Written>;
  /** Whether the file is there with these very bytes. */
  holds(path: string, hash: Hash): boolean;
  /** The bytes of a file in the folder, when it is there. */
  read(path: string): Uint8Array | undefined;
  /** Runs work while no other process does so in this folder: what it reads there is still true when it writes. */
  exclusively<T>(work: () => T | Promise<T>): Promise<T>;
  /** Notes that these files follow from what the key stands for. */
  settle(key: Hash, paths: readonly string[]): void;
  /** Whether these files were last noted to follow from this key, and nobody has touched them since. */
  isSettled(key: Hash, paths: readonly string[]): boolean;
  /** Keeps the ledger for the next run. */
  save(): void;
}

type Entry = readonly [signature: string, hash: Hash];

/**
 * Size, inode, time of change and time of the last change of these: as git's index, a file for which all are the same is
 * taken to be untouched. The last one is the system's own and cannot be set, so that an edit that keeps size and time is
 * seen too. `undefined` where there is no file, a file in place of a folder above it included.
 */
function signatureOf(path: string): string | undefined {
  try {
    const stat = lstatSync(path);
    return stat.isFile() ? `${stat.size}-${stat.mtimeMs}-${stat.ctimeMs}-${stat.ino}` : undefined;
  } catch {
    return undefined;
  }
}

/** @param ledgerFile where the signatures are kept, if anywhere; a lost or damaged ledger only costs time. */
export function createLedgerOutput(folder: string, ledgerFile?: string): LedgerOutput {
  const output = createOutput(folder);
  const entries = ledgerFile === undefined ? new Map<string, Entry>() : readLedger(ledgerFile);
  let dirty = false;
  const remember = (path: string, hash: Hash): void => {
    const signature = signatureOf(join(output.folder, path));
    if (signature === undefined || entries.get(path)?.[0] === signature) return;
    entries.set(path, [signature, hash]);
    dirty = true;
  };
  return {
    folder: output.folder,
    write(artifact) {
      const written = output.write(artifact);
      if (written.ok) remember(artifact.path, artifact.hash ?? hashOf(artifact.bytes));
      return written;
    },
    writeAll: (files) => output.writeAll(files),
    remove(path) {
      const gone = output.remove(path);
      if (gone && entries.delete(path)) dirty = true;
      return gone;
    },
    holds(path, hash) {
      if (outputPathFlaw(path) !== undefined) return false;
      const full = join(output.folder, path);
      const signature = signatureOf(full);
      if (signature === undefined) return false;
      const entry = entries.get(path);
      if (entry?.[0] === signature) return entry[1] === hash;
      const bytes = readInside(output.folder, path);
      if (!bytes || hashOf(bytes) !== hash) return false;
      remember(path, hash);
      return true;
    },
    read(path) {
      return readInside(output.folder, path);
    },
    exclusively: (work) => exclusively(output.folder, work),
    settle(key, paths) {
      for (const path of paths) {
        entries.set(settled(path), [signatureOf(join(output.folder, path)) ?? '', key]);
        dirty = true;
      }
    },
    isSettled: (key, paths) =>
      paths.every((path) => {
        const entry = entries.get(settled(path));
        return entry?.[1] === key && entry[0] === signatureOf(join(output.folder, path));
      }),
    save() {
      if (dirty && ledgerFile !== undefined) writeLedger(ledgerFile, entries);
      dirty = false;
    },
  };
}

/** Where a note about a file stands among the entries; no path holds a colon. */
const settled = (path: string): string => `settled:${path}`;

function readLedger(file: string): Map<string, Entry> {
  try {
    const value: unknown = JSON.parse(readOwnFile(file)?.toString() ?? '{}');
    return new Map(isObject(value) ? Object.entries(value).filter(isEntry) : []);
  } catch {
    return new Map();
  }
}

/** A damaged note is none: the file is hashed. */
const isEntry = (named: [string, unknown]): named is [string, Entry] => {
  const [, value] = named;
  return Array.isArray(value) && value.length === 2 && value.every((item) => typeof item === 'string');
};

function writeLedger(file: string, entries: ReadonlyMap<string, Entry>): void {
  try {
    mkdirSync(dirname(file), { recursive: true });
    replaceFile(file, JSON.stringify(Object.fromEntries(entries)));
  } catch {
    // Without a ledger the next run hashes the files.
  }
}
