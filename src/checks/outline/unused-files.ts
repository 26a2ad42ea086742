import { defineCodes, type FileId } from '../../base/index.ts';
import { decodeUtf8, slidesOf, type Files, type Lesson } from '../../model/index.ts';
import { textsOf } from '../../questions/index.ts';
import type { Check } from '../check.ts';

const { table, diagnostic } = defineCodes({
  'files/unused': {
    severity: 'info',
    summary: 'A file under `images/` or `data/` of the lesson is used nowhere.',
    why: 'It is often an old version, or a figure that was meant to be on a slide.',
    mend: 'Use it, or remove it.',
  },
});

const folders = ['images', 'data'];

function filesUnder(files: Files, folder: FileId): readonly FileId[] {
  return files.list(folder).flatMap(({ name, kind }) => {
    if (name.startsWith('.')) return [];
    if (kind === 'folder') return filesUnder(files, `${folder}/${name}`);
    return kind === 'file' ? [`${folder}/${name}`] : [];
  });
}

/** Everything in which a lesson may name a file. */
function namingText(lesson: Lesson, files: Files): string {
  const { presentation } = lesson;
  const slides = slidesOf(lesson).map(({ slide }) => [slide.title, slide.fields, slide.notes]);
  const css = presentation.css === undefined ? undefined : files.read(`${lesson.dir}/${presentation.css}`);
  const style = css?.ok === true ? decodeUtf8(css.bytes) : undefined;
  const questions = lesson.quiz.map(textsOf);
  return JSON.stringify([slides, presentation, questions, lesson.glossary, lesson.vars, style]);
}

export const unusedFilesCheck: Check = {
  name: 'unused-files',
  codes: table,
  run({ lesson, files }) {
    // A name in other capitals is found as well.
    const text = namingText(lesson, files).toLowerCase();
    const all = folders.flatMap((folder) => filesUnder(files, `${lesson.dir}/${folder}`));
    return all.flatMap((file) => {
      const path = file.slice(lesson.dir.length + 1);
      if (text.includes(path.toLowerCase())) return [];
      const help = [`Show it: \`src: ${path}\` (a picture) or \`data: ${path}\` (a chart).`, 'Or remove the file.'];
      return [diagnostic('files/unused', `No slide uses ${path}.`, { at: { file, start: 0, end: 0 }, help })];
    });
  },
};
