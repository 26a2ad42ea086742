import { lstatSync } from 'node:fs';
import { join } from 'node:path';

/** The first thing on the way from the output folder `root` to `path` that is a link, if any. */
export function findLink(root: string, path: string): string | undefined {
  let here = root;
  for (const name of ['', ...path.split('/')]) {
    here = join(here, name);
    const stat = lstatSync(here, { throwIfNoEntry: false });
    if (!stat) return undefined;
    if (stat.isSymbolicLink()) return here;
  }
  return undefined;
}
