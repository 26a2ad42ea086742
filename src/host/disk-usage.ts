import { accessSync, constants, existsSync, lstatSync, readdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/** Bytes and number of the files in a folder; zero when it is not there. */
export function folderSize(folder: string): { readonly files: number; readonly bytes: number } {
  let files = 0;
  let bytes = 0;
  if (!existsSync(folder)) return { files, bytes };
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const stat = lstatSync(join(folder, name), { throwIfNoEntry: false });
    if (!stat?.isFile()) continue;
    files++;
    bytes += stat.size;
  }
  return { files, bytes };
}

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
