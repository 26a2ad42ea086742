import type { Format, FormatInput, PageTask } from '../format.ts';
import { selfTest } from '../platforms/index.ts';
import { deskOf, paperTask } from '../pdf/index.ts';
import { answersContext } from './answers.ts';
import { sheetContext } from './sheet.ts';
import { versionsOf, type Version } from './versions.ts';
import { questionWriter } from './writer.ts';

/** A sheet of one version, and for the teacher its key. */
function papersOf(input: FormatInput, version: Version): readonly PageTask[] {
  const desk = deskOf(input);
  const isOne = input.papers.versions === 1;
  const kind = (name: string): string =>
    desk.word(`documents/${name}`) + (isOne ? '' : ` (${desk.word('documents/version', { n: version.name })})`);
  const paper = (name: 'quiz' | 'answers', context: typeof sheetContext): PageTask =>
    paperTask(input, {
      path: `${name}${version.suffix}.pdf`,
      name,
      kind: kind(name),
      context: context(input, version, questionWriter(input, `${name}.pdf`)),
    });
  const sheet = paper('quiz', sheetContext);
  return input.audience === 'teacher' ? [sheet, paper('answers', answersContext)] : [sheet];
}

export const quizFormat: Format = {
  name: 'quiz',
  summary: 'the questions as a sheet for students, and for the teacher a key and a page that marks itself',
  standard: false,
  writes: true,
  audiences: ['teacher', 'student', 'public'],
  files(input) {
    if (input.audience !== 'teacher') return [];
    // What cannot be shown is the same on paper.
    const { bytes, count, findings } = selfTest(input, { file: 'quiz.html, quiz.pdf, answers.pdf' });
    if (count === 0 && findings.length === 0) return [];
    return [{ path: 'quiz.html', mediaType: 'text/html', bytes, diagnostics: findings }];
  },
  tasks: (input) =>
    versionsOf(input).flatMap((version) => (version.questions.length > 0 ? papersOf(input, version) : [])),
};
