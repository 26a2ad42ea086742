import { createRequire } from 'node:module';
import createHyphenator, { type Hyphenator, type Patterns } from 'hyphen';
import { longestWord } from './longest-word.ts';
import { preparedFile, Recent, memo } from '../base/index.ts';

/** Primary language tags that can be hyphenated, with the package's name for their patterns. */
const patternNames: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    'af be bg ca cs cy da es et eu fi fr fur ga gl hr hu hy is it ka la lt lv nb nl nn oc pl pt ro ru sk sl sq sv tr uk'
      .split(' ')
      .map((tag) => [tag, tag]),
  ),
  de: 'de-1996',
  el: 'el-monoton',
  en: 'en-us',
  no: 'nb',
  sr: 'sr-cyrl',
};
const require = createRequire(import.meta.url);

/**
 * A function that puts soft hyphens in long words of a language (Liang's patterns, as TeX uses them).
 * Words of other languages come back as they are.
 * @param lang BCP 47 tag
 */
export function hyphenator(lang: string): (word: string) => string {
  const name = patternNames[lang.toLowerCase().split('-')[0] ?? ''];
  if (name === undefined) return (word) => word;
  return (word) =>
    word.length < leastLetters && !word.includes('\u00AD')
      ? word
      : known.getOrMake(
          `${name} ${word}`,
          () => hyphenate(name, word),
          () => word.length,
        );
}

/** Shorter words are left whole. */
const leastLetters = 9;

/** Fitting asks for the same words again and again. */
const known = new Recent<string>(200_000);

/** Languages whose patterns have been read: that happens when the first long word comes. */
const hyphenatorOf = memo((name: string): Hyphenator => createHyphenator(patternsOf(name)));

/** The package takes the square of a word's length: what is longer than any word is taken in pieces. */
function hyphenate(name: string, word: string): string {
  const pieces = Array.from({ length: Math.ceil(word.length / longestWord) }, (_, i) =>
    word.slice(i * longestWord, (i + 1) * longestWord),
  );
  const broken = pieces.map((piece) => hyphenatorOf(name)(piece, { minWordLength: leastLetters }));
  return keepEnds(broken.join(''));
}

/** The patterns that the bundler has left beside the code; unbundled, those of the package. */
const patternsOf = (name: string): Patterns =>
  (preparedFile(`hyphens/${name}.json`)?.patterns ?? require(`hyphen/patterns/${name}.js`)) as Patterns;

/** The patterns of all languages, by name; called by the bundler: the package writes them at three times the length. */
export const makeOwnHyphens = (): Readonly<Record<string, { readonly patterns: Patterns }>> =>
  Object.fromEntries(
    [...new Set(Object.values(patternNames))].map((name) => [name, { patterns: patternsOf(name) }] as const),
  );

/** Takes back breaks that would leave a short piece at either end: of a long word fewer than five letters. */
function keepEnds(word: string): string {
  const pieces = word.split('\u00AD');
  const least = pieces.join('').length > 12 ? 5 : 3;
  while (pieces.length > 1 && (pieces[0]?.length ?? 0) < least) pieces.splice(0, 2, pieces.slice(0, 2).join(''));
  while (pieces.length > 1 && (pieces.at(-1)?.length ?? 0) < least) pieces.splice(-2, 2, pieces.slice(-2).join(''));
  return pieces.join('\u00AD');
}
