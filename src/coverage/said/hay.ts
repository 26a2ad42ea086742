import { Recent } from '../../base/index.ts';
import { longestWord } from '../../text/index.ts';
import { derivedKeys } from './derived.ts';
import { languageOf } from './languages.ts';
import { termsOf, type Term } from './terms.ts';

/** A piece of a compound counts from this length on. */
const shortestPart = 5;

/** German nouns are known by their capital, so that shorter ones count as the first part of a compound. */
const shortNoun = 4;
const isGerman = (lang: string): boolean => /^de(?:-|$)/i.test(lang);

/** Endings of verbs and of the nouns made from them, the longest first. */
const endings: Readonly<Record<string, RegExp>> = {
  de: /(?:ungen|ung|ende|ten|te|en|et|e|t)$/,
  nl: /(?:ingen|ing|ende|den|ten|de|te|en|e|d|t)$/,
};
/** A long vowel is written twice before a closed syllable only: “omkeert”, “omkering”. */
const shortened = (word: string): string => word.replace(/([aeou])\1/g, '$1').replace(/([b-df-hj-np-tv-z])\1$/, '$1');

/** Words that begin with so many letters, three quarters of the longer one, belong together: vulnerable, vulnerability. */
const longBeginning = 7;
const beginningShare = 0.75;

/** The beginnings of a word that are most of it: words that share one belong together. */
function beginningsOf(key: string): readonly string[] {
  if (key.length < longBeginning || key.length > longestWord) return [];
  const shortest = Math.max(longBeginning, Math.ceil(key.length * beginningShare));
  return Array.from({ length: key.length - shortest + 1 }, (_, i) => key.slice(0, shortest + i));
}

/** What a word is compared by beside its stem. */
interface OtherKeys {
  readonly keys: readonly string[];
  /** Roots of verbs that a participle may belong to, short ones too; they are compared with short verbs alone. */
  readonly participle: readonly string[];
  readonly verb: readonly string[];
}

const otherKeysKnown = new Recent<OtherKeys>(500_000);

const otherKeys = (word: string, lang: string): OtherKeys =>
  otherKeysKnown.getOrMake(
    `${lang} ${word}`,
    () => otherKeysOf(word, lang),
    () => word.length,
  );

/**
 * A participle has its verb (“aangezet” says “aanzetten”, “geremd” says “remt”), whose first part and ending stand around it;
 * a noun the verb it is made from.
 */
function otherKeysOf(word: string, lang: string): OtherKeys {
  const { separable, stem } = languageOf(lang);
  const ending = endings[lang.toLowerCase().split('-')[0] ?? ''];
  if (ending === undefined) return { keys: [], participle: [], verb: [] };
  const root = (text: string): string => shortened(shortened(text).replace(ending, ''));
  const roots = (text: string): readonly string[] => (text.length >= 6 ? [`~${root(text)}`] : []);
  const first = separable.find((part) => word.startsWith(`${part}ge`)) ?? '';
  const rest = word.slice(first.length);
  const verb = word.length >= 4 && word.length < 8 ? [root(word)] : [];
  if (!rest.startsWith('ge') || rest.length < 6) return { keys: roots(word), participle: [], verb };
  const own = rest.slice(2);
  const verbs = [own, own.replace(/[dt]$/, '')].filter((one) => one.length >= 3).map((one) => first + one);
  const keys = [...roots(word), ...verbs.map((one) => stem(one)), ...verbs.flatMap(roots)];
  return { keys, participle: [root(first + own)], verb: [] };
}

/** Texts in which the words of statements are looked up. */
export class Hay {
  readonly #keys = new Set<string>();
  /** Stems of all words, those without content too: “laat los” says “loslaat”. */
  readonly #all = new Set<string>();
  /** What long German words begin with: “Laubabwurf” has “Laub”. */
  readonly #firstParts = new Set<string>();
  /** Beginnings that are most of a stem. */
  readonly #beginnings = new Set<string>();
  readonly #text: string;
  readonly #lang: string;

