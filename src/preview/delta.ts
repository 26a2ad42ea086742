import type { Deck } from '../model/index.ts';
import type { DeckBlock, DeckMessage, SlideChange } from '../wire/index.ts';

/** What tells one version of a deck from another: the texts themselves, which are compared faster than hashed. */
export interface Fingerprint {
  readonly theme: string;
  readonly data: string;
  /** Each slide's HTML, by slide id in order. */
  readonly slides: ReadonlyMap<string, string>;
}

export const fingerprintOf = (deck: Deck, data: DeckBlock): Fingerprint => ({
  theme: deck.css,
  data: JSON.stringify(data),
  slides: new Map(deck.slides.map((slide) => [slide.id, slide.html])),
});

/** The whole deck, for a page that has none or an old one. */
export const wholeDeck = (deck: Deck, data: DeckBlock): DeckMessage => ({
  lecternLive: 'deck',
  theme: deck.css,
  slides: deck.slides.map((slide) => slide.html),
  data,
});

/** What a page that shows the old version needs to show the new one; `undefined` when it shows it already. */
export function deckDelta(
  before: Fingerprint,
  after: Fingerprint,
  deck: Deck,
  data: DeckBlock,
): DeckMessage | undefined {
  const slides = deck.slides.map(({ id, html }): SlideChange =>
    before.slides.get(id) === after.slides.get(id) ? { keep: id } : html,
  );
  const order = [...before.slides.keys()].join() === [...after.slides.keys()].join();
  const isSame = order && slides.every((slide) => typeof slide !== 'string');
  const [newTheme, newData] = [before.theme !== after.theme, before.data !== after.data];
  if (isSame && !newTheme && !newData) return undefined;
  return {
    lecternLive: 'deck',
    slides,
    ...(newTheme ? { theme: deck.css } : {}),
    ...(newData ? { data } : {}),
  };
}
