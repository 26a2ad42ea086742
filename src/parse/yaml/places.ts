import type { FileId, Span } from '../../base/index.ts';
import type { Places } from '../../model/index.ts';

interface Place {
  readonly value: readonly [start: number, end: number];
  readonly key?: readonly [start: number, end: number];
  /** The text of a plain number, as written (`2.50`). */
  readonly written?: string;
}

function movedRange(range: Place['value'], move: (offset: number) => number): Place['value'] | undefined {
  const [start, end] = [move(range[0]), move(range[1])];
  if (start === range[0] && end === range[1]) return range;
  return Number.isNaN(start) || Number.isNaN(end) ? undefined : [start, end];
}

/** A place after its offsets have moved; `undefined` when one has no new offset. */
function movedPlace(place: Place, move: (offset: number) => number): Place | undefined {
  const value = movedRange(place.value, move);
  if (!value) return undefined;
  const { key: oldKey, written } = place;
  const key = oldKey && movedRange(oldKey, move);
  if (oldKey && !key) return undefined;
  if (value === place.value && key === oldKey) return place;
  return { value, ...(key && { key }), ...(written !== undefined && { written }) };
}

/** Notes a pointer below the one it lies in, and that one in turn, as far as they are new. */
function addBelow(below: Map<string, string[]>, pointer: string): void {
  for (let inner = pointer; inner !== '';) {
    const outer = inner.slice(0, inner.lastIndexOf('/'));
    const known = below.get(outer);
    if (known) {
      known.push(inner);
      return;
    }
    below.set(outer, [inner]);
    inner = outer;
  }
}

/** The places of all values in one YAML file, by JSON pointer. */
export class PlaceIndex implements Places {
  readonly file: FileId;
  readonly #places = new Map<string, Place>();
  /** The pointers right below each pointer; made when first asked for. */
  #below: Map<string, string[]> | undefined;

  constructor(file: FileId) {
    this.file = file;
  }

  /** Records a value; the first record of a pointer stays. */
  set(pointer: string, place: Place): void {
    if (this.#places.has(pointer)) return;
    this.#places.set(pointer, place);
    if (this.#below) addBelow(this.#below, pointer);
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

  /** How deep the deepest value lies. */
  get depth(): number {
    return Math.max(0, ...Array.from(this.#places.keys(), (pointer) => pointer.split('/').length - 1));
  }

  /**
   * The places after the lines of one value were read anew.
   * @param old the lines as they were: the pointer of the value, their offsets, and how much longer they are now.
   * @param fresh the places in the new lines alone, and the pointer of the value there.
   * @returns `undefined` when a place is neither before, in, nor after the lines.
   */
  patched(
    old: { readonly pointer: string; readonly start: number; readonly end: number; readonly growth: number },
    fresh: { readonly places: PlaceIndex; readonly pointer: string },
  ): PlaceIndex | undefined {
    const patched = new PlaceIndex(this.file);
    const endBefore = this.value(old.pointer.slice(0, old.pointer.lastIndexOf('/'))).end;
    const endNow = fresh.places.value('').end + old.start;
    const beside = (offset: number): number =>
      offset <= old.start ? offset : offset >= old.end ? offset + old.growth : NaN;
    // Collections end where their last value ends.
    const isLast = endBefore <= old.end;
    const around = (offset: number): number => (isLast && offset === endBefore ? endNow : beside(offset));
    const inNew = (offset: number): number => offset + old.start;
    const below = `${old.pointer}/`;
    for (const [pointer, place] of this.#places) {
      if (pointer === old.pointer) patched.#addAll(fresh.places, fresh.pointer, pointer, inNew);
      else if (!pointer.startsWith(below)) {
        const isAround = old.pointer.startsWith(pointer) && below.startsWith('/', pointer.length);
        const there = movedPlace(place, isAround ? around : beside);
        if (!there) return undefined;
        patched.set(pointer, there);
      }
    }
    return patched;
  }

  /** Lets what stands under one pointer be found under another as well. */
  alias(from: string, to: string): void {
    if (!this.#below) {
      this.#below = new Map();
      for (const pointer of this.#places.keys()) addBelow(this.#below, pointer);
    }
    // Found before any is added: what is added may lie below `from` itself.
    const found = [from];
    for (const pointer of found) found.push(...(this.#below.get(pointer) ?? []));
    for (const pointer of found) {
      const place = this.#places.get(pointer);
      if (place) this.set(to + pointer.slice(from.length), place);
    }
  }

  /** Lets a part of a text, which has no place of its own, be found where the text stands. */
  within(from: string, to: string): void {
    this.set(to, this.#nearest(from));
  }

  /** The same places in another text, for each offset its own there. */
  moved(move: (offset: number) => number): PlaceIndex {
    const there = new PlaceIndex(this.file);
    const range = ([start, end]: Place['value']): Place['value'] => [move(start), Math.max(move(start), move(end))];
    for (const [pointer, { value, key, written }] of this.#places)
      there.set(pointer, {
        value: range(value),
        ...(key && { key: range(key) }),
        ...(written !== undefined && { written }),
      });
    return there;
  }

  #addAll(from: PlaceIndex, pointer: string, target: string, move: (offset: number) => number): void {
    for (const [inner, place] of from.#places) {
      if (inner !== pointer && !inner.startsWith(`${pointer}/`)) continue;
      const there = movedPlace(place, move);
      if (there) this.set(target + inner.slice(pointer.length), there);
    }
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
