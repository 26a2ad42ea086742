import { ownHtml, plainTitle } from '../../compose/index.ts';
import { frontOf, glossaryOf, paperHtml, referencesOf } from '../../documents/index.ts';
import { textFile, type Format, type FormatFile, type FormatInput } from '../format.ts';
import { wholeAndPlans } from '../per-plan.ts';
import { deskOf } from '../pdf/index.ts';
import { chaptersOf, type Chapter } from './chapters.ts';
import { epubFile } from './epub.ts';

/** `reading.html`: one page, no script. */
function readingPage(input: FormatInput, chapters: readonly Chapter[], path: string): FormatFile {
  const desk = deskOf(input);
  const { lesson, papers, audience } = input;
  const { html: body, css } = desk.write('reading', {
    ...frontOf(lesson, desk, desk.word('documents/reading')),
    forTeacher: audience === 'teacher',
    chapters: chapters.map(({ id, title, passages }) => ({
      id,
      title: ownHtml(title),
      passages: passages.map((passage) => ({
        id: passage.id,
        lang: passage.lang,
        title: ownHtml(passage.title),
        body: ownHtml(passage.body),
        notes: passage.notes === '' ? undefined : ownHtml(passage.notes),
      })),
    })),
    glossary: glossaryOf(lesson, desk),
    references: referencesOf(lesson, desk),
  });
  const title = plainTitle(lesson.title);
  const page = { lang: lesson.lang, title, foot: title, body, css: [css], size: papers.size, isPage: true };
  return textFile(path, 'text/html', paperHtml(page, desk));
}

export const readingFormat: Format = {
  name: 'reading',
  summary: 'the lesson as a text to read: a page for phones and screen readers, and an EPUB book; for each time plan',
  standard: false,
  writes: true,
  perPlan: true,
  audiences: ['teacher', 'student', 'public'],
  files: (whole) =>
    wholeAndPlans(whole).flatMap(({ input, suffix }) => {
      const chapters = chaptersOf(input);
      return [
        readingPage(input, chapters, `reading${suffix}.html`),
        epubFile(input, chapters, `reading${suffix}.epub`),
      ];
    }),
};
