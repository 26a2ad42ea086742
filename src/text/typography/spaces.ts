const noBreak = '\u00a0';
const narrow = '\u202f';

type Rule = readonly [pattern: RegExp, instead: string];

const units =
  '%|‰|°C|°F|K|kg|g|mg|µg|μg|t|km|m|cm|mm|µm|nm|ha|l|L|ml|mL|s|ms|µs|ns|min|h|Hz|kHz|MHz|GHz|V|mV|kV|A|mA|W|kW|MW|kWh|J|kJ|eV|' +
  'mol|mmol|M|mM|µM|nM|Pa|kPa|bar|mmHg|dB|px|kB|MB|GB|TB|€|\\$|£|EUR|USD|CHF';

/** Dashes, ellipses and the spaces at which no line may end, in every language. */
const common: readonly Rule[] = [
  [/(?<!\.)\.\.\.(?!\.)/g, '…'],
  [/(?<!-)---(?!-)/g, '—'],
  [/(?<=[\p{L}\p{N})”»“]) -{1,2} (?=[\p{L}(„“«"])/gu, `${noBreak}– `],
  // A dash between words ends a line and begins none.
  [/(?<=[\p{L}\p{N})”»“.!?]) (?=[–—] )/gu, noBreak],
  [/(?<![-\s<!])--(?![->])/g, '–'],
  [/(?<=(?<![\d.,]|\d )\d{1,3}(?: \d{3}){0,4}) (?=\d{3}(?!\d))/g, narrow],
  [new RegExp(`(?<=\\d) (?=(?:${units})(?![\\p{L}\\p{N}]))`, 'gu'), noBreak],
  [/(?<=§) (?=\d)/g, noBreak],
  [
    /(?<=(?:^|[\s(])(?:p|pp|Fig|fig|No|no|Nr|Art|Abs|Abb|Tab|Kap|Bd|S|vol|Vol|n°|nº|art|cap|Eq|eq|Sec|Ch)\.?) (?=\d)/gu,
    noBreak,
  ],
  [/(?<=(?<!\p{L})\p{Lu}\.) (?=\p{Lu}(?:\.|\p{Ll}))/gu, noBreak],
  [/(?<=(?<![\p{L}\p{N}])\p{L}) ([=<>≤≥±≈]) (?=[\d.−-])/gu, `${noBreak}$1${noBreak}`],
];

/** A sign stands before its number where lines run from right to left, too: the mark gives it the number's direction. */
const signs: readonly Rule[] = [[/(?<![\p{L}\p{N}\u200e])(?=[-−+±]\d)/gu, '\u200e']];
/** Prepositions and conjunctions of one letter never end a line. */
const shortWords: readonly Rule[] = [[/(?<=(?<![\p{L}\p{N}'’.-])\p{L}) (?=[\p{L}\p{N}«„“])/gu, noBreak]];
/** Languages whose dash between words is the long one. */
const longDashes: ReadonlySet<string> = new Set(['be', 'ru', 'uk']);
const longDash: Rule = [/(?<=[\p{L}\p{N})”»“]) -{1,2} (?=[\p{L}(„“«"])/gu, `${noBreak}— `];

const byLanguage: Readonly<Record<string, readonly Rule[]>> = {
  fr: [
    [/(?<=[\p{L}\p{N})»”…])[ \u00a0]?(?=[;!?](?!\S{0,300}[=/&]))/gu, narrow],
    [/(?<=[\p{L}\p{N})»”])[ \u00a0](?=:)/gu, noBreak],
    [/(?<=\p{L}):(?= )/gu, `${noBreak}:`],
    [/« ?(?=\S)/g, `«${narrow}`],
    [/(?<=\S) ?»/g, `${narrow}»`],
  ],
  de: [[/(?<=(?<!\p{L})(?:z|d|u|o|i|s)\.) (?=(?:B|h|a|Ä|d|R|o|u|U|T)\.)/gu, narrow]],
  ar: signs,
  be: shortWords,
  cs: shortWords,
  fa: signs,
  he: [
    ...signs,
    // The marks of Hebrew: between letters for abbreviations, after a letter for shortened words and numbers.
    [/(?<=\p{sc=Hebr})["”“](?=\p{sc=Hebr}(?!\p{sc=Hebr}))/gu, '״'],
    [/(?<=\p{sc=Hebr})['’](?![^\s\p{P}])/gu, '׳'],
    [/(?<=\p{sc=Hebr})['’](?=\p{sc=Hebr})/gu, '׳'],
  ],
  hr: shortWords,
  // No line begins with the sign of a range.
  ja: [[/(?<=[\p{L}\p{N}])(?=[～〜])/gu, '\u2060']],
  pl: shortWords,
  ru: shortWords,
  sk: shortWords,
  sl: shortWords,
  uk: shortWords,
  ur: signs,
  zh: [[/(?<=[\p{L}\p{N}])(?=[～〜])/gu, '\u2060']],
  nl: [[/(?<=(?<!\p{L})(?:d\.w|o\.a|e\.a)\.) (?=\p{Ll}\.)/gu, noBreak]],
};

/** A text with the dashes and spaces of its language. */
export function setSpaces(text: string, lang: string): string {
  const [primary = '', country] = lang.toLowerCase().split('-');
  // In Canada and Switzerland, French has no space before these marks.
  const own = primary === 'fr' && (country === 'ca' || country === 'ch') ? [] : (byLanguage[primary] ?? []);
  const first = longDashes.has(primary) ? [longDash] : [];
  return [...first, ...common, ...own].reduce((written, [pattern, instead]) => written.replace(pattern, instead), text);
}