  constructor(texts: readonly string[], lang: string) {
    this.#lang = lang;
    for (const { key, kind, written } of texts.flatMap((text) => termsOf(text, lang))) {
      this.#keys.add(key);
      if (kind !== 'word') continue;
      const { keys, participle, verb } = otherKeys(written.toLowerCase(), lang);
      const named = [...keys, ...participle.map((one) => `ge~${one}`), ...verb.map((one) => `v~${one}`)];
      for (const other of named) this.#keys.add(other);
      const { noun, verb: base } = derivedKeys(written.toLowerCase(), lang);
      if (noun !== undefined) this.#keys.add(`noun~${noun}`);
      if (base !== undefined) this.#keys.add(`verb~${base}`);
      this.#addBeginning(key);
    }
    const joined = texts.join('\n').toLowerCase().normalize('NFC');
    const { stem, separable } = languageOf(lang);
    if (separable.length > 0) for (const word of joined.match(/\p{L}{4,}/gu) ?? []) this.#all.add(stem(word));
    if (isGerman(lang))
      for (const word of joined.match(/\p{L}{8,}/gu) ?? []) this.#firstParts.add(word.slice(0, shortNoun));
    this.#text = `${joined}\n${joined.replace(/\u00ad|[-\u2010](?=\p{L})/gu, '')}`;
  }

  /** Whether the texts say the word: it, another form of it, a compound with it, or a part that it is made of. */
  has({ kind, key, written }: Term): boolean {
    if (this.#keys.has(key)) return true;
    if (kind === 'number') return false;
    if (kind === 'name') return key.length > 2 && this.#keys.has(key.replace(/s$/, ''));
    const { keys, participle, verb } = otherKeys(written.toLowerCase(), this.#lang);
    const others = [...keys, ...participle.map((one) => `v~${one}`), ...verb.map((one) => `ge~${one}`)];
    return (
      others.some((other) => this.#keys.has(other)) ||
      (key.length >= shortestPart && this.#text.includes(key)) ||
      (key.length === shortNoun && /^\p{Lu}/u.test(written) && this.#firstParts.has(key)) ||
      this.#hasPart(written.toLowerCase(), key) ||
      this.#hasDerived(written.toLowerCase()) ||
      this.#hasBeginning(key) ||
      this.#hasApart(written.toLowerCase())
    );
  }

  /** Whether the verb is there that a noun is made from, or a noun that is made from a verb. */
  #hasDerived(word: string): boolean {
    const { noun, verb } = derivedKeys(word, this.#lang);
    if (noun !== undefined && (this.#keys.has(`noun~${noun}`) || this.#keys.has(`verb~${noun}`))) return true;
    return verb !== undefined && this.#keys.has(`noun~${verb}`);
  }

  #addBeginning(key: string): void {
    for (const beginning of beginningsOf(key)) this.#beginnings.add(beginning);
  }

  /** Whether a word is there that has most of its beginning: most of both words. */
  #hasBeginning(key: string): boolean {
    return beginningsOf(key).some((beginning) => this.#beginnings.has(beginning));
  }

  /** Whether a verb is there with its first part elsewhere in the sentence. */
  #hasApart(word: string): boolean {
    const { separable, stem } = languageOf(this.#lang);
    return separable.some((part) => {
      const rest = word.slice(part.length);
      return (
        word.startsWith(part) &&
        rest.length >= 4 &&
        (this.#all.has(stem(rest)) || this.#keys.has(stem(rest.replace(/^ge/, ''))))
      );
    });
  }

  /** Whether a long part at either end of a compound is there: “receptor” for “receptortype”. */
  #hasPart(word: string, key: string): boolean {
    const { stem, separable } = languageOf(this.#lang);
    const most = Math.min(word.length - 4, longestWord);
    // Languages with verbs in two parts also write compounds in one.
    for (let length = shortestPart; separable.length > 0 && length <= most; length++) {
      const part = stem(word.slice(-length));
      if (part.length >= shortestPart && this.#keys.has(part)) return true;
    }
    for (let length = Math.min(word.length - 3, longestWord); length >= 6; length--) {
      if (this.#keys.has(word.slice(0, length)) || this.#keys.has(key.slice(-length))) return true;
    }
    return false;
  }
}
