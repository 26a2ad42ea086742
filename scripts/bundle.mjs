// Bundles the command line, the library and the player into dist/. Runs at `npm ci` (prepare) and before the tests.
import { createHash } from 'node:crypto';
import { chmodSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const at = (...parts) => join(root, ...parts);

rmSync(at('dist'), { recursive: true, force: true });
mkdirSync(at('dist'), { recursive: true });

const node = build({
  absWorkingDir: root,
  entryPoints: { cli: 'src/cli.ts', index: 'src/index.ts' },
  outdir: 'dist',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  packages: 'external',
  legalComments: 'none',
  logLevel: 'warning',
});

const player = build({
  absWorkingDir: root,
  entryPoints: ['src/player/main.ts', 'src/player/player.css'],
  outdir: 'dist/player',
  entryNames: 'player',
  bundle: true,
  minify: true,
  format: 'iife',
  platform: 'browser',
  target: ['chrome115', 'firefox115', 'safari16.4'],
  legalComments: 'none',
  logLevel: 'warning',
});

await Promise.all([node, player]);
chmodSync(at('dist/cli.js'), 0o755);

// Names this very Lectern: its code and the packages it stands on. Results of another one are never reused.
const id = createHash('sha256').update(readFileSync(at('package.json')));
for (const name of readdirSync(at('dist'), { recursive: true, encoding: 'utf8' }).sort()) {
  if (/\.(js|css)$/.test(name)) id.update(name).update(readFileSync(at('dist', name)));
}
writeFileSync(at('dist/build-id'), `${id.digest('hex')}\n`);
