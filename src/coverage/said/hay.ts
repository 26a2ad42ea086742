import { languageOf } from './languages.ts';
import { termsOf, type Term } from './terms.ts';

/** A piece of a compound counts from this length on. */
const shortestPart = 5;

/** Endings of Dutch verbs and of the nouns made from them, the longest first. */
const endings = /(?:ingen|ing|ende|den|ten|de|te|en|e|d|t)$/;
/** A long vowel is written twice before a closed syllable only: “omkeert”, “omkering”. */
const shortened = (word: string): string => word.replace(/([aeou])\1/g, '$1').replace(/([b-df-hj-np-tv-z])\1$/, '$1');
const root = (word: string): string => `~${shortened(shortened(word).replace(endings, ''))}`;

/**
 * What a word is compared by beside its stem: a participle by its verb (“aangezet” says “aanzetten”, “gekoppelt” says
 * “koppeln”), whose first part and ending stand around it; in Dutch a noun by the verb it is made from.
 */
function otherKeys(word: string, lang: string): readonly string[] {
  const { separable, stem } = languageOf(lang);
  if (separable.length === 0) return [];
  const roots = lang.startsWith('nl')
    ? (text: string): readonly string[] => (text.length >= 6 ? [root(text)] : [])
    : () => [];
  const first = separable.find((part) => word.startsWith(`${part}ge`)) ?? '';
  const rest = word.slice(first.length);
  if (!rest.startsWith('ge') || rest.length < 6) return roots(word);
  const verb = rest.slice(2);
  const verbs = [verb, verb.replace(/[dt]$/, '')].filter((one) => one.length >= 3).map((one) => first + one);
  return [...roots(word), ...verbs.map((one) => stem(one)), ...verbs.flatMap(roots)];
}

/** Texts in which the words of statements are looked up. */
export class Hay {
  readonly #keys = new Set<string>();
  readonly #text: string;
  readonly #lang: string;

  constructor(texts: readonly string[], lang: string) {
    this.#lang = lang;
    for (const { key, kind, written } of texts.flatMap((text) => termsOf(text, lang))) {
      this.#keys.add(key);
      if (kind === 'word') for (const other of otherKeys(written.toLowerCase(), lang)) this.#keys.add(other);
    }
    const joined = texts.join('\n').toLowerCase().normalize('NFC');
    this.#text = `${joined}\n${joined.replace(/\u00ad|[-\u2010](?=\p{L})/gu, '')}`;
  }

  /** Whether the texts say the word: it, another form of it, a compound with it, or a part that it is made of. */
  has({ kind, key, written }: Term): boolean {
    if (this.#keys.has(key)) return true;
    if (kind === 'number') return false;
    if (kind === 'name') return key.length > 2 && this.#keys.has(key.replace(/s$/, ''));
    return (
      otherKeys(written.toLowerCase(), this.#lang).some((other) => this.#keys.has(other)) ||
      (key.length >= shortestPart && this.#text.includes(key)) ||
      this.#hasPart(written.toLowerCase(), key) ||
      this.#hasApart(written.toLowerCase())
    );
  }

  /** Whether a verb is there with its first part elsewhere in the sentence. */
  #hasApart(word: string): boolean {
    const { separable, stem } = languageOf(this.#lang);
    return separable.some((part) => {
      const rest = word.slice(part.length);
      return (
        word.startsWith(part) &&
        rest.length >= 4 &&
        (this.#keys.has(stem(rest)) || this.#keys.has(stem(rest.replace(/^ge/, ''))))
      );
    });
  }

  /** Whether a long part at either end of a compound is there: “receptor” for “receptortype”. */
  #hasPart(word: string, key: string): boolean {
    for (let length = word.length - 3; length >= 6; length--) {
      if (this.#keys.has(word.slice(0, length)) || this.#keys.has(key.slice(-length))) return true;
    }
    return false;
  }
}
