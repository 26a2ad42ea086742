import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Diagnostic } from '../../base/index.ts';
import { findAllBrowsers } from './find.ts';
import { createBrowserPool } from './pool.ts';
import type { BrowserKind, Environment, FoundBrowser } from './types.ts';

/** One browser on this machine, and whether it works. */
interface BrowserReport {
  readonly kind: BrowserKind;
  readonly name: string;
  /** Its own words, for example `HeadlessChrome/143.0.7499.0`; absent when it does not work. */
  readonly version?: string;
  /** Milliseconds from the call to the first printed page, unpacking included. */
  readonly milliseconds?: number;
  /** The fonts that text falls back to when the theme's own lack a character. */
  readonly fonts: 'its own' | 'the machine’s';
  /** Why it does not work. */
  readonly diagnostics: readonly Diagnostic[];
}

/** What `lectern doctor` tells about the machine. */
export interface EnvironmentReport {
  readonly node: string;
  readonly platform: string;
  /** Best first: the first one is used unless another is asked for. */
  readonly browsers: readonly BrowserReport[];
  /** Font folders of the machine that exist and are not empty. */
  readonly fontFolders: readonly string[];
}

/** Looks at the machine and prints a page with every browser on it. */
export async function inspectEnvironment(env: Environment): Promise<EnvironmentReport> {
  const browsers: BrowserReport[] = [];
  for (const found of findAllBrowsers(env)) browsers.push(await tryBrowser(found, env));
  return {
    node: process.version,
    platform: `${process.platform} ${process.arch}`,
    browsers,
    fontFolders: fontFolders(env).filter((folder) => existsSync(folder) && readdirSync(folder).length > 0),
  };
}

async function tryBrowser(found: FoundBrowser, env: Environment): Promise<BrowserReport> {
  await using pool = createBrowserPool({ find: () => ({ ok: true, value: found, diagnostics: [] }), env, pages: 1 });
  const start = performance.now();
  const printed = await pool.run('a test page', async (page) => {
    await page.load('<h1>Lectern</h1>');
    return page.print();
  });
  const version = await pool.version();
  const { kind, name } = found;
  const fonts = kind === 'bundled' ? 'its own' : 'the machine’s';
  if (!printed.ok || !version.ok) return { kind, name, fonts, diagnostics: printed.diagnostics };
  return {
    kind,
    name,
    fonts,
    version: version.value,
    milliseconds: Math.round(performance.now() - start),
    diagnostics: [],
  };
}

function fontFolders(env: Environment): readonly string[] {
  const home = env.HOME;
  if (process.platform === 'win32') return [join(env.SystemRoot ?? 'C:/Windows', 'Fonts')];
  const own =
    home === undefined ? [] : [join(home, '.fonts'), join(home, '.local/share/fonts'), join(home, 'Library/Fonts')];
  return ['/usr/share/fonts', '/usr/local/share/fonts', '/System/Library/Fonts', '/Library/Fonts', ...own];
}
