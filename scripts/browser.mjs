// Starts the browser that Lectern itself would take, with the same fonts, for scripts that look at what it made.
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import puppeteer from 'puppeteer';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/** Lectern's own search for a browser: the library does not offer it, so it is bundled for the script. */
async function findBrowser() {
  const outfile = join(root, 'node_modules/.cache/lectern-scripts/host.mjs');
  const entryPoints = [join(root, 'src/host/index.ts')];
  await build({
    entryPoints,
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
  });
  const host = await import(pathToFileURL(outfile).href);
  return host.findBrowser({ env: process.env });
}

export async function launchBrowser(options = {}) {
  const found = await findBrowser();
  const ready = found.ok ? await found.value.prepare() : found;
  if (!ready.ok) throw new Error(ready.diagnostics[0].message);
  return puppeteer.launch({
    executablePath: ready.value.path,
    headless: 'shell',
    env: { ...process.env, ...ready.value.env },
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'],
    ...options,
  });
}
