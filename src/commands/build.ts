import { formats, type Format } from '../formats/index.ts';
import type { Diagnostic } from '../base/index.ts';
import { describeRemote } from '../host/index.ts';
import { lessonSize, shardOf } from '../make/index.ts';
import {
  chooseLessons,
  openWorld,
  runBuild,
  watchProject,
  type BuildPlan,
  type BuildRun,
  type OpenWorld,
  type Project,
} from '../project/index.ts';
import { chooseFormats } from './line/choose-formats.ts';
import { exits, UsageError, type Command, type OptionValues, type Terminal } from './line/command.ts';
import { exitCode, showFindings } from './line/findings.ts';
import {
  audienceOption,
  excerptOption,
  numberOption,
  reporterOption,
  shared,
  stringOption,
  urlOption,
} from './line/options.ts';
import { Progress } from './line/progress.ts';
import { limitsOf } from './line/settings.ts';
import { shardOption, type Shard } from './line/shard.ts';
import { countsOf } from './line/summary.ts';
import { withProject } from './line/with-project.ts';

export const buildCommand: Command = {
  name: 'build',
  summary: 'make the artifacts of all lessons, or of those named',
  operands: '[LESSON...]',
  options: {
    format: {
      type: 'string',
      value: 'LIST',
      get help() {
        return `comma-separated: ${formats.map((format) => format.name).join(', ')}, all`;
      },
    },
    out: shared.out,
    audience: shared.audience,
    only: {
      type: 'string',
      value: 'PART',
      help: 'make a deck of a part of each lesson, in a folder of its name: questions',
    },
    site: {
      type: 'boolean',
      help: 'make a site for students in output/site: their edition, with a page for each lesson',
    },
    watch: { type: 'boolean', help: 'build again whenever something that a lesson is made of changes' },
    jobs: {
      type: 'string',
      value: 'N',
      help: 'how many lessons are made at once (default: the number of cores and one)',
    },
    shard: shared.shard,
    steps: { type: 'boolean', help: 'give each reveal step a page of its own in the PDF' },
    'no-check': { type: 'boolean', help: 'make the artifacts without checking the lessons' },
    strict: shared.strict,
    explain: { type: 'boolean', help: 'say why each lesson is made again' },
    'no-cache': shared['no-cache'],
    'cache-dir': shared['cache-dir'],
    'cache-url': shared['cache-url'],
    'cache-read-only': shared['cache-read-only'],
    untrusted: {
      type: 'boolean',
      help: 'for changes of strangers: no templates, themes or CSS of the project, tighter limits, no cache',
    },
    'time-limit': shared['time-limit'],
    'memory-limit': shared['memory-limit'],
    reporter: shared.reporter,
    browser: shared.browser,
    'browser-url': shared['browser-url'],
  },
  examples: [
    'lectern build',
    'lectern build mdma-serotonine --format html,pdf',
    'lectern build --audience student',
    'lectern build --site',
    'lectern build --only questions --format html,pdf,pptx',
    'lectern build --shard 2/8 --cache-url https://cache.example.org',
    'lectern build --shard auto --out part',
  ],
  run(operands, given, terminal) {
    const options = given.site === true ? forSite(given) : given;
    const format = chooseFormats(stringOption(options, 'format'), { steps: options.steps === true });
    return withProject(
      terminal,
      reporterOption(options),
      (project) =>
        buildProject(project, { formats: format, operands, options, shard: shardOption(options, terminal) }, terminal),
      options,
    );
  },
};

/** What a site is made of unless the command line says otherwise. */
const siteFormats = 'html,pdf,thumbnail,handout,reading,text,quiz,site';

/** A site holds no edition but one for others than the teacher, and a page for each lesson. */
function forSite(options: OptionValues): OptionValues {
  const audience = audienceOption({ audience: 'student', ...options });
  if (excerptOption(options)) throw new UsageError('--site holds whole lessons: build --only without it');
  if (audience === 'teacher')
    throw new UsageError('--site is for students or the public: what is for the teacher lies apart');
  const named = stringOption(options, 'format');
  return {
    ...options,
    audience,
    format: named === undefined || named === 'all' ? (named ?? siteFormats) : `${named},site`,
  };
}

/** What the command line asks for. */
interface Wish {
  readonly formats: readonly Format[];
  readonly operands: readonly string[];
  readonly options: OptionValues;
  readonly shard: Shard | undefined;
}

async function buildProject(project: Project, wish: Wish, terminal: Terminal): Promise<number> {
  const { options } = wish;
  const reporter = reporterOption(options);
  const chosen = lessonsToBuild(project, wish);
  const isWatching = options.watch === true;
  if (!chosen.ok && !isWatching) return showFindings(chosen.diagnostics, project.files, reporter, terminal);
  const url = urlOption(options, 'browser-url', ['ws:', 'wss:', 'http:', 'https:']);
  const remote = url === undefined ? undefined : await describeRemote(url);
  await using world = openWorld(project, remote);
  if (isWatching) return await watch(project, world, wish, terminal);
  const progress = new Progress(terminal, options.explain === true);
  const lessons = chosen.ok ? chosen.value : [];
  const run = await runBuild(project, world, planOf(lessons, wish, progress, terminal));
  progress.showRemoved(run.removed);
  const findings = [...chosen.diagnostics, ...run.findings];
  showFindings(findings, project.files, reporter, terminal);
  if (terminal.signal.aborted) return exits.interrupted;
  if (reporter === 'pretty') terminal.out(`${countsOf(run.done)}\n`);
  return exitCode(findings);
}

/** The lessons that a build is to make; a share of them with `--shard`. */
function lessonsToBuild(project: Project, { operands, shard }: Wish) {
  const chosen = chooseLessons(project, operands);
  if (!chosen.ok || !shard) return chosen;
  const { files, config } = project;
  return { ...chosen, value: shardOf(chosen.value, shard, (id) => lessonSize(files, config, id)) };
}

const planOf = (
  lessons: BuildPlan['lessons'],
  { formats: chosen, options }: Wish,
  progress: Progress,
  { signal }: Terminal,
): BuildPlan => ({
  lessons,
  formats: chosen,
  audience: audienceOption(options),
  checked: options['no-check'] !== true,
  strict: options.strict === true,
  only: excerptOption(options),
  jobs: numberOption(options, 'jobs', { min: 1, max: 64 }),
  limits: limitsOf(options),
  progress: (event) => progress.show(event),
  signal,
});

/** Builds again and again until it is interrupted. */
async function watch(project: Project, world: OpenWorld, wish: Wish, terminal: Terminal): Promise<number> {
  const { options } = wish;
  const reporter = reporterOption(options);
  let progress = new Progress(terminal, options.explain === true);
  const show = (findings: readonly Diagnostic[], { files }: Pick<Project, 'files'>): void =>
    void showFindings(findings, files, reporter, terminal);
  await watchProject(project, world, {
    plan: (now) => {
      progress = new Progress(terminal, options.explain === true);
      const chosen = lessonsToBuild(now, wish);
      const lessons = chosen.ok ? chosen.value : [];
      return { wish: planOf(lessons, wish, progress, terminal), findings: chosen.diagnostics };
    },
    onBuilt: (run: BuildRun, now) => {
      progress.showRemoved(run.removed);
      show(run.findings, now);
      if (reporter === 'pretty') terminal.out(`${countsOf(run.done)}; watching\n`);
    },
    onBroken: (findings, files) => show(findings, { files }),
    signal: terminal.signal,
  });
  return exits.interrupted;
}
