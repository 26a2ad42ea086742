import type { CarrierKind, Saying, Status } from '../../../coverage/index.ts';
import type { EvidenceLevel, LeftOut } from '../../../model/index.ts';

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
  /** How much of a statement the slides say, and how much with the notes. */
  readonly share: (slides: number, withNotes: number) => string;
  /** How many statements and how much of the words of a text are read. */
  readonly reading: (statements: number, words: number) => string;
  /** Before the parts of a text that are no statements. */
  readonly leftOut: string;
  readonly parts: Readonly<Record<LeftOut['kind'], readonly [one: string, many: string]>>;
  readonly lines: readonly [one: string, many: string];
  /** The roles that Lectern has a name for. */
  readonly roles: Readonly<Record<'explainer' | 'addition', string>>;
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
