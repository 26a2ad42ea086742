import { slideCss } from '../../documents/index.ts';
import { textFile, type Format } from '../format.ts';
import { deskOf, paperTask } from '../pdf/index.ts';
import { scriptContext } from './context.ts';
import { scriptMarkdown } from './markdown.ts';

export const scriptFormat: Format = {
  name: 'script',
  summary: 'the notes in large letters beside small slides, with times, as a tagged PDF and as Markdown',
  standard: false,
  writes: true,
  audiences: ['teacher'],
  files: (input) => [textFile('script.md', 'text/markdown', scriptMarkdown(input))],
  tasks: (input) => [
    paperTask(input, {
      path: 'script.pdf',
      name: 'script',
      kind: deskOf(input).word('documents/script'),
      context: scriptContext(input),
      slideCss: slideCss(input.deck),
    }),
  ],
};
