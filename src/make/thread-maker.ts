import { loadCatalogue, ownTemplates } from '../parse/index.ts';
import type { LessonId } from '../model/index.ts';
import type { BuiltLesson, LessonJob } from './build-lesson.ts';
import { makerIn } from './restore.ts';
import { sharingFiles } from './shared-files.ts';
import type { MakerWorld } from './world.ts';

/** Makes lessons one by one where nothing is known of the rest of the build: in a thread of its own. */
export function createMaker(
  outer: MakerWorld,
  options: Omit<LessonJob, 'id' | 'catalogue' | 'config'>,
): (id: LessonId) => Promise<BuiltLesson> {
  const world: MakerWorld = { ...outer, files: sharingFiles(outer.files) };
  const catalogue = loadCatalogue(world.files, ['templates', ownTemplates]);
  const make = makerIn(world);
  return async (id) => {
    const built = await make({ ...options, id, catalogue, config: world.config });
    world.sweep();
    return built;
  };
}
