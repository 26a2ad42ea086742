import { availableParallelism } from 'node:os';
import type { Diagnostic } from '../base/index.ts';
import { build, readManifest, updateManifest, type LessonDone, type Manifest } from '../build/index.ts';
import { checkSettings } from '../checks/index.ts';
import { formats, pdfStepsFormat, type Format } from '../formats/index.ts';
import { suggest } from '../base/index.ts';
import { exits, UsageError, type Command, type OptionValues, type Terminal } from './command.ts';
import { allCodes } from './codes.ts';
import { exitCode, showFindings } from './findings.ts';
import { indexPage } from './index-page.ts';
import { audienceOption, numberOption, reporterOption, shared, stringOption } from './options.ts';
import { chooseLessons, openWorld, toolVersion, type OpenWorld, type Project } from './project.ts';
import { readPlayer } from './player.ts';
import { progressLine } from './progress.ts';
import { withProject } from './with-project.ts';

/** The formats that were asked for; the standard ones when none is named. */
export function chooseFormats(value: string | undefined): readonly Format[] {
  if (value === undefined) return formats.filter((format) => format.standard);
  if (value === 'all') return formats;
  const names = value
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  return names.map((name) => {
    const found = formats.find((format) => format.name === name);
    if (found) return found;
    const all = formats.map((format) => format.name);
    const near = suggest(name, all);
    throw new UsageError(
      `--format cannot be "${name}"${near ? `: did you mean ${near}?` : `: use ${all.join(', ')} or all`}`,
    );
  });
}

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
    jobs: { type: 'string', value: 'N', help: 'how many lessons are made at once (default: the number of cores)' },
    'no-check': { type: 'boolean', help: 'make the artifacts without checking the lessons' },
    steps: { type: 'boolean', help: 'give each reveal step a page of its own in the PDF' },
    explain: { type: 'boolean', help: 'say why each lesson is made again' },
    'no-cache': shared['no-cache'],
    reporter: shared.reporter,
    browser: shared.browser,
  },
  examples: ['lectern build', 'lectern build mdma-serotonine --format html,pdf', 'lectern build --audience student'],
  run(operands, options, terminal) {
    const chosen = chooseFormats(stringOption(options, 'format'));
    const format = options.steps === true ? chosen.map((one) => (one.name === 'pdf' ? pdfStepsFormat : one)) : chosen;
    return withProject(terminal, reporterOption(options), (project) =>
      buildProject(project, format, operands, options, terminal),
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
  const chosen = chooseLessons(project, operands);
  if (!chosen.ok) return showFindings(chosen.diagnostics, project.files, reporter, terminal);
  const checked = options['no-check'] !== true;
  await using world = openWorld(project, options, terminal);
  const done = await build(world, {
    lessons: chosen.value,
    formats: format,
    audience: audienceOption(options),
    player: readPlayer(project.files),
    ...(checked ? { checks: { codes: allCodes } } : {}),
    jobs: numberOption(options, 'jobs', { min: 1, max: 64 }) ?? availableParallelism(),
    progress: (event) => terminal.err(progressLine(event, options.explain === true)),
    signal: terminal.signal,
  });
  const findings = [
    ...project.diagnostics,
    ...chosen.diagnostics,
    ...(checked ? checkSettings(project.config, new Set(Object.keys(allCodes))) : []),
    ...done.flatMap((lesson) => lesson.diagnostics),
    ...writeOverview(project, world, done),
  ];
  showFindings(findings, project.files, reporter, terminal);
  if (terminal.signal.aborted) return exits.interrupted;
  terminal.out(summaryLine(done, options));
  return exitCode(findings);
}

/** The manifest and the index page, from what was built now and before. */
function writeOverview(project: Project, world: OpenWorld, done: readonly LessonDone[]): readonly Diagnostic[] {
  const all = chooseLessons(project, []);
  const previous = world.output.read('manifest.json');
  const tool = { version: toolVersion().version, browser: world.browserIdentity };
  const manifest = updateManifest(previous ? readManifest(previous) : undefined, tool, done, all.ok ? all.value : []);
  const failed = new Map(
    done.filter((lesson) => lesson.state === 'failed').map((lesson) => [lesson.id, lesson.diagnostics]),
  );
  return [
    writeText(world, 'manifest.json', `${JSON.stringify(manifest satisfies Manifest, null, 2)}\n`),
    writeText(
      world,
      'index.html',
      indexPage(manifest, failed, (path) => world.output.read(path), world.files),
    ),
  ].flat();
}

const writeText = (world: OpenWorld, path: string, text: string): readonly Diagnostic[] =>
  world.output.write({ path, bytes: Buffer.from(text) }).diagnostics;

function summaryLine(done: readonly LessonDone[], options: OptionValues): string {
  const count = (state: LessonDone['state']): number => done.filter((lesson) => lesson.state === state).length;
  const parts = [
    `${count('built')} built`,
    `${count('unchanged')} unchanged`,
    ...(count('failed') > 0 ? [`${count('failed')} failed`] : []),
  ];
  return reporterOption(options) === 'pretty' ? `${parts.join(', ')}\n` : '';
}
