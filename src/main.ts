import { fileURLToPath } from 'node:url';
import { isRefusal } from './base/index.ts';
import { exits } from './commands/line/command.ts';
import { pulseMark, startPulse } from './host/pulse.ts';
import { wantsColor } from './reporters/colors.ts';
import { dropEarly, makesLessons, startEarly } from './threads/early.ts';

let interrupt: AbortController | undefined;
/** A command that never asks for it is ended by Ctrl-C as any program is, even while it hears nothing. */
function interruptSignal(): AbortSignal {
  if (!interrupt) {
    const controller = new AbortController();
    process.once('SIGINT', () => controller.abort());
    interrupt = controller;
  }
  return interrupt.signal;
}

/** Whether a command reads lessons in its main thread: `check` does to find out which of them have changed. */
const isSupervised = ([name = '', ...args]: readonly string[]): boolean =>
  ['coverage', 'dev', 'import', 'layouts'].includes(name) ||
  (name === 'check' && args.some((arg) => /^--changed(?:=|$)/.test(arg)));

// A reader that closes its pipe early (`lectern schema | head`) is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));

const { env, stderr, stdout } = process;
/** Settles when the command has ended. */
export const done = main();

async function main(): Promise<void> {
  try {
    process.exitCode = await run(process.argv.slice(2));
  } catch (error) {
    stderr.write(`${describe(error)}\n`);
    process.exitCode = exits.findings;
  }
}

async function run(args: readonly string[]): Promise<number> {
  if (env[pulseMark] === undefined && isSupervised(args)) {
    const { supervise } = await import('./host/supervise.ts');
    return supervise(process.argv[1] ?? '', args);
  }
  startPulse();
  if (makesLessons(args, process.cwd())) startEarly(fileURLToPath(new URL('lesson-thread.js', import.meta.url)));
  // Imported here, so that a system that refuses to open so many files is told like any other trouble.
  const { runCommandLine } = await import('./commands/line/run.ts');
  const code = await runCommandLine(args, {
    cwd: process.cwd(),
    env,
    out: (text) => void stdout.write(text),
    err: (text) => void stderr.write(text),
    interactive: stderr.isTTY && env.CI === undefined,
    color: wantsColor(env, stderr.isTTY),
    width: stderr.columns ?? 100,
    get signal() {
      return interruptSignal();
    },
  });
  dropEarly();
  return code;
}

function describe(error: unknown): string {
  if (isRefusal(error)) return `lectern: the system refused something: ${error.message}`;
  return `Lectern failed, which is a bug: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
}
