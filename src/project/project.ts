import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { suggest, type Diagnostic, type Outcome, failure, success } from '../base/index.ts';
import { buildDiagnostic } from '../make/index.ts';
import { checkPlaces, createFiles, untrustedFiles } from '../host/index.ts';
import type { Files, LessonId, Config } from '../model/index.ts';
import { lessonIds, parseConfig } from '../parse/index.ts';
import { namedCache, outputFolder, type Settings } from './settings.ts';
import { packageRoot } from './tool.ts';

/** The nearest folder upwards that holds lessons/ or lectern.yaml; where the command was called when there is none. */
export function findRoot(cwd: string): string {
  for (let folder = resolve(cwd); ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'lectern.yaml')) || existsSync(join(folder, 'lessons'))) return folder;
    if (dirname(folder) === folder) return resolve(cwd);
  }
}

/** A folder with lessons, its configuration read. */
export interface Project {
  readonly root: string;
  readonly files: Files;
  readonly config: Config;
  readonly settings: Settings;
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads the project in a folder, unless its folders, or those that were asked for, are not safe to use. */
export function readProject(root: string, settings: Settings): Outcome<Project> & { readonly files: Files } {
  const trusted = createFiles(root, packageRoot());
  const files = settings.untrusted === true ? untrustedFiles(trusted) : trusted;
  const config = parseConfig(files);
  if (!config.ok) return { ...failure<Project>(config.diagnostics), files };
  const unsafe = checkPlaces({
    root,
    lessons: resolve(root, config.value.lessons),
    output: outputFolder(root, config.value, settings),
    cache: namedCache(root, settings),
  });
  if (unsafe.length > 0) return { ...failure<Project>([...config.diagnostics, ...unsafe]), files };
  const { value, diagnostics } = config;
  return { ...success({ root, files, config: value, settings, diagnostics }), files };
}

/** The lessons that were asked for, or all; unknown names are findings. */
export function chooseLessons(
  { files, config }: Pick<Project, 'files' | 'config'>,
  wanted: readonly string[],
): Outcome<readonly LessonId[]> {
  const all = lessonIds(files, config.lessons);
  if (!all.ok) return all;
  const ids = all.value;
  if (ids.length === 0)
    return failure([buildDiagnostic('build/no-lessons', `There are no lessons in ${config.lessons}/`)]);
  if (wanted.length === 0) return success(ids, all.diagnostics);
  const names = wanted.map((name) => name.replace(/^(.*\/)?lessons\//, '').replace(/\/(lesson\.yaml)?$/, ''));
  const unknown = names
    .filter((name) => !ids.includes(name))
    .map((name) => {
      const near = suggest(name, ids);
      return buildDiagnostic('build/unknown-lesson', `There is no lesson "${name}"`, {
        help: [near ? `Did you mean "${near}"?` : `Lessons: ${ids.join(', ')}.`],
      });
    });
  return unknown.length > 0 ? failure(unknown) : success([...new Set(names)]);
}
