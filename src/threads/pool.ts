import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { stoppedLesson, type BuiltLesson, type LessonMaker, type StopReason, type World } from '../make/index.ts';
import type { LessonId } from '../model/index.ts';
import { afterSuspicion, defaultBudget, type Budget } from './budget.ts';
import type { ThreadSetup } from './protocol.ts';
import { LessonThread, type Ended } from './thread.ts';

/** Threads that make lessons. */
export interface LessonThreads extends Disposable {
  readonly maker: (here: LessonMaker) => LessonMaker;
}

export interface ThreadOptions {
  /** How many threads. */
  readonly count: number;
  /** Whether to start them now; otherwise they start with the first lesson that must be made. */
  readonly atOnce: boolean;
  /** What each lesson may take. */
  readonly budget?: Budget;
}

/** Made by the bundler. */
const entryOf = ({ packageRoot }: ThreadSetup): string => join(packageRoot, 'dist/lesson-thread.js');

/**
 * Threads that make lessons beside this one, which keeps the disk, the browser and the time: whatever a lesson is made of,
 * this thread hears Ctrl-C, and can stop one that never ends.
 * @returns `undefined` when Lectern is not bundled: all lessons are then made here.
 */
export function createLessonThreads(
  world: World,
  setup: ThreadSetup,
  { count, atOnce, budget = defaultBudget }: ThreadOptions,
): LessonThreads | undefined {
  const entry = entryOf(setup);
  if (!existsSync(entry)) return undefined;
  const threads = new Set<LessonThread>();
  const start = (within: Budget): LessonThread => new LessonThread(world, { entry, setup, budget: within });
  const startAll = (): void => {
    while (threads.size < count) {
      const thread = start(budget);
      threads.add(thread);
      void thread.gone.then(() => threads.delete(thread));
    }
  };
  const alone = new Set<LessonThread>();
  const buildAlone = async (id: LessonId, within: Budget): Promise<BuiltLesson> => {
    const thread = start(within);
    alone.add(thread);
    const made = await thread.build(id);
    thread.end();
    alone.delete(thread);
    return 'error' in made ? stopped(world, id, made, budget) : made;
  };
  if (atOnce) startAll();
  return {
    maker: () => async (job) => {
      startAll();
      const [idlest] = [...threads].sort((a, b) => a.load - b.load);
      const made = await (idlest ?? start(budget)).build(job.id);
      if (!('error' in made)) return made;
      // The thread may have ended because of another lesson.
      if (made.isCertain) return stopped(world, job.id, made, budget);
      return buildAlone(job.id, made.kind === 'slow' ? afterSuspicion(budget) : budget);
    },
    [Symbol.dispose]() {
      for (const thread of [...threads, ...alone]) thread.end();
    },
  };
}

/** @throws the error of a thread that ended by a fault of Lectern. */
function stopped(world: World, id: LessonId, { kind, phase, error }: Ended, budget: Budget): BuiltLesson {
  if (kind === 'fault') throw error;
  const reason: StopReason =
    kind === 'slow' ? { kind, phase, seconds: budget.seconds } : { kind, phase, megabytes: budget.megabytes };
  return stoppedLesson(world, { id }, reason);
}
