import type { Diagnostic } from '../base/index.ts';
import type { LessonDone } from '../make/index.ts';
import { checkSettings } from '../checks/index.ts';
import type { Format } from '../formats/index.ts';
import type { Audience, Excerpt, LessonId } from '../model/index.ts';
import { lessonIds } from '../parse/index.ts';
import { allCodes } from './codes.ts';
import { settleOverview } from './overview.ts';
import { readPlayer } from './player.ts';
import type { Project } from './project.ts';
import { buildInThreads, usualJobs, type Limits } from './threads.ts';
import type { OpenWorld } from './world.ts';

/** What is to be built, and how. */
export interface BuildPlan {
  readonly lessons: readonly LessonId[];
  readonly formats: readonly Format[];
  readonly audience: Audience;
  /** Whether the lessons are checked too. */
  readonly checked: boolean;
  /** Whether a lesson with a slide that cannot be made is not made at all. */
  readonly strict?: boolean;
  /** The part of each lesson that is wanted; all of it when absent. */
  readonly only?: Excerpt | undefined;
  /** How many lessons are made at the same time; the number of cores and one when absent. */
  readonly jobs?: number | undefined;
  readonly limits?: Limits;
  readonly progress?: (event: LessonDone) => void;
  readonly signal?: AbortSignal;
}

/** What a build did. */
export interface BuildRun {
  readonly done: readonly LessonDone[];
  readonly findings: readonly Diagnostic[];
  /** Files of an earlier build that this one no longer makes. */
  readonly removed: readonly string[];
}

/** Makes lessons once, with manifest and index page. */
export async function runBuild(project: Project, world: OpenWorld, plan: BuildPlan): Promise<BuildRun> {
  const { lessons, formats, audience, checked, strict = false, jobs = usualJobs(), limits = {} } = plan;
  const only = plan.only ? { only: plan.only } : {};
  const before = world.output.read('manifest.json');
  const done = await buildInThreads(
    project,
    world,
    {
      ...{ lessons, formats, audience, jobs, player: readPlayer(project.files), durations: world.durations },
      ...(checked ? { checks: { codes: allCodes } } : {}),
      ...(strict ? { strict } : {}),
      ...only,
      ...(plan.progress ? { progress: plan.progress } : {}),
      ...(plan.signal ? { signal: plan.signal } : {}),
    },
    { atOnce: before === undefined, limits },
  );
  const read = new Set(done.filter(({ state }) => state !== 'failed').map(({ id }) => id));
  const all = lessonIds(project.files, project.config.lessons, read);
  const existing = all.ok ? all.value : [];
  const overview = await settleOverview(project, world, { formats, audience, ...only, before, done, existing });
  const findings = [
    ...project.diagnostics,
    ...(checked ? checkSettings(project.config, new Set(Object.keys(allCodes))) : []),
    ...done.flatMap((lesson) => lesson.diagnostics),
    ...overview.diagnostics,
  ];
  return { done, findings, removed: overview.removed };
}
