// The three that are measured: Lectern, Marp CLI, and the floor. All print with the same browser.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { lessonName, writeProject } from './lessons.mjs';
import { run } from './measure.mjs';
import { writeStatic } from './static-html.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const lectern = join(root, 'dist/cli.js');
const floorScript = join(root, 'bench/floor.mjs');

/** The command line of Marp CLI when it is installed. */
export function findMarp() {
  try {
    const file = createRequire(join(root, 'package.json')).resolve('@marp-team/marp-cli/package.json');
    const { version, bin } = JSON.parse(readFileSync(file, 'utf8'));
    return { version, script: join(dirname(file), bin.marp) };
  } catch {
    return undefined;
  }
}

/** The browser from the npm package, unpacked by an earlier run of Lectern, and the environment it needs. */
export function browserEnvironment() {
  const cache = join(root, 'node_modules/.cache/lectern');
  const name = existsSync(cache) ? readdirSync(cache).find((item) => item.startsWith('chromium-')) : undefined;
  if (name === undefined) throw new Error('run `node dist/cli.js doctor` first: it unpacks the browser');
  const folder = join(cache, name);
  return { CHROME_PATH: join(folder, 'chromium'), FONTCONFIG_FILE: join(folder, 'fonts.conf') };
}

/** A generated project with what the others need of it: `md/` for Marp CLI, `html/` for the floor. */
export async function prepare(folder, count) {
  writeProject(folder, count);
  const made = await build(folder, ['--format', 'html,md', '--no-check']);
  if (made.code !== 0) throw new Error(`Lectern failed:\n${made.text.slice(-2000)}`);
  for (const name of ['md', 'html']) mkdirSync(join(folder, name), { recursive: true });
  const { copyFileSync } = await import('node:fs');
  for (let i = 0; i < count; i++) {
    const deck = join(folder, 'output', lessonName(i));
    copyFileSync(join(deck, 'deck.md'), join(folder, 'md', `${lessonName(i)}.md`));
    writeStatic(join(deck, 'deck.html'), join(folder, 'html', `${lessonName(i)}.html`));
  }
  return folder;
}

/** Forgets everything that an earlier build left. */
export function clean(folder) {
  for (const name of ['output', '.lectern', 'out']) rmSync(join(folder, name), { recursive: true, force: true });
  mkdirSync(join(folder, 'out'), { recursive: true });
}

export const build = (folder, args, options = {}) =>
  run(process.execPath, [lectern, 'build', '--cache-dir', '.lectern/cache', ...args], { cwd: folder, ...options });

/** Starts a lesson from a text in the folder. */
export const importText = (folder, name) =>
  run(process.execPath, [lectern, 'import', name, '--id', 'long'], { cwd: folder });

/** Builds with nothing kept from before. */
export function coldBuild(folder, args, options) {
  clean(folder);
  return build(folder, args, options);
}

export function floor(folder, pages) {
  clean(folder);
  const files = readdirSync(join(folder, 'html')).map((name) => join(folder, 'html', name));
  const args = [floorScript, String(pages), join(folder, 'out'), ...files];
  return run(process.execPath, args, { env: browserEnvironment(), cwd: folder });
}

export function marp(folder, { script }, args) {
  clean(folder);
  const common = ['--html', '--no-stdin', '--no-config', ...args, '-I', join(folder, 'md'), '-o', join(folder, 'out')];
  return run(process.execPath, [script, ...common], { env: browserEnvironment(), cwd: folder });
}

export const sizeOf = (file) => statSync(file).size;
