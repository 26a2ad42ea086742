import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { onExit } from '../cleanup.ts';
import { createTemporaryFolder } from '../temporary.ts';
import { browserFlags } from './flags.ts';
import type { Environment, Executable } from './types.ts';

/** A running browser that dies with this process, and the two pipes that speak the DevTools protocol. */
export interface BrowserProcess {
  readonly pid: number | undefined;
  readonly commands: Writable;
  readonly answers: Readable;
  /** Resolves with a few words when the process has ended or could not be started; never rejects. */
  readonly ended: Promise<string>;
  /** The last words on its standard error. */
  lastWords(): string;
  /** Kills it with all its children and removes its folder; at once, and harmless when repeated. */
  kill(): void;
}

const keptOfStderr = 4096;

/**
 * Starts a browser in a process group of its own (Ctrl-C in the terminal reaches only this process, which then kills
 * the group) with a private folder for profile, temporary files and home. The pipe closes when this process is killed
 * outright, and the browser then ends by itself.
 */
export function startBrowserProcess(executable: Executable, env: Environment, sandbox: boolean): BrowserProcess {
  const folder = createTemporaryFolder();
  const flags = browserFlags({ profile: join(folder.path, 'profile'), sandbox, executable });
  const child = spawn(executable.path, flags, {
    cwd: folder.path,
    detached: process.platform !== 'win32',
    env: browserEnvironment(executable, env, folder.path),
    stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
    windowsHide: true,
  });
  let stderr = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (stderr = (stderr + text).slice(-keptOfStderr)));
  const [, , , commands, answers] = child.stdio as unknown as [null, null, Readable, Writable, Readable];
  // A browser that died leaves a broken pipe: `ended` tells about it.
  for (const stream of [commands, answers]) stream.on('error', () => undefined);
  const ended = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('exit', (code, signal) => resolve(signal ? `it was ended by ${signal}` : `it exited with code ${code}`));
  });
  let killed = false;
  const kill = (): void => {
    if (killed) return;
    killed = true;
    killGroup(child);
    // Its death takes the system a while; nothing here needs to wait for it.
    child.unref();
    for (const stream of [commands, answers, child.stderr]) stream?.destroy();
    folder[Symbol.dispose]();
    withdraw();
  };
  const withdraw = onExit(kill);
  return { pid: child.pid, commands, answers, ended, lastWords: () => stderr.trim(), kill };
}

/** SIGKILL also ends a stopped process, which would never act on a gentler signal. */
function killGroup(child: ChildProcess): void {
  if (child.pid === undefined) return;
  if (process.platform === 'win32') {
    spawnSync('taskkill', ['/pid', String(child.pid), '/t', '/f'], { windowsHide: true });
    return;
  }
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch {
    // The whole group is gone already.
  }
}

/** No more of the caller's environment than a browser needs; above all no proxy, locale, time zone or API key. */
function browserEnvironment(executable: Executable, env: Environment, folder: string): NodeJS.ProcessEnv {
  const kept = ['PATH', 'SystemRoot', 'ProgramFiles', 'LOCALAPPDATA', 'LD_LIBRARY_PATH', 'DISPLAY', 'XDG_RUNTIME_DIR'];
  const own = executable.usesMachineFonts ? { HOME: env.HOME ?? folder } : { HOME: folder };
  return {
    ...Object.fromEntries(kept.flatMap((name) => (env[name] === undefined ? [] : [[name, env[name]]]))),
    ...own,
    LANG: 'C.UTF-8',
    TZ: 'UTC',
    TMPDIR: folder,
    TEMP: folder,
    TMP: folder,
    ...executable.env,
  };
}
