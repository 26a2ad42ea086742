import { Recent } from '../../base/index.ts';
import { Hay } from './hay.ts';
import type { FoundTerm } from './said.ts';
import { termsOf, type Term } from './terms.ts';

/** A piece of what a slide says, with the places of the words that say a statement. */
export interface Passage {
  readonly text: string;
  readonly marks: readonly (readonly [start: number, end: number])[];
}

/** So many passages of a slide are shown. */
const mostPassages = 3;
/** A passage longer than this is cut to the words around its marks. */
const longest = 140;
const around = 40;

/** A text longer than this is no field of a slide but its rendered form. */
const field = 300;

interface Piece {
  readonly text: string;
  readonly words: readonly (Term & { readonly says: string })[];
}

/** The piece with most of the words that are left, a field before a whole slide. */
function richest(pieces: readonly Piece[], left: ReadonlySet<string>): Piece | undefined {
  const gain = ({ text, words }: Piece): number =>
    new Set(words.map(({ says }) => says).filter((key) => left.has(key))).size * (text.length > field ? 0.001 : 1);
  return pieces.reduce<Piece | undefined>(
    (best, piece) => (gain(piece) > (best === undefined ? 0 : gain(best)) ? piece : best),
    undefined,
  );
}

/** Finds on slides the words that say a statement. */
export class Passages {
  readonly #lang: string;
  /** Whether a word on a slide says a word of a statement, by both as written. */
  readonly #known = new Map<string, Map<string, boolean>>();
  /** The words of the texts of the last slide: thousands of statements may ask for them. */
  readonly #terms = new Recent<readonly Term[]>(100_000);
  readonly #hays = new Map<string, Hay>();

  constructor(lang: string) {
    this.#lang = lang;
  }

  /** The pieces of a slide that say most of a statement, in order. */
  of(terms: readonly FoundTerm[], texts: readonly string[]): readonly Passage[] {
    const wanted = terms.filter(({ where }) => where === 'slide');
    const found = texts
      .flatMap((text) => text.split(/\n+/))
      .map((text) => ({ text: text.trim(), words: this.#words(wanted, text.trim()) }))
      .filter(({ words }) => words.length > 0);
    const left = new Set(wanted.map(({ key }) => key));
    const chosen = new Map<Piece, Passage>();
    while (chosen.size < mostPassages && left.size > 0) {
      const best = richest(found, left);
      if (best === undefined) break;
      // What the whole rendered slide adds to its fields are the words in its figures.
      const words = best.text.length > field ? best.words.filter(({ says }) => left.has(says)) : best.words;
      const passage = cut({ text: best.text, marks: words.map(({ at, written }) => [at, at + written.length]) });
      if (chosen.has(best)) break;
      chosen.set(best, passage);
      for (const { says } of best.words) left.delete(says);
    }
    return found.flatMap((piece) => chosen.get(piece) ?? []);
  }

  #words(wanted: readonly FoundTerm[], text: string): Piece['words'] {
    const terms = this.#terms.getOrMake(
      text,
      () => termsOf(text, this.#lang),
      () => text.length,
    );
    return terms.flatMap((word) => {
      const said = wanted.find((term) => this.#says(word, term));
      return said === undefined ? [] : [{ ...word, says: said.key }];
    });
  }

  #says(word: Term, term: Term): boolean {
    if (word.key === term.key) return true;
    const others = this.#known.get(term.written) ?? new Map<string, boolean>();
    const known = others.get(word.written);
    if (known !== undefined) return known;
    const hay = this.#hays.get(word.written) ?? new Hay([word.written], this.#lang);
    this.#hays.set(word.written, hay);
    const says = hay.has(term);
    this.#known.set(term.written, others.set(word.written, says));
    return says;
  }
}

/** The part of a long passage around its first marks. */
function cut(passage: Passage): Passage {
  const { text, marks } = passage;
  const [first] = marks;
  if (text.length <= longest || first === undefined) return passage;
  const space = text.lastIndexOf(' ', Math.max(0, first[0] - around)) + 1;
  const end = text.indexOf(' ', space + longest);
  const stop = end < 0 ? text.length : end;
  const [before, after] = [space > 0 ? '… ' : '', stop < text.length ? ' …' : ''];
  const shift = before.length - space;
  const kept = marks.filter(([, to]) => to <= stop);
  return {
    text: before + text.slice(space, stop) + after,
    marks: kept.map(([from, to]) => [from + shift, to + shift]),
  };
}
