import { existsSync, lstatSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Worker } from 'node:worker_threads';
import { defaultBudget } from './budget.ts';

/** What a thread runs, and how many megabytes of V8's heap it may take. */
export interface ThreadKind {
  readonly entry: string;
  readonly megabytes: number;
}

/** Starts a thread; it waits for its first message, the setup. */
export const startThread = ({ entry, megabytes }: ThreadKind): Worker =>
  new Worker(entry, { name: 'lectern-lessons', resourceLimits: { maxOldGenerationSizeMb: megabytes } });

let early: (ThreadKind & { readonly worker: Worker }) | undefined;

/**
 * Starts a thread before it is known what for, so that it loads its code while this thread loads its own. Nothing waits
 * for a thread that is not taken.
 */
export function startEarly(entry: string): void {
  if (!existsSync(entry)) return;
  const kind = { entry, megabytes: defaultBudget.megabytes };
  const worker = startThread(kind);
  worker.unref();
  // Who takes it listens anew; one that fails untaken harms nobody.
  worker.once('error', () => (early = undefined));
  early = { ...kind, worker };
}

/** The thread that was started early, when it is one of this kind; it is given once. */
export function takeEarly({ entry, megabytes }: ThreadKind): Worker | undefined {
  if (early?.entry !== entry || early.megabytes !== megabytes) return undefined;
  const { worker } = early;
  early = undefined;
  worker.ref();
  return worker;
}

/** Ends the thread that was started early, unless it was taken. */
export function dropEarly(): void {
  void early?.worker.terminate();
  early = undefined;
}

/** Options with which a build makes no lessons at once, or in another kind of thread. */
const others = /^(?:--?h(?:elp)?|--(?:watch|untrusted|memory-limit|shard)(?:=.*)?)$/;

/**
 * Whether a command line will surely make lessons: a build in whose output folder nothing was built before. A project
 * that names its folders in its settings is left to the build itself.
 */
export function makesLessons([command, ...args]: readonly string[], cwd: string): boolean {
  if (command !== 'build' || args.some((arg) => others.test(arg))) return false;
  if (!existsSync(join(cwd, 'lessons'))) return false;
  const at = args.findIndex((arg) => /^--out(?:=|$)/.test(arg));
  const named = at < 0 ? undefined : (args[at] ?? '').startsWith('--out=') ? (args[at] ?? '').slice(6) : args[at + 1];
  if (named === undefined && /^output:/m.test(settings(cwd))) return false;
  return !existsSync(join(resolve(cwd, named ?? 'output'), 'manifest.json'));
}

/** Larger settings, and what is no regular file (a FIFO is waited for, a device never ends), are left to the build too. */
const mostBytes = 1_000_000;

function settings(cwd: string): string {
  try {
    const file = join(cwd, 'lectern.yaml');
    const stat = lstatSync(file);
    return stat.isFile() && stat.size <= mostBytes ? readFileSync(file, 'utf8') : 'output:';
  } catch {
    return '';
  }
}
