import type { Diagnostic } from '../base/index.ts';
import type { LiveLesson } from '../preview/index.ts';
import { runInBackground } from './background-command.ts';

/** Milliseconds without a save before the slower checks start. */
const pause = 700;

export interface BackgroundOptions {
  /** The project's folder. */
  readonly root: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Given on to `lectern check`. */
  readonly browser: string | undefined;
}

/**
 * Runs `lectern check` on lessons that nobody has saved for a moment, one after another, in a process of its own. A
 * save ends the check that is under way.
 */
export class BackgroundChecks {
  readonly #options: BackgroundOptions;
  readonly #waiting = new Map<string, LiveLesson>();
  #timer: NodeJS.Timeout | undefined;
  #running: { readonly abort: AbortController; readonly ended: Promise<void> } | undefined;
  #isClosed = false;

  constructor(options: BackgroundOptions) {
    this.#options = options;
  }

  /** Checks a lesson soon; called after each making. */
  plan(lesson: LiveLesson): void {
    if (this.#isClosed) return;
    this.#waiting.set(lesson.id, lesson);
    this.#running?.abort.abort();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#next(), pause);
  }

  /** Ends what is under way. */
  async close(): Promise<void> {
    this.#isClosed = true;
    clearTimeout(this.#timer);
    this.#running?.abort.abort();
    await this.#running?.ended;
  }

  /** Checks the lessons that wait, one after another; those that were saved meanwhile wait for the next pause. */
  #next(): void {
    const [first] = this.#waiting;
    if (this.#running || !first || this.#isClosed) return;
    const [id, lesson] = first;
    this.#waiting.delete(id);
    const abort = new AbortController();
    const ended = this.#check(lesson, abort.signal).finally(() => {
      this.#running = undefined;
      clearTimeout(this.#timer);
      if (this.#waiting.size > 0 && !this.#isClosed) this.#timer = setTimeout(() => this.#next(), pause);
    });
    this.#running = { abort, ended };
  }

  async #check(lesson: LiveLesson, signal: AbortSignal): Promise<void> {
    const { version, made } = lesson;
    const found = made ? await this.#run(lesson.id, signal) : undefined;
    if (found) lesson.checked(version, found);
  }

  #run(id: string, signal: AbortSignal): Promise<readonly Diagnostic[] | undefined> {
    const { root, env, browser } = this.#options;
    const args = ['check', id, '--reporter', 'json', ...(browser === undefined ? [] : ['--browser', browser])];
    return runInBackground(args, { root, env, signal });
  }
}
