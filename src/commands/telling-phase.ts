import { tellPulse } from '../host/index.ts';
import { lessonFolder, phases, type Phase } from '../make/index.ts';
import type { Config, LessonId } from '../model/index.ts';
import type { OptionValues } from './command.ts';
import { numberOption } from './options.ts';

/** Sets how long a command that reads lessons in its main thread may be silent. */
export function askForTime(options: OptionValues): void {
  const limit = numberOption(options, 'time-limit', { min: 1, max: 86_400 });
  if (limit !== undefined) tellPulse({ limit });
}

/** Tells the supervising process what is being done, for the error when it never ends. */
export function tellPhase(config: Config, id: LessonId, phase: Phase): void {
  const file = `${lessonFolder(config, id)}/lesson.yaml`;
  tellPulse({ doing: { file, what: `Lesson "${id}", ${phases[phase]},` } });
}
