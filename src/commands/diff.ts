import { relative, resolve } from 'node:path';
import { compareVersions, outputFolder, type Project } from '../project/index.ts';
import { exits, UsageError, type Command, type OptionValues, type Terminal } from './line/command.ts';
import { exitCode, showFindings } from './line/findings.ts';
import { reporterOption, shared, stringOption } from './line/options.ts';
import { withProject } from './line/with-project.ts';

export const diffCommand: Command = {
  name: 'diff',
  summary: 'compare two versions slide by slide: folders of output, or git revisions',
  operands: 'OLD [NEW]',
  options: {
    for: { type: 'string', value: 'WHO', help: 'students: a change sheet of their edition, without notes and answers' },
    lesson: { type: 'string', multiple: true, value: 'ID', help: 'only this lesson; may be given several times' },
    out: {
      type: 'string',
      value: 'FOLDER',
      help: 'where the pages go (default: output/changes, or output/change-sheet)',
    },
    'exit-code': { type: 'boolean', help: 'end with 1 when something differs; without it differences are no failure' },
    untrusted: { type: 'boolean', help: 'for changes of strangers: no templates, themes or CSS of the project' },
    reporter: shared.reporter,
    browser: shared.browser,
  },
  examples: ['lectern diff main', 'lectern diff v1.0 HEAD --for students', 'lectern diff old/output output'],
  run(operands, options, terminal) {
    const [old, now, ...more] = operands;
    if (old === undefined || more.length > 0)
      throw new UsageError('name what was and what is: two folders or revisions, or one and the project as it is');
    const who = stringOption(options, 'for');
    if (who !== undefined && who !== 'students') throw new UsageError(`--for takes students, not "${who}"`);
    const { out, ...others } = options;
    return withProject(
      terminal,
      reporterOption(options),
      (project) => diff(project, { old, now, out: typeof out === 'string' ? out : undefined }, options, terminal),
      others,
    );
  },
};

interface Named {
  readonly old: string;
  readonly now: string | undefined;
  readonly out: string | undefined;
}

async function diff(
  project: Project,
  { old, now, out }: Named,
  options: OptionValues,
  terminal: Terminal,
): Promise<number> {
  const reporter = reporterOption(options);
  const forStudents = options.for === 'students';
  const usual = resolve(
    outputFolder(project.root, project.config, project.settings),
    forStudents ? 'change-sheet' : 'changes',
  );
  const folder = out === undefined ? usual : resolve(terminal.cwd, out);
  const lessons = Array.isArray(options.lesson) ? options.lesson.filter((id) => typeof id === 'string') : [];
  const { cwd, signal } = terminal;
  const result = await compareVersions(project, { old, now, lessons, forStudents, cwd, folder, signal });
  showFindings(result.diagnostics, project.files, reporter, terminal);
  if (signal.aborted) return exits.interrupted;
  if (!result.ok) return exitCode(result.diagnostics);
  const changed = result.value.lessons;
  if (reporter === 'pretty') {
    for (const { id, changes } of changed) {
      terminal.out(`${id}\n`);
      for (const { kind, title } of changes) terminal.out(`  ${kind.padEnd(8)} ${title}\n`);
    }
    if (changed.length === 0) terminal.out('Nothing has changed.\n');
    const shown = relative(terminal.cwd, folder) || '.';
    terminal.out(`${shown}/index.html\n${shown}/changes.md\n`);
  }
  return options['exit-code'] === true && changed.length > 0 ? exits.findings : exits.fine;
}
