import { loadCatalogue, ownTemplates } from '../parse/index.ts';
import type { LessonId } from '../model/index.ts';
import type { BuiltLesson, LessonJob } from './build-lesson.ts';
import type { Phase } from './phase.ts';
import { makerIn } from './restore.ts';
import { sharingFiles } from './shared-files.ts';
import type { MakerWorld } from './world.ts';

/** Makes lessons one by one where nothing is known of the rest of the build: in a thread of its own. */
export function createMaker(
  outer: MakerWorld,
  options: Omit<LessonJob, 'id' | 'catalogue' | 'config' | 'onPhase'>,
  onPhase: (id: LessonId, phase: Phase) => void,
): (id: LessonId) => Promise<BuiltLesson> {
  const world: MakerWorld = { ...outer, files: sharingFiles(outer.files) };
  const catalogue = loadCatalogue(world.files, ['templates', ownTemplates]);
  const make = makerIn(world);
  return async (id) => {
    const built = await make({
      ...options,
      id,
      catalogue,
      config: world.config,
      onPhase: (phase) => onPhase(id, phase),
    });
    world.sweep();
    return built;
  };
}
