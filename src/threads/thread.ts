import type { Worker } from 'node:worker_threads';
import { raceWith } from '../base/index.ts';
import { onStop } from '../host/index.ts';
import type { BuiltLesson, Phase, World } from '../make/index.ts';
import type { LessonId } from '../model/index.ts';
import { Clock, lookEvery, type Budget, type Work } from './budget.ts';
import { startThread, takeEarly } from './early.ts';
import { mainCalls, type Served } from './main-calls.ts';
import { Peer } from './peer.ts';
import { newProgress, phaseOf } from './progress.ts';
import type { ThreadCalls, ThreadSetup } from './protocol.ts';

/** How the making of a lesson ended together with its thread. */
export interface Ended {
  readonly kind: 'slow' | 'memory' | 'fault';
  readonly phase: Phase;
  /** Whether no other lesson can be the reason. */
  readonly isCertain: boolean;
  readonly error: Error;
}

export interface LessonThreadOptions {
  /** The file that the thread runs. */
  readonly entry: string;
  readonly setup: ThreadSetup;
  /** What each of its lessons may take. */
  readonly budget: Budget;
}

/** A thread that makes lessons, and is stopped when one of them takes more than it may. */
export class LessonThread implements Served {
  readonly peer: Peer<ThreadCalls>;
  readonly gone: Promise<Error>;
  lent = 0;
  readonly #worker: Worker;
  readonly #clock: Clock;
  readonly #works = new Map<LessonId, Work>();
  readonly #timer: NodeJS.Timeout;
  #asked = false;
  #made = 0;
  #isSlow = false;

  constructor(world: World, { entry, setup, budget }: LessonThreadOptions) {
    this.#clock = new Clock(budget);
    const kind = { entry, megabytes: budget.megabytes };
    const worker = takeEarly(kind) ?? startThread(kind);
    worker.postMessage(setup);
    this.#worker = worker;
    const withdraw = onStop(() => worker.terminate());
    this.gone = new Promise<Error>((resolve) => {
      worker.once('error', (error) => resolve(error instanceof Error ? error : new Error(String(error))));
      worker.once('exit', (code) => resolve(new Error(`A thread of Lectern ended with ${code}.`)));
    });
    this.peer = new Peer<ThreadCalls>(
      worker,
      mainCalls(world, () => this),
    );
    this.#timer = setInterval(() => this.#look(), lookEvery);
    this.#timer.unref();
    void this.gone.then(() => {
      clearInterval(this.#timer);
      withdraw();
    });
  }

  /** Lessons that it is making. */
  get load(): number {
    return this.#works.size;
  }

  async build(id: LessonId): Promise<BuiltLesson | Ended> {
    const progress = newProgress();
    this.#works.set(id, { spent: 0 });
    try {
      const built = await raceWith(this.peer.call('build', id, progress), this.gone);
      if (!(built instanceof Error)) return built;
      const isAlone = this.#works.size === 1;
      const kind = this.#isSlow ? 'slow' : isOutOfMemory(built) ? 'memory' : 'fault';
      return {
        kind,
        phase: phaseOf(progress),
        error: built,
        isCertain: isAlone && (kind === 'slow' || this.#made === 0),
      };
    } finally {
      // After all who wait have heard: each of them must know whether it was alone.
      queueMicrotask(() => this.#works.delete(id));
      this.#made++;
    }
  }

  end(): void {
    clearInterval(this.#timer);
    void this.#worker.terminate();
  }

  #look(): void {
    if (this.#clock.isUp([...this.#works.values()], this.lent > 0)) {
      this.#isSlow = true;
      this.end();
    } else if (!this.#asked && this.#works.size > 0) {
      this.#asked = true;
      void this.peer.call('ping').then(() => {
        this.#asked = false;
        this.#clock.answered();
      });
    }
  }
}

const isOutOfMemory = (error: Error): boolean => (error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY';
