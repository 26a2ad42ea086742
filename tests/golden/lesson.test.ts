import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'prettier';
import { expect, it } from 'vitest';
import { soundKit, type Kit } from '../support/pipeline.ts';

// UPDATE_GOLDEN=1 npx vitest run tests/golden writes what is stored here; look at the difference before you commit it.
const folder = join(import.meta.dirname, 'expected');
const update = process.env.UPDATE_GOLDEN === '1';

/** Style sheets and embedded files change with the theme; here the structure of slides counts. */
const short = (text: string): string =>
  text.replace(/data:[a-z]+\/[a-z0-9+-]+;base64,[\w+/=]+/g, 'data:…').replace(/^style: \|\n(?: .*\n|\n)*/m, 'style: …\n');

const pretty = (html: string): Promise<string> =>
  format(short(html), { parser: 'html', printWidth: 120, htmlWhitespaceSensitivity: 'ignore' });

async function expected(kit: Kit): Promise<Readonly<Record<string, string>>> {
  const slides = kit.made?.deck.slides ?? [];
  const pages = await Promise.all(slides.map(async ({ html, number, id }) => [`slides/${String(number).padStart(2, '0')}-${id}.html`, await pretty(html)] as const));
  return {
    'deck.md': short(kit.files['deck.md'] ?? ''),
    'coverage.json': `${JSON.stringify(JSON.parse(kit.files['coverage.json'] ?? '{}'), null, 2)}\n`,
    ...Object.fromEntries(pages),
  };
}

const lesson = (path: string): string => readFileSync(join(import.meta.dirname, 'lesson', path), 'utf8');

it('a small lesson becomes the files that are stored', async () => {
  const files = await expected(
    await soundKit(lesson('lesson.yaml'), {
      'lessons/x/source.md': lesson('source.md'),
      'lessons/x/images/pump.svg': lesson('images/pump.svg'),
    }),
  );
  if (update) store(files);
  const stored = existsSync(folder) ? readdirSync(folder, { recursive: true, encoding: 'utf8' }) : [];
  expect(Object.keys(files).sort()).toEqual(stored.filter((name) => name.includes('.')).sort());
  for (const [path, text] of Object.entries(files)) expect(text, path).toBe(readFileSync(join(folder, path), 'utf8'));
});

function store(files: Readonly<Record<string, string>>): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(folder, 'slides'), { recursive: true });
  for (const [path, text] of Object.entries(files)) writeFileSync(join(folder, path), text);
}
