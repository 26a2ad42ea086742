import { plainTitle } from '../../compose/index.ts';
import { paperHtml } from '../../documents/index.ts';
import { textFile, type Format, type FormatInput } from '../format.ts';
import { wholeAndPlans } from '../per-plan.ts';
import { deskOf, paperTask } from '../pdf/index.ts';
import { planContext } from './context.ts';

const name = 'lesson-plan';

/** The lesson plan as a page for the screen. */
function planHtml(input: FormatInput): string {
  const desk = deskOf(input);
  const { lesson, papers } = input;
  const { html: body, css } = desk.write(name, planContext(input));
  const title = `${desk.word('documents/plan')}: ${plainTitle(lesson.title)}`;
  const page = { lang: lesson.lang, title, foot: title, body, css: [css], size: papers.size, isPage: true };
  return paperHtml(page, desk);
}

export const planFormat: Format = {
  name: 'plan',
  summary:
    'the lesson plan: minutes, activities, questions, misconceptions and what each objective is taught and tested by',
  standard: false,
  writes: true,
  perPlan: true,
  audiences: ['teacher'],
  files: (whole) =>
    wholeAndPlans(whole).map(({ input, suffix }) => textFile(`${name}${suffix}.html`, 'text/html', planHtml(input))),
  tasks: (whole) =>
    wholeAndPlans(whole).map(({ input, suffix }) =>
      paperTask(input, {
        path: `${name}${suffix}.pdf`,
        name,
        kind: deskOf(input).word('documents/plan'),
        context: planContext(input),
      }),
    ),
};
