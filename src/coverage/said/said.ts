import type { Deck, Lesson, Slide, SlideId, StatementId } from '../../model/index.ts';
import { slidesOf } from '../../model/index.ts';
import type { Coverage, StatementCoverage } from '../types.ts';
import { Hay } from './hay.ts';
import { Synonyms } from './synonyms.ts';
import { slideTexts, type SlideTexts } from './texts.ts';
import { termsOf, type Term } from './terms.ts';

/** `slide`: said on the slide. `notes`: only with the notes. `linked`: a slide is linked, and says next to none of it. */
export const sayings = ['slide', 'notes', 'linked'] as const;
export type Saying = (typeof sayings)[number];

/** The same for people. */
export const sayingNames: Readonly<Record<Saying, string>> = {
  slide: 'said on the slide',
  notes: 'only in the notes',
  linked: 'only linked',
};

/** Where one word of a statement is found. */
export interface FoundTerm extends Term {
  readonly where: 'slide' | 'notes' | 'nowhere';
  /** How much of the statement it carries, beside the others. */
  readonly weight: number;
}

/** Whether the slides that are linked to a statement say it. */
export interface Said {
  readonly statement: StatementId;
  readonly saying: Saying;
  /** Share of the statement's content that slides and notes have, 0 to 1. */
  readonly share: number;
  /** The same of the slides alone. */
  readonly shown: number;
  readonly terms: readonly FoundTerm[];
  /** The time plan in which it is said least, when plans differ in it. */
  readonly plan?: string;
}

/**
 * Less than this share of the content is too little to recognise a statement by. Statements that a reader judged as
 * told had more, those judged as named only had less.
 */
const least = 0.4;

/** And so much of its words alone: a name that the lesson is full of does not say what the statement says of it. */
const leastWords = 1 / 3;

/**
 * Notes by themselves must have so much of the words: they are running text, where words cost no room. Where the slide shows
 * none of a statement's words, notes that merely touch on it (“the sentence on sleep is about something else”) do not say it.
 */
const leastInNotes = 2 / 3;

/** Names and numbers cannot be said in other words, unless the outline lists some. */
const weights = { word: 1, name: 2, number: 2 } as const;

/** Looks the words of each covered statement up on the slides that carry it and in their notes. */
export function saidOf(
  lesson: Lesson,
  coverage: Coverage,
  texts: ReadonlyMap<SlideId, SlideTexts>,
): ReadonlyMap<StatementId, Said> {
  const statements = coverage.sections.flatMap((section) => section.statements);
  const reader = new SaidReader(lesson, statements, texts);
  return new Map(
    statements.flatMap((item) => (item.slides.length === 0 ? [] : [[item.statement.id, reader.read(item)] as const])),
  );
}

interface Kept {
  readonly lesson: Lesson;
  readonly coverage: Coverage;
  readonly said: ReadonlyMap<StatementId, Said>;
}

const kept = new WeakMap<Deck, Kept>();

/** {@link saidOf} of the slides of a deck, worked out once for all that tell of it. */
export function saidInDeck(lesson: Lesson, coverage: Coverage, deck: Deck): ReadonlyMap<StatementId, Said> {
  const known = kept.get(deck);
  if (known?.lesson === lesson && known.coverage === coverage) return known.said;
  const said = saidOf(lesson, coverage, slideTexts(lesson, deck));
  kept.set(deck, { lesson, coverage, said });
  return said;
}

class SaidReader {
  readonly #lesson: Lesson;
  readonly #texts: ReadonlyMap<SlideId, SlideTexts>;
  readonly #slides: ReadonlyMap<SlideId, Slide>;
  readonly #synonyms: Synonyms;
  /** In how many statements a word stands: one that stands in all of them tells none apart. */
  readonly #frequency = new Map<string, number>();
  readonly #count: number;
  readonly #hays = new Map<string, Hay>();

