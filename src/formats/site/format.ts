import { lessonOfPlan } from '../../model/index.ts';
import { textFile, type Evidence, type Format, type FormatFile, type FormatInput } from '../format.ts';
import { siteFiles } from './files.ts';
import { lessonPage, pageName } from './page.ts';

/** A page of the whole lesson, with a page for each time plan where there are several. */
function pagesOf(input: FormatInput, evidence: Evidence): readonly FormatFile[] {
  const { plans } = input.lesson;
  const all = siteFiles(evidence, input.lesson);
  const files = all.filter(({ name }) => name !== 'deck.html');
  const shared = { plans, hasDeck: files.length < all.length };
  const page = (name: string, text: string): FormatFile => textFile(name, 'text/html', text);
  // Slides as PDF are those of a plan: they stand on the page of the whole lesson too.
  const whole = files.filter(({ name, plan }) => plan === undefined || name.startsWith('deck'));
  return [
    page(pageName(), lessonPage({ ...shared, input, files: whole })),
    ...input.planDecks.map(({ plan, deck }) => {
      const own = { ...input, lesson: lessonOfPlan(input.lesson, plan), deck };
      return page(
        pageName(plan),
        lessonPage({ ...shared, input: own, plan, files: files.filter((file) => file.plan?.id === plan.id) }),
      );
    }),
  ];
}

export const siteFormat: Format = {
  name: 'site',
  summary: 'a page of the lesson for students, and one of each time plan: objectives, duration, downloads (see --site)',
  standard: false,
  perPlan: true,
  audiences: ['student', 'public'],
  closing: pagesOf,
};
