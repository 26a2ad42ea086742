import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { lstatIfAny } from './lstat.ts';

/**
 * Makes a folder and those above it. Node's own way tries for ever where a file system answers that what is there is not
 * (`/proc`).
 * @throws what the system says.
 */
export function makeFolder(path: string): void {
  if (lstatIfAny(path)?.isDirectory()) return;
  if (dirname(path) !== path) makeFolder(dirname(path));
  try {
    mkdirSync(path);
  } catch (error) {
    // Another process may have been first; whatever else stands there is found when it is used.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}
