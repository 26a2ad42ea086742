import { deckData, deckPieces, oldBrowser } from '../html/index.ts';
import type { FormatInput } from '../format.ts';

/** `deck.html` as students may see it, without notes and answers; nothing when it could not be made. */
export function studentDeck({ students, player }: FormatInput): Uint8Array | undefined {
  if (!students) return undefined;
  const { deck, lesson, composition } = students;
  const data = deckData(deck, lesson, 'student', composition.words);
  return Buffer.from(deckPieces(deck, data, player, { notice: oldBrowser(composition.words) }).join(''));
}
