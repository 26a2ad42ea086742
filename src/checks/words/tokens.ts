import { trim } from '../../text/index.ts';

/** Parts of lesson text that are no words: code, formulas, addresses, targets of links. */
const notWords =
  /\\[^]|```[\s\S]*?```|`[^`\n]*`|\$\$[\s\S]*?\$\$|\$(?:\\.|[^$\\\n])+\$|\]\([^()\n]*\)|<?https?:\/\/[^\s>]+|[\w.+-]{1,64}@[\w.-]+|\b[\w-]{1,64}(?:\.[\w-]+)+\b/g;

/** Runs of letters, digits, hyphens and apostrophes; a digit or underscore marks a code such as `slc6a4`. */
const run = /[\p{L}\p{M}\p{N}_][\p{L}\p{M}\p{N}_'’-]*/gu;

const lettersOnly = /^[\p{L}\p{M}']+$/u;
/** Abbreviations and names with capitals inside: MDMA, mRNA, McCann. */
const abbreviation = /^\p{Lu}{2,}|\p{Ll}\p{Lu}|\p{Lu}\p{Lu}/u;

/** A word to look up: `whole` with its hyphens, and its parts when it has any. */
export interface Word {
  readonly whole: string;
  readonly parts: readonly string[];
}

/** The words of a Markdown text that a dictionary could know. Abbreviations, codes and single letters are left out. */
export function wordsIn(markdown: string): readonly Word[] {
  const text = markdown
    .replace(notWords, (found) => (found.startsWith('\\') ? found : ' '))
    .replace(/\s[’'](?=\p{L})|(?<=\p{L})~[^~\s]*~|\^[^^\s]*\^/gu, ' ');
  return (text.match(run) ?? []).flatMap((match) => {
    const whole = trim(match.replace(/’/g, "'"), /['-]/);
    const parts = whole
      .split('-')
      .map((part) => trim(part, /'/))
      .filter((part) => part.length > 2 && lettersOnly.test(part) && !abbreviation.test(part));
    return parts.length === 0 ? [] : [{ whole, parts }];
  });
}
