import { tellPulse } from '../host/index.ts';
import { lessonFolder, phases, type Phase } from '../make/index.ts';
import type { Config, LessonId } from '../model/index.ts';

/** Tells the supervising process what is being done, for the error when it never ends. */
export function tellPhase(config: Config, id: LessonId, phase: Phase): void {
  const file = `${lessonFolder(config, id)}/lesson.yaml`;
  tellPulse({ doing: { file, what: `Lesson "${id}", ${phases[phase]},` } });
}
