import { languageOf } from './languages.ts';
import { termsOf, type Term } from './terms.ts';

/** A piece of a compound counts from this length on. */
const shortestPart = 5;

/** Texts in which the words of statements are looked up. */
export class Hay {
  readonly #keys = new Set<string>();
  readonly #text: string;
  readonly #lang: string;

  constructor(texts: readonly string[], lang: string) {
    this.#lang = lang;
    for (const { key } of texts.flatMap((text) => termsOf(text, lang))) this.#keys.add(key);
    const joined = texts.join('\n').toLowerCase().normalize('NFC');
    this.#text = `${joined}\n${joined.replace(/\u00ad|[-\u2010](?=\p{L})/gu, '')}`;
  }

  /** Whether the texts say the word: it, another form of it, a compound with it, or a part that it is made of. */
  has({ kind, key, written }: Term): boolean {
    if (this.#keys.has(key)) return true;
    if (kind === 'number') return false;
    if (kind === 'name') return key.length > 2 && this.#keys.has(key.replace(/s$/, ''));
    return (
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
