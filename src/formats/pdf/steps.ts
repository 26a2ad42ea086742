import type { Deck, DeckSlide } from '../../model/index.ts';
import { attributeOf, replacePieces } from '../../text/index.ts';

/** Hides what comes after the step; hidden parts keep their room, so that nothing moves from page to page. */
const atStep = (html: string, step: number): string =>
  replacePieces(html, (piece) => {
    const number = piece.kind === 'open' ? attributeOf(piece, 'data-step') : undefined;
    if (number === undefined || Number(number) <= step) return undefined;
    const tag = html.slice(piece.start, piece.end);
    return tag.includes(' class="')
      ? tag.replace(' class="', ' class="is-hidden ')
      : tag.replace(' data-step="', ' class="is-hidden" data-step="');
  });

/**
 * A state before the last: hidden from screen readers, which read each slide once, as it is in the end. The first keeps
 * the id of the slide, so that links lead to its beginning.
 */
const before = (html: string): string => html.replace(/^(\s*<section)\b/, '$1 aria-hidden="true"');

const renamed = (html: string, step: number): string => html.replace(/ id="([^"]*)"/, ` id="$1--${step}"`);

function states(slide: DeckSlide): readonly DeckSlide[] {
  return Array.from({ length: slide.steps + 1 }, (_, step) => {
    const html = step === 0 ? atStep(slide.html, step) : renamed(atStep(slide.html, step), step);
    return { ...slide, html: step < slide.steps ? before(html) : html };
  });
}

/** The deck with a slide for each state of each slide: before its first step, after each step. */
export const stepDeck = (deck: Deck): Deck => ({ ...deck, slides: deck.slides.flatMap(states) });
