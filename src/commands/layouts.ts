import { makeGallery, type Project } from '../project/index.ts';
import { exits, type Command, type OptionValues, type Terminal } from './line/command.ts';
import { exitCode, showFindings } from './line/findings.ts';
import { reporterOption, shared, stringOption } from './line/options.ts';
import { askForTime } from './line/settings.ts';
import { withProject } from './line/with-project.ts';

export const layoutsCommand: Command = {
  name: 'layouts',
  summary: 'show all layouts in a gallery, made from their examples',
  operands: '[NAME...]',
  options: {
    theme: {
      type: 'string',
      value: 'NAME',
      help: 'the theme to show, or all (default: that of lectern.yaml, else lectern)',
    },
    out: shared.out,
    reporter: shared.reporter,
    browser: shared.browser,
    'time-limit': shared['time-limit'],
  },
  examples: [
    'lectern layouts',
    'lectern layouts matrix cascade',
    'lectern layouts --theme humanist',
    'lectern layouts --theme all',
  ],
  run(operands, options, terminal) {
    askForTime(options);
    return withProject(
      terminal,
      reporterOption(options),
      (project) => show(project, operands, options, terminal),
      options,
    );
  },
};

async function show(
  project: Project,
  layouts: readonly string[],
  options: OptionValues,
  terminal: Terminal,
): Promise<number> {
  const reporter = reporterOption(options);
  const { signal } = terminal;
  const ofProject = [...project.diagnostics];
  let worst = exitCode(ofProject);
  const made: string[] = [];
  const shown = await makeGallery(project, { layouts, theme: stringOption(options, 'theme'), signal }, (gallery) => {
    showFindings([...ofProject.splice(0), ...gallery.findings], gallery.files, reporter, terminal);
    worst = Math.max(worst, exitCode(gallery.findings));
    made.push(`${count(gallery.layouts)} in ${gallery.page}\n`);
  });
  if (!shown.ok) return showFindings([...ofProject, ...shown.diagnostics], project.files, reporter, terminal);
  if (signal.aborted) return exits.interrupted;
  if (reporter === 'pretty') terminal.out(made.join(''));
  return worst;
}

const count = (layouts: number): string => (layouts === 1 ? '1 layout' : `${layouts} layouts`);
