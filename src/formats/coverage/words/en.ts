import { englishParts } from '../../../coverage/index.ts';
import type { Words } from './types.ts';

/** Words of the page in English. */
export const en: Words = {
  kicker: 'Coverage of the source',
  skip: 'Skip to the source',
  openDeck: 'Open the slides',
  status: {
    covered: 'On a slide',
    waived: 'Left out on purpose',
    uncovered: 'On no slide',
  },
  statements: (count) => (count === 1 ? 'statement' : 'statements'),
  accounted: 'of the statements are on a slide',
  saying: {
    slide: 'Said on the slide',
    notes: 'Only in the notes',
    linked: 'Only linked',
  },
  missing: 'Missing:',
  share: (slides, withNotes) =>
    `${slides} % of its content on the slides${withNotes > slides ? `, ${withNotes} % with the notes` : ''}`,
  reading: (statements, words) =>
    `${statements} ${statements === 1 ? 'statement' : 'statements'}, ${words} % of the words`,
  leftOut: 'left out:',
  ...englishParts,
  roles: { explainer: 'explainer', addition: 'addition' },
  sections: 'Sections',
  sectionsComplete: (complete, all) => `${complete} of ${all} sections complete`,
  slides: 'slides',
  orphans: (count) => `${count} without statements`,
  contents: 'Sections of the source',
  filter: 'Show statements',
  all: 'All',
  review: 'To review',
  none: 'There are no such statements.',
  tally: (covered, waived, uncovered) =>
    [`${covered} on slides`, waived > 0 ? `${waived} left out` : '', uncovered > 0 ? `${uncovered} on no slide` : '']
      .filter((part) => part !== '')
      .join(' · '),
  sourceTitle: 'The source and the slides that carry it',
  carriedBy: 'Carried by',
  also: 'also on',
  onNoSlide: 'No slide carries this statement.',
  waivedBecause: 'Left out on purpose:',
  number: 'No.',
  slide: 'Slide',
  layout: 'Layout',
  carries: 'Statements',
  evidence: 'Evidence',
  fromSlides: 'The other way: what each slide carries',
  orphan: { expected: 'none, as the layout intends', unexpected: 'none' },
  others: 'Questions and misconceptions',
  kindOf: 'Kind',
  text: 'Text',
  kind: {
    slide: 'Slide',
    question: 'Question',
    misconception: 'Misconception',
    waiver: 'Waiver',
  },
  waivers: 'Left out on purpose',
  statement: 'Statement',
  reason: 'Reason',
  reviewTitle: 'To review',
  reviewLead: 'The source has changed since these were last accepted. Look at each one, its notes included.',
  change: {
    changed: 'new text',
    moved: 'moved',
    added: 'new',
    removed: 'gone',
  },
  tones: {
    human: 'Human',
    animal: 'Animal',
    'in-vitro': 'In vitro',
    review: 'Review',
    claim: 'Claim',
    legal: 'Law',
  },
};
