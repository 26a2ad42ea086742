import { readlinkSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { onExit } from '../cleanup.ts';
import { isAbandoned, ownerTag } from '../owner.ts';
import { lstatIfAny } from '../lstat.ts';

const longest = 5_000;
const pause = 10;
/** Work under a lock takes a moment: an older one belongs to nobody, whatever owner it names. */
const oldest = 60_000;

/**
 * Runs work while no other process does so in the same folder: what it reads there is still true when it writes. The lock
 * is a link that names its owner, made in one step; one whose owner is dead, or that is older than any work, is removed.
 * Where no lock can be had within five seconds, or at all, the work is done without: it is short, and files are whole
 * either way. Meanwhile signals are heard.
 * @param folder an existing folder; a link to one is never written through, and has no lock.
 */
export async function exclusively<T>(folder: string, work: () => T | Promise<T>): Promise<T> {
  const release = await lock(folder);
  try {
    return await work();
  } finally {
    release();
  }
}

async function lock(folder: string): Promise<() => void> {
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
    if (isAbandoned(ownerOf(path)) || isOld(path)) free();
    else await setTimeout(pause);
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

/** By the clock of the disk's own system, and never for one that was made in the time to come. */
const isOld = (path: string): boolean => Date.now() - (lstatIfAny(path)?.ctimeMs ?? Infinity) > oldest;

function ownerOf(path: string): string {
  try {
    return readlinkSync(path);
  } catch {
    return '';
  }
}
