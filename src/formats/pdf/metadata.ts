import { plainText, plainTitle } from '../../compose/index.ts';
import type { FormatInput } from '../format.ts';

/** What a PDF says about itself. */
export interface PdfMetadata {
  readonly title: string;
  readonly authors: readonly string[];
  readonly subject?: string;
  /** BCP 47 tag. */
  readonly lang: string;
  /** Time of creation; the file tells none when it is absent. */
  readonly date?: Date;
}

/** What the PDFs of a lesson say about themselves. */
export const metadataOf = ({ lesson, date }: FormatInput): PdfMetadata => ({
  title: plainTitle(lesson.title),
  authors: lesson.authors.map(plainText),
  lang: lesson.lang,
  ...(lesson.subtitle === undefined ? {} : { subject: plainText(lesson.subtitle) }),
  ...(date ? { date } : {}),
});
