import { slideCss } from '../../documents/index.ts';
import type { Format, FormatInput, PageTask } from '../format.ts';
import { wholeAndPlans } from '../per-plan.ts';
import { deskOf, paperTask } from '../pdf/index.ts';
import { handoutContext } from './context.ts';

function handout(input: FormatInput, path: string, isLarge: boolean): PageTask {
  return paperTask(input, {
    path,
    name: 'handout',
    kind: deskOf(input).word('documents/handout'),
    context: handoutContext(input, isLarge),
    slideCss: slideCss(input.deck),
  });
}

export const handoutFormat: Format = {
  name: 'handout',
  summary:
    'the slides with their words and room to write, as a tagged PDF for paper; for each time plan, and in large print',
  standard: false,
  writes: true,
  perPlan: true,
  audiences: ['teacher', 'student', 'public'],
  tasks: (input) => [
    ...wholeAndPlans(input, ['large']).map((one) => handout(one.input, `handout${one.suffix}.pdf`, false)),
    handout(input, 'handout-large.pdf', true),
  ],
};
