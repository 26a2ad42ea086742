import type { Range } from './sentences.ts';

/** Running text without its marks, and where each of its characters stands in the source. */
export interface Plain {
  readonly text: string;
  /** Offsets in the source where the characters begin and end. */
  readonly from: readonly number[];
  readonly to: readonly number[];
  /** Number of the code span or formula that a character belongs to; 0 for running text. */
  readonly group: readonly number[];
}

const isSpace = (unit: string): boolean => /\s/.test(unit);

/** Collects running text character by character; white space is folded. */
export class PlainBuilder {
  readonly #units: string[] = [];
  readonly #from: number[] = [];
  readonly #to: number[] = [];
  readonly #group: number[] = [];
  #groups = 0;

  /** Adds text of which each character stands at the next place. */
  add(text: string, placeOf: (index: number) => number, group = 0): void {
    for (let i = 0; i < text.length; i++) this.#unit(text.charAt(i), [placeOf(i), placeOf(i) + 1], group);
  }

  /** Adds text that stands for one piece of the source, such as an entity. */
  addFor(text: string, at: Range): void {
    for (const unit of text.split('')) this.#unit(unit, at, 0);
  }

  /** Adds the text of a formula or code span: no sentence ends inside it. */
  addGroup(text: string, placeOf: (index: number) => number): void {
    this.add(text, placeOf, ++this.#groups);
  }

  /** Adds a space for a line break or a tag. */
  space(at: number): void {
    this.#unit(' ', [at, at + 1], 0);
  }

  /** Adds a text that was collected before, behind a space. */
  append({ text, from, to, group }: Plain): void {
    this.space(from[0] ?? 0);
    const first = this.#groups;
    for (let i = 0; i < text.length; i++) {
      const own = group[i] ?? 0;
      this.#groups = Math.max(this.#groups, first + own);
      this.#unit(text.charAt(i), [from[i] ?? 0, to[i] ?? 0], own === 0 ? 0 : first + own);
    }
  }

  get isEmpty(): boolean {
    return this.#units.every(isSpace);
  }

  build(): Plain {
    return { text: this.#units.join(''), from: this.#from, to: this.#to, group: this.#group };
  }

  #unit(unit: string, [from, to]: Range, group: number): void {
    const folded = isSpace(unit);
    if (folded && this.#units.at(-1) === ' ') return;
    this.#units.push(folded ? ' ' : unit);
    this.#from.push(from);
    this.#to.push(to);
    this.#group.push(group);
  }
}
