import type { OverviewWords } from '../../wire/index.ts';
import type { Audience, LessonId, TimePlan } from '../../model/index.ts';

/** A link to a file of the lesson, relative to the folder of the index page. */
export interface IndexLink {
  /** `mdma-serotonine/deck.html` */
  readonly path: string;
  readonly audience: Audience;
  /** Whether it shows a part of the lesson. */
  readonly isPart?: true;
}

/** One lesson on the index page. All texts are plain, not Markdown. */
export interface IndexEntry {
  readonly id: LessonId;
  readonly title: string;
  readonly subtitle?: string;
  readonly authors: readonly string[];
  /** BCP 47 tag. */
  readonly lang: string;
  readonly plans: readonly TimePlan[];
  readonly slides: number;
  /** First slide as a `data:image/…` URL; any other URL is ignored. */
  readonly thumbnail?: string;
  readonly links: readonly IndexLink[];
  /** Statements of the source; absent when the lesson has no source. */
  readonly coverage?: { readonly covered: number; readonly waived: number; readonly uncovered: number };
  readonly errors: number;
  readonly warnings: number;
  /** The lesson could not be built: its links, if any, are of an earlier build. */
  readonly failed: boolean;
}

/** The page's own words, and the language that they are in. */
interface OverviewPage {
  readonly lang: string;
  readonly words: OverviewWords;
}

export interface IndexOptions {
  /** The words of the page for a language. */
  readonly wordsIn: (lang: string) => OverviewPage;
  /** Language of the page's own words. Default: the one that all lessons share, otherwise English. */
  readonly lang?: string;
  /** Name of the course or project. */
  readonly title?: string;
  /** Packed CSS of any deck, from which the fonts are taken. */
  readonly deckCss?: string;
}
