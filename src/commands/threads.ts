import { availableParallelism } from 'node:os';
import type { BuildOptions } from '../make/index.ts';
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
  const count = Math.min(plan.jobs, threadsFor(availableParallelism()));
  if (count < 2 || plan.lessons.length < enoughLessons) return undefined;
  const { config, version, browserIdentity, sourceDateEpoch } = world;
  const setup = {
    root: project.root,
    packageRoot: packageRoot(),
    config,
    version,
    browserIdentity,
    drawingIdentity: world.drawing?.identity,
    sourceDateEpoch,
    audience: plan.audience,
    formats: plan.formats.map((format) => format.name),
    player: plan.player,
    codes: plan.checks?.codes,
  };
  return createLessonThreads(world, setup, { count, atOnce: isFirst });
}

/**
 * One for every two cores: the other is busy with the garbage and the compiling of the first, with the disk, and with the
 * browser.
 */
const threadsFor = (cores: number): number => Math.floor(cores / 2);
