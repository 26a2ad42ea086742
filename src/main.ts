import { isRefusal } from './base/index.ts';
import { exits } from './commands/command.ts';
import { wantsColor } from './reporters/colors.ts';

const interrupt = new AbortController();
process.once('SIGINT', () => interrupt.abort());

// A reader that closes its pipe early (`lectern schema | head`) is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));

const { env, stderr, stdout } = process;
try {
  // Imported here, so that a system that refuses to open so many files is told like any other trouble.
  const { runCommandLine } = await import('./commands/run.ts');
  process.exitCode = await runCommandLine(process.argv.slice(2), {
    cwd: process.cwd(),
    env,
    out: (text) => void stdout.write(text),
    err: (text) => void stderr.write(text),
    interactive: stderr.isTTY && env.CI === undefined,
    color: wantsColor(env, stderr.isTTY),
    width: stderr.columns ?? 100,
    signal: interrupt.signal,
  });
} catch (error) {
  stderr.write(`${describe(error)}\n`);
  process.exitCode = exits.findings;
}

function describe(error: unknown): string {
  if (isRefusal(error)) return `lectern: the system refused something: ${error.message}`;
  return `Lectern failed, which is a bug: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
}
