/** Hands out a fixed number of slots in the order of asking; a caller may ask for all of them, to be alone. */
export class Slots {
  readonly #total: number;
  #free: number;
  readonly #waiting: { readonly count: number; readonly go: () => void }[] = [];

  constructor(total: number) {
    this.#total = total;
    this.#free = total;
  }

  /** Runs `work` beside others. */
  shared<T>(work: () => Promise<T>): Promise<T> {
    return this.#with(1, work);
  }

  /** Runs `work` while nothing else runs. */
  alone<T>(work: () => Promise<T>): Promise<T> {
    return this.#with(this.#total, work);
  }

  async #with<T>(count: number, work: () => Promise<T>): Promise<T> {
    await new Promise<void>((go) => {
      this.#waiting.push({ count, go });
      this.#advance();
    });
    try {
      return await work();
    } finally {
      this.#free += count;
      this.#advance();
    }
  }

  #advance(): void {
    for (let next = this.#waiting[0]; next && next.count <= this.#free; next = this.#waiting[0]) {
      this.#waiting.shift();
      this.#free -= next.count;
      next.go();
    }
  }
}
