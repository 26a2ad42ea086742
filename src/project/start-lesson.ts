import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { failure, NotPossible, success, type FileId, type Outcome } from '../base/index.ts';
import type { Files } from '../model/index.ts';
import { composedSchema, lessonIdFlaw, loadCatalogue, ownTemplates } from '../parse/index.ts';
import type { Project } from './project.ts';
import { isStarterLanguage, starterFiles, starterLanguages } from './starter.ts';
import { writeProjectFile } from './write.ts';

const schemaFile = 'lesson.schema.json';

/** The JSON Schema of lesson.yaml with the layouts of the project, as text. */
export function schemaText(files: Files): Outcome<string> {
  const schema = composedSchema(loadCatalogue(files, ['templates', ownTemplates]));
  return schema.ok ? { ...schema, value: `${JSON.stringify(schema.value, null, 2)}\n` } : schema;
}

/** A lesson to start: an empty title stands for the language's own. */
export interface StartWish {
  readonly id: string;
  readonly lang: string;
  readonly title: string;
}

/**
 * Starts a lesson with an outline, a source and a picture, and gives the project what it needs once.
 * @returns the files that were written
 * @throws NotPossible when there can be no lesson of that name or in that language
 */
export function startLesson(project: Project, { id, lang, title }: StartWish): Outcome<readonly FileId[]> {
  const flaw = lessonIdFlaw(id);
  if (flaw !== undefined) throw new NotPossible(`the lesson id ${JSON.stringify(id)} ${flaw}`);
  if (!isStarterLanguage(lang))
    throw new NotPossible(`--lang cannot be "${lang}": a new lesson starts in ${starterLanguages.join(' or ')}`);
  const folder = `${project.config.lessons}/${id}`;
  if (existsSync(join(project.root, folder))) throw new NotPossible(`${folder} is there already`);
  // The first line of the outline names the schema, which lies in the project's folder.
  const up = '../'.repeat(folder.split('/').length);
  const pointed = (text: string): string => text.replace(`../../${schemaFile}`, `${up}${schemaFile}`);
  const files = Object.entries(starterFiles(lang, title.replace(/\s+/g, ' ').trim())).map(
    ([path, text]) => [`${folder}/${path}`, pointed(text)] as const,
  );
  const written: FileId[] = [];
  for (const [path, text] of [...files, ...projectFiles(project)]) {
    const findings = writeProjectFile(project.root, path, text);
    if (findings.length > 0) return failure(findings);
    written.push(path);
  }
  return success([...written, ...ignoreOutput(project)]);
}

/** What a project needs once: the schema to which the lesson's first line points. */
function projectFiles({ root, files }: Project): readonly (readonly [string, string])[] {
  const schema = existsSync(join(root, schemaFile)) ? undefined : schemaText(files);
  return schema?.ok === true ? [[schemaFile, schema.value]] : [];
}

/** Keeps git from taking what Lectern makes. Hidden names are never written as output, so this is written here; one that is there stays. */
function ignoreOutput({ root, config }: Project): readonly FileId[] {
  if (existsSync(join(root, '.gitignore'))) return [];
  writeFileSync(join(root, '.gitignore'), `node_modules/\n.lectern/\n${config.output}/\n`, { flag: 'wx' });
  return ['.gitignore'];
}
