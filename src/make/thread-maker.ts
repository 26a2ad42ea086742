import type { LessonId } from '../model/index.ts';
import type { BuiltLesson } from './build-lesson.ts';
import type { Phase } from './phase.ts';
import { makerIn, type LessonWish } from './restore.ts';
import { sharingFiles } from './shared-files.ts';
import type { MakerWorld } from './world.ts';

/** Makes lessons one by one where nothing is known of the rest of the build: in a thread of its own. */
export function createMaker(
  outer: MakerWorld,
  options: Omit<LessonWish, 'id' | 'config' | 'onPhase'>,
  onPhase: (id: LessonId, phase: Phase) => void,
): (id: LessonId) => Promise<BuiltLesson> {
  const world: MakerWorld = { ...outer, files: sharingFiles(outer.files) };
  const make = makerIn(world);
  return async (id) => {
    const built = await make({
      ...options,
      id,
      config: world.config,
      onPhase: (phase) => onPhase(id, phase),
    });
    world.sweep();
    return built;
  };
}
