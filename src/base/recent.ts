/** Results that were made lately, the ones used longest ago dropped first: a lesson in preview is made again and again. */
export class Recent<T> {
  readonly #entries = new Map<string, { readonly value: T; readonly size: number }>();
  readonly #most: number;
  #size = 0;

  /** @param most bound on the sum of the sizes, in characters. */
  constructor(most: number) {
    this.#most = most;
  }

  get(key: string): T | undefined {
    const entry = this.#entries.get(key);
    if (!entry) return undefined;
    this.#entries.delete(key);
    this.#entries.set(key, entry);
    return entry.value;
  }

  /** What is kept under a key; made, and kept, when there is nothing. @param sizeOf its size in characters. */
  getOrMake(key: string, make: () => T, sizeOf: (value: T) => number): T {
    const known = this.get(key);
    if (known !== undefined) return known;
    const made = make();
    this.put(key, made, sizeOf(made));
    return made;
  }

  put(key: string, value: T, size: number): void {
    this.#drop(key);
    this.#entries.set(key, { value, size });
    this.#size += size;
    for (const oldest of this.#entries.keys()) {
      if (this.#size <= this.#most || oldest === key) return;
      this.#drop(oldest);
    }
  }

  #drop(key: string): void {
    this.#size -= this.#entries.get(key)?.size ?? 0;
    this.#entries.delete(key);
  }
}

/** So many owners keep what was made for them. */
const mostOwners = 4;

/**
 * A {@link Recent} for each of a few owners, lessons mostly; what was made for the owner asked for longest ago is dropped
 * whole. A lesson in preview finds everything again, and a build of thousands keeps next to nothing.
 */
export class RecentByOwner<T> {
  readonly #owners: Recent<Recent<T>>;
  readonly #most: number;

  /** @param most bound on the sum of the sizes for one owner, in characters. */
  constructor(most: number) {
    this.#most = most;
    this.#owners = new Recent(mostOwners);
  }

  of(owner: string): Recent<T> {
    return this.#owners.getOrMake(
      owner,
      () => new Recent<T>(this.#most),
      () => 1,
    );
  }
}
