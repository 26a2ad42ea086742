import { raceWith } from '../base/index.ts';
import type { World } from '../make/index.ts';
import type { BrowserPage } from '../model/index.ts';
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

/** What a thread may ask of this one. */
export function mainCalls(world: World, served: () => Served): MainCalls {
  const pages = new Map<number, BrowserPage>();
  let count = 0;
  const pageOf = (number: number): BrowserPage => {
    const page = pages.get(number);
    if (!page) throw new Error('This page is no longer lent.');
    return page;
  };
  const attempt = async (job: number, page: BrowserPage): Promise<unknown> => {
    const { peer, gone } = served();
    const number = ++count;
    pages.set(number, page);
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
    async lend({ job, label, timeout, draws }) {
      const thread = served();
      thread.lent++;
      try {
        const browser = draws && world.drawing ? world.drawing.browser : world.browser;
        return await browser.run(label, (page) => attempt(job, page), timeout === undefined ? {} : { timeout });
      } finally {
        thread.lent--;
      }
    },
    load: (page, html, options) => pageOf(page).load(html, options),
    resize: (page, viewport) => pageOf(page).resize(viewport),
    evaluate: (page, expression) => pageOf(page).evaluate(expression),
    fontsOf: (page, selector) => pageOf(page).fontsOf(selector),
    print: (page) => pageOf(page).print(),
    screenshot: (page, options) => pageOf(page).screenshot(options),
  };
}
