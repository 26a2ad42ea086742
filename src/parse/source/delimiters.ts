interface Opener {
  readonly index: number;
  readonly length: number;
}

/** Pairs the marks of emphasis, strike-through, subscript and superscript in running text. */
export class Delimiters {
  readonly #openers = new Map<string, Opener[]>();
  readonly #paired = new Set<number>();

  /**
   * Notes a run of marks.
   * @param before the character before the run, and `after` the one behind it; empty at an edge.
   * @param index where the run stands in the plain text.
   * @param lastSpace where the last space before it stands, or -1.
   */
  add(run: string, before: string, after: string, index: number, lastSpace: number): void {
    const kind = run.charAt(0);
    const isWordMark = kind === '_';
    const opens = after !== '' && !/\s/.test(after) && !(isWordMark && isWordCharacter(before));
    const closes = before !== '' && !/\s/.test(before) && !(isWordMark && isWordCharacter(after));
    const stack = this.#openers.get(run) ?? [];
    this.#openers.set(run, stack);
    const opener = closes ? stack.pop() : undefined;
    const spaceAllowed = kind === '*' || kind === '_' || run === '~~';
    if (opener !== undefined && (spaceAllowed || lastSpace < opener.index)) {
      this.#pair(opener);
      this.#pair({ index, length: run.length });
    } else if (opens) stack.push({ index, length: run.length });
  }

  /** The places in the plain text of all marks that belong to a pair. */
  paired(): ReadonlySet<number> {
    return this.#paired;
  }

  #pair({ index, length }: Opener): void {
    for (let i = 0; i < length; i++) this.#paired.add(index + i);
  }
}

const isWordCharacter = (character: string): boolean => /[\p{L}\p{N}]/u.test(character);
