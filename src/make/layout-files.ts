import type { Diagnostic, FileId } from '../base/index.ts';
import { slidesOf, type Files } from '../model/index.ts';
import { ownTemplates, type Catalogue } from '../parse/index.ts';
import type { MadeLesson } from './lesson.ts';

/** A file with the folder that it may not lead out of. */
interface Place {
  readonly id: FileId;
  readonly within: string;
}

const projectLayouts = 'templates/layouts';

/**
 * Looks at the files of the layouts that a lesson uses; the shared catalogue reads them only once for all lessons. Where the
 * layout of a slide was found by its meaning, any layout of the project, and one that appears, may be meant instead.
 */
export function lookAtLayouts(
  made: MadeLesson,
  diagnostics: readonly Diagnostic[],
  { catalogue, files }: { readonly catalogue: Catalogue; readonly files: Files },
): void {
  for (const { id, within } of layoutFiles(made, catalogue)) files.read(id, { within });
  if (!diagnostics.some(({ code }) => code === 'outline/read-as' || code === 'outline/unknown-layout')) return;
  for (const { name, kind } of files.list(projectLayouts))
    if (kind === 'folder') for (const { id, within } of filesOf(name)) files.read(id, { within });
}

const filesOf = (name: string): readonly Place[] =>
  ['fields.yaml', 'layout.hbs', 'style.css'].map((file) => ({
    id: `${projectLayouts}/${name}/${file}`,
    within: 'templates',
  }));

/** Of Lectern's own layouts also the folder that would take their place in the project. */
function layoutFiles({ lesson }: MadeLesson, catalogue: Catalogue): readonly Place[] {
  const names = [...new Set(slidesOf(lesson).map(({ slide }) => slide.layout))].filter((name) => name !== '').sort();
  return names.flatMap((name) => {
    const layout = catalogue.get(name);
    // A layout that is missing or faulty may be mended in the project.
    if (!layout?.ok) return filesOf(name);
    const { fields, template, style, origin } = layout.value;
    const used = [fields, template.file, style.file].map((id) => ({ id, within: origin }));
    return origin === ownTemplates ? [...used, { id: `${projectLayouts}/${name}`, within: 'templates' }] : used;
  });
}
