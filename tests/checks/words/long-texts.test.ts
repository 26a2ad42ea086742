import { describe, expect, it } from 'vitest';
import { textOf } from '../../../src/checks/deck/markup.ts';
import { factsIn } from '../../../src/checks/source/facts.ts';
import { foreignLanguage } from '../../../src/checks/texts/index.ts';
import { wordsIn } from '../../../src/checks/words/tokens.ts';

const length = 100_000;

/** Texts made to let a pattern try every way to read them. */
describe.each([
  'a',
  '1',
  '1,',
  'a.',
  'a-',
  '5-HT',
  '$',
  '`',
  '```',
  '](',
  '@',
  "'",
  '‘',
  '<',
  '<a ',
  '&',
  '|',
  '\\',
  '^',
  '~',
  '1a',
])('a long text of “%s”', (piece) => {
  const text = piece.repeat(length / piece.length);
  it.each([
    ['words', wordsIn],
    ['facts', factsIn],
    ['language', (long: string) => foreignLanguage(long, 'nl')],
    ['markup', (long: string) => textOf(long, () => false)],
  ])('is read in less than two seconds: %s', (_name, read) => {
    const start = process.cpuUsage();
    read(text);
    const { user, system } = process.cpuUsage(start);
    expect((user + system) / 1_000_000).toBeLessThan(2);
  });
});
