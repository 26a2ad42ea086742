import { constants } from 'node:os';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
const pending = new Set<() => void>();
const stops = new Set<() => Promise<unknown>>();

/** Milliseconds that threads are given to end; some calls into native code cannot be interrupted. */
const patience = 400;

/**
 * Registers work that must happen however the process ends short of SIGKILL: normally, by an uncaught error, or by
 * SIGINT, SIGTERM or SIGHUP (after which the process exits with 128 + the signal's number, 130 for SIGINT).
 * The work must be synchronous. Listeners exist only while something is registered, so an idle host changes nothing.
 * @returns a function that withdraws the work.
 */
export const onExit = (cleanup: () => void): (() => void) => register(pending, cleanup);

/**
 * Registers what stops a thread. An exit waits for all threads of the process, one that never ends included, so they are
 * stopped first, and a process whose threads cannot be stopped ends without waiting.
 * @returns a function that withdraws it.
 */
export const onStop = (stop: () => Promise<unknown>): (() => void) => register(stops, stop);

function register<T>(set: Set<T>, item: T): () => void {
  if (pending.size + stops.size === 0) listen();
  set.add(item);
  return () => {
    if (set.delete(item) && pending.size + stops.size === 0) unlisten();
  };
}

function runAll(): void {
  for (const cleanup of [...pending]) {
    try {
      cleanup();
    } catch {
      // The process is ending: the next cleanup matters more than this one's failure.
    }
  }
  pending.clear();
}

function onSignal(signal: NodeJS.Signals): void {
  runAll();
  const exit = (): never => process.exit(128 + constants.signals[signal]);
  if (stops.size === 0) exit();
  const stuck = setTimeout(() => dieOf(signal), patience);
  void Promise.all([...stops].map((stop) => stop())).then(() => {
    clearTimeout(stuck);
    exit();
  });
}

/** Ends as a process does that does not listen to the signal. */
function dieOf(signal: NodeJS.Signals): void {
  runAll();
  process.removeAllListeners(signal);
  process.kill(process.pid, signal);
}

function listen(): void {
  process.on('exit', runAll);
  for (const signal of signals) process.on(signal, onSignal);
}

function unlisten(): void {
  process.off('exit', runAll);
  for (const signal of signals) process.off(signal, onSignal);
}
