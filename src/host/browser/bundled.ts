import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { failure, success, type Outcome } from '../../base/index.ts';
import { diagnostic } from '../codes.ts';
import { cacheFolders } from './cache-folder.ts';
import type { Environment, Executable, FoundBrowser } from './types.ts';
import { unpackChromium } from './unpack.ts';

const packageName = '@sparticuz/chromium';

/** The libraries that this Chromium needs beyond the C library; slim images lack them, so the package brings its own. */
const neededLibraries = ['libnss3.so', 'libnssutil3.so', 'libnspr4.so', 'libexpat.so.1'];
const libraryFolders = [
  '/usr/lib/x86_64-linux-gnu',
  '/lib/x86_64-linux-gnu',
  '/usr/lib64',
  '/lib64',
  '/usr/lib',
  '/lib',
];

/**
 * Finds the Chromium inside the npm package `@sparticuz/chromium`: a headless shell for Linux x64 with glibc, packed
 * with Brotli. The package's own code would unpack it to shared names in the temporary folder (`/tmp/chromium`), where
 * another user could have put something else, so Lectern unpacks it itself.
 * @returns `undefined` where it cannot run or is not installed.
 */
export function findBundled(env: Environment): FoundBrowser | undefined {
  if (process.platform !== 'linux' || process.arch !== 'x64' || !hasGlibc()) return undefined;
  const folder = packageFolder();
  if (folder === undefined) return undefined;
  const version = packageVersion(folder);
  let prepared: Promise<Outcome<Executable>> | undefined;
  return {
    kind: 'bundled',
    identity: `bundled ${version}`,
    name: `${packageName} ${version}`,
    prepare: () => (prepared ??= prepare(folder, version, env)),
  };
}

async function prepare(folder: string, version: string, env: Environment): Promise<Outcome<Executable>> {
  const trouble: string[] = [];
  for (const cache of cacheFolders(folder, env)) {
    try {
      return success(executableIn(await unpackChromium(join(folder, 'bin'), join(cache, `chromium-${version}`))));
    } catch (error) {
      trouble.push(`${cache}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  const message = `Could not unpack ${packageName} ${version}: ${trouble.join('; ')}`;
  return failure([
    diagnostic('browser/launch-failed', message, {
      help: ['Free disk space, or name an installed browser with --browser PATH.'],
    }),
  ]);
}

/** Own fonts only, wherever it runs, so that the same deck gives the same bytes on every machine. */
function executableIn(folder: string): Executable {
  const complete = neededLibraries.every((name) => libraryFolders.some((place) => existsSync(join(place, name))));
  return {
    path: join(folder, 'chromium'),
    env: {
      FONTCONFIG_FILE: join(folder, 'fonts.conf'),
      ...(complete ? {} : { LD_LIBRARY_PATH: join(folder, 'lib') }),
    },
    usesMachineFonts: false,
  };
}

function packageFolder(): string | undefined {
  try {
    // The main entry is build/cjs/index.cjs; package.json itself is not exported.
    return resolve(createRequire(import.meta.url).resolve(packageName), '../../..');
  } catch {
    return undefined;
  }
}

function packageVersion(folder: string): string {
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { readonly version?: string };
  return manifest.version ?? 'unknown';
}

const hasGlibc = (): boolean => existsSync('/lib64/ld-linux-x86-64.so.2');
