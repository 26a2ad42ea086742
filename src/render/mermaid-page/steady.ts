/** Takes the clock from the page, so that the same text gives the same drawing on every day. */
function stopClock(): void {
  const noon = Date.UTC(2000, 0, 1, 12);
  const RealDate = Date;
  class SteadyDate extends RealDate {
    constructor(...given: readonly unknown[]) {
      // The overloads of Date cannot be spread.
      super(...((given.length === 0 ? [noon] : given) as unknown as [number]));
    }
    static override now(): number {
      return noon;
    }
  }
  globalThis.Date = SteadyDate as DateConstructor;
}

/** Starts the chance of one drawing anew, from a number of its own. */
export function seedChance(seed: number): void {
  let state = seed >>> 0;
  // mulberry32: small, and good enough to scatter nodes.
  Math.random = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

stopClock();
