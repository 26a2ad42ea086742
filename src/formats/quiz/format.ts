import type { Format, FormatFile, FormatInput, PageTask } from '../format.ts';
import { wholeAndPlans, type Given } from '../per-plan.ts';
import { selfTest } from '../platforms/index.ts';
import { deskOf, paperTask } from '../pdf/index.ts';
import { answersContext } from './answers.ts';
import { sheetContext } from './sheet.ts';
import { versionsOf, type Version } from './versions.ts';
import { questionWriter } from './writer.ts';

/** A sheet of one version, and for the teacher its key. */
function papersOf({ input, suffix }: Given, version: Version): readonly PageTask[] {
  const desk = deskOf(input);
  const isOne = input.papers.versions === 1;
  const kind = (name: string): string =>
    desk.word(`documents/${name}`) + (isOne ? '' : ` (${desk.word('documents/version', { n: version.name })})`);
  const paper = (name: 'quiz' | 'answers', context: typeof sheetContext): PageTask =>
    paperTask(input, {
      path: `${name}${suffix}${version.suffix}.pdf`,
      name,
      kind: kind(name),
      context: context(input, version, questionWriter(input, `${name}.pdf`)),
    });
  const sheet = paper('quiz', sheetContext);
  return input.audience === 'teacher' ? [sheet, paper('answers', answersContext)] : [sheet];
}

/** The page that marks itself. What cannot be shown of a question is the same on paper, and in each time plan. */
function pageOf({ input, suffix }: Given): readonly FormatFile[] {
  const { bytes, count, findings } = selfTest(input, { file: 'quiz.html, quiz.pdf, answers.pdf' });
  if (count === 0 && findings.length === 0) return [];
  const diagnostics = suffix === '' ? { diagnostics: findings } : {};
  return [{ path: `quiz${suffix}.html`, mediaType: 'text/html', bytes, ...diagnostics }];
}

/** Sheets in other orders are called by their letters, and so may a time plan be. */
function givenIn(input: FormatInput): readonly Given[] {
  const letters = versionsOf(input).flatMap(({ suffix }) => (suffix === '' ? [] : suffix));
  const taken = input.lesson.plans.filter(({ id }) => letters.some((letter) => `-${id}`.endsWith(letter)));
  return wholeAndPlans(
    input,
    taken.map(({ id }) => id),
  );
}

export const quizFormat: Format = {
  name: 'quiz',
  summary:
    'the questions as a sheet for students, and for the teacher a key and a page that marks itself; for each time plan',
  standard: false,
  writes: true,
  perPlan: true,
  audiences: ['teacher', 'student', 'public'],
  files: (input) => (input.audience === 'teacher' ? givenIn(input).flatMap(pageOf) : []),
  tasks: (input) =>
    givenIn(input).flatMap((given) =>
      versionsOf(given.input).flatMap((version) => (version.questions.length > 0 ? papersOf(given, version) : [])),
    ),
};
