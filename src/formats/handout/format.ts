import { slideCss } from '../../documents/index.ts';
import { lessonOfPlan } from '../../model/index.ts';
import type { Format, FormatInput, PageTask } from '../format.ts';
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

/** What a student of one time plan gets: its slides, objectives and questions alone. */
const inPlan = (input: FormatInput, { plan, deck }: FormatInput['planDecks'][number]): FormatInput => ({
  ...input,
  lesson: lessonOfPlan(input.lesson, plan),
  deck,
});

/** A time plan may be called as the large print is. */
const pathOf = (plan: string): string => `handout-${plan === 'large' ? 'plan-large' : plan}.pdf`;

export const handoutFormat: Format = {
  name: 'handout',
  summary:
    'the slides with their words and room to write, as a tagged PDF for paper; for each time plan, and in large print',
  standard: false,
  writes: true,
  perPlan: true,
  audiences: ['teacher', 'student', 'public'],
  tasks: (input) => [
    handout(input, 'handout.pdf', false),
    ...input.planDecks.map((one) => handout(inPlan(input, one), pathOf(one.plan.id), false)),
    handout(input, 'handout-large.pdf', true),
  ],
};
