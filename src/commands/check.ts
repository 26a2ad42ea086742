import type { Diagnostic } from '../base/index.ts';
import type { LessonDone } from '../make/index.ts';
import {
  applyFixes,
  changedLessons,
  checkLessons,
  chooseLessons,
  openWorld,
  projectFindings,
  type Project,
} from '../project/index.ts';
import { exits, type Command, type OptionValues, type Terminal } from './line/command.ts';
import { showFindings } from './line/findings.ts';
import { numberOption, reporterOption, shared, stringOption } from './line/options.ts';
import { askForTime, limitsOf } from './line/settings.ts';
import { withProject } from './line/with-project.ts';

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
  const lessons = revision === undefined ? chosen.value : changedLessons(project, chosen.value, revision);
  await using world = openWorld(project);
  const around = [...chosen.diagnostics, ...projectFindings(project)];
  const plan = { lessons, strict: options.strict === true, limits: limitsOf(options), signal: terminal.signal };
  const checkAll = (): Promise<readonly LessonDone[]> => checkLessons(project, world, plan);
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
