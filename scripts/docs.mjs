// Writes every document that is made from the code: the types of words, diagnostics, layouts with their pictures, the command line, the library.
// Run `npm run build` first; look at the changes before you commit them.
import { execFileSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const run = (args, env = {}) =>
  execFileSync(process.execPath, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } });

run(['scripts/words.mjs']);
run(['scripts/diagnostics-docs.mjs']);
run(['scripts/layouts-docs.mjs']);
run([join('node_modules', 'vitest', 'vitest.mjs'), 'run', 'tests/docs/cli.test.ts', 'tests/docs/library.test.ts'], {
  UPDATE_DOCS: '1',
});
