/** A number in a text, with every way to read it. */
export interface NumberToken {
  readonly kind: 'number';
  /** As written, with its unit: `0,5 µM`. */
  readonly written: string;
  /** The values it may have: `1.179` is 1.179, and in Dutch also 1179. */
  readonly values: readonly number[];
  /** The unit in one spelling; absent when none follows. */
  readonly unit?: string;
}

/** Spellings of units, each with the spelling that stands for all. */
const units: readonly (readonly [unit: string, pattern: string])[] = [
  ['%', '%|procent|percent|per cent|Prozent|pour cent'],
  ['°C', '°\\s?C|graden|degrees|Grad|degrés'],
  ['nM', 'nM|nanomolair|nanomolar'],
  ['µM', '[µμu]M|micromolair|micromolar'],
  ['mM', 'mM'],
  ['mmol/l', 'mmol/[lL]'],
  ['pg/ml', 'pg/m[lL]'],
  ['ng/ml', 'ng/m[lL]'],
  ['µg', '[µμ]g'],
  ['mg', 'mg'],
  ['kg', 'kg'],
  ['ml', 'm[lL]'],
  ['mmHg', 'mm\\s?Hg'],
  ['/min', 'bpm|/min|per minuut|per minute|slagen per minuut|beats per minute'],
  ['Hz', 'Hz'],
  ['kHz', 'kHz'],
  ['ms', 'ms|milliseconden|milliseconds'],
  ['h', 'u|h|uur|uren|hours?|Stunden?|heures?'],
  ['min', 'min|minuut|minuten|minutes?|Minuten?'],
];

const unitAlternatives = units.map(([, pattern]) => `(${pattern})`).join('|');
const number = '\\d+(?:[.,\\u2009\\u202f]\\d+)*';
const numberPattern = new RegExp(
  `(?<![\\p{L}\\p{N}_.,])(’|')?(${number})(?![\\p{L}]*\\d)(?:[\\s\\u00a0-]?(?:${unitAlternatives})(?![\\p{L}\\p{N}]))?`,
  'gu',
);

/** Readings of a number: point and comma are decimal marks or divide thousands. */
function readings(digits: string, shortYear: boolean): readonly number[] {
  if (shortYear && /^\d\d$/.test(digits)) return [Number(digits), 2000 + Number(digits), 1900 + Number(digits)];
  const plain = digits.replace(/[\u2009\u202f]/g, '');
  const marks = [...plain.matchAll(/[.,]/g)].map((match) => match[0]);
  if (marks.length === 0) return [Number(plain)];
  const asThousands = /^\d{1,3}(?:([.,])\d{3})(?:\1\d{3})*$/.test(plain) ? [Number(plain.replace(/[.,]/g, ''))] : [];
  const last = Math.max(plain.lastIndexOf('.'), plain.lastIndexOf(','));
  const isDecimal = marks.length === 1 || marks.at(-1) !== marks.at(-2);
  const asDecimal = isDecimal ? [Number(`${plain.slice(0, last).replace(/[.,]/g, '')}.${plain.slice(last + 1)}`)] : [];
  return [...asDecimal, ...asThousands];
}

/** The numbers of a text. Digits inside names (`5-HT1A`) must have been taken out before. */
export function numbersIn(text: string): readonly NumberToken[] {
  return [...text.matchAll(numberPattern)].map((match): NumberToken => {
    const [whole, apostrophe, digits = ''] = match;
    const group = match.slice(3).findIndex((part) => part !== undefined);
    const unit = units[group]?.[0];
    const values = readings(digits, apostrophe !== undefined);
    const written = whole.trim();
    return unit === undefined ? { kind: 'number', written, values } : { kind: 'number', written, values, unit };
  });
}

/** Small numbers as words, which a source may use where a slide has digits. */
const words: Readonly<Record<string, number>> = Object.fromEntries(
  [
    'nul een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien zeventien achttien negentien twintig',
    'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty',
    'null eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn zwanzig',
    'zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf vingt',
  ].flatMap((list) => list.split(' ').map((word, value) => [word, value] as const)),
);
const more: Readonly<Record<string, number>> = { één: 1, eine: 1, niemand: 0, none: 0, nobody: 0, keiner: 0, aucun: 0 };

/** The numbers that stand in a text as words. */
export function numberWordsIn(text: string): readonly number[] {
  return (text.toLowerCase().match(/[\p{L}-]+/gu) ?? []).flatMap((word) => words[word] ?? more[word] ?? []);
}
