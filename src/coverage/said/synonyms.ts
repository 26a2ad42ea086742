import type { Says } from '../../model/index.ts';
import type { Hay } from './hay.ts';
import { termsOf, type Term } from './terms.ts';

/** Other words for words of the source, from `says:` in the outline. They count in both directions. */
export class Synonyms {
  /** For the key of a word, the phrases that say the same. */
  readonly #others = new Map<string, (readonly Term[])[]>();

  constructor(says: readonly Says[], lang: string) {
    for (const { word, as } of says) {
      const phrases = [word, ...as].map((phrase) => termsOf(phrase, lang));
      for (const phrase of phrases)
        for (const { key } of phrase) this.#others.set(key, [...(this.#others.get(key) ?? []), ...phrases]);
    }
  }

  /** Whether texts have a word, or all words of a phrase that stands for it. */
  isIn(term: Term, hay: Hay): boolean {
    if (hay.has(term)) return true;
    const phrases = this.#others.get(term.key) ?? [];
    return phrases.some((phrase) => phrase.length > 0 && phrase.every((word) => hay.has(word)));
  }
}
