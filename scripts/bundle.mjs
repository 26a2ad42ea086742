// Bundles the command line, the library and the player into dist/. Runs at `npm ci` (prepare) and before the tests.
import { chmodSync, existsSync, mkdirSync, rmSync } from 'node:fs';
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

const player = existsSync(at('src/player/main.ts'))
  ? build({
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
    })
  : undefined;

await Promise.all([node, player]);
chmodSync(at('dist/cli.js'), 0o755);
