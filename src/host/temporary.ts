import { mkdtempSync, readdirSync, rmSync, type Dirent } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onExit } from './cleanup.ts';
import { isAbandoned, ownerTag } from './owner.ts';

const prefix = 'lectern-';
let swept = false;

/** A folder that only this process may enter and that is gone when the process is. */
export interface TemporaryFolder extends Disposable {
  readonly path: string;
}

/**
 * Makes a private temporary folder; also removes the folders that killed runs left behind.
 * @throws Error that says what to do when the system refuses.
 */
export function createTemporaryFolder(): TemporaryFolder {
  sweepOnce();
  const path = makeFolder();
  const withdraw = onExit(() => removeFolder(path));
  return {
    path,
    [Symbol.dispose]() {
      removeFolder(path);
      withdraw();
    },
  };
}

function makeFolder(): string {
  try {
    return mkdtempSync(join(tmpdir(), `${prefix}${ownerTag()}-`));
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? String(error);
    const message = `no temporary folder can be made in ${tmpdir()} (${reason}): set TMPDIR to a folder that can be written`;
    throw Object.assign(new Error(message), { code: reason });
  }
}

/**
 * Removes a folder and all in it. A process that was just killed may still be making files, and Node's own retries
 * do not look for new ones, so the whole removal is repeated for up to a second.
 */
export function removeFolder(path: string): void {
  for (let wait = 1; ; wait *= 2) {
    try {
      return rmSync(path, { recursive: true, force: true });
    } catch (error) {
      if (wait > 512) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, wait);
    }
  }
}

function sweepOnce(): void {
  if (swept) return;
  swept = true;
  sweepTemporary();
}

/** Removes the temporary folders of processes that were killed. */
export function sweepTemporary(): void {
  for (const { name } of foldersIn(tmpdir())) {
    const tag = /^lectern-(\d+-\d+)-\w{6}$/.exec(name)?.[1];
    if (tag === undefined || !isAbandoned(tag)) continue;
    try {
      removeFolder(join(tmpdir(), name));
    } catch {
      // Another user's folder: theirs to remove.
    }
  }
}

/** Real folders only: a link under such a name is not Lectern's. */
function foldersIn(folder: string): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  } catch {
    return [];
  }
}
