import { existsSync, readlinkSync, realpathSync } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import type { Diagnostic } from '../base/index.ts';
import { diagnostic } from './codes.ts';
import { isWithin } from './file-id.ts';
import { lstatIfAny } from './lstat.ts';

/** The folders of a project that a build reads or writes, as absolute paths. */
export interface Places {
  readonly root: string;
  readonly lessons: string;
  readonly output: string;
  /** The cache when it was asked for by name. */
  readonly cache?: string | undefined;
}

/**
 * Whether a build may work in these folders: none of them leaves the project by a link that came with it, and the output
 * does not lie among the sources. A folder that was named outside the project is the user's own choice.
 */
export function checkPlaces({ root, lessons, output, cache }: Places): readonly Diagnostic[] {
  const inside = [
    lessons,
    join(root, 'templates'),
    join(root, '.lectern'),
    output,
    ...(cache === undefined ? [] : [cache]),
  ];
  const links = new Set(inside.map((path) => linkOut(root, path)).filter((link) => link !== undefined));
  const found = [...links].map((link) =>
    diagnostic('project/link-out', `${relative(root, link)} is a link that leads out of the project`, {
      help: ['Put a real folder in its place; an output or cache folder elsewhere is named with --out or --cache-dir.'],
    }),
  );
  const source = sourceAround({ root, lessons, output });
  return source === undefined ? found : [...found, amongSources(output, source)];
}

/** The first link between a project and a folder in it that leads out of the project, if any. */
function linkOut(root: string, path: string): string | undefined {
  if (path === root || !isWithin(path, root, sep)) return undefined;
  const home = realOf(root);
  let here = root;
  for (const name of relative(root, path).split(sep)) {
    here = join(here, name);
    if (lstatIfAny(here)?.isSymbolicLink() && !isWithin(realOf(here), home, sep)) return here;
  }
  return undefined;
}

/** The source that the output would mix with, if any. */
function sourceAround({ root, lessons, output }: Places): string | undefined {
  const out = realOf(output);
  const [home, ...sources] = [root, lessons, join(root, 'templates'), join(root, '.git')].map((path) => realOf(path));
  if (home !== undefined && isWithin(home, out, sep)) return home;
  return sources.find((source) => isWithin(out, source, sep) || isWithin(source, out, sep));
}

const amongSources = (output: string, source: string): Diagnostic =>
  diagnostic('output/among-sources', `${output} cannot be the output folder: it is, holds or lies in ${source}`, {
    help: ['Name a folder of its own, such as --out output.'],
  });

/** As many links in a row as a system follows. */
const mostHops = 40;

/** The path without links as far as it exists; links to what is not there yet are followed to where that would be. */
function realOf(path: string, hops = mostHops): string {
  if (existsSync(path)) return realpathSync.native(path);
  if (hops > 0 && lstatIfAny(path)?.isSymbolicLink())
    return realOf(resolve(realOf(dirname(path), hops - 1), readlinkSync(path)), hops - 1);
  return dirname(path) === path ? path : join(realOf(dirname(path), hops), basename(path));
}
