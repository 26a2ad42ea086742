import type { FileId, Span } from '../base/index.ts';
import type {
  LeftOut,
  LessonId,
  SlideId,
  SourceSection,
  SourceText,
  Statement,
  StatementId,
  Waiver,
} from '../model/index.ts';

/** `covered`: at least one slide carries it. `waived`: no slide does, and a reason is given. */
export const statuses = ['covered', 'waived', 'uncovered'] as const;
export type Status = (typeof statuses)[number];

/** One statement and everything that carries it. Questions and misconceptions alone do not cover a statement. */
export interface StatementCoverage {
  readonly statement: Statement;
  readonly status: Status;
  readonly slides: readonly SlideId[];
  readonly questions: readonly string[];
  /** One-based positions in the lesson's list of misconceptions, which have no ids. */
  readonly misconceptions: readonly number[];
  readonly waivers: readonly Waiver[];
}

export type Counts = Readonly<Record<Status, number>> & { readonly statements: number };

export interface SectionCoverage {
  readonly section: SourceSection;
  readonly statements: readonly StatementCoverage[];
  readonly counts: Counts;
  /** Every statement is covered or waived. A section without statements is complete. */
  readonly complete: boolean;
  /** Lesson sections that say they teach this section. */
  readonly taughtIn: readonly string[];
}

/** The other direction: what one slide carries. */
export interface SlideCoverage {
  readonly slide: SlideId;
  readonly title: string;
  readonly layout: string;
  /** The lesson section that holds the slide. */
  readonly section: string;
  readonly statements: readonly StatementId[];
  /** A slide without statements whose layout is not meant to carry any (title, agenda …) is as it should be. */
  readonly orphan: 'no' | 'expected' | 'unexpected';
  readonly at: Span;
}

interface Totals extends Counts {
  readonly sections: number;
  readonly completeSections: number;
  readonly slides: number;
  /** Slides that carry no statement, expected or not. */
  readonly orphans: number;
}

/** The counts of one text of the source. */
export interface TextCoverage {
  readonly text: SourceText;
  /** Whether its counts are the headline: the explainers', or the first text's when none is an explainer. */
  readonly headline: boolean;
  readonly counts: Counts;
  /** Words in statements, and words in what is left out. */
  readonly words: { readonly stated: number; readonly leftOut: number };
  readonly leftOut: readonly LeftOut[];
}

/** Which parts of the source are on which slides, both ways. */
export interface Coverage {
  readonly lesson: LessonId;
  /** The lesson's outline, for findings that have no better place. */
  readonly file: FileId;
  /** False when the lesson has no source: then there is nothing to measure. */
  readonly hasSource: boolean;
  readonly sections: readonly SectionCoverage[];
  readonly slides: readonly SlideCoverage[];
  /** Each text of the source by itself. */
  readonly texts: readonly TextCoverage[];
  /** The headline: the explainers alone. */
  readonly totals: Totals;
}

/** Smallest shares that are accepted, in percent (0–100). */
export interface Minimums {
  /** Share of source sections that are complete. */
  readonly sections: number;
  /** Share of statements that are covered or waived. */
  readonly statements: number;
}
