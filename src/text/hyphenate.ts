import { createRequire } from 'node:module';
import { Recent } from '../base/index.ts';

interface Hyphen {
  readonly hyphenateSync: (word: string, options: { readonly minWordLength: number }) => string;
}

/** Primary language tags that can be hyphenated, with the package's name for their patterns. */
const patterns: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    'af be bg ca cs cu cy da de es et eu fi fr fur ga gl hr hu hy is it ka la lt lv nb nl nn oc pl pt ro ru sk sl sq sv tr uk'
      .split(' ')
      .map((tag) => [tag, tag]),
  ),
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
  const name = patterns[lang.toLowerCase().split('-')[0] ?? ''];
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

/** The patterns of a language are read when the first long word comes. */
function hyphenate(name: string, word: string): string {
  const { hyphenateSync } = require(`hyphen/${name}`) as Hyphen;
  return keepEnds(hyphenateSync(word, { minWordLength: leastLetters }));
}

/** Takes back breaks that would leave a short piece at either end: of a long word fewer than five letters. */
function keepEnds(word: string): string {
  const pieces = word.split('\u00AD');
  const least = pieces.join('').length > 12 ? 5 : 3;
  while (pieces.length > 1 && (pieces[0]?.length ?? 0) < least) pieces.splice(0, 2, pieces.slice(0, 2).join(''));
  while (pieces.length > 1 && (pieces.at(-1)?.length ?? 0) < least) pieces.splice(-2, 2, pieces.slice(-2).join(''));
  return pieces.join('\u00AD');
}
