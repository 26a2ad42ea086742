import { createRequire } from 'node:module';

interface Hyphen {
  readonly hyphenateSync: (word: string, options: { readonly minWordLength: number }) => string;
}

/** Primary language tags that can be hyphenated, with the package's name for their patterns. */
const patterns: Readonly<Record<string, string>> = { nl: 'nl', en: 'en-us', de: 'de', fr: 'fr', es: 'es', it: 'it' };
const require = createRequire(import.meta.url);
const loaded = new Map<string, (word: string) => string>();

/**
 * A function that puts soft hyphens in long words of a language (Liang's patterns, as TeX uses them).
 * Words of other languages come back as they are.
 * @param lang BCP 47 tag
 */
export function hyphenator(lang: string): (word: string) => string {
  const name = patterns[lang.toLowerCase().split('-')[0] ?? ''];
  if (name === undefined) return (word) => word;
  let hyphenate = loaded.get(name);
  if (!hyphenate) {
    const { hyphenateSync } = require(`hyphen/${name}`) as Hyphen;
    hyphenate = (word) => keepEnds(hyphenateSync(word, { minWordLength: 9 }));
    loaded.set(name, hyphenate);
  }
  return hyphenate;
}

/** Takes back breaks that would leave fewer than three letters at either end. */
function keepEnds(word: string): string {
  return word.replace(/^([^\u00AD]{1,2})\u00AD/, '$1').replace(/\u00AD([^\u00AD]{1,2})$/, '$1');
}
