import { chooseLessons, verifyOutput, type Project } from '../project/index.ts';
import { exits, type Command, type OptionValues, type Terminal } from './line/command.ts';
import { exitCode, showFindings } from './line/findings.ts';
import { numberOption, reporterOption, shared } from './line/options.ts';
import { limitsOf } from './line/settings.ts';
import { withProject } from './line/with-project.ts';

export const verifyCommand: Command = {
  name: 'verify',
  summary: 'prove that the output can be made again: rebuild without cache in a temporary place and compare every byte',
  operands: '[LESSON...]',
  options: {
    out: shared.out,
    jobs: {
      type: 'string',
      value: 'N',
      help: 'how many lessons are made at once (default: the number of cores and one)',
    },
    'time-limit': shared['time-limit'],
    'memory-limit': shared['memory-limit'],
    reporter: shared.reporter,
    browser: shared.browser,
  },
  examples: ['lectern verify', 'lectern verify mdma-serotonine'],
  run(operands, options, terminal) {
    return withProject(
      terminal,
      reporterOption(options),
      (project) => verify(project, operands, options, terminal),
      options,
    );
  },
};

async function verify(
  project: Project,
  operands: readonly string[],
  options: OptionValues,
  terminal: Terminal,
): Promise<number> {
  const reporter = reporterOption(options);
  const chosen = chooseLessons(project, operands);
  if (!chosen.ok) return showFindings(chosen.diagnostics, project.files, reporter, terminal);
  const findings = await verifyOutput(project, {
    lessons: chosen.value,
    jobs: numberOption(options, 'jobs', { min: 1, max: 64 }),
    limits: limitsOf(options),
    progress: (id, audience, found) => terminal.err(`${found.length === 0 ? '✓' : '✗'} ${id} (${audience})\n`),
    signal: terminal.signal,
  });
  showFindings(findings, project.files, reporter, terminal);
  if (terminal.signal.aborted) return exits.interrupted;
  const count = chosen.value.length;
  if (findings.length === 0 && reporter === 'pretty')
    terminal.out(`${count} ${count === 1 ? 'lesson' : 'lessons'} made again, byte for byte\n`);
  return exitCode(findings);
}
