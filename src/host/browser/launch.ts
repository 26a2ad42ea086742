import { failure, success, type Outcome } from '../../base/index.ts';
import { diagnostic } from '../codes.ts';
import { connect, type Connection } from './connect.ts';
import { startBrowserProcess, type BrowserProcess } from './process.ts';
import type { Environment, Executable, FoundBrowser } from './types.ts';

/** A started browser that answers. */
export interface RunningBrowser extends Pick<Connection, 'version' | 'openPage'> {
  readonly pid: number | undefined;
  /** Resolves with the reason when the browser is of no more use. */
  readonly gone: Promise<string>;
  /** Ends it at once; there is nothing in it worth a graceful end. */
  kill(): void;
  /** Leaves it in good order; only a browser that others use too needs that. */
  end?(): Promise<void>;
}

export interface LaunchOptions {
  readonly env: Environment;
  /** Milliseconds for one try. */
  readonly timeout: number;
  /** Calls the start off. */
  readonly signal: AbortSignal;
}

/**
 * Starts a browser and waits until it answers. One that exits, hangs or talks nonsense is killed and tried once more,
 * without Chrome's sandbox when that was what it complained about.
 */
export async function launchBrowser(found: FoundBrowser, options: LaunchOptions): Promise<Outcome<RunningBrowser>> {
  const executable = await found.prepare();
  if (!executable.ok) return executable;
  let sandbox = process.getuid?.() !== 0;
  let trouble = '';
  for (let tries = 0; tries < 2 && !options.signal.aborted; tries++) {
    const result = await tryLaunch(executable.value, { ...options, sandbox });
    if ('running' in result) return success(result.running);
    trouble = result.trouble;
    if (/sandbox/i.test(trouble)) sandbox = false;
  }
  const help = ['Try another browser: --browser bundled, --browser system or --browser PATH.', 'Run lectern doctor.'];
  return failure([diagnostic('browser/launch-failed', `${found.name} did not start: ${trouble}`, { help })]);
}

type Launch = { readonly running: RunningBrowser } | { readonly trouble: string };

async function tryLaunch(
  executable: Executable,
  options: LaunchOptions & { readonly sandbox: boolean },
): Promise<Launch> {
  const browserProcess = start(executable, options);
  if ('trouble' in browserProcess) return browserProcess;
  const limit = timeLimit(options.timeout, `it did not answer within ${options.timeout} ms`);
  const connecting = connect(browserProcess).then(
    (connection) => ({ connection }),
    (error: unknown) => ({ reason: `it does not speak the DevTools protocol (${String(error)})` }),
  );
  const calledOff = new Promise<string>((resolve) => {
    options.signal.addEventListener('abort', () => resolve('it was called off'), { once: true });
  });
  const ending = Promise.race([browserProcess.ended, limit.reached, calledOff]).then((reason) => ({ reason }));
  const first = await Promise.race([connecting, ending]);
  const result = 'reason' in first ? { reason: await betterReason(browserProcess, first.reason) } : first;
  limit.cancel();
  if ('connection' in result) return { running: running(browserProcess, result.connection) };
  const trouble = describe(result.reason, browserProcess);
  browserProcess.kill();
  return { trouble };
}

/** The system may refuse a temporary folder, a pipe or a process. */
function start(
  executable: Executable,
  { env, sandbox }: LaunchOptions & { readonly sandbox: boolean },
): BrowserProcess | { readonly trouble: string } {
  try {
    return startBrowserProcess(executable, env, sandbox);
  } catch (error) {
    return { trouble: error instanceof Error ? error.message : String(error) };
  }
}

function running(browserProcess: BrowserProcess, connection: Connection): RunningBrowser {
  const gone = Promise.race([browserProcess.ended, connection.closed]).then(async (first) => {
    const reason = await betterReason(browserProcess, first);
    browserProcess.kill();
    return reason;
  });
  const { version } = connection;
  return {
    pid: browserProcess.pid,
    version,
    openPage: () => connection.openPage(),
    gone,
    kill: () => browserProcess.kill(),
  };
}

/** An exit explains more than the broken connection that it causes, and follows within moments. */
function betterReason(browserProcess: BrowserProcess, reason: string): Promise<string> {
  return Promise.race([browserProcess.ended, new Promise<string>((resolve) => setTimeout(() => resolve(reason), 50))]);
}

/** The reason, and the last line that the browser itself wrote. */
function describe(reason: string, browserProcess: BrowserProcess): string {
  const words = browserProcess.lastWords().split('\n').at(-1)?.trim() ?? '';
  return words === '' ? `${reason}.` : `${reason}; its last words: ${words.slice(0, 300)}`;
}

/** A promise that resolves with `reason` after `milliseconds`, and a way to call it off. */
export function timeLimit(milliseconds: number, reason: string): { readonly reached: Promise<string>; cancel(): void } {
  let timer: NodeJS.Timeout | undefined;
  const reached = new Promise<string>((resolve) => (timer = setTimeout(() => resolve(reason), milliseconds)));
  return { reached, cancel: () => clearTimeout(timer) };
}
