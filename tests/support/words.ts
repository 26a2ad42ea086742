import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { DeckWords } from '../../src/wire/index.ts';
import { packageRoot } from './files.ts';

const folder = join(packageRoot, 'templates/strings');

/** The languages that have a file of words. */
export const languages: readonly string[] = readdirSync(folder).map((name) => name.replace(/\.yaml$/, ''));

/** The words of a language as its file holds them. */
export const wordsIn = (lang: string): Readonly<Record<string, string | Readonly<Record<string, string>>>> =>
  parse(readFileSync(join(folder, `${lang}.yaml`), 'utf8')) as Record<string, string | Record<string, string>>;

/** The words that a deck of that language brings along. */
export const deckWords = (lang: string): DeckWords => ({
  lang,
  ...(wordsIn(lang) as unknown as Pick<DeckWords, 'player' | 'reading'>),
});
