const narrow = '\u202f';

/** Quotation marks by language: outer, then inner. A country stands before its language. */
const marks: Readonly<Record<string, readonly [string, string, string, string]>> = {
  bg: ['„', '“', '‚', '‘'],
  cs: ['„', '“', '‚', '‘'],
  da: ['»', '«', '›', '‹'],
  de: ['„', '“', '‚', '‘'],
  'de-ch': ['«', '»', '‹', '›'],
  'de-li': ['«', '»', '‹', '›'],
  el: ['«', '»', '“', '”'],
  en: ['“', '”', '‘', '’'],
  es: ['«', '»', '“', '”'],
  et: ['„', '“', '‚', '‘'],
  fi: ['”', '”', '’', '’'],
  fr: [`«${narrow}`, `${narrow}»`, '“', '”'],
  'fr-ch': [`«${narrow}`, `${narrow}»`, '‹', '›'],
  hr: ['„', '“', '‚', '‘'],
  hu: ['„', '”', '»', '«'],
  it: ['«', '»', '“', '”'],
  lt: ['„', '“', '‚', '‘'],
  nb: ['«', '»', '‘', '’'],
  nl: ['“', '”', '‘', '’'],
  nn: ['«', '»', '‘', '’'],
  no: ['«', '»', '‘', '’'],
  pl: ['„', '”', '«', '»'],
  pt: ['“', '”', '‘', '’'],
  'pt-pt': ['«', '»', '“', '”'],
  ro: ['„', '”', '«', '»'],
  ru: ['«', '»', '„', '“'],
  sk: ['„', '“', '‚', '‘'],
  sl: ['„', '“', '‚', '‘'],
  sv: ['”', '”', '’', '’'],
  tr: ['“', '”', '‘', '’'],
  uk: ['«', '»', '„', '“'],
};

/** The quotation marks of a language; `undefined` where straight ones stay as they are. */
export function quotesOf(lang: string): readonly [string, string, string, string] | undefined {
  const tag = lang.toLowerCase();
  return marks[tag.split('-').slice(0, 2).join('-')] ?? marks[tag.split('-')[0] ?? ''];
}
