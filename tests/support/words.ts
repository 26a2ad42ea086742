import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { DeckWords } from '../../src/wire/index.ts';
import { createFiles } from '../../src/host/index.ts';
import { ownStrings, pageWords, type Strings } from '../../src/parse/index.ts';
import type { DiagramWords } from '../../src/wire/index.ts';
import { packageRoot } from './files.ts';

const folder = join(packageRoot, 'templates/strings');

/** The languages that have a file of words. */
export const languages: readonly string[] = readdirSync(folder).map((name) => name.replace(/\.yaml$/, ''));

/** The words of a language as its file holds them. */
export const wordsIn = (lang: string): Readonly<Record<string, unknown>> =>
  parse(readFileSync(join(folder, `${lang}.yaml`), 'utf8')) as Record<string, unknown>;

const files = createFiles(packageRoot, packageRoot);

/** The fixed words of a language as Lectern reads them. */
export const stringsIn = (lang: string): Strings => ownStrings(files, lang);

export const diagramWords = (lang: string): DiagramWords => pageWords(stringsIn(lang), 'diagram').words;

/** The words that a deck of that language brings along. */
export const deckWords = (lang: string): DeckWords => {
  const { player, reading } = wordsIn(lang) as unknown as Pick<DeckWords, 'player' | 'reading'>;
  return { lang, player, reading };
};
