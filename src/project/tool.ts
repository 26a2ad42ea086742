import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { hashOf, hashParts, type Hash } from '../base/index.ts';

/** The folder of Lectern itself: templates, player, package.json. */
export const packageRoot = (): string => {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json')) && dirname(folder) !== folder) folder = dirname(folder);
  return folder;
};

/** Version of Lectern and a hash of its own code, so that a changed Lectern never uses results of another one. */
export function toolVersion(): { readonly version: string; readonly key: string } {
  const folder = packageRoot();
  const manifest = readFileSync(join(folder, 'package.json'));
  const { version } = JSON.parse(manifest.toString()) as { version: string };
  const code = join(folder, 'dist/build-id');
  return { version, key: existsSync(code) ? readFileSync(code, 'utf8').trim() : hashOf(manifest) };
}

/** Names all that results depend on besides their inputs and the browser. */
export const worldVersion = (): Hash =>
  hashParts([toolVersion().key, process.versions.icu ?? '', process.versions.unicode ?? '']);
