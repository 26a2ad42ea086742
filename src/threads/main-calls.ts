import { raceWith } from '../base/index.ts';
import type { World } from '../make/index.ts';
import type { BrowserPage, LoadReport, PageDocument } from '../model/index.ts';
import type { Peer } from './peer.ts';
import type { MainCalls, ThreadCalls } from './protocol.ts';

/** The thread that is served. */
export interface Served {
  readonly peer: Peer<ThreadCalls>;
  /** Resolves with the reason when the thread has ended. */
  readonly gone: Promise<Error>;
  /** How many of its jobs are with the browser. */
  lent: number;
}

/** A page that a thread has, and what is known of its document when it was loaded beforehand. */
interface Lent {
  readonly page: BrowserPage;
  readonly report: Promise<LoadReport> | undefined;
}

/** What a thread may ask of this one. */
export function mainCalls(world: World, served: () => Served): MainCalls {
  const pages = new Map<number, Lent>();
  let count = 0;
  const lentAs = (number: number): Lent => {
    const lent = pages.get(number);
    if (!lent) throw new Error('This page is no longer lent.');
    return lent;
  };
  const pageOf = (number: number): BrowserPage => lentAs(number).page;
  const attempt = async (job: number, page: BrowserPage, document: PageDocument | undefined): Promise<unknown> => {
    const { peer, gone } = served();
    const number = ++count;
    const report = document && page.load(document.html, { viewport: document.viewport });
    // The job is told when it asks.
    report?.catch(() => undefined);
    pages.set(number, { page, report });
    try {
      // A thread that is stopped meanwhile never answers, and must not keep the page.
      const done = await raceWith(
        peer.call('attempt', job, number).then((value) => ({ value })),
        gone,
      );
      if (done instanceof Error) throw done;
      return done.value;
    } finally {
      pages.delete(number);
    }
  };
  return {
    write: (artifact) => world.output.write(artifact),
    get: (kind, key) => world.store.get(kind, key),
    put: (kind, key, bytes) => world.store.put(kind, key, bytes),
    async lend({ job, label, timeout, draws, document }) {
      const thread = served();
      thread.lent++;
      try {
        const browser = draws && world.drawing ? world.drawing.browser : world.browser;
        return await browser.run(
          label,
          (page) => attempt(job, page, document),
          timeout === undefined ? {} : { timeout },
        );
      } finally {
        thread.lent--;
      }
    },
    async loaded(page) {
      const { report } = lentAs(page);
      if (!report) throw new Error('This page was lent without a document.');
      return await report;
    },
    load: (page, html, options) => pageOf(page).load(html, options),
    resize: (page, viewport) => pageOf(page).resize(viewport),
    evaluate: (page, expression) => pageOf(page).evaluate(expression),
    fontsOf: (page, selector) => pageOf(page).fontsOf(selector),
    print: (page) => pageOf(page).print(),
    screenshot: (page, options) => pageOf(page).screenshot(options),
  };
}
