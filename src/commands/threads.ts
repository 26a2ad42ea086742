import { availableParallelism } from 'node:os';
import { build, type BuildOptions, type LessonDone } from '../make/index.ts';
import { createLessonThreads, defaultBudget, type Budget, type LessonThreads } from '../threads/index.ts';
import type { OptionValues } from './command.ts';
import { numberOption } from './options.ts';
import { packageRoot, type OpenWorld, type Project } from './project.ts';

/** A thread costs about as much as making ten lessons. */
const enoughLessons = 16;

/** What a lesson of strangers may take. */
const strangersBudget: Budget = { seconds: 20, megabytes: 512 };

const usual = (options: OptionValues): Budget => (options.untrusted === true ? strangersBudget : defaultBudget);

/** What each lesson may take, and whether it comes from somebody whom nobody knows. */
export const budgetOf = (options: OptionValues): Budget & { readonly untrusted: boolean } => ({
  seconds: numberOption(options, 'time-limit', { min: 1, max: 86_400 }) ?? usual(options).seconds,
  megabytes: numberOption(options, 'memory-limit', { min: 64, max: 1_000_000 }) ?? usual(options).megabytes,
  untrusted: options.untrusted === true,
});

export interface ThreadPlan {
  /** Whether all lessons must be made, so that the threads can be started now. */
  readonly atOnce: boolean;
  readonly budget: Budget & { readonly untrusted: boolean };
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
  { atOnce, budget }: ThreadPlan,
): LessonThreads | undefined {
  const most = plan.lessons.length < enoughLessons ? 1 : threadsFor(availableParallelism());
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
    untrusted: budget.untrusted,
    codes: plan.checks?.codes,
  };
  return createLessonThreads(world, setup, { count, atOnce: atOnce && plan.lessons.length > 0, budget });
}

/**
 * One for every two cores: the other is busy with the garbage and the compiling of the first, with the disk, and with the
 * browser.
 */
const threadsFor = (cores: number): number => Math.floor(cores / 2);
