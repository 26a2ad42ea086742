import { readlinkSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { onExit } from '../cleanup.ts';
import { isAbandoned, ownerTag } from '../owner.ts';
import { lstatIfAny } from '../lstat.ts';

const longest = 5_000;
const pause = 10;

/**
 * Runs work while no other process does so in the same folder: what it reads there is still true when it writes. The lock
 * is a link that names its owner, made in one step; one whose owner is dead is removed. Where no lock can be had within
 * five seconds, or at all, the work is done without: it is short, and files are whole either way.
 * @param folder an existing folder; a link to one is never written through, and has no lock.
 */
export function exclusively<T>(folder: string, work: () => T): T {
  const release = lock(folder);
  try {
    return work();
  } finally {
    release();
  }
}

function lock(folder: string): () => void {
  const path = join(folder, '.lectern-lock');
  const free = (): void => rmSync(path, { force: true });
  if (lstatIfAny(folder)?.isDirectory() !== true) return () => undefined;
  for (const start = performance.now(); performance.now() - start < longest; ) {
    const problem = tryToLink(path);
    if (problem === undefined) {
      const withdraw = onExit(free);
      return () => {
        free();
        withdraw();
      };
    }
    if (problem !== 'EEXIST') break;
    if (isAbandoned(ownerOf(path))) free();
    else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, pause);
  }
  return () => undefined;
}

/** @returns the code of the system's refusal, if any. */
function tryToLink(path: string): string | undefined {
  try {
    symlinkSync(ownerTag(), path);
    return undefined;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code ?? '';
  }
}

function ownerOf(path: string): string {
  try {
    return readlinkSync(path);
  } catch {
    return '';
  }
}
