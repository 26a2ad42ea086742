import type { DiagramStrings } from './types.ts';

const english: DiagramStrings = {
  uncertain: 'uncertain',
  reached: 'reached',
  notReached: 'not reached',
  inhibits: 'inhibits',
};
const words: Readonly<Record<string, DiagramStrings>> = {
  en: english,
  nl: { uncertain: 'onzeker', reached: 'bereikt', notReached: 'niet bereikt', inhibits: 'remt' },
  de: { uncertain: 'unsicher', reached: 'erreicht', notReached: 'nicht erreicht', inhibits: 'hemmt' },
  fr: { uncertain: 'incertain', reached: 'atteint', notReached: 'non atteint', inhibits: 'inhibe' },
};

/** The fixed words of a language, English when it is not known. */
export function wordsFor(lang: string): DiagramStrings {
  return words[lang.toLowerCase().split('-')[0] ?? ''] ?? english;
}
