import { languageOf } from './languages.ts';
import { numberOfWord } from './numbers.ts';

/** A word of a text that carries content. */
export interface Term {
  readonly kind: 'word' | 'name' | 'number';
  /** What it is compared by: the stem, the name without hyphens, the number with a point. */
  readonly key: string;
  readonly written: string;
  /** Its place in the text. */
  readonly at: number;
}

const token = /[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}]|[-–/.,'’·](?=[\p{L}\p{N}]))*/gu;
const number = /^\d+(?:[.,]\d+)*$/;
/** 5-HT1A, L-368, ERK1/2, MAO-A: parts that mean nothing alone. */
const wholeName = /^(?:\d-?\p{Lu}|\p{Lu}{1,4}-?\d|\p{Lu}{2,}-\p{Lu}$|\p{L}-)/u;

const fold = (word: string): string => word.toLowerCase().normalize('NFC');
const nameKey = (word: string): string => fold(word.normalize('NFKC')).replace(/[^\p{L}\p{N}]/gu, '');
const hasDigit = /\p{N}/u;
const isCapitals = (word: string): boolean => /^\p{Lu}{2,}s?$/u.test(word);

/** One key for a number however it is written: 1,5 and 1.5, 1.000 and 1000. */
function numberKey(word: string): string {
  const thousands = /^\d{1,3}(?:[.,]\d{3})+$/.test(word) ? word.replace(/[.,]/g, '') : word;
  return String(Number(thousands.replace(',', '.')) || thousands);
}

/** The words of one token: a hyphen joins words that count each, but not the parts of a name. */
function partsOf(written: string, at: number): readonly { readonly written: string; readonly at: number }[] {
  if (number.test(written) || wholeName.test(written)) return [{ written, at }];
  return [...written.matchAll(/[\p{L}\p{N}\p{M}]+(?:['’][\p{L}]{3,})?/gu)].map((match) => ({
    written: match[0],
    at: at + match.index,
  }));
}

/** Elided articles and possessives: l’eau, dell’arte, cell’s. */
const bare = (word: string): string => word.replace(/^\p{L}{1,5}['’](?=\p{L}{3})/u, '').replace(/['’]\p{L}{0,2}$/u, '');

/** The content of a text: names, numbers, and words that are no stop words, in order. */
export function termsOf(text: string, lang: string): readonly Term[] {
  const { stem, stops } = languageOf(lang);
  // An address names a place and says nothing.
  const words = text.replace(/https?:\/\/[^\s<>()]+/g, (address) => ' '.repeat(address.length));
  return [...words.matchAll(token)].flatMap((match) =>
    partsOf(match[0], match.index).flatMap(({ written, at }): readonly Term[] => {
      if (number.test(written)) return [{ kind: 'number', key: numberKey(written), written, at }];
      if (hasDigit.test(written) || isCapitals(written)) return [{ kind: 'name', key: nameKey(written), written, at }];
      const word = fold(bare(written));
      const value = numberOfWord(word, lang);
      // “One” is an article as often as a number.
      if (value === '1') return [];
      if (value !== undefined) return [{ kind: 'number', key: value, written, at }];
      const isShort = word.length < 3 && /^\p{Script=Latin}+$/u.test(word);
      return isShort || stops.has(word) ? [] : [{ kind: 'word', key: stem(word), written, at }];
    }),
  );
}
