import { relative, resolve } from 'node:path';
import { afterLecture, outputFolder, type Project } from '../project/index.ts';
import { exits, UsageError, type Command, type OptionValues, type Terminal } from './line/command.ts';
import { exitCode, showFindings } from './line/findings.ts';
import { numberOption, reporterOption, shared, stringOption } from './line/options.ts';
import { withProject } from './line/with-project.ts';

export const afterCommand: Command = {
  name: 'after',
  summary: 'make what a lecture leaves: the deck with its drawings, chapter marks, the minutes for next year',
  operands: 'FILE',
  options: {
    lesson: { type: 'string', value: 'ID', help: 'the lesson (default: the one that the file names)' },
    offset: {
      type: 'string',
      value: 'SECONDS',
      help: 'how long the recording ran before the first slide (default: 0)',
    },
    write: { type: 'boolean', help: 'write the new minutes into the outline; without it they are only shown' },
    out: shared.out,
    reporter: shared.reporter,
    browser: shared.browser,
  },
  examples: ['lectern after mdma-serotonine-lecture.json', 'lectern after lecture.json --offset 95 --write'],
  run(operands, options, terminal) {
    const [file, ...more] = operands;
    if (file === undefined || more.length > 0)
      throw new UsageError('name the file that the player saved, such as `lectern after lecture.json`');
    return withProject(
      terminal,
      reporterOption(options),
      (project) => after(project, resolve(terminal.cwd, file), options, terminal),
      options,
    );
  },
};

async function after(project: Project, file: string, options: OptionValues, terminal: Terminal): Promise<number> {
  const reporter = reporterOption(options);
  const result = await afterLecture(project, {
    file,
    lesson: stringOption(options, 'lesson'),
    offset: numberOption(options, 'offset', { min: 0, max: 86_400 }) ?? 0,
    write: options.write === true,
  });
  showFindings(result.diagnostics, project.files, reporter, terminal);
  if (!result.ok) return exitCode(result.diagnostics);
  if (reporter !== 'pretty') return exits.fine;
  const { made, patch, written } = result.value;
  const folder = relative(terminal.cwd, outputFolder(project.root, project.config, project.settings)) || '.';
  terminal.out(made.map((path) => `${folder}/${path}\n`).join(''));
  if (patch !== '') terminal.out(`\n${patch}\n`);
  if (written > 0) terminal.out(`${written} ${written === 1 ? 'number' : 'numbers'} written into the outline\n`);
  else if (patch !== '') terminal.out('Nothing was changed: --write puts these minutes into the outline.\n');
  return exits.fine;
}
