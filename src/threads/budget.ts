/** What a lesson may take. */
export interface Budget {
  readonly seconds: number;
  /** Of V8's heap. */
  readonly megabytes: number;
}

export const defaultBudget: Budget = { seconds: 60, megabytes: 1024 };

/** A lesson that a thread is making. */
export interface Work {
  /** Milliseconds that the thread has spent since it was begun; the browser's time is bounded elsewhere. */
  spent: number;
}

/** Milliseconds between looks. */
export const lookEvery = 250;

/**
 * A thread that has not answered for this share of a lesson's time is stopped when it makes several lessons: nobody can
 * tell from outside which of them is at fault. Each of them is then made alone, with the time that is left.
 */
const suspicion = 1 / 3;

/** Time left for a lesson that was under way in a thread that was stopped. */
export const afterSuspicion = (budget: Budget): Budget => ({ ...budget, seconds: budget.seconds * (1 - suspicion) });

/** Keeps the time of a thread's lessons. */
export class Clock {
  readonly #budget: Budget;
  #cpu = cpuTime();
  /** Milliseconds since the thread last answered. */
  #silent = 0;

  constructor(budget: Budget) {
    this.#budget = budget;
  }

  answered(): void {
    this.#silent = 0;
  }

  /**
   * Counts the time since the last look; called every {@link lookEvery} milliseconds. A look that comes late, since the
   * computer slept or this thread was busy, counts as one. Where others use the processor too, time in which this process
   * did not get it counts for half.
   * @param waitsForBrowser whether one of the lessons is with the browser.
   * @returns whether time is up for any of the lessons.
   */
  isUp(works: readonly Work[], waitsForBrowser: boolean): boolean {
    const before = this.#cpu;
    this.#cpu = cpuTime();
    if (works.length === 0) return false;
    const passed = Math.min(lookEvery, Math.max(lookEvery / 2, this.#cpu - before));
    this.#silent += passed;
    for (const work of works) if (!waitsForBrowser) work.spent += passed;
    const most = this.#budget.seconds * 1000;
    const isShared = works.length > 1;
    return (
      this.#silent > (isShared ? most * suspicion : most) || works.some(({ spent }) => spent > most * works.length)
    );
  }
}

/** Milliseconds of processor time that this process has used, with all its threads. */
function cpuTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
