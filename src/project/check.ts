import type { Diagnostic } from '../base/index.ts';
import { checkSettings } from '../checks/index.ts';
import { lessonFolder, parseOne, type LessonDone } from '../make/index.ts';
import type { LessonId } from '../model/index.ts';
import { loadCatalogue, ownTemplates } from '../parse/index.ts';
import { changedFiles } from './changed.ts';
import { allCodes } from './codes.ts';
import { tellPhase } from './phase.ts';
import { readPlayer } from './player.ts';
import type { Project } from './project.ts';
import { buildInThreads, usualJobs, type Limits } from './threads.ts';
import type { OpenWorld } from './world.ts';

/** What is to be checked, and how. */
export interface CheckPlan {
  readonly lessons: readonly LessonId[];
  readonly strict?: boolean;
  readonly limits?: Limits;
  readonly signal?: AbortSignal;
}

/** Takes lessons through all phases and checks without writing anything. */
export const checkLessons = (
  project: Project,
  world: OpenWorld,
  { lessons, strict = false, limits = {}, signal }: CheckPlan,
): Promise<readonly LessonDone[]> =>
  buildInThreads(
    project,
    world,
    {
      lessons,
      strict,
      formats: [],
      audience: 'teacher',
      player: readPlayer(project.files),
      checks: { codes: allCodes },
      jobs: usualJobs(),
      ...(signal ? { signal } : {}),
    },
    { atOnce: false, limits },
  );

/** What is found in the project itself: its configuration and the settings of checks. */
export const projectFindings = ({ config, diagnostics }: Project): readonly Diagnostic[] => [
  ...diagnostics,
  ...checkSettings(config, new Set(Object.keys(allCodes))),
];

/** Lessons of which a file has changed: in their folder, included from elsewhere, or a template or setting of all lessons. */
export function changedLessons(
  { root, files, config }: Project,
  lessons: readonly LessonId[],
  revision: string,
): readonly LessonId[] {
  const changed = [...changedFiles(root, revision)];
  if (changed.some((file) => file === config.file || file.startsWith('templates/'))) return lessons;
  const catalogue = loadCatalogue(files, ['templates', ownTemplates]);
  return lessons.filter((id) => {
    if (changed.some((file) => file.startsWith(`${lessonFolder(config, id)}/`))) return true;
    tellPhase(config, id, 'parse');
    const { lesson } = parseOne(id, { files, config, catalogue, audience: 'teacher' });
    return lesson?.inputs.some((input) => changed.includes(input)) === true;
  });
}
