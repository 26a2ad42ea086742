export { compareDecks, settleChanges, type Change } from './compare.ts';
export { changesMarkdown, type LessonChanges } from './markdown.ts';
export { changesPage } from './page.ts';
export { looksOf, type Look } from './pixels.ts';
export { readShownDeck, type ShownDeck } from './shown-deck.ts';
