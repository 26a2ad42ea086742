import { plainText, plainTitle } from '../../compose/index.ts';
import type { FormatInput } from '../format.ts';
import type { PdfMetadata } from './finish.ts';

/** What the PDFs of a lesson say about themselves. */
export const metadataOf = ({ lesson, date }: FormatInput): PdfMetadata => ({
  title: plainTitle(lesson.title),
  authors: lesson.authors.map(plainText),
  lang: lesson.lang,
  ...(lesson.subtitle === undefined ? {} : { subject: plainText(lesson.subtitle) }),
  ...(date ? { date } : {}),
});
