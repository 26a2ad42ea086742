import { plainText } from '../../compose/index.ts';
import type { Format } from '../format.ts';
import { finishPdf } from './finish.ts';

export const pdfFormat: Format = {
  name: 'pdf',
  summary: 'the deck as a tagged PDF, one slide a page',
  standard: true,
  audiences: ['teacher', 'student', 'public'],
  tasks: ({ lesson, date }) => {
    const metadata = {
      title: plainText(lesson.title),
      authors: lesson.authors.map(plainText),
      lang: lesson.lang,
      ...(lesson.subtitle === undefined ? {} : { subject: plainText(lesson.subtitle) }),
      ...(date ? { date } : {}),
    };
    return [
      {
        path: 'deck.pdf',
        mediaType: 'application/pdf',
        key: JSON.stringify(['pdf', 1, metadata]),
        run: async (page) => finishPdf(await page.print(), metadata).bytes,
      },
    ];
  },
};
