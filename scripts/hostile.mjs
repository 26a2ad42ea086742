// npm run test:hostile [-- --quick]
// Repeats the rows of docs/reliability.md; --quick leaves out what needs minutes.
import { spawnSync } from 'node:child_process';

const quick = [
  'tests/host/store.test.ts',
  'tests/host/remote-store.test.ts',
  'tests/hostile/project-folders.test.ts',
  'tests/hostile/untrusted.test.ts',
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
];
const files = process.argv.includes('--quick') ? quick : [...quick, ...rest];
// Each regular expression is asked about, not only those that are new.
const env = { ...process.env, REGEXPS: 'all' };
const { status } = spawnSync('npx', ['vitest', 'run', ...files], { stdio: 'inherit', env });
process.exitCode = status ?? 1;
