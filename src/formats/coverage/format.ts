import { saidInDeck } from '../../coverage/index.ts';
import { textFile, type Format } from '../format.ts';
import { coverageJson } from './json.ts';
import { coverageHtml } from './page.ts';

export const coverageFormat: Format = {
  name: 'coverage',
  summary: 'which sentence of the source is on which slide, as a page and as JSON',
  standard: true,
  audiences: ['teacher'],
  files: ({ lesson, coverage, composition, deck, staleness, only }) => [
    textFile(
      'coverage.html',
      'text/html',
      coverageHtml(lesson, coverage, {
        words: composition.words,
        evidence: composition.evidence,
        deck,
        ...(staleness ? { staleness } : {}),
        ...(only ? { only } : {}),
      }),
    ),
    textFile(
      'coverage.json',
      'application/json',
      coverageJson(lesson, coverage, {
        said: saidInDeck(lesson, coverage, deck),
        ...(staleness ? { staleness } : {}),
        ...(only ? { only } : {}),
      }),
    ),
  ],
};
