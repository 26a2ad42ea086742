import { Recent } from '../../base/index.ts';
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

/** A quantity with its unit, an ordinal: 10mg, 3rd. Names have capitals or more digits: 5HT, p53, 2A. */
const withUnit = /^(\d+(?:[.,]\d+)*)(?:\p{Ll}\p{L}{0,3}|[ºª])$/u;

/** Groups of three digits that spaces or an apostrophe divide: 1 200 000, 1’200. */
const grouped = /(?<![\p{L}\p{N}.,])\d{1,3}(?:[ \u00a0\u2009\u202f'’]\d{3})+(?![\p{L}\p{N}])/gu;

/** A share is written with a sign as often as with a word. */
const percent = /(?<!\p{L})(?:per\s?cent|pour\s?cent|por\s?ciento|por\s?cento|procent|prozent|percent)(?!\p{L})/giu;

const prefixes = 'kilo|milli|mili|micro|mikro|nano|mega|giga|centi|zenti|deci|hecto|hekto';
const measures =
  'gramm?(?:e[ns]?|es|s|os?|as?|i)?|lit(?:er|re|ro|ri)[ns]?|m[eè]t(?:er|re|ro|ri)[ns]?|watts?|volts?|amp[eè]res?|joules?|newtons?|hertz|pascals?|kelvin';
/** A unit in full behind a number, which others write short: 300 litres, 300 l. */
const unit = new RegExp(
  `^(?:(?:${prefixes})?(?:${measures})|kilos?|minut(?:es?|en?|os?|i)|hours?|heures?|horas?|ore|uur|stunden?|seconds|secondes?n?|sekunden?|segundos?|secondi|degrees?|degrés?|grad[oi]?s?|graus?|graden|celsius|euros?|dollars?|dollari|dólar(?:es)?)$`,
  'iu',
);

/** One key for a number however it is written: 1,5 and 1.5, 1.000 and 1000, 1,234.5 and 1.234,5. */
function numberKey(word: string): string {
  const marks = word.replace(/\d/g, '');
  const last = marks.slice(-1);
  const isGrouped = /^[1-9]\d{0,2}(?:[.,]\d{3})+$/.test(word) && new Set(marks).size === 1;
  const whole = isGrouped ? word.replace(/[.,]/g, '') : word;
  const plain =
    new Set(marks).size > 1 ? whole.replace(/[.,]/g, (mark) => (mark === last ? '.' : '')) : whole.replace(',', '.');
  return String(Number(plain) || plain);
}

/** The words of one token: a hyphen joins words that count each, but not the parts of a name. */
function partsOf(
  written: string,
  at: number,
  lang: string,
): readonly { readonly written: string; readonly at: number }[] {
  if ([number, withUnit, wholeName].some((whole) => whole.test(written)) || numberOfWord(written.toLowerCase(), lang))
    return [{ written, at }];
  return [...written.matchAll(/[\p{L}\p{N}\p{M}]+(?:['’][\p{L}]{3,})?/gu)].map((match) => ({
    written: match[0],
    at: at + match.index,
  }));
}

/** Elided articles and possessives: l’eau, dell’arte, cell’s. */
const bare = (word: string): string => word.replace(/^\p{L}{1,5}['’](?=\p{L}{3})/u, '').replace(/['’]\p{L}{0,2}$/u, '');

/** Slides and notes are read for each section and statement that they are compared with. */
const known = new Recent<readonly Term[]>(500_000);

/** The content of a text: names, numbers, and words that are no stop words, in order. */
export const termsOf = (text: string, lang: string): readonly Term[] =>
  known.getOrMake(
    `${lang}\n${text}`,
    () => readTerms(text, lang),
    () => text.length,
  );

function readTerms(text: string, lang: string): readonly Term[] {
  const { stem, stops } = languageOf(lang);
  // An address names a place and says nothing.
  const words = text
    .replace(/https?:\/\/[^\s<>()]+/g, (address) => ' '.repeat(address.length))
    .replace(percent, (word) => '%'.padEnd(word.length))
    .replace(grouped, (digits) => digits.replace(/[^\d]/g, '').padEnd(digits.length));
  let numberEnds = -1;
  return [...words.matchAll(token)].flatMap((match) => {
    const isUnit = unit.test(match[0]) && numberEnds >= 0 && /^\s*$/.test(words.slice(numberEnds, match.index));
    if (isUnit) return [];
    const terms = partsOf(match[0], match.index, lang).flatMap(({ written, at }): readonly Term[] => {
      const digits = withUnit.exec(written)?.[1] ?? written;
      if (number.test(digits)) return [{ kind: 'number', key: numberKey(digits), written, at }];
      if (hasDigit.test(written) || isCapitals(written)) return [{ kind: 'name', key: nameKey(written), written, at }];
      const word = fold(bare(written));
      const value = numberOfWord(word, lang);
      // “One” is an article as often as a number.
      if (value === '1') return [];
      if (value !== undefined) return [{ kind: 'number', key: value, written, at }];
      const isShort = word.length < 3 && /^\p{Script=Latin}+$/u.test(word);
      return isShort || stops.has(word) ? [] : [{ kind: 'word', key: stem(word), written, at }];
    });
    numberEnds = terms.at(-1)?.kind === 'number' ? match.index + match[0].length : -1;
    return terms;
  });
}
