// npm run mutate [-- --mutate src/host/store.ts]: puts faults into the code one at a time and counts those that a test finds.
//
// MUTATE=a.ts,b.ts   the files or folders (globs); by default those that guard, store, restore and merge
// TESTS=a,b          the tests that are run against them; the fewer, the sooner the answer
// SAMPLE=20 SEED=7   only a share of the files in percent, the same ones for the same seed
import { createHash } from 'node:crypto';

const list = (name, usual) => (process.env[name] === undefined ? usual : process.env[name].split(','));

const guarded = [
  'src/host/store.ts',
  'src/host/store-entries.ts',
  'src/make/restore.ts',
  'src/make/merge.ts',
  'src/make/record.ts',
  'src/make/shape.ts',
  'src/preview/guard.ts',
];

/** A share of the files that only the seed decides. */
function sampled(files) {
  const { SAMPLE = '100', SEED = '1' } = process.env;
  const share = (file) => createHash('sha256').update(`${SEED} ${file}`).digest().readUInt32BE() / 2 ** 32;
  return files.filter((file) => share(file) * 100 < Number(SAMPLE));
}

export default {
  testRunner: 'vitest',
  plugins: ['@stryker-mutator/vitest-runner'],
  vitest: { configFile: 'vitest.mutate.config.ts', related: false },
  mutate: sampled(list('MUTATE', guarded)),
  concurrency: 2,
  coverageAnalysis: 'perTest',
  reporters: ['clear-text', 'json'],
  clearTextReporter: { allowColor: false, logTests: false },
  jsonReporter: { fileName: 'reports/mutation.json' },
  tempDirName: '.stryker-tmp',
  thresholds: { high: 90, low: 85, break: null },
};
