import { fork, type ChildProcess } from 'node:child_process';
import { constants } from 'node:os';
import { pulseEvery, pulseMark, type Pulse } from './pulse.ts';
import { sweepTemporary } from './temporary.ts';

/** Seconds without a sign of life after which a process is stopped, unless it asks for another limit. */
const usualLimit = 60;
/** Milliseconds that a process is given to end by itself when it is asked to. */
const patience = 600;
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Runs a command that reads lessons in its main thread in a process of its own, so that it can be stopped from outside:
 * by Ctrl-C, whatever it is doing, and when it gives no sign of life for too long.
 * @returns its exit code.
 */
export function supervise(entry: string, args: readonly string[]): Promise<number> {
  const child = fork(entry, args, {
    env: { ...process.env, [pulseMark]: '1' },
    // Out of the terminal's reach: each signal arrives once, through this process.
    detached: process.platform !== 'win32',
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  });
  const watch = new Watch(child);
  const onSignal = (signal: NodeJS.Signals): void => watch.ask(signal);
  for (const signal of signals) process.on(signal, onSignal);
  return new Promise((resolve) => {
    child.once('error', () => resolve(1));
    child.once('exit', (code, signal) => {
      for (const name of signals) process.off(name, onSignal);
      resolve(watch.settle(code, signal));
    });
  });
}

/** Keeps the time of a process. */
class Watch {
  readonly #child: ChildProcess;
  readonly #timer: NodeJS.Timeout;
  #limit = usualLimit;
  #doing: Pulse['doing'];
  /** Milliseconds since the last sign of life; while this computer sleeps no time passes. */
  #silent = 0;
  #end: 'slow' | NodeJS.Signals | undefined;

  constructor(child: ChildProcess) {
    this.#child = child;
    child.on('message', (message) => {
      const { doing, limit } = message as Pulse;
      this.#silent = 0;
      if (doing) this.#doing = doing;
      if (limit !== undefined) this.#limit = limit;
    });
    this.#timer = setInterval(() => this.#look(), pulseEvery);
  }

  /** Passes a signal on; a process that does not hear it is stopped. */
  ask(signal: NodeJS.Signals): void {
    this.#end ??= signal;
    this.#child.kill(signal);
    setTimeout(() => this.#kill(), patience).unref();
  }

  settle(code: number | null, signal: NodeJS.Signals | null): number {
    clearInterval(this.#timer);
    if (signal === 'SIGKILL') sweepTemporary();
    if (this.#end === 'slow') {
      process.stderr.write(`${this.#slow()}\n`);
      return 1;
    }
    if (code !== null) return code;
    return 128 + constants.signals[this.#end ?? signal ?? 'SIGTERM'];
  }

  #look(): void {
    this.#silent += pulseEvery;
    if (this.#end !== undefined || this.#silent <= this.#limit * 1000) return;
    this.#end = 'slow';
    this.#kill();
  }

  #kill(): void {
    const { pid } = this.#child;
    try {
      // With what it has started.
      if (pid !== undefined && process.platform !== 'win32') process.kill(-pid, 'SIGKILL');
      else this.#child.kill('SIGKILL');
    } catch {
      // It has ended meanwhile.
    }
  }

  #slow(): string {
    const { file = 'lectern', what = 'The command' } = this.#doing ?? {};
    return `${file}:1:1: error build/too-slow: ${what} was stopped: no sign of life for ${this.#limit} s\n  help: If the lesson is sound and just large, allow more time with --time-limit SECONDS.`;
  }
}
