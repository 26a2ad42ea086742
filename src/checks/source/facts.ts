import { takeNames, type NameToken } from './names.ts';
import { numbersIn, numberWordsIn, type NumberToken } from './numbers.ts';

/** Something checkable that a text says: a number with its unit, or the name of a gene, receptor, abbreviation or drug. */
export type Fact = NumberToken | NameToken;

/** A time of the day: `09:30`, `14:15–15:00`, `9:30 am`; `1:10` may be a ratio. */
const clockTime = /(?<![\d:])(?:(?:[01]\d|2[0-3]):[0-5]\d|\d:[0-5]\d(?=\s?(?:[ap]\.?m\b|uur\b|Uhr\b|h\b)))(?![\d:])/giu;

/** Plain text without addresses and times of the day, which are no claims. */
const bare = (text: string): string => text.replace(/https?:\/\/\S+|10\.\d{4,9}\/\S+/g, ' ').replace(clockTime, ' ');

/** The family that a name also names: `ERK1/2` is `ERK`, `MAO-A` is `MAO`. */
function familyOf(written: string): readonly string[] {
  const family = /^(\p{Lu}{2,})(?:\d\/\d|-\p{Lu})$/u.exec(written)?.[1];
  return family === undefined ? [] : [family.toLowerCase()];
}

/** The facts of a plain text, in order of kind: names, then numbers. */
export function factsIn(text: string): readonly Fact[] {
  const { names, rest } = takeNames(bare(text));
  return [...names, ...numbersIn(rest)];
}

/** The facts that some texts hold, to look others up in. */
export class FactStore {
  readonly #names = new Set<string>();
  readonly #numbers = new Map<number, Set<string>>();

  constructor(texts: Iterable<string>) {
    for (const text of texts) this.#add(text);
  }

  #add(text: string): void {
    for (const fact of factsIn(text)) {
      if (fact.kind === 'name') for (const key of [fact.key, ...familyOf(fact.written)]) this.#names.add(key);
      else for (const value of fact.values) this.#put(value, fact.unit ?? '');
    }
    for (const value of numberWordsIn(text)) this.#put(value, '');
  }

  #put(value: number, unit: string): void {
    const known = this.#numbers.get(value);
    if (known === undefined) this.#numbers.set(value, new Set([unit]));
    else known.add(unit);
  }

  /** Whether a text says the same: the name, or the number with the same unit or with none. */
  has(fact: Fact): boolean {
    if (fact.kind === 'name') return this.#hasName(fact);
    return fact.values.some((value) => {
      const known = this.#numbers.get(value);
      return known !== undefined && (fact.unit === undefined || known.has(fact.unit) || known.has(''));
    });
  }

  /** `2A` stands for `5-HT2A` where that was named, `SSRIs` for `SSRI`. */
  #hasName({ key }: NameToken): boolean {
    if (this.#names.has(key) || this.#names.has(key.replace(/s$/, '')) || this.#names.has(`${key}s`)) return true;
    return /^\d\p{L}$/u.test(key) && [...this.#names].some((name) => name.endsWith(key));
  }
}
