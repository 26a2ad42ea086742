import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
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

/** Makes a private temporary folder; also removes the folders that killed runs left behind. */
export function createTemporaryFolder(): TemporaryFolder {
  sweepOnce();
  const path = mkdtempSync(join(tmpdir(), `${prefix}${ownerTag()}-`));
  const withdraw = onExit(() => removeFolder(path));
  return {
    path,
    [Symbol.dispose]() {
      removeFolder(path);
      withdraw();
    },
  };
}

/** Removes a folder and all in it, waiting a little for processes that were just killed to let go of their files. */
export function removeFolder(path: string): void {
  rmSync(path, { recursive: true, force: true, maxRetries: 20, retryDelay: 10 });
}

function sweepOnce(): void {
  if (swept) return;
  swept = true;
  for (const name of readNames(tmpdir())) {
    const tag = /^lectern-(\d+-\d+)-\w+$/.exec(name)?.[1];
    if (tag === undefined || !isAbandoned(tag)) continue;
    try {
      removeFolder(join(tmpdir(), name));
    } catch {
      // Another user's folder: theirs to remove.
    }
  }
}

function readNames(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
