import { availableParallelism } from 'node:os';
import { build, type BuildOptions, type LessonDone } from '../make/index.ts';
import { createLessonThreads, defaultBudget, type Budget, type LessonThreads } from '../threads/index.ts';
import type { Project } from './project.ts';
import { packageRoot } from './tool.ts';
import type { OpenWorld } from './world.ts';

/** A thread costs about as much as making ten lessons. */
const enoughLessons = 16;

/** What a lesson of strangers may take. */
const strangersBudget: Budget = { seconds: 20, megabytes: 512 };

/** What each lesson may take, where it is said. */
export interface Limits {
  readonly seconds?: number | undefined;
  readonly megabytes?: number | undefined;
}

const budgetOf = ({ settings }: Project, { seconds, megabytes }: Limits): Budget & { readonly untrusted: boolean } => {
  const untrusted = settings.untrusted === true;
  const usual = untrusted ? strangersBudget : defaultBudget;
  return { seconds: seconds ?? usual.seconds, megabytes: megabytes ?? usual.megabytes, untrusted };
};

export interface ThreadPlan {
  /** Whether all lessons must be made, so that the threads can be started now. */
  readonly atOnce: boolean;
  readonly limits: Limits;
}

/** Makes lessons in threads, so that each can be stopped. */
export async function buildInThreads(
  project: Project,
  world: OpenWorld,
  options: BuildOptions,
  plan: ThreadPlan,
): Promise<readonly LessonDone[]> {
  using threads = prepareThreads(project, world, options, plan);
  return await build(world, { ...options, ...(threads ? { maker: threads.maker } : {}) });
}

/**
 * Threads for a build: one, so that a lesson can be stopped from outside, or several where there are many lessons.
 */
function prepareThreads(
  project: Project,
  world: OpenWorld,
  plan: BuildOptions,
  { atOnce, limits }: ThreadPlan,
): LessonThreads | undefined {
  const most = plan.lessons.length < enoughLessons ? 1 : threadsFor(availableParallelism());
  const budget = budgetOf(project, limits);
  const count = Math.max(1, Math.min(plan.jobs, most));
  const { config, version, release, browserIdentity, sourceDateEpoch } = world;
  const setup = {
    root: project.root,
    packageRoot: packageRoot(),
    config,
    version,
    release,
    browserIdentity,
    drawingIdentity: world.drawing?.identity,
    sourceDateEpoch,
    audience: plan.audience,
    formats: plan.formats.map((format) => format.name),
    player: plan.player,
    strict: plan.strict === true,
    only: plan.only,
    untrusted: budget.untrusted,
    codes: plan.checks?.codes,
  };
  return createLessonThreads(world, setup, { count, atOnce: atOnce && plan.lessons.length > 0, budget });
}

/**
 * How many lessons are made at once when nobody says: as many as the browser has pages, and one that is ready to be laid
 * out, so that no page waits for a lesson.
 */
export const usualJobs = (): number => availableParallelism() + 1;

/**
 * One for every two cores: the other is busy with the garbage and the compiling of the first, with the disk, and with the
 * browser.
 */
const threadsFor = (cores: number): number => Math.floor(cores / 2);
