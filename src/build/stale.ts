import type { Audience } from '../model/index.ts';
import type { Manifest } from './manifest.ts';
import type { LessonRecord } from './record.ts';
import type { OutputFolder } from './world.ts';

/**
 * Removes the files that an earlier build made of a lesson, for this audience and in these formats, and that are made no
 * longer: a picture whose content changed, for example. Only files that the earlier manifest lists, and that still hold
 * the bytes it lists, are touched.
 * @returns the paths that were removed.
 */
export function removeStale(
  output: OutputFolder,
  previous: Manifest | undefined,
  record: LessonRecord,
  { formats, audience }: { readonly formats: readonly string[]; readonly audience: Audience },
): readonly string[] {
  const made = new Set(record.artifacts.map((artifact) => artifact.path));
  const before = previous?.lessons[record.summary.id]?.artifacts ?? [];
  return before
    .filter((artifact) => artifact.audience === audience && formats.includes(artifact.format))
    .filter((artifact) => !made.has(artifact.path) && output.holds(artifact.path, artifact.hash))
    .filter((artifact) => output.remove(artifact.path))
    .map((artifact) => artifact.path);
}
