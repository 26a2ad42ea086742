import type { LessonJob, BuiltLesson } from './build-lesson.ts';
import { buildDiagnostic } from './codes.ts';
import { lessonFolder } from './lesson.ts';
import { phases, type Phase } from './phase.ts';
import { tracing } from './trace.ts';
import type { World } from './world.ts';

/** Why work on a lesson was stopped from outside. */
export type StopReason =
  | { readonly kind: 'slow'; readonly seconds: number; readonly phase: Phase }
  | { readonly kind: 'memory'; readonly megabytes: number; readonly phase: Phase };

/**
 * What is told of a lesson whose making was stopped. What it had looked at is lost with it; a build that watches looks at
 * its outline.
 */
export function stoppedLesson(
  { files, config }: World,
  { id }: Pick<LessonJob, 'id'>,
  reason: StopReason,
): BuiltLesson {
  const folder = lessonFolder(config, id);
  const file = `${folder}/lesson.yaml`;
  const seen = tracing(files);
  seen.files.read(file);
  seen.files.list(folder);
  const at = { file, start: 0, end: 0 };
  const when = phases[reason.phase];
  const diagnostic =
    reason.kind === 'slow'
      ? buildDiagnostic('build/too-slow', `Lesson "${id}" was stopped after ${reason.seconds} s, ${when}`, {
          at,
          help: ['If the lesson is sound and just large, allow more time with --time-limit SECONDS.'],
        })
      : buildDiagnostic('build/too-much-memory', `Lesson "${id}" needed more than ${reason.megabytes} MB, ${when}`, {
          at,
          help: ['If the lesson is sound and just large, allow more memory with --memory-limit MB.'],
        });
  return { complete: false, diagnostics: [diagnostic], trace: seen.trace() };
}
