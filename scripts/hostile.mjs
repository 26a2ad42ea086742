// npm run test:hostile [-- --quick]
// Repeats the rows of docs/reliability.md; --quick leaves out what needs minutes.
import { spawnSync } from 'node:child_process';

const quick = [
  'tests/host/store.test.ts',
  'tests/host/remote-store.test.ts',
  'tests/hostile/project-folders.test.ts',
  'tests/hostile/untrusted.test.ts',
  'tests/hostile/odd-files.test.ts',
  'tests/hostile/includes.test.ts',
  'tests/make/records.test.ts',
  'tests/preview/refusal.test.ts',
  'tests/render/charts-bounds.test.ts',
  'tests/e2e/merge.test.ts',
];
const rest = [
  'tests/hostile',
  'tests/host/',
  'tests/e2e/budget.test.ts',
  'tests/e2e/faults.test.ts',
  'tests/e2e/hostile.test.ts',
  'tests/import/hostile.test.ts',
  'tests/e2e/remote-browser.test.ts',
  'tests/e2e/verify.test.ts',
  'tests/text/clean.test.ts',
];
const files = process.argv.includes('--quick') ? quick : [...quick, ...rest];
// Each regular expression is asked about, not only those that are new; long texts are longer.
const env = { ...process.env, REGEXPS: 'all', LONG_SIZE: '20000' };
const { status } = spawnSync('npx', ['vitest', 'run', ...files], { stdio: 'inherit', env });
process.exitCode = status ?? 1;
