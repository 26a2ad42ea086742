import { lstatSync, readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';
import { hashOf } from '../../src/base/index.ts';

/**
 * What stands in a folder, links not followed: each entry with its kind and its mode, the hash and the time of a file, where a link leads.
 * @param except entries at the top that are left out.
 */
export function treeOf(folder: string, except: readonly string[] = []): Readonly<Record<string, string>> {
  const found: Record<string, string> = {};
  const visit = (path: string): void => {
    for (const name of readdirSync(join(folder, path)).sort()) {
      const inner = path === '' ? name : `${path}/${name}`;
      if (except.includes(inner)) continue;
      const full = join(folder, inner);
      const stat = lstatSync(full);
      const kind = stat.mode.toString(8);
      if (stat.isSymbolicLink()) found[inner] = `${kind} to ${readlinkSync(full)}`;
      else if (stat.isFile()) found[inner] = `${kind} ${stat.mtimeMs} ${hashOf(readFileSync(full))}`;
      else found[inner] = kind;
      if (stat.isDirectory()) visit(inner);
    }
  };
  visit('');
  return found;
}
