import type { Range } from './sentences.ts';

/** Characters in a row whose places in the source are known from the first: each at the next place, or all at one. */
interface Run {
  /** Offset in the text of its first character. */
  readonly offset: number;
  /** Place in the source of the first character. */
  readonly from: number;
  /** Where the piece of the source ends that all its characters stand for; absent when each has a place of its own. */
  readonly to?: number;
  /** Number of the code span or formula; 0 for running text. */
  readonly group: number;
}

/** Running text without its marks, and where each of its characters stands in the source. */
export class Plain {
  readonly text: string;
  readonly #runs: readonly Run[];
  #last = 0;

  constructor(text: string, runs: readonly Run[]) {
    this.text = text;
    this.#runs = runs;
  }

  get runs(): readonly Run[] {
    return this.#runs;
  }

  /** Place in the source where a character begins; undefined outside the text. */
  from(index: number): number | undefined {
    const run = this.#run(index);
    return run && (run.to === undefined ? run.from + index - run.offset : run.from);
  }

  /** Place in the source where a character ends. */
  to(index: number): number | undefined {
    const run = this.#run(index);
    return run && (run.to ?? run.from + index - run.offset + 1);
  }

  /** Number of the code span or formula that a character belongs to; 0 for running text. */
  group(index: number): number {
    return this.#run(index)?.group ?? 0;
  }

  /** Place of the first character. */
  get start(): number | undefined {
    return this.from(0);
  }

  /** Place behind the last character. */
  get end(): number | undefined {
    return this.to(this.text.length - 1);
  }

  /** The run that holds a character; readers go through a text in order, so the search starts at the run found last. */
  #run(index: number): Run | undefined {
    if (index < 0 || index >= this.text.length) return undefined;
    const runs = this.#runs;
    const starts = (i: number): number => runs[i]?.offset ?? Infinity;
    if (starts(this.#last) > index) this.#last = this.#search(index);
    for (let step = 0; starts(this.#last + 1) <= index; step++) {
      if (step > 8) this.#last = this.#search(index);
      else this.#last++;
    }
    return runs[this.#last];
  }

  #search(index: number): number {
    let [low, high] = [0, this.#runs.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#runs[middle]?.offset ?? 0) <= index) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}

const space = 32;
const isSpace = (code: number): boolean =>
  code <= space ? code === space || (code >= 9 && code <= 13) : code >= 160 && /\s/.test(String.fromCharCode(code));

/** Collects running text; white space is folded. */
export class PlainBuilder {
  #text = '';
  #endsInSpace = false;
  #hasInk = false;
  readonly #runs: Run[] = [];
  /** The place that continues the last run; -1 when nothing does. */
  #next = -1;
  #groups = 0;

  /** Adds text of which each character stands at the next place. */
  add(text: string, placeOf: (index: number) => number, group = 0): void {
    let start = 0;
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      const folded = isSpace(code);
      if (folded && (this.#endsInSpace || code !== space)) {
        // What was not yet taken over, then one plain space unless one is there.
        this.#text += text.slice(start, i);
        start = i + 1;
        if (this.#endsInSpace) continue;
        this.#place(placeOf(i), group, this.#text.length);
        this.#text += ' ';
      } else this.#place(placeOf(i), group, this.#text.length + i - start);
      this.#endsInSpace = folded;
      this.#hasInk ||= !folded;
    }
    this.#text += text.slice(start);
  }

  /** Adds text that stands for one piece of the source, such as an entity. */
  addFor(text: string, [from, to]: Range): void {
    for (let i = 0; i < text.length; i++) this.#one(text.charCodeAt(i), { from, to, group: 0 });
  }

  /** Adds the text of a formula or code span: no sentence ends inside it. */
  addGroup(text: string, placeOf: (index: number) => number): void {
    this.add(text, placeOf, ++this.#groups);
  }

  /** Adds a space for a line break or a tag. */
  space(at: number): void {
    this.add(' ', () => at);
  }

  /** Adds a text that was collected before, behind a space. */
  append({ text, runs, start = 0 }: Plain): void {
    this.space(start);
    const first = this.#groups;
    runs.forEach((run, r) => {
      const group = run.group === 0 ? 0 : first + run.group;
      this.#groups = Math.max(this.#groups, group);
      const part = text.slice(run.offset, runs[r + 1]?.offset);
      if (run.to === undefined) this.add(part, (i) => run.from + i, group);
      else for (let i = 0; i < part.length; i++) this.#one(part.charCodeAt(i), { from: run.from, to: run.to, group });
    });
  }

  get isEmpty(): boolean {
    return !this.#hasInk;
  }

  build(): Plain {
    return new Plain(this.#text, this.#runs);
  }

  /** Adds one character that has a place as wide as it says. */
  #one(code: number, run: Omit<Run, 'offset'>): void {
    const folded = isSpace(code);
    if (folded && this.#endsInSpace) return;
    this.#runs.push({ offset: this.#text.length, ...run });
    this.#next = -1;
    this.#text += folded ? ' ' : String.fromCharCode(code);
    this.#endsInSpace = folded;
    this.#hasInk ||= !folded;
  }

  /** Notes the place of the character at `offset` of the text. */
  #place(from: number, group: number, offset: number): void {
    const last = this.#runs.at(-1);
    if (from !== this.#next || last?.group !== group) this.#runs.push({ offset, from, group });
    this.#next = from + 1;
  }
}
