import { knownLanguage } from './texts/index.ts';

/** Codes of checks that look for words, with the languages whose words they know. */
const wordLanguages: readonly (readonly [code: string, languages: readonly string[]])[] = [
  ['text/colour-words', ['en', 'nl', 'de', 'fr', 'es']],
  ['text/link-words', ['en', 'nl', 'de', 'fr', 'es']],
  ['picture/alt-says-picture', ['en', 'nl', 'de', 'fr', 'es']],
];

/** The codes that no lesson in a language can get, because their checks know no words of it. */
export function codesWithoutWords(lang: string): readonly string[] {
  const primary = lang.split('-')[0]?.toLowerCase() ?? '';
  const codes = wordLanguages.filter(([, languages]) => !languages.includes(primary)).map(([code]) => code);
  return knownLanguage(lang) === undefined ? [...codes, 'text/language'] : codes;
}
