import { constants } from 'node:os';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
const pending = new Set<() => void>();

/**
 * Registers work that must happen however the process ends short of SIGKILL: normally, by an uncaught error, or by
 * SIGINT, SIGTERM or SIGHUP (after which the process exits with 128 + the signal's number, 130 for SIGINT).
 * The work must be synchronous. Listeners exist only while something is registered, so an idle host changes nothing.
 * @returns a function that withdraws the work.
 */
export function onExit(cleanup: () => void): () => void {
  if (pending.size === 0) listen();
  pending.add(cleanup);
  return () => {
    if (pending.delete(cleanup) && pending.size === 0) unlisten();
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
  process.exit(128 + constants.signals[signal]);
}

function listen(): void {
  process.on('exit', runAll);
  for (const signal of signals) process.on(signal, onSignal);
}

function unlisten(): void {
  process.off('exit', runAll);
  for (const signal of signals) process.off(signal, onSignal);
}
