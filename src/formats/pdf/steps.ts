import type { Deck, DeckSlide } from '../../model/index.ts';

const tag = /<[a-zA-Z][^<>]*\sdata-step="(\d+)"[^<>]*>/g;

/** Hides what comes after the step; hidden parts keep their room, so that nothing moves from page to page. */
const atStep = (html: string, step: number): string =>
  html.replace(tag, (whole, number: string) => {
    if (Number(number) <= step) return whole;
    return whole.includes(' class="')
      ? whole.replace(' class="', ' class="is-hidden ')
      : whole.replace(' data-step="', ' class="is-hidden" data-step="');
  });

/** A later state of a slide: an id of its own, and a heading that the outline does not list again. */
const again = (html: string, step: number): string =>
  html.replace(/ id="([^"]*)"/, ` id="$1--${step}"`).replace(/<(h[1-6])\b/g, '<$1 role="presentation"');

function states(slide: DeckSlide): readonly DeckSlide[] {
  return Array.from({ length: slide.steps + 1 }, (_, step) => {
    const html = atStep(slide.html, step);
    return { ...slide, html: step === 0 ? html : again(html, step) };
  });
}

/** The deck with a slide for each state of each slide: before its first step, after each step. */
export const stepDeck = (deck: Deck): Deck => ({ ...deck, slides: deck.slides.flatMap(states) });
