import type { FileId } from '../../base/index.ts';
import { decodeUtf8, type Files, type Lesson } from '../../model/index.ts';

const lettersIn = (text: string): readonly string[] => text.replace(/’/g, "'").match(/[\p{L}\p{M}'-]+/gu) ?? [];

/** The word list of the project and that of a lesson. */
export const wordLists = (lesson: Pick<Lesson, 'dir'>): readonly FileId[] => ['words.txt', `${lesson.dir}/words.txt`];

/** One word a line; `#` starts a comment. */
function listed(files: Files, file: FileId): readonly string[] {
  const read = files.read(file);
  const text = read.ok ? decodeUtf8(read.bytes) : undefined;
  const lines = (text ?? '').split(/\r?\n|\r/).map((line) => line.replace(/#.*/, '').trim());
  return lines.filter((line) => line !== '');
}

/** Words that are right in this lesson: its word lists, its terms, the names of its authors and of those it cites. */
export function ownWords(lesson: Lesson, files: Files): readonly string[] {
  const names = [...lesson.authors, lesson.institution ?? '', ...lesson.references.map((work) => work.authors)];
  const works = lesson.references.flatMap(({ title, container }) => [title, container ?? '']);
  const terms = lesson.glossary.map(({ term }) => term);
  return [
    ...wordLists(lesson).flatMap((file) => listed(files, file)),
    ...[...names, ...works, ...terms].flatMap(lettersIn).flatMap((word) => [word, ...word.split('-')]),
  ];
}
