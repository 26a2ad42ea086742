import { homedir } from 'node:os';
import { join, resolve, sep } from 'node:path';
import { createTemporaryFolder } from '../temporary.ts';
import type { Environment } from './types.ts';

/**
 * Where an unpacked browser may be kept, best first: beside the packages it came with (gone with `rm -r node_modules`,
 * never shared with other users), the user's cache folder, a private temporary folder that goes with this process.
 * @param packageFolder the folder of the package that holds the packed browser.
 */
export function* cacheFolders(packageFolder: string, env: Environment): Generator<string> {
  const modules = nodeModules(packageFolder);
  if (modules !== undefined) yield join(modules, '.cache', 'lectern');
  const home = env.XDG_CACHE_HOME ?? (env.HOME ? join(homedir(), '.cache') : undefined);
  if (home !== undefined) yield join(resolve(home), 'lectern');
  yield createTemporaryFolder().path;
}

function nodeModules(folder: string): string | undefined {
  const marker = `${sep}node_modules${sep}`;
  const at = folder.indexOf(marker);
  return at < 0 ? undefined : folder.slice(0, at + marker.length - 1);
}
