import { spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { build } from 'esbuild';
import { onTestFinished } from 'vitest';

/** A temporary folder with the given files, removed when the test ends. */
export function folderWith(files: Readonly<Record<string, string | Uint8Array>> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'test-lectern-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

/** A shell script that stands in for a browser. */
export function fakeBrowser(script: string): string {
  const path = join(folderWith({ browser: `#!/bin/sh\n${script}\n` }), 'browser');
  chmodSync(path, 0o755);
  return path;
}

let bundles = 0;

/**
 * Starts a TypeScript file of `fixtures/` as a process of its own, with its own temporary folder in `TMPDIR`.
 * It is bundled into node_modules so that packages are found from there.
 */
export async function startFixture(
  name: string,
  args: readonly string[] = [],
  { temporary = folderWith() }: { readonly temporary?: string } = {},
): Promise<{ child: ChildProcess; temporary: string; output: () => string }> {
  const outfile = join(
    process.cwd(),
    'node_modules',
    '.cache',
    'lectern-tests',
    `${name}-${process.pid}-${++bundles}.mjs`,
  );
  await build({
    entryPoints: [join(import.meta.dirname, 'fixtures', `${name}.ts`)],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    logLevel: 'error',
  });
  onTestFinished(() => rmSync(outfile, { force: true }));
  const child = spawn(process.execPath, [outfile, ...args], {
    env: { ...process.env, TMPDIR: temporary },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  let text = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (part: string) => (text += part));
  return { child, temporary, output: () => text };
}

/** Waits until `condition` holds, looking every 20 ms. */
export async function until(condition: () => boolean, limit = 10_000): Promise<void> {
  const end = performance.now() + limit;
  while (!condition()) {
    if (performance.now() > end) throw new Error('The condition was not met in time.');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** The exit code and signal of a child. */
export const exitOf = (child: ChildProcess): Promise<{ code: number | null; signal: string | null }> =>
  new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null)
      resolve({ code: child.exitCode, signal: child.signalCode });
    else child.once('exit', (code, signal) => resolve({ code, signal }));
  });

/** Process ids whose command line holds `text`. */
export function processesWith(text: string): readonly number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => pid !== process.pid && commandLine(pid).includes(text));
}

function commandLine(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return '';
  }
}
