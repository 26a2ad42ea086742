import { accessSync, constants, readdirSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { success } from '../../base/index.ts';
import type { BrowserKind, Environment, FoundBrowser } from './types.ts';

/** Commands by which Chrome, Chromium and Edge are installed on Linux, in the order of preference. */
const commands = ['google-chrome-stable', 'google-chrome', 'chromium', 'chromium-browser', 'chrome', 'microsoft-edge'];

/** All places where this platform keeps an installed browser, best first. */
export function systemPlaces(env: Environment, platform: NodeJS.Platform = process.platform): readonly string[] {
  if (platform === 'win32') return windowsPlaces(env);
  if (platform === 'darwin') return macPlaces(env);
  const folders = [...(env.PATH ?? '').split(delimiter).filter((folder) => folder.startsWith('/')), '/snap/bin'];
  return [...commands.flatMap((name) => folders.map((folder) => join(folder, name))), '/opt/google/chrome/chrome'];
}

function macPlaces(env: Environment): readonly string[] {
  const names = ['Google Chrome', 'Chromium', 'Microsoft Edge'];
  const roots = ['/Applications', ...(env.HOME ? [join(env.HOME, 'Applications')] : [])];
  return names.flatMap((name) => roots.map((root) => join(root, `${name}.app`, 'Contents', 'MacOS', name)));
}

function windowsPlaces(env: Environment): readonly string[] {
  const roots = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter((root) => root !== undefined);
  const tails = [
    'Google/Chrome/Application/chrome.exe',
    'Chromium/Application/chrome.exe',
    'Microsoft/Edge/Application/msedge.exe',
  ];
  return tails.flatMap((tail) => roots.map((root) => join(root, tail)));
}

/** The browsers in Puppeteer's download cache, newest name first: `<cache>/chrome-headless-shell/linux-143.0.1/…`. */
export function puppeteerPlaces(env: Environment): readonly string[] {
  const cache = env.PUPPETEER_CACHE_DIR ?? join(homedir(), '.cache', 'puppeteer');
  const executables = ['chrome-headless-shell', 'chrome', 'chrome-headless-shell.exe', 'chrome.exe'];
  return ['chrome-headless-shell', 'chrome'].flatMap((product) =>
    names(join(cache, product))
      .reverse()
      .flatMap((build) => names(join(cache, product, build)).map((inner) => join(cache, product, build, inner)))
      .flatMap((folder) => executables.map((executable) => join(folder, executable))),
  );
}

const names = (folder: string): string[] => {
  try {
    return readdirSync(folder).sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));
  } catch {
    return [];
  }
};

/** Whether a regular file stands there that this user may run. */
export function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

/** A browser at a known path. Its build is told by path, size and time: asking it for its version would start it. */
export function browserAt(path: string, kind: BrowserKind): FoundBrowser {
  const { size, mtimeMs } = statSync(path);
  return {
    kind,
    identity: `${path} ${size} ${mtimeMs}`,
    name: path,
    prepare: () => Promise.resolve(success({ path, env: {}, usesMachineFonts: true })),
  };
}
