import { paperHtml, paperSizes } from '../../documents/index.ts';
import type { FormatInput, PageTask } from '../format.ts';
import { metadataOf } from './metadata.ts';
import { printDeck } from './print.ts';

/** A document of a lesson to be printed. */
export interface PaperJob {
  readonly path: string;
  /** Folder of its template in `templates/documents`. */
  readonly name: string;
  /** What kind of paper it is, in words of the lesson: stands before the lesson's title. */
  readonly kind: string;
  readonly context: object;
  /** Style of the slides that it shows. */
  readonly slideCss?: string;
}

/** Prints a document from its template: tagged, in the theme's fonts and colours, the same bytes for the same lesson. */
export function paperTask(input: FormatInput, job: PaperJob): PageTask {
  const desk = deskOf(input);
  const { lesson, papers } = input;
  const metadata = metadataOf(input);
  const title = `${job.kind}: ${metadata.title}`;
  const { html: body, css } = desk.write(job.name, job.context);
  const sheets = job.slideCss === undefined ? [css] : [job.slideCss, css];
  const paper = { lang: lesson.lang, title, foot: title, body, css: sheets, size: papers.size };
  const at = lesson.places.value('');
  return {
    path: job.path,
    mediaType: 'application/pdf',
    key: JSON.stringify(['paper', 3, metadata]),
    sheet: { html: paperHtml(paper, desk), size: paperSizes[papers.size] },
    isAtOnce: true,
    run: (page, report) => printDeck(page, report, { file: job.path, metadata: { ...metadata, title }, at }),
  };
}

/** The desk of a format that asked for one. */
export function deskOf({ desk }: FormatInput): NonNullable<FormatInput['desk']> {
  if (!desk) throw new Error('a format writes documents and does not say so');
  return desk;
}
