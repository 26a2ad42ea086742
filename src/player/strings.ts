export { fill } from '../wire/index.ts';
import type { DeckWords, PlayerWords, ReadingWords } from '../wire/index.ts';

export type Strings = PlayerWords;
export type ReadingStrings = ReadingWords;

/** The English words, put here when the player is bundled: a deck that brings no words of its own is shown with them. */
declare const ENGLISH_WORDS: DeckWords;

/** The words that a deck brings along, or the English ones. */
export const wordsOf = (words: DeckWords | undefined): DeckWords => words ?? ENGLISH_WORDS;
