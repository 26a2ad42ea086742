import { failure, type Json, type Outcome } from '../base/index.ts';
import type { MakerWorld } from '../make/index.ts';
import { createFiles, createSweeper, expressionOf, untrustedFiles } from '../host/index.ts';
import type { BrowserPage, BrowserPool, LoadReport, PageDocument, PageFunction } from '../model/index.ts';
import type { Peer } from './peer.ts';
import type { Loan, MainCalls, ThreadSetup } from './protocol.ts';

type Main = Peer<MainCalls>;
type Job = (page: BrowserPage, report: () => Promise<LoadReport>) => Promise<unknown>;

/** The jobs of this thread that wait for a page or are at work in one, by number. */
export type Jobs = Map<number, Job>;

/** The world of a thread: it reads files itself; output folder, store and browser are those of the main thread. */
export function createFarWorld(main: Main, setup: ThreadSetup, jobs: Jobs): MakerWorld {
  const { root, packageRoot, config, version, release, browserIdentity, drawingIdentity, sourceDateEpoch } = setup;
  return {
    files: setup.untrusted ? untrustedFiles(createFiles(root, packageRoot)) : createFiles(root, packageRoot),
    output: { write: (artifact) => main.call('write', artifact) },
    store: {
      get: (kind, key) => main.call('get', kind, key),
      put: (kind, key, bytes) => main.call('put', kind, key, bytes),
    },
    browser: farBrowser(main, jobs, false),
    browserIdentity,
    ...(drawingIdentity === undefined
      ? {}
      : { drawing: { browser: farBrowser(main, jobs, true), identity: drawingIdentity } }),
    config,
    version,
    ...(release === undefined ? {} : { release }),
    sourceDateEpoch,
    sweep: createSweeper(),
  };
}

let count = 0;

/** @param draws whether it is the browser for drawings. */
function farBrowser(main: Main, jobs: Jobs, draws: boolean): BrowserPool {
  const lend = async (job: Job, loan: Omit<Loan, 'job' | 'draws'>): Promise<Outcome<unknown>> => {
    const number = ++count;
    jobs.set(number, job);
    try {
      return await main.call('lend', { ...loan, job: number, draws });
    } finally {
      jobs.delete(number);
    }
  };
  return {
    // The main thread has started it.
    start: () => undefined,
    version: () => Promise.resolve(failure([])),
    run: async <T>(
      label: string,
      job: (page: BrowserPage) => Promise<T>,
      { timeout }: { readonly timeout?: number } = {},
    ) => (await lend((page) => job(page), { label, timeout })) as Outcome<T>,
    show: async <T>(
      label: string,
      document: PageDocument,
      job: (page: BrowserPage, report: Promise<LoadReport>) => Promise<T>,
      { timeout }: { readonly timeout?: number } = {},
    ) => (await lend((page, report) => job(page, report()), { label, timeout, document })) as Outcome<T>,
    [Symbol.asyncDispose]: () => Promise.resolve(),
  };
}

/** A page of the main thread's browser. */
export function farPage(main: Main, page: number): BrowserPage {
  return {
    load: (html, options = {}) => main.call('load', page, html, options),
    resize: (viewport) => main.call('resize', page, viewport),
    evaluate: async <T, A extends readonly Json[]>(script: string | PageFunction<A, T>, ...args: A) =>
      (await main.call('evaluate', page, expressionOf(script, args))) as T,
    fontsOf: (selector) => main.call('fontsOf', page, selector),
    print: () => main.call('print', page),
    screenshot: (options = {}) => main.call('screenshot', page, options),
  };
}
