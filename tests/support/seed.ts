// Loaded before each test file: `SEED=123 npx vitest run …` repeats a random test, whose failure prints its seed.
import fc from 'fast-check';

const { SEED, SEED_PATH } = process.env;
if (SEED !== undefined)
  fc.configureGlobal({
    ...fc.readConfigureGlobal(),
    seed: Number(SEED),
    ...(SEED_PATH === undefined ? {} : { path: SEED_PATH }),
  });

/** Where chance comes from outside fast-check: a generator of numbers below one, its seed in the name of each test. */
export const chanceSeed = Number(SEED ?? Date.now() % 2 ** 31);

/** The same numbers for the same seed (a linear congruence; nobody needs to be surprised by them). */
export function* chances(seed = chanceSeed): Generator<number, never> {
  for (let state = seed >>> 0; ;) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    yield state / 2 ** 32;
  }
}
