import { longestWord } from '../../text/index.ts';
import { dictionariesFor, scientificDictionary, type Dictionary } from './dictionary.ts';
import type { Word } from './tokens.ts';

const lower = (word: string): string => word.toLowerCase();
const isCapitalised = (word: string): boolean => /^\p{Lu}/u.test(word);

/** Dutch marks stress with acute accents: “dát is één geval”. */
const withoutStress = (word: string): string =>
  word
    .normalize('NFD')
    .replace(/\u0301/g, '')
    .normalize('NFC');

/** Languages that join words without a space. */
const joins = /^(nl|de)\b/i;
const shortestPart = 4;

/** Judges words in one language. */
export class Speller {
  readonly #lang: string;
  readonly #dictionaries: readonly Dictionary[];
  readonly #own: ReadonlySet<string>;
  readonly #known = new Map<string, boolean>();

  private constructor(lang: string, dictionaries: readonly Dictionary[], own: Iterable<string>) {
    this.#lang = lang;
    this.#dictionaries = dictionaries;
    this.#own = new Set([...own].map(lower));
  }

  /**
   * Makes a speller; `undefined` when there is no dictionary for the language.
   * @param own words that are right besides those of the dictionary, in any case.
   */
  static async for(lang: string, own: Iterable<string>): Promise<Speller | undefined> {
    const dictionaries = await dictionariesFor(lang);
    return dictionaries.length === 0 ? undefined : new Speller(lang, dictionaries, own);
  }

  /** The parts of a word that no dictionary knows; empty for a word that is right. */
  unknownIn({ whole, parts }: Word): readonly string[] {
    if (this.#has(whole)) return [];
    return parts.filter((part) => !this.#has(part));
  }

  /** Words that may have been meant, best first. */
  near(word: string): readonly string[] {
    const found = this.#dictionaries
      .flatMap((dictionary) => dictionary.near(word, 3))
      .sort((a, b) => a.cost - b.cost || (a.word < b.word ? -1 : 1))
      .map((other) => other.word);
    return [...new Set(found)].filter((other) => lower(other) !== lower(word)).slice(0, 3);
  }

  #has(word: string): boolean {
    const known = this.#known.get(word);
    if (known !== undefined) return known;
    const has = this.#ownHas(word) || (word.length <= longestWord && this.#isWord(word));
    this.#known.set(word, has);
    return has;
  }

  #isWord(word: string): boolean {
    return this.#listed(word) || (joins.test(this.#lang) && this.#joined(lower(word)));
  }

  #ownHas(word: string): boolean {
    const plain = lower(word);
    return this.#own.has(plain) || this.#own.has(plain.replace(/'?s$/, ''));
  }

  #listed(word: string): boolean {
    const plain = /^nl\b/i.test(this.#lang) ? [withoutStress(word)] : [];
    const forms = [word, ...plain].flatMap((form) => (isCapitalised(form) ? [form, lower(form)] : [form]));
    const owned = forms.map((form) => form.replace(/'s$/, ''));
    return this.#dictionaries.some((dictionary) => [...forms, ...owned].some((form) => dictionary.has(form)));
  }

  /** Whether a word is two or three known words joined, with or without the joining letters s, e, en, er, n. */
  #joined(word: string, most = 3): boolean {
    for (let i = shortestPart; i <= word.length - shortestPart; i++) {
      const [first, second] = [word.slice(0, i), word.slice(i)];
      const isFirst = this.#isPart(first) || (i > shortestPart && this.#isPart(first.replace(/(en|er|[sen])$/, '')));
      if (isFirst && (this.#isPart(second) || (most > 2 && this.#joined(second, most - 1)))) return true;
    }
    return false;
  }

  /** German nouns stand in the dictionary with a capital. */
  #isPart(part: string): boolean {
    const forms = [part, part.charAt(0).toUpperCase() + part.slice(1)];
    return this.#own.has(part) || this.#dictionaries.some((dictionary) => forms.some((form) => dictionary.has(form)));
  }
}

/** Leaves out words that are terms of the sciences. */
export async function withoutScience(words: readonly string[]): Promise<readonly string[]> {
  if (words.length === 0) return words;
  const dictionary = await scientificDictionary();
  return words.filter((word) => !dictionary.has(word) && !dictionary.has(lower(word)));
}
