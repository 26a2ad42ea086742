import { spawn, type ChildProcess } from 'node:child_process';
import { setPriority } from 'node:os';
import { isObject, type Diagnostic } from '../base/index.ts';
import type { LiveLesson } from '../preview/index.ts';

/** Milliseconds without a save before the slower checks start. */
const pause = 700;
/** How far the checks stand behind everything else that the computer does (0 to 19). */
const niceness = 10;

export interface BackgroundOptions {
  /** The project's folder. */
  readonly root: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Given on to `lectern check`. */
  readonly browser: string | undefined;
}

/**
 * Runs `lectern check` on lessons that nobody has saved for a moment, one after another, in a process of its own, so
 * that a save meanwhile is shown without delay. A save ends the check that is under way.
 */
export class BackgroundChecks {
  readonly #options: BackgroundOptions;
  readonly #waiting = new Map<string, LiveLesson>();
  #timer: NodeJS.Timeout | undefined;
  #child: ChildProcess | undefined;
  #isClosed = false;

  constructor(options: BackgroundOptions) {
    this.#options = options;
  }

  /** Checks a lesson soon; called after each making. */
  plan(lesson: LiveLesson): void {
    if (this.#isClosed) return;
    this.#waiting.set(lesson.id, lesson);
    this.#child?.kill('SIGTERM');
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#run(), pause);
  }

  /** Ends what is under way. */
  async close(): Promise<void> {
    this.#isClosed = true;
    clearTimeout(this.#timer);
    const child = this.#child;
    if (child?.exitCode !== null) return;
    const ended = new Promise((resolve) => child.once('close', resolve));
    child.kill('SIGTERM');
    await ended;
  }

  /** Checks the lessons that wait, one after another; those that were saved meanwhile wait for the next pause. */
  async #run(): Promise<void> {
    if (this.#child) return;
    const [first] = this.#waiting;
    if (!first || this.#isClosed) return;
    const [id, lesson] = first;
    this.#waiting.delete(id);
    const { version, made } = lesson;
    const found = made ? await this.#check(id) : undefined;
    if (found) lesson.checked(version, found);
    clearTimeout(this.#timer);
    if (this.#waiting.size > 0 && !this.#isClosed) this.#timer = setTimeout(() => void this.#run(), pause);
  }

  /** All findings of a lesson; nothing when the check was ended or failed. */
  #check(id: string): Promise<readonly Diagnostic[] | undefined> {
    const { root, env, browser } = this.#options;
    const args = ['check', id, '--reporter', 'json', ...(browser === undefined ? [] : ['--browser', browser])];
    return new Promise((resolve) => {
      const child = spawn(process.execPath, [process.argv[1] ?? '', ...args], {
        cwd: root,
        env: { ...env },
        stdio: ['ignore', 'pipe', 'ignore'],
      });
      this.#child = child;
      let text = '';
      child.stdout.on('data', (chunk) => (text += String(chunk)));
      child.once('spawn', () => behind(child));
      child.once('error', () => resolve(undefined));
      child.once('close', (code) => {
        this.#child = undefined;
        resolve(code === 0 || code === 1 ? readReport(text) : undefined);
      });
    });
  }
}

/** Lets everything else go first, where the system allows it. */
function behind({ pid }: ChildProcess): void {
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
