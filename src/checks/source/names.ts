/** A gene, receptor, protein, abbreviation or drug in a text. */
export interface NameToken {
  readonly kind: 'name';
  readonly written: string;
  /** In one spelling: lower case, without hyphens. */
  readonly key: string;
}

/** Names whose hyphens belong to them: 5-HT1A, MAO-A, CAPS-5, L-368,899, GABA-B. */
const hyphenated =
  /(?<![\p{L}\p{N}])(?:5-HT[\p{N}]*\p{Lu}?|\p{Lu}{2,}-(?:\p{Lu}|\p{N}{1,2})|\p{Lu}{1,3}-\p{N}+(?:,\p{N}{3})*)(?![\p{L}\p{N}])/gu;

const run = /[\p{L}\p{N}]+(?:\/[\p{N}]+)?/gu;
const roman = /^[IVX]+$/;

/** Endings of international nonproprietary names of drugs, with their Dutch, English, German and French forms. */
const drug =
  /^\p{L}{3,}(?:oxetine?|alopram|anserine?|bemide|indolol|prano?lol|azepam|zolam|setron|triptan|zodone?|racetam|tinib|zumab|vastatine?|prazole?|sartane?|cillin|cilline|azepine?|scaline?|cybine?|ampetamine?|amfetamine?)$/iu;

const hasLetterAndDigit = (word: string): boolean => /\p{L}/u.test(word) && /\p{N}/u.test(word);
const isAbbreviation = (word: string): boolean =>
  (/^\p{Lu}{2,}s?$/u.test(word) && !roman.test(word)) || /^\p{Ll}{1,2}\p{Lu}{2,}\p{Ll}?$/u.test(word);
/** `1990s`, `2e`, `3rd`, `10x`: numbers with an ending; `2014a`: the years of references. */
const isCount = (word: string): boolean => /^\p{N}+(?:e|de|ste|st|nd|rd|th|s|x|u|h|[a-d])$/u.test(word);

const keyOf = (written: string): string => written.toLowerCase().replace(/[-/]/g, '');

/** What a text names, and the text without these names. */
export function takeNames(text: string): { readonly names: readonly NameToken[]; readonly rest: string } {
  const names: NameToken[] = [];
  const take = (written: string): string => {
    names.push({ kind: 'name', written, key: keyOf(written) });
    return ' '.repeat(written.length);
  };
  const rest = text.replace(hyphenated, take).replace(run, (word) => {
    if (isCount(word)) return /\p{N}[a-d]$/u.test(word) ? ' '.repeat(word.length) : word;
    return hasLetterAndDigit(word) || isAbbreviation(word) || drug.test(word) ? take(word) : word;
  });
  return { names, rest };
}
