import { Worker } from 'node:worker_threads';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { raceWith } from '../base/index.ts';
import type { BuiltLesson, LessonMaker, World } from '../make/index.ts';
import type { BrowserPage, LessonId } from '../model/index.ts';
import { Peer } from './peer.ts';
import type { MainCalls, ThreadCalls, ThreadSetup } from './protocol.ts';

/** Threads that make lessons. */
export interface LessonThreads extends Disposable {
  /** @param here makes lessons in this thread. */
  readonly maker: (here: LessonMaker) => LessonMaker;
}

/** Made by the bundler. */
const entryOf = ({ packageRoot }: ThreadSetup): string => join(packageRoot, 'dist/lesson-thread.js');

/**
 * Threads that make lessons beside this one, which keeps the disk and the browser.
 * @param options.count how many threads.
 * @param options.atOnce whether to start them now; otherwise the first lesson is made here, since it may be the only
 * one, and they start with the second.
 * @returns `undefined` when Lectern is not bundled: all lessons are then made here.
 */
export function createLessonThreads(
  world: World,
  setup: ThreadSetup,
  { count, atOnce }: { readonly count: number; readonly atOnce: boolean },
): LessonThreads | undefined {
  if (!existsSync(entryOf(setup))) return undefined;
  const threads = new Set<LessonThread>();
  const start = (): LessonThread => {
    const thread = new LessonThread(world, setup);
    threads.add(thread);
    void thread.gone.then(() => threads.delete(thread));
    return thread;
  };
  const startAll = (): void => {
    while (threads.size < count) start();
  };
  if (atOnce) startAll();
  let isSecond = atOnce;
  return {
    maker: (here) => async (job) => {
      if (isSecond) startAll();
      isSecond = true;
      const [idlest] = [...threads].sort((a, b) => a.load - b.load);
      if (!idlest) return here(job);
      const built = await idlest.build(job.id);
      // The thread died, perhaps of another lesson: this one is tried once more in a thread of its own.
      return built ?? (await buildAlone(new LessonThread(world, setup), job.id));
    },
    [Symbol.dispose]() {
      for (const thread of threads) thread.end();
    },
  };
}

async function buildAlone(thread: LessonThread, id: LessonId): Promise<BuiltLesson> {
  const built = await thread.build(id);
  thread.end();
  if (!built) throw await thread.gone;
  return built;
}

class LessonThread {
  readonly #worker: Worker;
  readonly #peer: Peer<ThreadCalls>;
  /** Resolves with the reason when the thread has ended. */
  readonly gone: Promise<Error>;
  /** Lessons that it is making. */
  load = 0;

  constructor(world: World, setup: ThreadSetup) {
    const worker = new Worker(entryOf(setup), { workerData: setup, name: 'lectern-lessons' });
    this.#worker = worker;
    this.#peer = new Peer<ThreadCalls>(
      worker,
      mainCalls(world, () => this.#peer),
    );
    this.gone = new Promise((resolve) => {
      worker.once('error', resolve);
      worker.once('exit', (code) => resolve(new Error(`A thread of Lectern ended with ${code}.`)));
    });
  }

  /** @returns nothing when the thread ends before the lesson is made. */
  async build(id: LessonId): Promise<BuiltLesson | undefined> {
    this.load++;
    try {
      const built = await raceWith(this.#peer.call('build', id), this.gone);
      return built instanceof Error ? undefined : built;
    } finally {
      this.load--;
    }
  }

  end(): void {
    void this.#worker.terminate();
  }
}

/** What a thread may ask of this one. */
function mainCalls(world: World, thread: () => Peer<ThreadCalls>): MainCalls {
  const pages = new Map<number, BrowserPage>();
  let lent = 0;
  const pageOf = (number: number): BrowserPage => {
    const page = pages.get(number);
    if (!page) throw new Error('This page is no longer lent.');
    return page;
  };
  return {
    write: (artifact) => world.output.write(artifact),
    get: (kind, key) => world.store.get(kind, key),
    put: (kind, key, bytes) => world.store.put(kind, key, bytes),
    lend: ({ job, label, timeout, draws }) =>
      (draws && world.drawing ? world.drawing.browser : world.browser).run(
        label,
        async (page) => {
          const number = ++lent;
          pages.set(number, page);
          try {
            return await thread().call('attempt', job, number);
          } finally {
            pages.delete(number);
          }
        },
        timeout === undefined ? {} : { timeout },
      ),
    load: (page, html, options) => pageOf(page).load(html, options),
    evaluate: (page, expression) => pageOf(page).evaluate(expression),
    fontsOf: (page, selector) => pageOf(page).fontsOf(selector),
    print: (page) => pageOf(page).print(),
    screenshot: (page, options) => pageOf(page).screenshot(options),
  };
}
