import { availableParallelism } from 'node:os';
import type { Diagnostic } from '../base/index.ts';
import { lessonFolder, parseOne, type LessonDone } from '../make/index.ts';
import { checkSettings } from '../checks/index.ts';
import type { LessonId } from '../model/index.ts';
import { loadCatalogue, ownTemplates } from '../parse/index.ts';
import { changedFiles } from './changed.ts';
import { allCodes } from './codes.ts';
import { exits, type Command, type OptionValues, type Terminal } from './command.ts';
import { showFindings } from './findings.ts';
import { applyFixes } from './fix.ts';
import { numberOption, reporterOption, shared, stringOption } from './options.ts';
import { readPlayer } from './player.ts';
import { chooseLessons, openWorld, type OpenWorld, type Project } from './project.ts';
import { askForTime, tellPhase } from './telling-phase.ts';
import { budgetOf, buildInThreads } from './threads.ts';
import { withProject } from './with-project.ts';

export const checkCommand: Command = {
  name: 'check',
  summary: 'look for flaws in the outline, the source, the teaching, the laid-out slides and their PDF',
  operands: '[LESSON...]',
  options: {
    'max-warnings': { type: 'string', value: 'N', help: 'fail when there are more warnings than this' },
    fix: { type: 'boolean', help: 'make the replacements that are safe, then check again' },
    changed: {
      type: 'string',
      value: '[REV]',
      bare: 'HEAD',
      help: 'only lessons that differ from a git revision (default: HEAD)',
    },
    strict: shared.strict,
    'time-limit': shared['time-limit'],
    'memory-limit': shared['memory-limit'],
    reporter: shared.reporter,
    browser: shared.browser,
    'no-cache': shared['no-cache'],
    'cache-dir': shared['cache-dir'],
  },
  examples: [
    'lectern check',
    'lectern check mdma-serotonine --max-warnings 0',
    'lectern check --changed origin/main --reporter github',
  ],
  run(operands, options, terminal) {
    return withProject(
      terminal,
      reporterOption(options),
      (project) => checkProject(project, operands, options, terminal),
      options,
    );
  },
};

async function checkProject(
  project: Project,
  operands: readonly string[],
  options: OptionValues,
  terminal: Terminal,
): Promise<number> {
  const reporter = reporterOption(options);
  const mostWarnings = numberOption(options, 'max-warnings', { min: 0, max: 1e9 });
  const chosen = chooseLessons(project, operands);
  if (!chosen.ok) return showFindings(chosen.diagnostics, project.files, reporter, terminal);
  const revision = stringOption(options, 'changed');
  askForTime(options);
  const lessons = revision === undefined ? chosen.value : onlyChanged(project, chosen.value, revision);
  await using world = openWorld(project, options, terminal);
  const around = [
    ...project.diagnostics,
    ...chosen.diagnostics,
    ...checkSettings(project.config, new Set(Object.keys(allCodes))),
  ];
  const checkAll = (): Promise<readonly LessonDone[]> => checkLessons(project, world, lessons, { options, terminal });
  let done = await checkAll();
  let fixed = 0;
  if (options.fix === true && !terminal.signal.aborted) {
    const result = applyFixes(
      project.root,
      project.files,
      done.flatMap((lesson) => lesson.diagnostics),
    );
    around.push(...result.diagnostics);
    fixed = result.count;
    if (fixed > 0) done = await checkAll();
  }
  const findings: readonly Diagnostic[] = [...around, ...done.flatMap((lesson) => lesson.diagnostics)];
  const code = showFindings(findings, project.files, reporter, terminal, mostWarnings);
  if (terminal.signal.aborted) return exits.interrupted;
  if (reporter === 'pretty') terminal.out(summaryLine(done, fixed));
  return code;
}

const checkLessons = (
  project: Project,
  world: OpenWorld,
  lessons: readonly LessonId[],
  { options, terminal }: { readonly options: OptionValues; readonly terminal: Terminal },
): Promise<readonly LessonDone[]> =>
  buildInThreads(
    project,
    world,
    {
      lessons,
      strict: options.strict === true,
      formats: [],
      audience: 'teacher',
      player: readPlayer(project.files),
      checks: { codes: allCodes },
      jobs: availableParallelism(),
      signal: terminal.signal,
    },
    { atOnce: false, budget: budgetOf(options) },
  );

/** Lessons of which a file has changed: in their folder, included from elsewhere, or a template or setting of all lessons. */
function onlyChanged(project: Project, lessons: readonly LessonId[], revision: string): readonly LessonId[] {
  const { root, files, config } = project;
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

const counted = (count: number, word: string): string => `${count} ${word}${count === 1 ? '' : 's'}`;

function summaryLine(done: readonly LessonDone[], fixed: number): string {
  const ignored = done.reduce((sum, lesson) => sum + (lesson.record?.ignored ?? 0), 0);
  const parts = [
    `${counted(done.length, 'lesson')} checked`,
    ...(fixed > 0 ? [`${counted(fixed, 'flaw')} mended`] : []),
    ...(ignored > 0 ? [`${counted(ignored, 'finding')} ignored with a reason`] : []),
  ];
  return `${parts.join(', ')}\n`;
}
