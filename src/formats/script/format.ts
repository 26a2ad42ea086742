import { slideCss } from '../../documents/index.ts';
import { textFile, type Format, type FormatInput, type PageTask } from '../format.ts';
import { wholeAndPlans } from '../per-plan.ts';
import { deskOf, paperTask } from '../pdf/index.ts';
import { scriptContext } from './context.ts';
import { scriptMarkdown } from './markdown.ts';

const script = (input: FormatInput, path: string): PageTask =>
  paperTask(input, {
    path,
    name: 'script',
    kind: deskOf(input).word('documents/script'),
    context: scriptContext(input),
    slideCss: slideCss(input.deck),
  });

export const scriptFormat: Format = {
  name: 'script',
  summary:
    'the notes in large letters beside small slides, with times, as a tagged PDF and as Markdown; for each time plan',
  standard: false,
  writes: true,
  perPlan: true,
  audiences: ['teacher'],
  files: (whole) =>
    wholeAndPlans(whole).map(({ input, suffix }) =>
      textFile(`script${suffix}.md`, 'text/markdown', scriptMarkdown(input)),
    ),
  tasks: (whole) => wholeAndPlans(whole).map(({ input, suffix }) => script(input, `script${suffix}.pdf`)),
};