  constructor(lesson: Lesson, statements: readonly StatementCoverage[], texts: ReadonlyMap<SlideId, SlideTexts>) {
    this.#lesson = lesson;
    this.#texts = texts;
    this.#slides = new Map(slidesOf(lesson).map(({ slide }) => [slide.id, slide]));
    this.#synonyms = new Synonyms(lesson);
    this.#count = statements.length;
    for (const { statement } of statements)
      for (const key of new Set(termsOf(statement.text, lesson.lang).map((term) => term.key)))
        this.#frequency.set(key, (this.#frequency.get(key) ?? 0) + 1);
  }

  read({ statement, slides }: StatementCoverage): Said {
    const whole = this.#judge(statement.id, statement.text, slides);
    const plans = this.#lesson.plans.flatMap(({ id }) => {
      const shown = slides.filter((slide) => this.#slides.get(slide)?.plans?.includes(id) ?? true);
      return shown.length === 0 || shown.length === slides.length
        ? []
        : [{ ...this.#judge(statement.id, statement.text, shown), plan: id }];
    });
    return plans.reduce<Said>(
      (worst, one) => (sayings.indexOf(one.saying) > sayings.indexOf(worst.saying) ? one : worst),
      whole,
    );
  }

  #judge(id: StatementId, text: string, slides: readonly SlideId[]): Said {
    const shown = this.#hay(slides, false);
    const all = this.#hay(slides, true);
    const written = termsOf(text, this.#lesson.lang);
    const keys = new Set(written.map(({ key }) => key));
    const isIn = (term: Term, hay: Hay): boolean => this.#synonyms.isIn(term, keys, hay);
    const terms = written.map((term): FoundTerm => {
      const where = isIn(term, shown) ? 'slide' : isIn(term, all) ? 'notes' : 'nowhere';
      return { ...term, where, weight: this.#weight(term) };
    });
    const distinct = [...new Map(terms.map((term) => [term.key, term])).values()];
    const onSlide = ({ where }: FoundTerm): boolean => where === 'slide';
    const anywhere = ({ where }: FoundTerm): boolean => where !== 'nowhere';
    const saying = isSaid(distinct, onSlide) ? 'slide' : isNoted(distinct, anywhere) ? 'notes' : 'linked';
    return { statement: id, saying, share: share(distinct, anywhere), shown: share(distinct, onSlide), terms };
  }

  #weight({ kind, key }: Term): number {
    // A rare name of what the source is full of tells no more than its common one.
    const often = [...this.#synonyms.alike(key)].reduce((sum, one) => sum + (this.#frequency.get(one) ?? 0), 0);
    const rarity = Math.log(1 + this.#count / Math.max(1, often)) / Math.log(1 + this.#count);
    return rarity * (this.#synonyms.has(key) ? weights.word : weights[kind]);
  }

  #hay(slides: readonly SlideId[], withNotes: boolean): Hay {
    const key = `${withNotes} ${slides.join(' ')}`;
    const known = this.#hays.get(key);
    if (known !== undefined) return known;
    const texts = slides.flatMap((slide) => {
      const { shown = [], notes = '' } = this.#texts.get(slide) ?? {};
      return withNotes ? [...shown, notes] : shown;
    });
    const made = new Hay(texts, this.#lesson.lang);
    this.#hays.set(key, made);
    return made;
  }
}

const sum = (terms: readonly FoundTerm[]): number => terms.reduce((total, { weight }) => total + weight, 0);

/** How much of the content passes; all when there is none. */
function share(terms: readonly FoundTerm[], passes: (term: FoundTerm) => boolean): number {
  const whole = sum(terms);
  return whole === 0 ? 1 : sum(terms.filter(passes)) / whole;
}

const isWord = ({ kind }: FoundTerm): boolean => kind === 'word';

const isSaid = (terms: readonly FoundTerm[], passes: (term: FoundTerm) => boolean): boolean =>
  share(terms, passes) >= least && share(terms.filter(isWord), passes) >= leastWords;

/** Whether slide and notes together say it, and the slide has some word of it or the notes nearly all. */
const isNoted = (terms: readonly FoundTerm[], anywhere: (term: FoundTerm) => boolean): boolean => {
  const words = terms.filter(isWord);
  const isTouched = words.some(({ where }) => where === 'slide');
  return isSaid(terms, anywhere) && (isTouched || share(words, anywhere) >= leastInNotes);
};
