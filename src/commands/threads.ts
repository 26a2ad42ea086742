import { availableParallelism } from 'node:os';
import type { BuildOptions } from '../build/index.ts';
import { createLessonThreads, type LessonThreads } from '../threads/index.ts';
import { packageRoot, type OpenWorld, type Project } from './project.ts';

type Plan = Pick<BuildOptions, 'lessons' | 'formats' | 'audience' | 'player' | 'checks' | 'jobs'>;

/** A thread costs about as much as making ten lessons. */
const enoughLessons = 16;

/**
 * Threads for a build of many lessons; none where they would not help.
 * @param isFirst whether nothing was built before, so that all lessons must be made.
 */
export function prepareThreads(
  project: Project,
  world: OpenWorld,
  plan: Plan,
  isFirst: boolean,
): LessonThreads | undefined {
  const count = Math.min(plan.jobs, threadsFor(plan));
  if (count < 2 || plan.lessons.length < enoughLessons) return undefined;
  const { config, version, browserIdentity, sourceDateEpoch } = world;
  const setup = {
    root: project.root,
    packageRoot: packageRoot(),
    config,
    version,
    browserIdentity,
    sourceDateEpoch,
    audience: plan.audience,
    formats: plan.formats.map((format) => format.name),
    player: plan.player,
    codes: plan.checks?.codes,
  };
  return createLessonThreads(world, setup, { count, atOnce: isFirst });
}

/** Where the browser works too, it needs more of the machine than the making of the lessons. */
function threadsFor({ checks, formats }: Plan): number {
  const browser = checks !== undefined || formats.some((format) => 'tasks' in format);
  return Math.floor(availableParallelism() / (browser ? 2 : 1));
}
