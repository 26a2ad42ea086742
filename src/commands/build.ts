import { formats, type Format } from '../formats/index.ts';
import { describeRemote } from '../host/index.ts';
import { lessonsToBuild, runBuild } from './build-run.ts';
import { chooseFormats } from './choose-formats.ts';
import { exits, type Command, type OptionValues, type Terminal } from './command.ts';
import { exitCode, showFindings } from './findings.ts';
import { reporterOption, shared, stringOption, urlOption } from './options.ts';
import { openWorld, type Project } from './project.ts';
import { countsOf } from './summary.ts';
import { watchBuild } from './watch.ts';
import { withProject } from './with-project.ts';

export const buildCommand: Command = {
  name: 'build',
  summary: 'make the artifacts of all lessons, or of those named',
  operands: '[LESSON...]',
  options: {
    format: {
      type: 'string',
      value: 'LIST',
      help: `comma-separated: ${formats.map((format) => format.name).join(', ')}, all`,
    },
    out: shared.out,
    audience: shared.audience,
    watch: { type: 'boolean', help: 'build again whenever something that a lesson is made of changes' },
    jobs: { type: 'string', value: 'N', help: 'how many lessons are made at once (default: the number of cores)' },
    shard: { type: 'string', value: 'I/N', help: 'make only share I of N, for several machines; see lectern merge' },
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
    'lectern build --shard 2/8 --cache-url https://cache.example.org',
  ],
  run(operands, options, terminal) {
    const format = chooseFormats(stringOption(options, 'format'), { steps: options.steps === true });
    return withProject(
      terminal,
      reporterOption(options),
      (project) => buildProject(project, format, operands, options, terminal),
      options,
    );
  },
};

async function buildProject(
  project: Project,
  format: readonly Format[],
  operands: readonly string[],
  options: OptionValues,
  terminal: Terminal,
): Promise<number> {
  const reporter = reporterOption(options);
  const chosen = lessonsToBuild(project, operands, options);
  if (!chosen.ok && options.watch !== true) return showFindings(chosen.diagnostics, project.files, reporter, terminal);
  const url = urlOption(options, 'browser-url', ['ws:', 'wss:', 'http:', 'https:']);
  const remote = url === undefined ? undefined : await describeRemote(url);
  await using world = openWorld(project, options, terminal, remote);
  if (options.watch === true) return await watchBuild(project, world, { formats: format, operands }, options, terminal);
  const plan = { lessons: chosen.ok ? chosen.value : [], formats: format };
  const run = await runBuild(project, world, plan, options, terminal);
  const findings = [...chosen.diagnostics, ...run.findings];
  showFindings(findings, project.files, reporter, terminal);
  if (terminal.signal.aborted) return exits.interrupted;
  if (reporter === 'pretty') terminal.out(`${countsOf(run.done)}\n`);
  return exitCode(findings);
}
