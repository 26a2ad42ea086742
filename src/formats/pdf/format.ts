import { plainText } from '../../compose/index.ts';
import type { Format, FormatInput } from '../format.ts';
import { staticHtml } from '../html/index.ts';
import { finishPdf, type PdfMetadata } from './finish.ts';
import { stepDeck } from './steps.ts';

const metadataOf = ({ lesson, date }: FormatInput): PdfMetadata => ({
  title: plainText(lesson.title),
  authors: lesson.authors.map(plainText),
  lang: lesson.lang,
  ...(lesson.subtitle === undefined ? {} : { subject: plainText(lesson.subtitle) }),
  ...(date ? { date } : {}),
});

const common = { standard: true, audiences: ['teacher', 'student', 'public'] } as const;
const file = { path: 'deck.pdf', mediaType: 'application/pdf' } as const;

export const pdfFormat: Format = {
  ...common,
  name: 'pdf',
  summary: 'the deck as a tagged PDF, one slide a page',
  tasks: (input) => {
    const metadata = metadataOf(input);
    return [
      {
        ...file,
        key: JSON.stringify(['pdf', 1, metadata]),
        run: async (page) => finishPdf(await page.print(), metadata).bytes,
      },
    ];
  },
};

/** Takes the place of {@link pdfFormat} when each step is to have a page of its own. */
export const pdfStepsFormat: Format = {
  ...common,
  name: 'pdf-steps',
  summary: 'the deck as a tagged PDF, one step a page',
  tasks: (input) => {
    const metadata = metadataOf(input);
    const { deck } = input;
    return [
      {
        ...file,
        key: JSON.stringify(['pdf-steps', 1, metadata]),
        run: async (page) => {
          await page.load(staticHtml(stepDeck(deck), metadata.title), { viewport: deck.size });
          const printed = await page.print();
          // Other tasks of this document find it as it was.
          await page.load(staticHtml(deck, metadata.title), { viewport: deck.size });
          return finishPdf(printed, metadata).bytes;
        },
      },
    ];
  },
};
