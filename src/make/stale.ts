import type { Format } from '../formats/index.ts';
import type { Audience, Excerpt } from '../model/index.ts';
import type { LessonDone } from './build.ts';
import type { Manifest } from './manifest.ts';
import type { OutputFolder } from './world.ts';

/**
 * Removes the files that an earlier build made of lessons, for this audience and in these formats, and that are made no
 * longer: a picture whose content changed, for example. Only files that the earlier manifest lists, and that still hold
 * the bytes it lists, are touched.
 * @param previous what an earlier build left in the output folder.
 * @returns the paths that were removed.
 */
export function removeStale(
  output: OutputFolder,
  previous: Manifest,
  done: readonly LessonDone[],
  options: { readonly formats: readonly Format[]; readonly audience: Audience; readonly only?: Excerpt },
): readonly string[] {
  const formats = new Set(options.formats.map((format) => format.name));
  return done.flatMap(({ id, record, state }) => {
    if (!record || state === 'failed') return [];
    const made = new Set(record.artifacts.map((artifact) => artifact.path));
    return (previous.lessons[id]?.artifacts ?? [])
      .filter(({ audience, only }) => audience === options.audience && only === options.only)
      .filter(({ format }) => formats.has(format))
      .filter((artifact) => !made.has(artifact.path) && output.holds(artifact.path, artifact.hash))
      .filter((artifact) => output.remove(artifact.path))
      .map((artifact) => artifact.path);
  });
}
