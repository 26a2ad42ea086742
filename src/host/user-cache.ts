import { statSync } from 'node:fs';
import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';

type Env = Readonly<Record<string, string | undefined>>;

/**
 * Where results are kept: in the user's own cache folder, which no project can bring along filled. Keys are made of
 * contents, so all projects can share it.
 * @returns `undefined` when there is no such folder, or when it belongs to somebody else.
 */
export function userCacheFolder(env: Env, platform: NodeJS.Platform = process.platform): string | undefined {
  const base = cacheHome(env, platform);
  const folder = base === undefined ? undefined : join(base, 'lectern', 'results');
  return folder !== undefined && isOurs(folder) ? folder : undefined;
}

/** As the system's own conventions have it (XDG base directories, known folders of Windows, macOS). */
function cacheHome(env: Env, platform: NodeJS.Platform): string | undefined {
  const given = env.XDG_CACHE_HOME;
  if (given !== undefined && isAbsolute(given)) return given;
  if (platform === 'win32') return env.LOCALAPPDATA ?? inHome('AppData', 'Local');
  return platform === 'darwin' ? inHome('Library', 'Caches') : inHome('.cache');
}

function inHome(...names: readonly string[]): string | undefined {
  try {
    return join(homedir(), ...names);
  } catch {
    return undefined;
  }
}

/** A folder that is not there yet will be made by this user. Windows keeps others out of a user's folders by itself. */
function isOurs(folder: string): boolean {
  try {
    return process.getuid === undefined || statSync(folder).uid === process.getuid();
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT';
  }
}
