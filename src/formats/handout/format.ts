import { slideCss } from '../../documents/index.ts';
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

export const handoutFormat: Format = {
  name: 'handout',
  summary: 'the slides with their words and room to write, as a tagged PDF for paper; and in large print',
  standard: false,
  writes: true,
  audiences: ['teacher', 'student', 'public'],
  tasks: (input) => [handout(input, 'handout.pdf', false), handout(input, 'handout-large.pdf', true)],
};
