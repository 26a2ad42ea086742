import { lessonSize, shardOf, type LessonPlan } from '../make/index.ts';
import { chooseLessons, openWorld, planLessons, type Project } from '../project/index.ts';
import { chooseFormats } from './line/choose-formats.ts';
import { exits, type Command, type OptionValues, type Terminal } from './line/command.ts';
import { showFindings } from './line/findings.ts';
import { audienceOption, shared, stringOption } from './line/options.ts';
import { askForTime } from './line/settings.ts';
import { shardOption } from './line/shard.ts';
import { withProject } from './line/with-project.ts';

export const planCommand: Command = {
  name: 'plan',
  summary: 'list lessons with their input files, keys and sizes, for make, Snakemake and other engines',
  operands: '[LESSON...]',
  options: {
    json: { type: 'boolean', help: 'as JSON, for other programs' },
    format: { type: 'string', value: 'LIST', help: 'the formats that will be built, as for build' },
    audience: shared.audience,
    shard: shared.shard,
    'no-check': { type: 'boolean', help: 'plan a build without checks' },
    strict: shared.strict,
    'time-limit': shared['time-limit'],
    browser: shared.browser,
  },
  examples: ['lectern plan', 'lectern plan --json', 'lectern plan --json --shard 2/8 --format html,pdf'],
  run: (operands, options, terminal) =>
    withProject(terminal, 'pretty', (project) => plan(project, operands, options, terminal), options),
};

/** What `plan --json` prints. */
interface PlanFile {
  readonly format: 'lectern-plan/1';
  readonly formats: readonly string[];
  readonly audience: string;
  readonly lessons: readonly LessonPlan[];
}

async function plan(
  project: Project,
  operands: readonly string[],
  options: OptionValues,
  terminal: Terminal,
): Promise<number> {
  const { files, config } = project;
  const formats = chooseFormats(stringOption(options, 'format'));
  const audience = audienceOption(options);
  const shard = shardOption(options, terminal);
  askForTime(options);
  const chosen = chooseLessons(project, operands);
  if (!chosen.ok) return showFindings(chosen.diagnostics, files, 'pretty', terminal);
  const lessons = shard ? shardOf(chosen.value, shard, (id) => lessonSize(files, config, id)) : chosen.value;
  await using world = openWorld(project);
  const wish = { checked: options['no-check'] !== true, strict: options.strict === true };
  const plans = await planLessons(project, world, { lessons, formats, audience, ...wish });
  if (options.json === true) {
    const names = formats.map(({ name }) => name);
    const file: PlanFile = { format: 'lectern-plan/1', formats: names, audience, lessons: plans };
    terminal.out(`${JSON.stringify(file, undefined, 2)}\n`);
  } else for (const row of plans) terminal.out(lineOf(row));
  return exits.fine;
}

const lineOf = ({ id, key, inputs, bytes }: LessonPlan): string =>
  `${key.slice(0, 12)}  ${Math.ceil(bytes / 1024)} KB  ${inputs.length} files  ${id}\n`;
