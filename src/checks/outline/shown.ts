import { likelyLanguage, termsOf } from '../../coverage/index.ts';
import { plainText } from '../../compose/index.ts';
import type { Deck, Lesson, Slide } from '../../model/index.ts';
import { slidesOf } from '../../model/index.ts';
import { attributeOf, htmlPieces } from '../../text/index.ts';

/** What the figures and tables of a slide show, and what of it its notes do not say. */
export interface ShownOnSlide {
  readonly slide: Slide;
  /** How many different words, names and numbers are shown. */
  readonly shown: number;
  /** Those that neither title nor notes say, as they are written, in their order. */
  readonly unsaid: readonly string[];
}

/**
 * The labels of drawings and the cells of tables. Alternatives are left out: they say how a figure looks, and are heard by
 * those who do not see it; so are the data of charts, of which notes say what matters, and numbers along axes.
 */
function figureTexts(html: string): readonly string[] {
  const texts: string[] = [];
  let drawing = 0;
  let cell = 0;
  let spoken = 0;
  let data = 0;
  for (const piece of htmlPieces(html)) {
    if (piece.kind === 'text' && spoken === 0 && data === 0) {
      if (cell > 0) texts.push(piece.text);
      else if (drawing > 0 && /\p{L}/u.test(piece.text)) texts.push(piece.text);
    }
    if (!('name' in piece) || (piece.kind === 'open' && piece.empty)) continue;
    const step = piece.kind === 'open' ? 1 : -1;
    const isData = piece.kind === 'open' && attributeOf(piece, 'class') === 'data-table';
    if (piece.name === 'div' && (isData || data > 0)) data += step;
    else if (piece.name === 'svg') drawing += step;
    else if (piece.name === 'td' || piece.name === 'th') cell += step;
    // A formula stands there twice, and its signs are no words.
    else if (['math', 'title', 'desc'].includes(piece.name)) spoken += step;
  }
  return texts;
}

/** More different numbers than a speaker says of one figure. */
const mostNumbers = 12;

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
    const terms = texts.flatMap((text) => termsOf(text, slide.lang ?? lesson.lang));
    // Nobody reads a table of numbers aloud: then its words count.
    const isNumeric = new Set(terms.flatMap(({ kind, key }) => (kind === 'number' ? [key] : []))).size > mostNumbers;
    const counted = isNumeric ? terms.filter(({ kind }) => kind !== 'number') : terms;
    const shown = new Map(counted.map(({ key, written }) => [key, written]));
    if (shown.size === 0) return [];
    const joined = notes.toLowerCase();
    const isSaid = (key: string, written: string): boolean => said.has(key) || joined.includes(written.toLowerCase());
    const unsaid = [...shown].filter(([key, written]) => !isSaid(key, written)).map(([, written]) => written);
    return [{ slide, shown: shown.size, unsaid }];
  });
}
