import { hashOf, hashParts, type FileId, type Hash } from '../base/index.ts';
import type { LessonJob } from './build-lesson.ts';
import { recordKey } from './record.ts';
import { isHash } from './shape.ts';
import { sightingsOf, subjectOf, tracing } from './trace.ts';
import type { World } from './world.ts';

/** What the making of a lesson depends on, for engines that decide themselves what to make. */
export interface LessonPlan {
  readonly id: string;
  /** SHA-256 over Lectern, browser, options and everything that was looked at. Another key: the lesson may differ. */
  readonly key: Hash;
  /** Files of the project that were read, sorted. A file that appears beside them changes the key, not this list. */
  readonly inputs: readonly FileId[];
  /** Bytes of the inputs that are not shared by all lessons. */
  readonly bytes: number;
}

type PlanWorld = Pick<World, 'files' | 'version' | 'browserIdentity' | 'config' | 'sourceDateEpoch'>;

/** Finds out what a lesson is made of, without a browser and without writing anything. */
export async function planLesson(world: PlanWorld, job: LessonJob): Promise<LessonPlan> {
  const { lookAtFiles } = await import('./build-lesson.ts');
  const traced = tracing(world.files);
  if (world.config.file !== undefined) traced.files.read(world.config.file);
  await lookAtFiles(job, traced.files);
  const trace = traced.trace();
  const seen = sightingsOf(trace);
  const options = {
    formats: job.formats.map(({ name }) => name),
    audience: job.audience,
    checked: job.checks !== undefined,
    strict: job.strict === true,
  };
  return {
    id: job.id,
    key: hashParts([recordKey(world, job.id, options), hashOf(JSON.stringify(seen))]),
    inputs: [...new Set(seen.filter(isProjectFile).map(([key]) => subjectOf(key)))],
    bytes: Object.entries(trace.own)
      .filter(isProjectFile)
      .reduce((sum, [key]) => sum + bytesOf(world.files.read(subjectOf(key))), 0),
  };
}

/** Files that could be read and are not Lectern's own, which its version stands for. */
const isProjectFile = ([key, seen]: readonly [string, string]): boolean =>
  key.startsWith('file\t') && !subjectOf(key).startsWith('lectern:') && isHash(seen);

const bytesOf = (read: ReturnType<World['files']['read']>): number => (read.ok ? read.bytes.byteLength : 0);
