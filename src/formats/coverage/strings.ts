import type { CarrierKind, Saying, Status } from '../../coverage/index.ts';
import type { EvidenceLevel } from '../../model/index.ts';
import type { PageLanguage } from '../../page-kit/index.ts';

/** The page's own words in one language. */
export interface Words {
  readonly kicker: string;
  readonly skip: string;
  readonly openDeck: string;
  readonly status: Readonly<Record<Status, string>>;
  readonly statements: (count: number) => string;
  readonly accounted: string;
  readonly saying: Readonly<Record<Saying, string>>;
  readonly missing: string;
  readonly sections: string;
  readonly sectionsComplete: (complete: number, all: number) => string;
  readonly slides: string;
  readonly orphans: (count: number) => string;
  readonly contents: string;
  readonly filter: string;
  readonly all: string;
  readonly review: string;
  readonly none: string;
  readonly tally: (covered: number, waived: number, uncovered: number) => string;
  readonly sourceTitle: string;
  readonly carriedBy: string;
  readonly also: string;
  readonly onNoSlide: string;
  readonly waivedBecause: string;
  readonly number: string;
  readonly slide: string;
  readonly layout: string;
  readonly carries: string;
  readonly evidence: string;
  readonly fromSlides: string;
  readonly orphan: Readonly<Record<'expected' | 'unexpected', string>>;
  readonly others: string;
  readonly kindOf: string;
  readonly text: string;
  readonly kind: Readonly<Record<CarrierKind, string>>;
  readonly waivers: string;
  readonly statement: string;
  readonly reason: string;
  readonly reviewTitle: string;
  readonly reviewLead: string;
  readonly change: Readonly<Record<'changed' | 'moved' | 'added' | 'removed', string>>;
  readonly tones: Readonly<Record<EvidenceLevel['tone'], string>>;
}

const en: Words = {
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

const nl: Words = {
  kicker: 'Dekking van de bron',
  skip: 'Naar de bron',
  openDeck: 'Open de dia’s',
  status: {
    covered: 'Op een dia',
    waived: 'Bewust weggelaten',
    uncovered: 'Op geen dia',
  },
  statements: (count) => (count === 1 ? 'bewering' : 'beweringen'),
  accounted: 'van de beweringen staat op een dia',
  saying: {
    slide: 'Gezegd op de dia',
    notes: 'Alleen in de notities',
    linked: 'Alleen gekoppeld',
  },
  missing: 'Ontbreekt:',
  sections: 'Onderdelen',
  sectionsComplete: (complete, all) => `${complete} van ${all} onderdelen volledig`,
  slides: 'dia’s',
  orphans: (count) => `${count} zonder bewering`,
  contents: 'Onderdelen van de bron',
  filter: 'Toon beweringen',
  all: 'Alle',
  review: 'Nakijken',
  none: 'Zulke beweringen zijn er niet.',
  tally: (covered, waived, uncovered) =>
    [`${covered} op dia’s`, waived > 0 ? `${waived} weggelaten` : '', uncovered > 0 ? `${uncovered} op geen dia` : '']
      .filter((part) => part !== '')
      .join(' · '),
  sourceTitle: 'De bron en de dia’s die haar dragen',
  carriedBy: 'Staat op',
  also: 'ook op',
  onNoSlide: 'Geen enkele dia draagt deze bewering.',
  waivedBecause: 'Bewust weggelaten:',
  number: 'Nr.',
  slide: 'Dia',
  layout: 'Lay-out',
  carries: 'Beweringen',
  evidence: 'Bewijs',
  fromSlides: 'Andersom: wat elke dia draagt',
  orphan: {
    expected: 'geen, zoals bij deze lay-out hoort',
    unexpected: 'geen',
  },
  others: 'Vragen en misvattingen',
  kindOf: 'Soort',
  text: 'Tekst',
  kind: {
    slide: 'Dia',
    question: 'Vraag',
    misconception: 'Misvatting',
    waiver: 'Weglating',
  },
  waivers: 'Bewust weggelaten',
  statement: 'Bewering',
  reason: 'Reden',
  reviewTitle: 'Nakijken',
  reviewLead:
    'De bron is veranderd sinds dit voor het laatst is goedgekeurd. Bekijk elk onderdeel opnieuw, ook de notities.',
  change: {
    changed: 'nieuwe tekst',
    moved: 'verplaatst',
    added: 'nieuw',
    removed: 'vervallen',
  },
  tones: {
    human: 'Mens',
    animal: 'Dier',
    'in-vitro': 'In vitro',
    review: 'Overzicht',
    claim: 'Claim',
    legal: 'Wet',
  },
};

export const words = { en, nl } as const satisfies Record<PageLanguage, Words>;
