// Writes docs/layouts.md and a small picture of each layout into docs/images/layouts/, from the gallery that
// `lectern layouts` makes. Run it after a change of a layout, its fields or its examples.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const pictures = join(root, 'docs/images/layouts');

/** Largest size of a picture in bytes. */
const limit = 25_000;

const out = mkdtempSync(join(tmpdir(), 'lectern-layouts-'));
try {
  execFileSync(process.execPath, [join(root, 'dist/cli.js'), 'layouts', '--out', out], { cwd: root, stdio: 'inherit' });
  rmSync(pictures, { recursive: true, force: true });
  mkdirSync(pictures, { recursive: true });
  const taken = join(out, 'gallery/pictures');
  for (const name of readdirSync(taken).sort())
    await shrink(join(taken, name), join(pictures, name.replace(/\.png$/, '.webp')));
  cpSync(join(out, 'gallery/layouts.md'), join(root, 'docs/layouts.md'));
} finally {
  rmSync(out, { recursive: true, force: true });
}

/** Lowers the quality until the picture is small enough. */
async function shrink(from, to) {
  for (const quality of [86, 76, 66, 50]) {
    const { size } = await sharp(from).webp({ quality, effort: 6 }).toFile(to);
    if (size <= limit) return;
  }
  throw new Error(`${to} is larger than ${limit} bytes`);
}
