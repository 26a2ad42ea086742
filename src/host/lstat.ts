import { lstatSync, type Stats } from 'node:fs';
import { isRefusal } from '../base/index.ts';

/** What stands at a path, links not followed; `undefined` when nothing does, a file in place of a folder above it included. */
export function lstatIfAny(path: string): Stats | undefined {
  try {
    return lstatSync(path, { throwIfNoEntry: false });
  } catch (error) {
    if (isRefusal(error) && (error.code === 'ENOTDIR' || error.code === 'ELOOP')) return undefined;
    throw error;
  }
}
