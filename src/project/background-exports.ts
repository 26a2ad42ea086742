import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LessonId } from '../model/index.ts';
import type { ExportFormat, ExportResult } from '../preview/index.ts';
import { runInBackground } from './background-command.ts';

export interface ExportOptions {
  /** The project's folder. */
  readonly root: string;
  /** The output folder. */
  readonly out: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Given on to `lectern build`. */
  readonly browser: string | undefined;
}

const mediaTypes: Readonly<Record<ExportFormat, string>> = {
  html: 'text/html; charset=utf-8',
  pdf: 'application/pdf',
  md: 'text/markdown; charset=utf-8',
};

/** Runs `lectern build` for the export buttons, one after another, in a process of its own: saves never wait for it. */
export class BackgroundExports {
  readonly #options: ExportOptions;
  readonly #closing = new AbortController();
  #last: Promise<unknown> = Promise.resolve();

  constructor(options: ExportOptions) {
    this.#options = options;
  }

  /** Makes one format of a lesson as its files are when its turn comes. */
  make(id: LessonId, format: ExportFormat): Promise<ExportResult> {
    const made = this.#last.then(() => this.#make(id, format));
    this.#last = made;
    return made;
  }

  /** Ends what is under way and what waits. */
  async close(): Promise<void> {
    this.#closing.abort();
    await this.#last;
  }

  async #make(id: LessonId, format: ExportFormat): Promise<ExportResult> {
    const { root, out, env, browser } = this.#options;
    const args = ['build', id, '--format', format, '--out', out, '--no-check', '--reporter', 'json'];
    const request = browser === undefined ? [] : ['--browser', browser];
    const found = await runInBackground([...args, ...request], { root, env, signal: this.#closing.signal });
    const problems = (found ?? []).filter(({ severity }) => severity === 'error');
    const path = `${id}/deck.${format}`;
    const bytes = found && problems.length === 0 ? readMade(join(out, path)) : undefined;
    return { problems, ...(bytes ? { file: { path, mediaType: mediaTypes[format], bytes } } : {}) };
  }
}

/** What the build left; nothing when it is not there. */
function readMade(file: string): Uint8Array | undefined {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}
