import { mergeOutputs, type Project } from '../project/index.ts';
import { UsageError, type Command, type OptionValues, type Terminal } from './line/command.ts';
import { exitCode, showFindings } from './line/findings.ts';
import { reporterOption, shared } from './line/options.ts';
import { withProject } from './line/with-project.ts';

export const mergeCommand: Command = {
  name: 'merge',
  summary: 'join the output folders of several shards into one, with one manifest and one index page',
  operands: 'FOLDER...',
  options: { out: shared.out, reporter: shared.reporter },
  examples: ['lectern merge shards/*', 'lectern merge a b --out site'],
  run(operands, options, terminal) {
    if (operands.length === 0) throw new UsageError('merge takes the output folders to join');
    return withProject(
      terminal,
      reporterOption(options),
      (project) => merge(project, operands, options, terminal),
      options,
    );
  },
};

async function merge(
  project: Project,
  operands: readonly string[],
  options: OptionValues,
  terminal: Terminal,
): Promise<number> {
  const reporter = reporterOption(options);
  const merged = await mergeOutputs(project, operands, terminal.cwd);
  showFindings(merged.diagnostics, project.files, reporter, terminal);
  if (merged.ok && merged.diagnostics.length === 0 && reporter === 'pretty')
    terminal.out(`${merged.value} lessons from ${operands.length} folders\n`);
  return exitCode(merged.diagnostics);
}
