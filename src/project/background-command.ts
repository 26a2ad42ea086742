import { spawn, type ChildProcess } from 'node:child_process';
import { setPriority } from 'node:os';
import { isObject, type Diagnostic } from '../base/index.ts';
import { onExit } from '../host/index.ts';

/** How far such a process stands behind everything else that the computer does (0 to 19). */
const niceness = 10;

export interface BackgroundOptions {
  /** The project's folder. */
  readonly root: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Ends the process. */
  readonly signal: AbortSignal;
}

/**
 * Runs another command of Lectern in a process of its own that lets everything else go first, so that a save meanwhile
 * is shown without delay. It ends with this process.
 * @returns its findings (`args` must ask for `--reporter json`), or nothing when it was ended or failed.
 */
export function runInBackground(
  args: readonly string[],
  { root, env, signal }: BackgroundOptions,
): Promise<readonly Diagnostic[] | undefined> {
  if (signal.aborted) return Promise.resolve(undefined);
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [process.argv[1] ?? '', ...args], {
      cwd: root,
      env: { ...env },
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const end = (): void => void child.kill('SIGTERM');
    const withdraw = onExit(end);
    signal.addEventListener('abort', end);
    let text = '';
    child.stdout.on('data', (chunk) => (text += String(chunk)));
    child.once('spawn', () => lowerPriority(child));
    child.once('error', () => resolve(undefined));
    child.once('close', () => {
      withdraw();
      signal.removeEventListener('abort', end);
      resolve(signal.aborted ? undefined : readReport(text));
    });
  });
}

/** Lets everything else go first, where the system allows it. */
function lowerPriority({ pid }: ChildProcess): void {
  try {
    if (pid !== undefined) setPriority(pid, niceness);
  } catch {
    // It runs as it is.
  }
}

/** The diagnostics of `--reporter json`: they hold the offsets besides lines and columns. */
function readReport(text: string): readonly Diagnostic[] | undefined {
  try {
    const report: unknown = JSON.parse(text);
    return isObject(report) && Array.isArray(report.diagnostics)
      ? (report.diagnostics as readonly Diagnostic[])
      : undefined;
  } catch {
    return undefined;
  }
}
