import type { ReportFormat } from '../../reporters/index.ts';
import { exits, type OptionValues, type Terminal } from './command.ts';
import { showFindings } from './findings.ts';
import { findRoot, readProject, type Project } from '../../project/index.ts';
import { settingsOf } from './settings.ts';

/** Opens the project with the folders that the options name and runs something in it; a configuration that cannot be read is shown and ends with exit code 2. */
export async function withProject(
  terminal: Terminal,
  reporter: ReportFormat,
  run: (project: Project) => number | Promise<number>,
  options: OptionValues = {},
): Promise<number> {
  const opened = readProject(findRoot(terminal.cwd), settingsOf(options, terminal));
  if (opened.ok) return run(opened.value);
  showFindings(opened.diagnostics, opened.files, reporter, terminal);
  return exits.usage;
}
