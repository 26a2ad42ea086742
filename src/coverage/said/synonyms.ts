import type { Lesson, Says, Term as GlossaryTerm } from '../../model/index.ts';
import type { Hay } from './hay.ts';
import { termsOf, type Term } from './terms.ts';

/** “Also X: …” at the start of a definition, in the languages that have stemmers. */
const alsoCalled =
  /^(?:ook wel|ook|also known as|also called|also|auch genannt|auch|aussi appelée?|aussi|también llamad[oa]|también|anche dett[oa]|anche|também chamad[oa]|também|synonym\p{L}*|abbreviation of|short for|afkorting van|abkürzung für)(?:\s+(?::\s+)?|:\s+)([^:;.,()]{2,60})[:;.,(]/iu;

/** The names of one thing in an entry of the glossary: “Long-term potentiation (LTP)”, “PKB / AKT”, “Also protein kinase B: …”. */
function namesOf({ term, definition }: GlossaryTerm): readonly string[] {
  const inBrackets = [...term.matchAll(/\(([^()]+)\)/g)].map(([, name = '']) => name);
  const outside = term.replace(/\([^()]*\)/g, ' ').split(/\s[/=]\s/);
  const [, other] = alsoCalled.exec(definition) ?? [];
  return [...outside, ...inBrackets, ...(other === undefined ? [] : [other])]
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

/** One way to say something, and the other ways. */
interface Phrase {
  readonly keys: readonly string[];
  readonly others: readonly (readonly Term[])[];
}

/** Other words for words of the source, from `says:` and the glossary of the outline. They count in both directions. */
export class Synonyms {
  /** For the key of a word, the phrases that it stands in. */
  readonly #phrases = new Map<string, Phrase[]>();

  constructor({ says, glossary, lang }: Pick<Lesson, 'says' | 'glossary' | 'lang'>) {
    const listed = says.map(({ word, as }: Says) => [word, ...as]);
    for (const names of [...listed, ...glossary.map(namesOf)]) {
      const all = names.map((name) => termsOf(name, lang)).filter((terms) => terms.length > 0);
      for (const own of all) {
        const phrase = { keys: own.map(({ key }) => key), others: all.filter((other) => other !== own) };
        if (phrase.others.length === 0) continue;
        for (const key of new Set(phrase.keys)) this.#phrases.set(key, [...(this.#phrases.get(key) ?? []), phrase]);
      }
    }
  }

  /** The keys of single words that stand for a word, its own among them. */
  alike(key: string): ReadonlySet<string> {
    const others = (this.#phrases.get(key) ?? []).filter(({ keys }) => keys.length === 1).flatMap((one) => one.others);
    return new Set([
      key,
      ...others.filter(({ length }) => length === 1).flatMap((terms) => terms.map((term) => term.key)),
    ]);
  }

  /** Whether there are other words for a word. */
  has(key: string): boolean {
    return this.#phrases.has(key);
  }

  /**
   * Whether texts have a word of a statement, or all words of a phrase that stands for it.
   * @param keys the words of the statement: a phrase has another only where it stands whole.
   */
  isIn(term: Term, keys: ReadonlySet<string>, hay: Hay): boolean {
    if (hay.has(term)) return true;
    const whole = (this.#phrases.get(term.key) ?? []).filter((phrase) => phrase.keys.every((key) => keys.has(key)));
    return whole.some(({ others }) => others.some((other) => other.every((word) => hay.has(word))));
  }
}
