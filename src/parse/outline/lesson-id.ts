import type { Diagnostic, FileId, Outcome } from '../../base/index.ts';
import { hasErrors, failure, success } from '../../base/index.ts';
import type { Files, LessonId } from '../../model/index.ts';
import { diagnostic } from '../codes.ts';
import { show } from '../schema/words.ts';

const pattern = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const reserved = /^(con|prn|aux|nul|com\d|lpt\d)$/;

/** What is wrong with a lesson id, as the end of a sentence; `undefined` for an id that can be used on every system. */
export function lessonIdFlaw(id: string): string | undefined {
  if (id.length > 64) return 'is longer than 64 characters';
  if (!pattern.test(id)) return 'should be lower-case letters, digits and single hyphens between them';
  return reserved.test(id) ? 'is a name that Windows reserves' : undefined;
}

/** The diagnostic for a lesson id that cannot be used. */
export function checkLessonId(id: string, folder: FileId): Diagnostic | undefined {
  const flaw = lessonIdFlaw(id);
  const at = { file: `${folder}/${id}/lesson.yaml`, start: 0, end: 0 };
  return flaw === undefined ? undefined : diagnostic('outline/lesson-id', `The lesson id ${show(id)} ${flaw}.`, { at });
}

const outlineNames = ['lesson.yaml', 'lesson.yml'];

/** The outline of the lesson in a folder: `lesson.yaml`, or `lesson.yml` when only that is there. */
export function outlineFile(files: Files, dir: FileId): FileId {
  const names = new Set(files.list(dir).map(({ name }) => name));
  return `${dir}/${outlineNames.find((name) => names.has(name)) ?? 'lesson.yaml'}`;
}

/** A link that leads nowhere or out of the project, a pipe, a device: nothing that a lesson can be in. */
const notRead = (file: FileId): Diagnostic =>
  diagnostic('yaml/unreadable', `${show(file)} is no folder of this project: what it leads to is not read.`, {
    at: { file, start: 0, end: 0 },
    help: ['Put the folder itself in its place, or remove it.'],
  });

/**
 * The ids of all lessons: the folders under `folder` that hold a lesson.yaml, sorted by code point. A folder whose name
 * cannot be an id is an error that stops no other lesson; when there is no other, the outcome is a failure.
 * @param known lessons of which it is known that they hold one, when their folders are there.
 */
export function lessonIds(
  files: Files,
  folder: FileId = 'lessons',
  known: ReadonlySet<LessonId> = new Set(),
): Outcome<readonly LessonId[]> {
  // What lies in a folder with a line end or another control character in its name cannot be asked for.
  const holdsOutline = (name: string): boolean =>
    /[\u0000-\u001f\u007f\\]/.test(name) ||
    files.list(`${folder}/${name}`).some((entry) => outlineNames.includes(entry.name));
  const entries = files.list(folder).filter(({ name }) => !name.startsWith('.'));
  const lessons = entries
    .filter(({ kind }) => kind === 'folder')
    .map(({ name }) => name)
    .filter((name) => known.has(name) || holdsOutline(name));
  const left = entries.filter(({ kind }) => kind === 'other').map(({ name }) => notRead(`${folder}/${name}`));
  const diagnostics = [...left, ...lessons.flatMap((id) => checkLessonId(id, folder) ?? [])];
  const sound = lessons.filter((id) => lessonIdFlaw(id) === undefined);
  return sound.length === 0 && hasErrors(diagnostics) ? failure(diagnostics) : success(sound, diagnostics);
}
