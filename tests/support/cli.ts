import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packageRoot } from './files.ts';

/** What a run of the command line left behind. */
export interface CliRun {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Where a run of {@link lectern} in a folder keeps its results: each folder has a cache of its own. */
const cacheHomeOf = (cwd: string): string =>
  join(process.env.XDG_CACHE_HOME ?? tmpdir(), Buffer.from(cwd).toString('base64url').slice(-80));

/** The cache of a project in which {@link lectern} ran. */
export const cacheOf = (cwd: string): string => join(cacheHomeOf(cwd), 'lectern/results');

/** The environment of such a run. */
export const cliEnv = (cwd: string): NodeJS.ProcessEnv => ({ ...process.env, XDG_CACHE_HOME: cacheHomeOf(cwd) });

/** Runs the built `lectern` in a folder. */
export function lectern(
  cwd: string,
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>> = {},
): Promise<CliRun> {
  const child = spawn(process.execPath, [join(packageRoot, 'dist/cli.js'), ...args], {
    cwd,
    env: { ...cliEnv(cwd), NO_COLOR: '1', FORCE_COLOR: undefined, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [out, err] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, out, err }));
  });
}

/** A temporary project with copies of lessons of this repository. Remove it with `remove`. */
export function copyOfLessons(...ids: readonly string[]): { readonly root: string; readonly remove: () => void } {
  const root = mkdtempSync(join(tmpdir(), 'lectern-e2e-'));
  for (const id of ids) cpSync(join(packageRoot, 'lessons', id), join(root, 'lessons', id), { recursive: true });
  return { root, remove: () => rmSync(root, { recursive: true, force: true }) };
}
