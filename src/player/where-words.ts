/** A word or number of a text, with its place. */
export interface Token {
  readonly text: string;
  readonly start: number;
  /** Whether a sentence begins with it. */
  readonly isFirst: boolean;
}

const isDigit = (char: string): boolean => char >= '0' && char <= '9';
const isUpper = (char: string): boolean => char !== char.toLowerCase();
const isWord = (char: string): boolean => isDigit(char) || char.toLowerCase() !== char.toUpperCase();

/** Words and numbers; a point or comma belongs to digits on both sides of it, a hyphen to any two characters. */
export function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = [];
  const charAt = (at: number): string => text.charAt(at);
  let isFirst = true;
  for (let at = 0; at < text.length;) {
    if (!isWord(charAt(at))) {
      if ('.?!:…'.includes(charAt(at))) isFirst = true;
      at++;
      continue;
    }
    const start = at;
    const joins = (sign: string, before: string, after: string): boolean =>
      (sign === '-' && isWord(after)) || ('.,'.includes(sign) && isDigit(before) && isDigit(after));
    while (at < text.length && (isWord(charAt(at)) || joins(charAt(at), charAt(at - 1), charAt(at + 1)))) at++;
    tokens.push({ text: text.slice(start, at), start, isFirst });
    isFirst = false;
  }
  return tokens;
}

/** A decimal comma is a decimal point. */
export const keyOf = (text: string): string => text.replaceAll(',', '.');

/**
 * Whether a word of the source is worth a look at it: a number, an abbreviation, a name. Where all nouns have a capital,
 * one capital makes no name.
 */
export function isNotable({ text, isFirst }: Token, lang: string): boolean {
  const chars = Array.from(text);
  if (chars.some(isDigit)) return true;
  if (chars.filter(isUpper).length > 1) return true;
  return !isFirst && chars.length > 1 && isUpper(chars[0] ?? '') && lang.split('-')[0] !== 'de';
}
