import type { Json, Span } from '../base/index.ts';
import { isObject, pointerStep } from '../base/index.ts';
import type { Places } from '../model/index.ts';
import type { PlaceIndex } from './yaml/places.ts';

/** A value in a YAML file together with its place. Reading never fails: a value of another kind reads as absent. */
export class Cursor {
  readonly value: Json | undefined;
  readonly index: PlaceIndex;
  readonly pointer: string;

  constructor(value: Json | undefined, index: PlaceIndex, pointer = '') {
    this.value = value;
    this.index = index;
    this.pointer = pointer;
  }

  get at(): Span {
    return this.index.value(this.pointer);
  }

  get keyAt(): Span {
    return this.index.key(this.pointer);
  }

  get places(): Places {
    return this.index.at(this.pointer);
  }

  get(key: string): Cursor {
    const value = isObject(this.value) && Object.hasOwn(this.value, key) ? this.value[key] : undefined;
    return new Cursor(value, this.index, this.pointer + pointerStep(key));
  }

  /** The items of a list; a single value counts as a list of one, an absent value as an empty list. */
  items(): readonly Cursor[] {
    if (this.value === undefined || this.value === null) return [];
    if (!Array.isArray(this.value)) return [this];
    return this.value.map((item: Json, i) => new Cursor(item, this.index, this.pointer + pointerStep(i)));
  }

  /** The entries of a mapping. */
  entries(): readonly (readonly [key: string, value: Cursor])[] {
    return isObject(this.value) ? Object.keys(this.value).map((key) => [key, this.get(key)] as const) : [];
  }

  /** The text without white space around it; `undefined` when there is none. */
  text(): string | undefined {
    const text = typeof this.value === 'string' ? this.value.trim() : '';
    return text === '' ? undefined : text;
  }

  texts(): readonly string[] {
    return this.items().flatMap((item) => item.text() ?? []);
  }

  number(): number | undefined {
    return typeof this.value === 'number' ? this.value : undefined;
  }

  boolean(): boolean | undefined {
    return typeof this.value === 'boolean' ? this.value : undefined;
  }
}

/** An object with only the members that have a value. */
export function present<T extends object>(members: { readonly [K in keyof T]: T[K] | undefined }): T {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined)) as T;
}
