import { textFile, type Format } from '../format.ts';
import { standalone } from './drawings.ts';
import { deckMarkdown } from './index.ts';

export const markdownFormat: Format = {
  name: 'md',
  summary: 'the slides as Marp Markdown, for any Marp tool, with their pictures in assets/',
  standard: true,
  audiences: ['teacher', 'student', 'public'],
  files: ({ composition, deck, lesson, audience, assets }) => [
    textFile('deck.md', 'text/markdown', deckMarkdown({ composition, deck, lesson, audience, assets })),
    ...assets
      .filter(({ path }) => composition.aside?.has(path) !== true)
      .map(standalone(composition.css, composition.slides[0]?.classes ?? ''))
      .map(({ path, mediaType, bytes }) => ({ path, mediaType, bytes })),
  ],
};
