// npm run test:hostile [-- --quick]
// Repeats the rows of the table in docs/reliability.md, which names the tests; --quick leaves out what needs minutes.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

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
const table = readFileSync(new URL('../docs/reliability.md', import.meta.url), 'utf8').matchAll(/^\|.*\|$/gm);
const listed = [...table].flatMap(([row]) => [...row.matchAll(/`(tests\/[^`]+)`/g)].map(([, path]) => path));
const files = process.argv.includes('--quick') ? quick : [...new Set(listed)];
// Each regular expression is asked about, not only those that are new; long texts are longer.
const env = { ...process.env, REGEXPS: 'all', LONG_SIZE: '20000' };
const { status } = spawnSync('npx', ['vitest', 'run', ...files], { stdio: 'inherit', env });
process.exitCode = status ?? 1;
