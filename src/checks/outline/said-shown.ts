import { defineCodes, type Span } from '../../base/index.ts';
import type { Check, CheckContext } from '../check.ts';
import { numberOption } from '../settings.ts';
import { passagesOf } from '../texts/index.ts';
import { saidAndShown, type ShownOnSlide } from './shown.ts';

const { table, diagnostic } = defineCodes({
  'figure/unsaid': {
    severity: 'info',
    summary: 'The notes say less than a third of the words that a figure or table shows (option `percent`).',
    why: 'Who cannot see the figure, or listens to a recording, misses what stands only there.',
    mend: 'Say in the notes what the figure shows, with its names and the numbers that matter.',
  },
});

/** Fewer words than these are soon said in other words. */
const fewest = 5;
/** So many are named; who writes the notes sees the others. */
const mostNamed = 6;

/** The first text of the slide that has the word, else its notes. */
function placeOf(context: CheckContext, { slide, unsaid: [word = ''] }: ShownOnSlide): Span {
  const wanted = word.toLowerCase();
  const passage = passagesOf(context, slide).find(
    ({ plain, pointer }) => pointer !== '/title' && plain.toLowerCase().includes(wanted),
  );
  return passage?.at ?? slide.places.key('/notes');
}

export const saidShownCheck: Check = {
  name: 'said-shown',
  codes: table,
  run(context) {
    const least = numberOption(context.config, 'figure/unsaid', 'percent', 33) / 100;
    return saidAndShown(context.lesson, context.deck)
      .filter(({ shown, unsaid }) => shown >= fewest && shown - unsaid.length < least * shown)
      .map((found) => {
        const { slide, shown, unsaid } = found;
        const named = unsaid.slice(0, mostNamed).map((word) => `“${word}”`);
        const more = unsaid.length > mostNamed ? ' …' : '';
        const message = `The notes of slide "${slide.id}" say ${shown - unsaid.length} of the ${shown} words that its figure or table shows.`;
        const help = [`Not said: ${named.join(', ')}${more}`];
        return diagnostic('figure/unsaid', message, { at: placeOf(context, found), help });
      });
  },
};
