import { planLesson, type LessonPlan } from '../make/index.ts';
import type { Format } from '../formats/index.ts';
import type { Audience, LessonId } from '../model/index.ts';
import { loadCatalogue, ownTemplates } from '../parse/index.ts';
import { allCodes } from './codes.ts';
import { tellPhase } from './phase.ts';
import { readPlayer } from './player.ts';
import type { Project } from './project.ts';
import type { OpenWorld } from './world.ts';

/** The build that is planned. */
export interface PlanWish {
  readonly lessons: readonly LessonId[];
  readonly formats: readonly Format[];
  readonly audience: Audience;
  readonly checked: boolean;
  readonly strict: boolean;
}

/** What a build of these lessons would depend on, one lesson after the other. Nothing is written, no browser started. */
export async function planLessons(project: Project, world: OpenWorld, wish: PlanWish): Promise<readonly LessonPlan[]> {
  const { files, config } = project;
  const catalogue = loadCatalogue(files, ['templates', ownTemplates]);
  const player = readPlayer(files);
  const plans: LessonPlan[] = [];
  for (const id of wish.lessons)
    plans.push(
      await planLesson(world, {
        ...{ id, config, catalogue, player, formats: wish.formats, audience: wish.audience, strict: wish.strict },
        ...(wish.checked ? { checks: { codes: allCodes } } : {}),
        onPhase: (phase) => tellPhase(config, id, phase),
      }),
    );
  return plans;
}
