const latin = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** The letters by which answers are named, in the order in which a language counts with them. */
const alphabets: Readonly<Record<string, string>> = {
  ar: 'أبجدهوزحطيكلمن',
  bg: 'АБВГДЕЖЗИКЛМН',
  el: 'ΑΒΓΔΕΖΗΘΙΚΛΜΝ',
  fa: 'ابپتثجچحخدذرزژ',
  he: 'אבגדהוזחטיכלמנ',
  ru: 'АБВГДЕЖЗИКЛМН',
  sr: 'АБВГДЂЕЖЗИЈКЛ',
  uk: 'АБВГДЕЖЗИКЛМН',
};

/** The letters of a language: A, B, C; Α, Β, Γ; א, ב, ג. */
export const answerLetters = (lang: string): string => alphabets[lang.toLowerCase().split('-')[0] ?? ''] ?? latin;

/** The letter of an answer; from the last one on they begin again, with a number: A2. */
export function answerLetter(index: number, lang: string): string {
  const letters = answerLetters(lang);
  const round = Math.floor(index / letters.length);
  return `${letters[Math.trunc(index) % letters.length] ?? ''}${round > 0 ? round + 1 : ''}`;
}
