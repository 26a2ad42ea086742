import { failure, hasErrors, success, suggest, type Diagnostic, type Outcome } from '../base/index.ts';
import { artistIn } from '../make/index.ts';
import { lessonIds, loadCatalogue, ownTemplates, type Catalogue, type LayoutDefinition } from '../parse/index.ts';
import { galleryFolder, renderExamples, writeGallery } from '../pages/gallery/index.ts';
import { openWorld, type Project } from '../project/index.ts';
import { exits, UsageError, type Command, type OptionValues, type Terminal } from './line/command.ts';
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
  names: readonly string[],
  options: OptionValues,
  terminal: Terminal,
): Promise<number> {
  const reporter = reporterOption(options);
  const catalogue = allLayouts(project);
  const layouts = chooseLayouts(catalogue, names);
  const findings: Diagnostic[] = [...project.diagnostics, ...layouts.diagnostics];
  if (!layouts.ok) return showFindings(findings, project.files, reporter, terminal);
  await using world = openWorld(project);
  world.browser.start();
  let worst = exitCode(findings);
  const theme = stringOption(options, 'theme');
  const isAll = theme === 'all';
  const made: string[] = [];
  for (const name of isAll ? themeNames(project) : [theme]) {
    const shown = await renderExamples(project, catalogue, layouts.value, name, artistIn(world));
    const folder = isAll ? `${galleryFolder}/${shown.theme}` : galleryFolder;
    const found = [...shown.diagnostics, ...(await writeGallery(world, shown, folder, terminal.signal))];
    showFindings([...findings.splice(0), ...found], shown.files, reporter, terminal);
    worst = Math.max(worst, exitCode(found));
    made.push(`${count(shown.entries.length)} in ${folder}/index.html\n`);
    if (terminal.signal.aborted) return exits.interrupted;
  }
  if (reporter === 'pretty') terminal.out(made.join(''));
  return worst;
}

/** The themes that come with Lectern and those of the project. */
function themeNames({ files }: Pick<Project, 'files'>): readonly string[] {
  const folders = [`${ownTemplates}/themes`, 'templates/themes'];
  const names = folders.flatMap((folder) => files.list(folder).filter(({ kind }) => kind === 'folder'));
  return [...new Set(names.map(({ name }) => name))].sort();
}

const count = (layouts: number): string => (layouts === 1 ? '1 layout' : `${layouts} layouts`);

/** Lectern's own layouts, those of the project, and those that only one lesson has. */
function allLayouts({ files, config }: Pick<Project, 'files' | 'config'>): Catalogue {
  const lessons = lessonIds(files, config.lessons);
  const own = (lessons.ok ? lessons.value : []).map((id) => `${config.lessons}/${id}/templates`);
  return loadCatalogue(files, ['templates', ownTemplates, ...own]);
}

function chooseLayouts(catalogue: Catalogue, names: readonly string[]): Outcome<readonly LayoutDefinition[]> {
  for (const name of names) {
    if (catalogue.names.includes(name)) continue;
    const near = suggest(name, catalogue.names);
    throw new UsageError(
      `there is no layout "${name}"${near ? `: did you mean ${near}?` : `: there are ${catalogue.names.join(', ')}`}`,
    );
  }
  const found = [...new Set(names.length === 0 ? catalogue.names : names)].flatMap((name) => catalogue.get(name) ?? []);
  const diagnostics = found.flatMap((outcome) => outcome.diagnostics);
  if (hasErrors(diagnostics)) return failure(diagnostics);
  return success(
    found.flatMap((outcome) => (outcome.ok ? [outcome.value] : [])),
    diagnostics,
  );
}
