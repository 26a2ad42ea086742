import { textFile, type Format } from '../format.ts';
import { deckData } from './data.ts';
import { oldBrowser } from './old-browser.ts';
import { deckPieces } from './page.ts';

export const htmlFormat: Format = {
  name: 'html',
  summary: 'the deck as one HTML file with player and presenter view',
  standard: true,
  audiences: ['teacher', 'student', 'public'],
  files: ({ deck, lesson, audience, player, composition }) => [
    textFile(
      'deck.html',
      'text/html',
      deckPieces(deck, deckData(deck, lesson, audience, composition.words), player, {
        notice: oldBrowser(composition.words),
      }),
    ),
  ],
};
