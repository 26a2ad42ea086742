import { existsSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, resolve, sep } from 'node:path';
import { failure, NotPossible, success, type FileId, type Outcome } from '../base/index.ts';
import { importLesson, importReaders, readerForBytes, UnreadableFile } from '../import/index.ts';
import { lessonIdFlaw, maxTextBytes, ownStrings, slugOf } from '../parse/index.ts';
import type { Project } from './project.ts';
import { writeProjectFile } from './write.ts';

/** The endings of the files that can be imported. */
export const importKinds = (): string => importReaders.flatMap(({ endings }) => endings[0] ?? []).join(', ');

/** Larger files are no text of a lesson. */
const mostBytes = 50_000_000;

/** What to import, and as which lesson. */
export interface ImportWish {
  /** The folder of the lesson; made from the name of the file when it is not given. */
  readonly id?: string | undefined;
  readonly file: string;
  /** Found from the words of the text when it is not given. */
  readonly lang?: string | undefined;
  readonly title?: string | undefined;
}

type Made = Awaited<ReturnType<typeof importLesson>>;

/** The lesson that a file has become: what was written, and what was lost on the way. */
export interface Imported {
  readonly id: string;
  readonly written: readonly FileId[];
  readonly made: Made;
}

/**
 * Writes the lesson that a file becomes.
 * @throws NotPossible when the file cannot become a lesson of that name
 */
export async function importInto(
  project: Project,
  { id: wanted, file, lang, title }: ImportWish,
): Promise<Outcome<Imported>> {
  const name = basename(file);
  const id = wanted ?? (slugOf(name.replace(/\.[^.]*$/, '')) || 'lesson');
  const flaw = lessonIdFlaw(id);
  if (flaw !== undefined) throw new NotPossible(`the lesson id ${JSON.stringify(id)} ${flaw}`);
  const bytes = bytesOf(file);
  const reader = readerForBytes(file, bytes);
  if (reader === undefined) throw new NotPossible(`${name} is of no kind that can be imported: ${importKinds()}`);
  const folder = `${project.config.lessons}/${id}`;
  if (existsSync(resolve(project.root, folder)))
    throw new NotPossible(`${folder} is there already; choose another with --id`);
  const made = await importLesson(reader, bytes, {
    name,
    ...(lang !== undefined && { lang }),
    ...(title !== undefined && { title }),
    picture: (path) => beside(file, path),
    wordsIn: (tag) => ownStrings(project.files, tag),
  }).catch((error: unknown) => {
    throw error instanceof UnreadableFile ? new NotPossible(`${name} cannot be read: ${error.message}`) : error;
  });
  const tooLarge = sizeFlaw(name, bytes.length, made.files);
  if (tooLarge !== undefined) throw new NotPossible(tooLarge);
  return write(project, { id, written: [], made }, folder);
}

function write({ root }: Project, { id, made }: Imported, folder: FileId): Outcome<Imported> {
  const written: FileId[] = [];
  for (const [path, content] of made.files) {
    const findings = writeProjectFile(root, `${folder}/${path}`, content);
    if (findings.length > 0) return failure(findings);
    written.push(`${folder}/${path}`);
  }
  return success({ id, written, made });
}
/** A file beside the imported one or below; undefined when it is not there, or is a link that leads elsewhere. */
function beside(file: string, path: string): Uint8Array | undefined {
  const folder = realpathSync(dirname(file));
  const target = resolve(folder, path);
  if (!existsSync(target) || !realpathSync(target).startsWith(folder.endsWith(sep) ? folder : folder + sep))
    return undefined;
  return statSync(target).isFile() && statSync(target).size <= mostBytes ? readFileSync(target) : undefined;
}

function bytesOf(file: string): Uint8Array {
  if (!existsSync(file) || !statSync(file).isFile()) throw new NotPossible(`there is no file ${file}`);
  if (statSync(file).size > mostBytes) throw new NotPossible(`${file} is larger than ${mostBytes / 1e6} MB`);
  return readFileSync(file);
}

/** Says of a file from which a text would be made that is larger than what Lectern reads, into how many it must be divided. */
function sizeFlaw(name: string, size: number, files: ReadonlyMap<string, string | Uint8Array>): string | undefined {
  const texts = [...files.values()].filter((content) => typeof content === 'string');
  const largest = texts.reduce((most, text) => Math.max(most, Buffer.byteLength(text)), 0);
  if (largest <= maxTextBytes) return undefined;
  const parts = Math.ceil((largest * 1.1) / maxTextBytes);
  const mega = (bytes: number): string => `${(bytes / 1024 / 1024).toFixed(1)} MB`;
  return `${name} (${mega(size)}) would become a lesson with a text of ${mega(largest)}, and a text may have ${mega(maxTextBytes)}; divide it into ${parts} parts or more, by its chapters, and import each`;
}
