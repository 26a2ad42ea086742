import { join } from 'node:path';
import { readOwnFile } from '../own-file.ts';
import { findLink } from './find-link.ts';
import { outputPathFlaw } from './path.ts';

/**
 * Reads a file of an output folder: a regular one of bounded size, not behind a link.
 * @returns `undefined` when there is none.
 */
export function readInside(folder: string, path: string): Uint8Array | undefined {
  if (outputPathFlaw(path) !== undefined || findLink(folder, path) !== undefined) return undefined;
  return readOwnFile(join(folder, path));
}
