// GROUP=store npm run mutate: puts faults into the code one at a time and counts those that a test finds.
//
// GROUP=cover          which folders, and which tests are run against them (scripts/mutation/groups.mjs)
// MUTATE=a.ts,b.ts     other files (globs); TESTS=a,b other tests: the fewer, the sooner the answer
// SAMPLE=150 SEED=7    that many faults drawn from all, the same ones for the same seed
import { chosenGroup } from './scripts/mutation/groups.mjs';

const { GROUP = 'guard', SAMPLE, SEED = '1' } = process.env;
const sampled = SAMPLE !== undefined;
if (sampled) process.stdout.write(`A sample of ${SAMPLE} faults, seed ${SEED}.\n`);

export default {
  testRunner: 'vitest',
  plugins: ['@stryker-mutator/vitest-runner', './scripts/mutation/sample.mjs'],
  vitest: { configFile: 'vitest.mutate.config.mjs', related: false },
  mutate: chosenGroup().mutate,
  ignorers: ['wording'],
  checkers: sampled ? ['sample'] : [],
  concurrency: Number(process.env.WORKERS ?? 1),
  coverageAnalysis: 'perTest',
  reporters: ['clear-text', 'json'],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  jsonReporter: { fileName: `reports/mutation-${GROUP}.json` },
  tempDirName: '.stryker-tmp',
  thresholds: { high: 90, low: 85, break: null },
};
