import type { FileId, Span } from '../../base/index.ts';
import type { Places } from '../../model/index.ts';

interface Place {
  readonly value: readonly [start: number, end: number];
  readonly key?: readonly [start: number, end: number];
  /** The text of a plain number, as written (`2.50`). */
  readonly written?: string;
}

/** The places of all values in one YAML file, by JSON pointer. */
export class PlaceIndex implements Places {
  readonly file: FileId;
  readonly #places = new Map<string, Place>();

  constructor(file: FileId) {
    this.file = file;
  }

  /** Records a value; the first record of a pointer stays. */
  set(pointer: string, place: Place): void {
    if (!this.#places.has(pointer)) this.#places.set(pointer, place);
  }

  value(pointer: string): Span {
    return this.#span(this.#nearest(pointer).value);
  }

  key(pointer: string): Span {
    const place = this.#places.get(pointer);
    return place === undefined ? this.value(pointer) : this.#span(place.key ?? place.value);
  }

  /** A short span that stands for a whole mapping or list: its key, or its first character's line start. */
  head(pointer: string): Span {
    const place = this.#places.get(pointer);
    if (place?.key !== undefined) return this.#span(place.key);
    const { start, end } = this.value(pointer);
    return { file: this.file, start, end: Math.min(end, start + 1) };
  }

  /** Whether a key stands alone, as `b` in `{ a: 1, b }`: only inside { } is that allowed. */
  isBare(pointer: string): boolean {
    const place = this.#places.get(pointer);
    return place !== undefined && place.key?.[0] === place.value[0];
  }

  /** A number as its author wrote it, or `undefined` for any other value. */
  written(pointer: string): string | undefined {
    return this.#places.get(pointer)?.written;
  }

  /** The same places, seen from one value: `at('/sections/0').value('/title')`. */
  at(prefix: string): Places {
    return { value: (pointer) => this.value(prefix + pointer), key: (pointer) => this.key(prefix + pointer) };
  }

  #nearest(pointer: string): Place {
    for (let rest = pointer; ; rest = rest.slice(0, rest.lastIndexOf('/'))) {
      const place = this.#places.get(rest);
      if (place !== undefined) return place;
      if (rest === '') return { value: [0, 0] };
    }
  }

  #span([start, end]: readonly [number, number]): Span {
    return { file: this.file, start, end };
  }
}
