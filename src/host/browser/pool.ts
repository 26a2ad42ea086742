import { availableParallelism } from 'node:os';
import { failure, raceWith, success, type Outcome } from '../../base/index.ts';
import type { BrowserPage, BrowserPool, LoadReport, PageDocument } from '../../model/index.ts';
import { diagnostic } from '../codes.ts';
import { launchBrowser, timeLimit, type RunningBrowser } from './launch.ts';
import type { OpenPage } from './page.ts';
import { connectRemote, type RemoteBrowser } from './remote.ts';
import { Slots } from './slots.ts';
import type { Environment, FoundBrowser } from './types.ts';

export interface PoolOptions {
  /** Called when a browser is first needed. */
  readonly find: () => Outcome<FoundBrowser>;
  readonly env: Environment;
  /** A running browser that is used instead of starting one. */
  readonly remote?: RemoteBrowser | undefined;
  /** Pages at work at once (default: the number of cores, at most four). */
  readonly pages?: number;
  /** Milliseconds for one try to start the browser (default 30 s). */
  readonly launchTimeout?: number;
  /** Milliseconds for one try of a job that sets no limit of its own (default 60 s). */
  readonly jobTimeout?: number;
}

/** Makes a pool; nothing starts before it is needed. */
export function createBrowserPool(options: PoolOptions): BrowserPool {
  return new Pool(options);
}

type Job<T> = (page: BrowserPage) => Promise<T>;

type Attempt<T> =
  | { readonly kind: 'done'; readonly value: T }
  | { readonly kind: 'no-browser'; readonly outcome: Outcome<never> }
  | { readonly kind: 'lost'; readonly code: 'browser/crashed' | 'browser/timeout'; readonly reason: string };

const crashed = (reason: string) => ({ kind: 'lost', code: 'browser/crashed', reason }) as const;

/** One running browser and its idle pages. */
interface Session {
  readonly browser: RunningBrowser;
  readonly idle: OpenPage[];
  isGone: boolean;
}

class Pool implements BrowserPool {
  readonly #options: PoolOptions;
  readonly #slots: Slots;
  #session: Promise<Outcome<Session>> | undefined;
  readonly #closing = new AbortController();

  constructor(options: PoolOptions) {
    this.#options = options;
    this.#slots = new Slots(options.pages ?? Math.min(4, availableParallelism()));
  }

  start(): void {
    void this.#open();
  }

  async version(): Promise<Outcome<string>> {
    const session = await this.#open();
    return session.ok ? success(session.value.browser.version) : session;
  }

  async run<T>(label: string, job: Job<T>, options: { readonly timeout?: number } = {}): Promise<Outcome<T>> {
    const timeout = options.timeout ?? this.#options.jobTimeout ?? 60_000;
    const first = await this.#slots.shared(() => this.#attempt(job, timeout));
    const last = first.kind === 'lost' ? await this.#slots.alone(() => this.#anew(job, timeout)) : first;
    if (last.kind === 'done') return success(last.value);
    if (last.kind === 'no-browser') return last.outcome;
    return failure([
      diagnostic(
        last.code,
        `${label}: ${last.code === 'browser/crashed' ? 'the browser died' : 'the browser hung'} (${last.reason}), twice.`,
      ),
    ]);
  }

  show<T>(
    label: string,
    { html, viewport }: PageDocument,
    job: (page: BrowserPage, report: Promise<LoadReport>) => Promise<T>,
    options: { readonly timeout?: number } = {},
  ): Promise<Outcome<T>> {
    return this.run(label, (page) => job(page, page.load(html, { viewport })), options);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#closing.abort();
    const session = await this.#session;
    if (!session?.ok) return;
    const { browser } = session.value;
    await (browser.end ? browser.end() : browser.kill());
  }

  #open(): Promise<Outcome<Session>> {
    if (this.#closing.signal.aborted) throw new Error('The browser pool is closed.');
    return (this.#session ??= this.#launch());
  }

  async #launch(): Promise<Outcome<Session>> {
    const launched = await this.#start();
    if (!launched.ok) return launched;
    const session: Session = { browser: launched.value, idle: [], isGone: false };
    void session.browser.gone.then(() => this.#forget(session));
    return success(session);
  }

  async #start(): Promise<Outcome<RunningBrowser>> {
    const { env, remote, launchTimeout: timeout = 30_000 } = this.#options;
    const signal = this.#closing.signal;
    if (remote) return connectRemote(remote, { timeout, signal });
    const found = this.#options.find();
    return found.ok ? launchBrowser(found.value, { env, timeout, signal }) : found;
  }

  /** Marks a browser as dead, so that the next job starts a new one. */
  #forget(session: Session): void {
    if (session.isGone) return;
    session.isGone = true;
    session.browser.kill();
    this.#session = undefined;
  }

  /**
   * The second try: alone, so that a job that brings the browser down is told from the jobs that ran beside it, and in a
   * new browser, since one that lost a page may be about to go.
   */
  async #anew<T>(job: Job<T>, timeout: number): Promise<Attempt<T>> {
    const session = await this.#session;
    if (session?.ok) this.#forget(session.value);
    return this.#attempt(job, timeout);
  }

  async #attempt<T>(job: Job<T>, timeout: number): Promise<Attempt<T>> {
    const opened = await this.#open();
    if (!opened.ok) return { kind: 'no-browser', outcome: opened };
    const session = opened.value;
    const limit = timeLimit(timeout, `no result within ${timeout} ms`);
    const late = limit.reached.then((reason) => ({ kind: 'lost', code: 'browser/timeout', reason }) as const);
    try {
      const first = await raceWith(Promise.race([this.#work(session, job), late]), session.browser.gone);
      const result = typeof first === 'string' ? crashed(first) : first;
      // A stopped renderer or browser cannot be told to stop: only killing helps.
      if (result.kind === 'lost' && result.code === 'browser/timeout') this.#forget(session);
      return result;
    } finally {
      limit.cancel();
    }
  }

  async #work<T>(session: Session, job: Job<T>): Promise<Attempt<T>> {
    const page = await this.#page(session);
    if ('kind' in page) return page;
    try {
      const done = job(page.page).then((value) => ({ kind: 'done', value }) as const);
      const result = await raceWith(done, page.crashed);
      if (typeof result === 'string') {
        this.#discard(page);
        return crashed(result);
      }
      session.idle.push(page);
      return result;
    } catch (error) {
      // Whether the page or the whole browser went is known within moments; until then it looks like a failed command.
      const known = timeLimit(200, '');
      const reason = await Promise.race([session.browser.gone, page.crashed, known.reached]);
      known.cancel();
      this.#discard(page);
      if (reason === '' && !session.isGone && !isDisconnection(error)) throw error;
      return { kind: 'lost', code: 'browser/crashed', reason: reason === '' ? String(error) : reason };
    }
  }

  /** No job has a part in it when a page cannot be opened: the browser is of no more use. */
  async #page(session: Session): Promise<OpenPage | Extract<Attempt<never>, { readonly kind: 'lost' }>> {
    try {
      return session.idle.pop() ?? (await session.browser.openPage());
    } catch (error) {
      const reason = `it could not open a page: ${error instanceof Error ? error.message : String(error)}`;
      this.#forget(session);
      return { kind: 'lost', code: 'browser/crashed', reason };
    }
  }

  #discard(page: OpenPage): void {
    page.close().catch(() => undefined);
  }
}

/** Whether Puppeteer says that page or browser went away under its hands. */
const isDisconnection = (error: unknown): boolean =>
  error instanceof Error && ['TargetCloseError', 'ConnectionClosedError'].includes(error.name);
