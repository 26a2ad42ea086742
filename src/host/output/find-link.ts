import { join } from 'node:path';
import { lstatIfAny } from '../lstat.ts';

/** The first thing on the way from the output folder `root` to `path` that is a link, if any. */
export function findLink(root: string, path: string): string | undefined {
  let here = root;
  for (const name of ['', ...path.split('/')]) {
    here = join(here, name);
    const stat = lstatIfAny(here);
    if (!stat) return undefined;
    if (stat.isSymbolicLink()) return here;
  }
  return undefined;
}
