import { plainText } from '../../compose/index.ts';
import {
  Passages,
  saidInDeck,
  saidOf,
  slideTexts,
  type Passage,
  type Coverage,
  type Said,
  type SlideCoverage,
  type Staleness,
} from '../../coverage/index.ts';
import { pageWords } from '../../parse/index.ts';
import {
  slidesOf,
  type Composition,
  type Deck,
  type Excerpt,
  type Lesson,
  type SlideId,
  type StatementId,
} from '../../model/index.ts';
import { foreign, html, htmlId, urlPath, type Html } from '../../page-kit/index.ts';
import type { CoverageWords } from '../../wire/index.ts';

/** What the page can show beside the coverage itself. */
export interface CoverageExtras extends Pick<Composition, 'words' | 'evidence'> {
  /** The rendered deck: gives slide numbers, plain titles, links to the first page of a slide that became several, fonts. */
  readonly deck?: Deck;
  /** What the lock says must be reviewed. */
  readonly staleness?: Staleness;
  /** The part of the lesson that is measured; all of it when absent. */
  readonly only?: Excerpt;
  /** Pictures of slides as `data:image/…` URLs, by the deck's slide id. */
  readonly thumbnails?: ReadonlyMap<SlideId, string>;
  /** Relative URL of the deck. Default: `deck.html`. */
  readonly deckHref?: string;
}

/** A slide as the page shows it. */
export interface SlideView extends SlideCoverage {
  readonly number: number;
  readonly plainTitle: string;
  readonly href: string;
  readonly evidence: readonly string[];
  readonly thumbnail?: string;
}

/** Everything the parts of the page need, worked out once. */
export interface View {
  readonly lesson: Lesson;
  readonly coverage: Coverage;
  /** Language of the page's own words. */
  readonly lang: string;
  readonly words: CoverageWords;
  /** `lang` for the lesson's own text, when it differs from the page's. */
  readonly foreign: string | undefined;
  readonly slides: ReadonlyMap<SlideId, SlideView>;
  readonly staleness: Staleness | undefined;
  /** Statements that something must be reviewed for, with the kind of change. */
  readonly stale: ReadonlyMap<StatementId, 'changed' | 'moved' | 'added'>;
  readonly deckHref: string;
  /** Whether the slides that ask questions are measured alone. */
  readonly isOnlyQuestions: boolean;
  /** What the slides say of each statement that they are linked to. */
  readonly said: ReadonlyMap<StatementId, Said>;
  /** The pieces of a slide that say a statement. */
  readonly passages: (said: Said, slide: SlideId) => readonly Passage[];
}

const isPicture = (url: string | undefined): url is string =>
  url !== undefined && /^data:image\/(png|webp|jpeg|svg\+xml)[;,]/.test(url);

function slideViews(lesson: Lesson, coverage: Coverage, extras: CoverageExtras): ReadonlyMap<SlideId, SlideView> {
  const slides = new Map(slidesOf(lesson).map(({ slide }) => [slide.id, slide]));
  const labels = new Map(extras.evidence.map(({ id, label }) => [id, plainText(label)]));
  const views = coverage.slides.map((item, index): readonly [SlideId, SlideView] => {
    const shown = extras.deck?.slides.find(({ slide }) => slide === item.slide);
    const id = shown?.id ?? item.slide;
    const evidence = (slides.get(item.slide)?.evidence ?? []).map((level) => labels.get(level) ?? level);
    const href = `${extras.deckHref ?? 'deck.html'}#/${urlPath(id)}`;
    const view = {
      ...item,
      number: shown?.number ?? index + 1,
      plainTitle: [shown?.title.trim(), plainText(item.title)].find(Boolean) ?? item.slide,
      href,
      evidence,
    };
    const thumbnail = extras.thumbnails?.get(id);
    return [item.slide, isPicture(thumbnail) ? { ...view, thumbnail } : view];
  });
  return new Map(views);
}

function staleStatements(staleness: Staleness | undefined): View['stale'] {
  const changes = (staleness?.reviews ?? []).flatMap((review) => review.changes);
  return new Map(
    changes.flatMap((change) => (change.kind === 'removed' ? [] : [[change.after, change.kind] as const])),
  );
}

export function viewOf(lesson: Lesson, coverage: Coverage, extras: CoverageExtras): View {
  const { lang, words: own } = pageWords(extras.words, 'coverage');
  const slides = slideViews(lesson, coverage, extras);
  const { staleness } = extras;
  const stale = staleStatements(staleness);
  const texts = slideTexts(lesson, extras.deck);
  const passages = new Passages(lesson.lang);
  const shown = new Map([...texts].map(([id, text]) => [id, text.shown.map((one) => plainText(one))]));
  return {
    lesson,
    coverage,
    lang,
    words: own,
    foreign: foreign(lesson.lang, lang),
    slides,
    staleness,
    stale,
    deckHref: extras.deckHref ?? 'deck.html',
    isOnlyQuestions: extras.only === 'questions',
    said: extras.deck ? saidInDeck(lesson, coverage, extras.deck) : saidOf(lesson, coverage, texts),
    passages: ({ terms }, slide) => passages.of(terms, shown.get(slide) ?? []),
  };
}

export const statementHtmlId = (id: StatementId): string => htmlId('st', id);

/** A link to a statement on this page, by its id. */
export const statementLink = (id: StatementId): Html => html`<a class="ref" href="#${statementHtmlId(id)}">${id}</a>`;
