import { accessSync, constants, existsSync, lstatSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

/** Whether files can be made in a folder, or in the nearest one above it that exists. */
export function isWritable(folder: string): boolean {
  let nearest = resolve(folder);
  while (!existsSync(nearest) && dirname(nearest) !== nearest) nearest = dirname(nearest);
  try {
    accessSync(nearest, constants.W_OK | constants.X_OK);
    return lstatSync(nearest).isDirectory();
  } catch {
    return false;
  }
}
