import { availableParallelism } from 'node:os';
import type { Diagnostic } from '../base/index.ts';
import { lessonSize, shardOf, type LessonDone } from '../make/index.ts';
import { checkSettings } from '../checks/index.ts';
import type { Format } from '../formats/index.ts';
import type { LessonId } from '../model/index.ts';
import { lessonIds } from '../parse/index.ts';
import { allCodes } from './codes.ts';
import type { OptionValues, Terminal } from './command.ts';
import { audienceOption, numberOption, shardOption } from './options.ts';
import { settleOverview } from './overview.ts';
import { budgetOf, buildInThreads } from './threads.ts';
import { readPlayer } from './player.ts';
import { Progress } from './progress.ts';
import { chooseLessons, type OpenWorld, type Project } from './project.ts';

export interface BuildRun {
  readonly done: readonly LessonDone[];
  readonly findings: readonly Diagnostic[];
}

/** The lessons that a build is to make; a share of them with `--shard`. */
export function lessonsToBuild(project: Project, operands: readonly string[], options: OptionValues) {
  const chosen = chooseLessons(project, operands);
  const shard = shardOption(options);
  if (!chosen.ok || !shard) return chosen;
  const { files, config } = project;
  return { ...chosen, value: shardOf(chosen.value, shard, (id) => lessonSize(files, config, id)) };
}

/** Makes lessons once, with manifest and index page. */
export async function runBuild(
  project: Project,
  world: OpenWorld,
  plan: { readonly lessons: readonly LessonId[]; readonly formats: readonly Format[] },
  options: OptionValues,
  terminal: Terminal,
): Promise<BuildRun> {
  const checked = options['no-check'] !== true;
  const progress = new Progress(terminal, options.explain === true);
  const before = world.output.read('manifest.json');
  const jobs = numberOption(options, 'jobs', { min: 1, max: 64 }) ?? availableParallelism();
  const kind = {
    audience: audienceOption(options),
    player: readPlayer(project.files),
    ...(checked ? { checks: { codes: allCodes } } : {}),
    ...(options.strict === true ? { strict: true } : {}),
  };
  const done = await buildInThreads(
    project,
    world,
    {
      ...plan,
      ...kind,
      jobs,
      durations: world.durations,
      progress: (event) => progress.show(event),
      signal: terminal.signal,
    },
    { atOnce: before === undefined, budget: budgetOf(options) },
  );
  const read = new Set(done.filter(({ state }) => state !== 'failed').map(({ id }) => id));
  const all = lessonIds(project.files, project.config.lessons, read);
  const overview = settleOverview(project, world, {
    ...plan,
    ...kind,
    before,
    done,
    existing: all.ok ? all.value : [],
  });
  progress.showRemoved(overview.removed);
  const findings = [
    ...project.diagnostics,
    ...(checked ? checkSettings(project.config, new Set(Object.keys(allCodes))) : []),
    ...done.flatMap((lesson) => lesson.diagnostics),
    ...overview.diagnostics,
  ];
  return { done, findings };
}
