import type { Deck } from '../../model/index.ts';
import type { Format, FormatInput, PageTask } from '../format.ts';
import { metadataOf } from './metadata.ts';
import { printDeck } from './print.ts';
import { stepDeck } from './steps.ts';

/** A PDF to make: the slides of one time plan, or of the lesson when it has one plan. */
interface Document {
  readonly path: string;
  /** The deck of the plan; the whole deck when absent. */
  readonly deck?: Deck;
}

/** `deck.pdf` shows the first time plan; every other plan has a file of its own, named after it. */
const documentsOf = ({ planDecks }: FormatInput): readonly Document[] =>
  planDecks.length === 0
    ? [{ path: 'deck.pdf' }]
    : planDecks.map(({ plan, deck }, i) => ({ path: i === 0 ? 'deck.pdf' : `deck-${plan.id}.pdf`, deck }));

function printTask(key: string, { path, deck }: Document, input: FormatInput): PageTask {
  const metadata = metadataOf(input);
  const { slides } = deck ?? input.deck;
  return {
    path,
    mediaType: 'application/pdf',
    key: JSON.stringify([key, 6, metadata]),
    ...(deck ? { deck } : {}),
    isAtOnce: true,
    run: (page, report) =>
      printDeck(page, report, { file: path, metadata, slides, ...(slides[0] ? { at: slides[0].at } : {}) }),
  };
}

const common = { standard: true, audiences: ['teacher', 'student', 'public'], perPlan: true } as const;

export const pdfFormat: Format = {
  ...common,
  name: 'pdf',
  summary: 'the deck as a tagged PDF, one slide a page; one file for each time plan',
  tasks: (input) => documentsOf(input).map((document) => printTask('pdf', document, input)),
};

/** Takes the place of {@link pdfFormat} when each step is to have a page of its own. */
export const pdfStepsFormat: Format = {
  ...common,
  name: 'pdf-steps',
  summary: 'the deck as a tagged PDF, one step a page; one file for each time plan',
  tasks: (input) =>
    documentsOf(input).map(({ path, deck }) =>
      printTask('pdf-steps', { path, deck: stepDeck(deck ?? input.deck) }, input),
    ),
};
