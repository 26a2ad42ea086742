import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { failure, NotPossible, success, type FileId, type Outcome } from '../base/index.ts';
import { changesOf, readDeck, UnreadableFile, type Change, type Leaf, type SeenDeck } from '../import/index.ts';
import { lessonFolder } from '../make/index.ts';
import { textsOf, type Lesson } from '../model/index.ts';
import { loadCatalogue, ownTemplates, parseLesson, pathAt, scalarAt } from '../parse/index.ts';
import { OntoWriter } from './onto-edits.ts';
import { chooseLessons, type Project } from './project.ts';
import { outputFolder } from './settings.ts';
import { writeProjectFile } from './write.ts';

/** What a presentation brings back into the lesson that it came from. */
export interface Brought {
  readonly lesson: Lesson;
  /** Changes that can be written, or were. */
  readonly changes: readonly Change[];
  /** Changes of texts that the outline has changed as well. */
  readonly conflicts: readonly Change[];
  /** What has no place in the outline. */
  readonly left: readonly Change[];
  /** The files of the lesson as they would be. */
  readonly files: ReadonlyMap<FileId, string>;
  /** Whether the file itself says what it was made from; else the deck in the output folder does. */
  readonly isOwn: boolean;
}

const mostBytes = 200_000_000;

async function deckAt(file: string): Promise<SeenDeck> {
  if (!existsSync(file) || !statSync(file).isFile()) throw new NotPossible(`there is no file ${file}`);
  if (statSync(file).size > mostBytes) throw new NotPossible(`${file} is larger than ${mostBytes / 1e6} MB`);
  return readDeck(readFileSync(file)).catch((error: unknown) => {
    throw error instanceof UnreadableFile
      ? new NotPossible(`${basename(file)} cannot be read: ${error.message}`)
      : error;
  });
}

/** The presentation with what it was made from: it says so itself, or else the one in the output folder does. */
async function recorded(
  project: Project,
  id: string,
  file: string,
): Promise<Required<SeenDeck> & { readonly isOwn: boolean }> {
  const deck = await deckAt(file);
  if (deck.record) return { slides: deck.slides, record: deck.record, isOwn: true };
  const built = join(outputFolder(project.root, project.config, project.settings), id, 'deck.pptx');
  const record = existsSync(built) ? (await deckAt(built)).record : undefined;
  if (record === undefined)
    throw new NotPossible(
      `${basename(file)} does not say what it was made from: a program dropped it. Build it again with \`lectern build ${id} --format pptx\`, so that both can be compared`,
    );
  return { slides: deck.slides, record, isOwn: false };
}

/** Writes what was brought back into the files of the lesson. */
export function writeBrought({ root }: Project, { files }: Brought): Outcome<readonly FileId[]> {
  for (const [file, text] of files) {
    const findings = writeProjectFile(root, file, text);
    if (findings.length > 0) return failure(findings);
  }
  return success([...files.keys()]);
}

/**
 * Finds what somebody changed in a presentation of a lesson, and how its outline would be with that; nothing is written.
 * @throws NotPossible when the file is no presentation of that lesson
 */
export async function importOnto(
  project: Project,
  wish: { readonly file: string; readonly lesson: string },
): Promise<Outcome<Brought>> {
  const chosen = chooseLessons(project, [wish.lesson]);
  if (!chosen.ok) return chosen;
  const [id = ''] = chosen.value;
  const { files, config } = project;
  const folder = lessonFolder(config, id);
  const own = loadCatalogue(files, [`${folder}/templates`], loadCatalogue(files, ['templates', ownTemplates]));
  const parsed = parseLesson(files, folder, { catalogue: own, config });
  if (!parsed.ok) return parsed;
  const lesson = parsed.value;
  const { slides, record, isOwn } = await recorded(project, id, wish.file);
  if (record.lesson !== id)
    throw new NotPossible(`${basename(wish.file)} is a presentation of the lesson ${record.lesson}, not of ${id}`);
  const textOf = textsOf(files);
  const rawOf = ({ at }: Leaf): string | undefined => {
    const path = pathAt(textOf(at.file), at.start);
    return path && scalarAt(textOf(at.file), path);
  };
  const all = changesOf(lesson, record, slides, rawOf);
  const isConflict = (change: Change): boolean => change.kind === 'text' && change.isConflict;
  const wanted = all.filter((change) => !isConflict(change));
  const edits = new OntoWriter(lesson, textOf).write(wanted);
  const refused = new Set(edits.refused);
  return success({
    lesson,
    changes: wanted.filter((change) => !refused.has(change)),
    conflicts: all.filter(isConflict),
    left: edits.refused,
    files: edits.files,
    isOwn,
  });
}
