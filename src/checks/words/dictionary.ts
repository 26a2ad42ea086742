import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { hashOf, preparedBytes, memo } from '../../base/index.ts';

/** A list of words of one language. */
export interface Dictionary {
  has(word: string): boolean;
  /** The nearest words, each with how far it is. */
  near(word: string, count: number): readonly { readonly word: string; readonly cost: number }[];
}

interface Origin {
  readonly package: string;
  readonly file: string;
}

const dutch: Origin = { package: '@cspell/dict-nl-nl', file: 'Dutch.trie.gz' };
const british: Origin = { package: '@cspell/dict-en-gb-mit', file: 'en_GB.trie.gz' };
const american: Origin = { package: '@cspell/dict-en_us', file: 'en_US.trie.gz' };
const german: Origin = { package: '@cspell/dict-de-de', file: 'de_DE.trie.gz' };
const french: Origin = { package: '@cspell/dict-fr-fr', file: 'fr-fr.trie.gz' };
const scientific: Origin = {
  package: '@cspell/dict-scientific-terms-us',
  file: join('dict', 'custom_scientific_US.trie.gz'),
};

/** Dictionaries of a language, the main one first; empty when there is none. Plain `en` takes both spellings. */
function originsOf(lang: string): readonly Origin[] {
  const [primary, ...rest] = lang.toLowerCase().split('-');
  if (primary === 'nl') return [dutch];
  if (primary === 'de') return [german];
  if (primary === 'fr') return [french];
  if (primary !== 'en') return [];
  if (rest.includes('us')) return [american];
  return rest.length > 0 ? [british] : [british, american];
}

/** All lists of words that there are. */
const origins = [dutch, british, american, german, french, scientific];

const require = createRequire(import.meta.url);

/** The list as its package brings it. */
const packed = (origin: Origin): Buffer => readFileSync(join(dirname(require.resolve(origin.package)), origin.file));

/** Where the compact form of a list is kept: named after what it was made of, so that it never stands for another one. */
const compactFile = (bytes: Uint8Array): string => `dictionaries/${hashOf(bytes).slice(0, 16)}.btrie`;

/** A list in the form in which it is searched, and the name of its file. */
interface CompactList {
  readonly file: string;
  readonly make: () => Uint8Array;
}

/**
 * The lists in the form in which they are searched. To build that from what the packages bring takes longer than all
 * checks of a lesson; the bundler calls this.
 */
export async function compactLists(): Promise<readonly CompactList[]> {
  const { decodeTrie, encodeITrieToBTrie } = await import('cspell-trie-lib');
  return origins.map((origin) => {
    const bytes = packed(origin);
    return { file: compactFile(bytes), make: () => encodeITrieToBTrie(decodeTrie(gunzipSync(bytes))) };
  });
}

async function read(origin: Origin): Promise<Dictionary> {
  const { decodeTrie } = await import('cspell-trie-lib');
  const bytes = packed(origin);
  const trie = decodeTrie(preparedBytes(compactFile(bytes)) ?? gunzipSync(bytes));
  const options = { changeLimit: 2, ignoreCase: true, includeTies: false, timeout: 60_000 };
  return {
    has: (word) => trie.has(word),
    near: (word, numSuggestions) => trie.suggestWithCost(word, { ...options, numSuggestions }),
  };
}

const load = memo((origin: Origin) => read(origin));

/** The dictionaries for a language tag, read when first asked for. */
export const dictionariesFor = (lang: string): Promise<readonly Dictionary[]> => Promise.all(originsOf(lang).map(load));

/** Names of species, substances and methods in English and Latin. */
export const scientificDictionary = (): Promise<Dictionary> => load(scientific);
