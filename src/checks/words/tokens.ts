import { longestWord, trim } from '../../text/index.ts';

/** Parts of lesson text that are no words: code, formulas, addresses, targets of links. */
/** Words in another language (`[mot]{lang=fr}`) are not this dictionary's. */
const notWords =
  /\[[^\]\n]{0,400}\]\{(?:lang=|:)[^}\n]{0,40}\}|\\[^]|```[\s\S]*?```|`[^`\n]*`|\$\$[\s\S]*?\$\$|\$(?:\\.|[^$\\\n])+\$|\]\([^()\n]*\)|<?https?:\/\/[^\s>]+|[\w.+-]{1,64}@[\w.-]+|\b[\w-]{1,64}(?:\.[\w-]+)+\b/g;

/** Runs of letters, digits, hyphens and apostrophes; a digit or underscore marks a code such as `slc6a4`. */
const run = /[\p{L}\p{M}\p{N}_][\p{L}\p{M}\p{N}_'’-]*/gu;

/** The dictionaries are of languages in Latin letters; words in another script are nobody's mistake. */
const lettersOnly = /^[\p{Script=Latin}\p{M}']+$/u;
/** French words that lose their vowel before another word: l'eau, qu'il, jusqu'ici. */
const elided = /^(?:[ldjmtsnc]|qu|jusqu|lorsqu|puisqu|quoiqu|quelqu|presqu|entr)'(?=\p{L})|^aujourd'hui$/iu;
/** Phonetic letters, and letters with a mark that no spelling has: a transcription. */
const phonetic = /[\u0250-\u02ff\u0303\u0325\u0329\u0361]/u;
/** Abbreviations and names with capitals inside: MDMA, mRNA, McCann. */
const abbreviation = /^\p{Lu}{2,}|\p{Ll}\p{Lu}|\p{Lu}\p{Lu}/u;

/** Short words with a full stop inside a sentence are abbreviations: Abs. 3, Dez. 1983, approx. five. */
const shortened = /(?<![\p{L}\p{N}'’-])\p{L}{1,6}\.(?=\s(?:\p{N}|\p{Ll}))/gu;

/** A word to look up: `whole` with its hyphens, and its parts when it has any. */
export interface Word {
  readonly whole: string;
  readonly parts: readonly string[];
}

/** The words of a Markdown text that a dictionary could know. Abbreviations, codes, single letters and
 * what is longer than any word are left out. */
export function wordsIn(markdown: string): readonly Word[] {
  const text = markdown
    .replace(notWords, (found) => (found.startsWith('\\') ? found : ' '))
    .replace(shortened, ' ')
    .replace(/\s[’'](?=\p{L})|(?<=\p{L})~[^~\s]*~|\^[^^\s]*\^/gu, ' ');
  return (text.match(run) ?? []).flatMap((match) => {
    const whole = trim(match.normalize('NFC').replace(/’/g, "'"), /['-]/);
    const parts = whole
      .split('-')
      .map((part) => trim(part, /'/).replace(elided, ''))
      .filter(
        (part) =>
          part.length > 2 &&
          part.length <= longestWord &&
          lettersOnly.test(part) &&
          !phonetic.test(part) &&
          !abbreviation.test(part),
      );
    return parts.length === 0 ? [] : [{ whole, parts }];
  });
}
