import { failure, hasErrors, NotPossible, success, suggest, type Diagnostic, type Outcome } from '../base/index.ts';
import { artistIn } from '../make/index.ts';
import type { Files } from '../model/index.ts';
import { galleryFolder, renderExamples, writeGallery } from '../pages/gallery/index.ts';
import { lessonIds, loadCatalogue, ownTemplates, type Catalogue, type LayoutDefinition } from '../parse/index.ts';
import type { Project } from './project.ts';
import { openWorld } from './world.ts';

/** Which layouts to show, in which theme; all of them when none is named. */
export interface GalleryWish {
  readonly layouts: readonly string[];
  /** `all` for every theme. */
  readonly theme: string | undefined;
  readonly signal: AbortSignal;
}

/** The gallery in one theme. */
export interface Gallery {
  readonly page: string;
  readonly layouts: number;
  readonly findings: readonly Diagnostic[];
  /** The files that the findings point at. */
  readonly files: Files;
}

/**
 * Makes the gallery, theme after theme until it is interrupted.
 * @returns a failure when none of the layouts can be shown
 * @throws NotPossible when there is no layout of a name
 */
export async function makeGallery(
  project: Project,
  { layouts: names, theme, signal }: GalleryWish,
  onMade: (gallery: Gallery) => void,
): Promise<Outcome<void>> {
  const catalogue = allLayouts(project);
  const layouts = chooseLayouts(catalogue, names);
  if (!layouts.ok) return layouts;
  await using world = openWorld(project);
  world.browser.start();
  const isAll = theme === 'all';
  const ofLayouts = [...layouts.diagnostics];
  for (const name of isAll ? themeNames(project) : [theme]) {
    const shown = await renderExamples(project, catalogue, layouts.value, name, artistIn(world));
    const folder = isAll ? `${galleryFolder}/${shown.theme}` : galleryFolder;
    const findings = [
      ...ofLayouts.splice(0),
      ...shown.diagnostics,
      ...(await writeGallery(world, shown, folder, signal)),
    ];
    onMade({ page: `${folder}/index.html`, layouts: shown.entries.length, findings, files: shown.files });
    if (signal.aborted) break;
  }
  return success(undefined);
}

/** The themes that come with Lectern and those of the project. */
function themeNames({ files }: Pick<Project, 'files'>): readonly string[] {
  const folders = [`${ownTemplates}/themes`, 'templates/themes'];
  const names = folders.flatMap((folder) => files.list(folder).filter(({ kind }) => kind === 'folder'));
  return [...new Set(names.map(({ name }) => name))].sort();
}

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
    throw new NotPossible(
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
