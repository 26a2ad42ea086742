import { hashOf, hashParts, success, type Diagnostic, type Hash, type Outcome } from '../base/index.ts';
import type { PageResult, Unfinished } from '../formats/index.ts';
import type { BrowserPage, LoadReport } from '../model/index.ts';
import type { MakerWorld } from './world.ts';

/** Something made or measured in a page that has loaded a document; its result depends on the document and the key only. */
export interface PageStep {
  readonly key: string;
  run(page: BrowserPage, report: Promise<LoadReport>): Promise<PageResult | Unfinished>;
  /** Whether it asks everything of the page at once, so that the next step may ask before it has its answers. */
  readonly isAtOnce?: boolean;
  /** Completes the bytes while the page is at work on something else. */
  after?(bytes: Uint8Array): Promise<Uint8Array>;
}

/** What the steps on one document gave, in their order. */
export interface LaidOut {
  readonly results: readonly Uint8Array[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Runs the steps on one document in one page, loaded once, and completes them when the page is free again. Results that the
 * store has are not made again; when it has all of them no browser is started. A result of which something is to be said is
 * not kept: it is made again, and told again.
 */
export async function layOut(
  world: MakerWorld,
  label: string,
  html: string,
  size: { width: number; height: number },
  steps: readonly PageStep[],
): Promise<Outcome<LaidOut>> {
  const document = hashOf(html);
  const keys = steps.map((step) => hashParts([world.version, world.browserIdentity, document, step.key]));
  const found = await Promise.all(keys.map((key) => fetchResult(world, key)));
  if (found.every((bytes) => bytes !== undefined)) return success({ results: found, diagnostics: [] });
  // What was made stays here: a page may be in another thread.
  let results: readonly Result[] = [];
  const laidOut = await world.browser.show(
    label,
    { html, viewport: size },
    async (page, report) => {
      results = await inOnePage(page, report, { steps, keys, found });
    },
    steps.length > usual ? { timeout: 60_000 + 500 * steps.length } : {},
  );
  if (!laidOut.ok) return laidOut;
  const made = await Promise.all(results.map(async (result) => await result()));
  for (const [i, { bytes, diagnostics = [] }] of made.entries())
    if (!found[i] && diagnostics.length === 0) await storeResult(world, keys[i] ?? '', bytes);
  return success({
    results: made.map(({ bytes }) => bytes),
    diagnostics: made.flatMap(({ diagnostics = [] }) => diagnostics),
  });
}

/** With more files of one document than these, such as a picture of every slide, it may take longer than others. */
const usual = 50;

interface PageWork {
  readonly steps: readonly PageStep[];
  readonly keys: readonly Hash[];
  /** What the store has of the steps. */
  readonly found: readonly (Uint8Array | undefined)[];
}

/** Gives what a step made when the page is free; asked for once. */
type Result = () => PageResult | Promise<PageResult>;

/** Runs the steps one after another; equal ones once. What needs no page goes on beside the next step. */
async function inOnePage(
  page: BrowserPage,
  report: Promise<LoadReport>,
  { steps, keys, found }: PageWork,
): Promise<readonly Result[]> {
  const runs: Promise<Result>[] = [];
  for (const [i, step] of steps.entries()) {
    const known = found[i];
    const same = runs[keys.indexOf(keys[i] ?? '')];
    if (known) runs.push(Promise.resolve(() => ({ bytes: known })));
    else if (same) runs.push(same.then((result) => async () => withoutWords(await result())));
    else {
      const run = resultOf(step, page, report);
      runs.push(awaitedLater(run));
      if (step.isAtOnce !== true) await run;
    }
  }
  const results = await Promise.all(runs);
  await report;
  return results;
}

const withoutWords = ({ bytes }: PageResult): PageResult => ({ bytes });

/** A promise that may fail before somebody waits for it. */
function awaitedLater<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => undefined);
  return promise;
}

async function resultOf(step: PageStep, page: BrowserPage, report: Promise<LoadReport>): Promise<Result> {
  const result = await step.run(page, report);
  if (typeof result === 'function') return once(result);
  const done = awaitedLater(completed(step, result));
  return () => done;
}

function once(finish: Unfinished): Unfinished {
  let made: PageResult | undefined;
  return () => (made ??= finish());
}

async function completed(step: PageStep, result: PageResult): Promise<PageResult> {
  return step.after ? { ...result, bytes: await step.after(result.bytes) } : result;
}

/** An `ac` entry names the `cas` entry that holds the bytes. */
async function fetchResult({ store }: MakerWorld, key: Hash): Promise<Uint8Array | undefined> {
  const name = await store.get('ac', key);
  return name && store.get('cas', Buffer.from(name).toString('latin1'));
}

async function storeResult({ store }: MakerWorld, key: Hash, bytes: Uint8Array): Promise<void> {
  const hash = hashOf(bytes);
  await store.put('cas', hash, bytes);
  await store.put('ac', key, Buffer.from(hash));
}
