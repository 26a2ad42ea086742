import { knownLocales } from '../../base/index.ts';
import { likelyLanguage, termsOf, type Term } from '../../coverage/index.ts';
import { plainText } from '../../compose/index.ts';
import type { Deck, Lesson, Slide } from '../../model/index.ts';
import { slidesOf } from '../../model/index.ts';
import { figureTexts } from './figure-texts.ts';

/** What the figures and tables of a slide show, and what of it its notes do not say. */
export interface ShownOnSlide {
  readonly slide: Slide;
  /** How many different words, names and numbers are shown. */
  readonly shown: number;
  /** Those that neither title nor notes say, as they are written, in their order. */
  readonly unsaid: readonly string[];
}

/** Scripts that part no words by spaces. */
const unspaced = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Khmr}\p{sc=Laoo}\p{sc=Mymr}]{2,}/gu;

/** Words with a space between them also where a script has none. */
function spaced(text: string, lang: string): string {
  return text.replaceAll(unspaced, (run) => {
    const words = new Intl.Segmenter([...knownLocales(lang), 'en'], { granularity: 'word' });
    return ` ${Array.from(words.segment(run), ({ segment }) => segment).join(' ')} `;
  });
}

/** Letters that name a line or stand for a word, and the endings and particles that Japanese writes in Hiragana. */
const isTooShort = ({ kind, written }: Term): boolean =>
  kind === 'word' && /^(?:\p{sc=Hira}{1,2}|[^\p{sc=Han}]\p{M}*)$/u.test(written);

/** More different numbers than a speaker says of one figure. */
const mostNumbers = 12;

/** What a word begins with in any of its forms: many languages have no list of these. */
const stemOf = ({ kind, written }: Term): string =>
  (kind === 'word' ? written.slice(0, Math.max(5, written.length - 2)) : written).toLowerCase();

/**
 * Looks up what figures and tables show in the notes: those who do not see them hear it there, or not at all. Slides
 * without notes are another finding.
 */
export function saidAndShown(lesson: Lesson, deck: Deck): readonly ShownOnSlide[] {
  return slidesOf(lesson).flatMap(({ slide }): readonly ShownOnSlide[] => {
    if (slide.notes === undefined || slide.role !== 'teaching') return [];
    const pages = deck.slides.filter((page) => page.slide === slide.id);
    const texts = pages.flatMap(({ html }) => figureTexts(html));
    if (texts.length === 0) return [];
    const notes = plainText(`${slide.title ?? ''}\n\n${slide.notes}`);
    // Notes may be in another language than the slides.
    const lang = likelyLanguage(notes) === lesson.lang.split('-')[0] ? lesson.lang : likelyLanguage(notes);
    const said = new Set(termsOf(notes, lang).map(({ key }) => key));
    const own = slide.lang ?? lesson.lang;
    const terms = texts.flatMap((text) => termsOf(spaced(text, own), own).filter((term) => !isTooShort(term)));
    // Nobody reads a table of numbers aloud: then its words count.
    const isNumeric = new Set(terms.flatMap(({ kind, key }) => (kind === 'number' ? [key] : []))).size > mostNumbers;
    const counted = isNumeric ? terms.filter(({ kind }) => kind !== 'number') : terms;
    const shown = new Map(counted.map((term) => [term.key, term]));
    if (shown.size === 0) return [];
    const joined = notes.toLowerCase();
    const isSaid = (term: Term): boolean => said.has(term.key) || joined.includes(stemOf(term));
    const unsaid = [...shown.values()].filter((term) => !isSaid(term)).map(({ written }) => written);
    return [{ slide, shown: shown.size, unsaid }];
  });
}
