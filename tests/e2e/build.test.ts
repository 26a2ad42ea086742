import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inspectPdf } from '../formats/pdf-support.ts';
import { copyOfLessons, lectern, type CliRun } from '../support/cli.ts';
import { slideCountIn } from '../support/marp.ts';

const ids = ['mdma-serotonine', 'fourier-series'] as const;
const project = copyOfLessons(...ids);
const at = (...parts: readonly string[]): string => join(project.root, 'output', ...parts);
const text = (...parts: readonly string[]): string => readFileSync(at(...parts), 'utf8');

let run: CliRun;
beforeAll(async () => {
  run = await lectern(project.root, ['build']);
}, 180_000);
afterAll(() => project.remove());

interface Entry {
  readonly artifacts: readonly { readonly path: string; readonly bytes: number }[];
}

interface Manifest {
  readonly lessons: Readonly<Record<string, Entry>>;
}

describe('lectern build, on both lessons', () => {
  it('ends with 0, without errors', () => {
    expect(run.err).not.toMatch(/^error|\n {4}at /m);
    expect(run.code).toBe(0);
    expect(run.out).toContain('2 built');
  });

  it.each(ids)('writes the kit of %s', (id) => {
    for (const name of ['deck.html', 'deck.pdf', 'deck.md', 'coverage.html', 'coverage.json'])
      expect([name, existsSync(at(id, name))]).toEqual([name, true]);
    expect(existsSync(at('index.html'))).toBe(true);
  });

  it('lists all files in the manifest, with their sizes', () => {
    const { lessons } = JSON.parse(text('manifest.json')) as Manifest;
    expect(Object.keys(lessons).sort()).toEqual([...ids].sort());
    for (const { artifacts } of Object.values(lessons))
      for (const { path, bytes } of artifacts) expect([path, readFileSync(at(path)).byteLength]).toEqual([path, bytes]);
  });

  // The long plan of each lesson shows every slide.
  it.each([
    ['mdma-serotonine', 'deck-lang.pdf'],
    ['fourier-series', 'deck-long.pdf'],
  ])('has as many pages, slides and Marp slides: %s', async (id, name) => {
    const { pages, info, marked, outline } = await inspectPdf(readFileSync(at(id, name)));
    const inHtml = [...text(id, 'deck.html').matchAll(/<section [^>]*data-slide="/g)].length;
    expect(inHtml).toBeGreaterThan(10);
    expect([pages.length, slideCountIn(text(id, 'deck.md'))]).toEqual([inHtml, inHtml]);
    expect(pages.every(({ width, height }) => Math.round(width) === 960 && Math.round(height) === 540)).toBe(true);
    expect([marked, String(info.Title).length > 5, outline.length > 0]).toEqual([true, true, true]);
  });

  it('names the language of each lesson', () => {
    expect(text('mdma-serotonine', 'deck.html')).toContain('<html lang="nl"');
    expect(text('fourier-series', 'deck.html')).toContain('<html lang="en"');
  });

  it('has nothing to do the second time, and puts back what was lost', async () => {
    const before = readFileSync(at('fourier-series', 'deck.pdf'));
    const again = await lectern(project.root, ['build']);
    expect([again.code, again.out]).toEqual([0, expect.stringContaining('0 built, 2 unchanged')]);
    rmSync(at('fourier-series', 'deck.pdf'));
    expect((await lectern(project.root, ['build'])).code).toBe(0);
    expect(readFileSync(at('fourier-series', 'deck.pdf')).equals(before)).toBe(true);
  });

  it('gives the same bytes without what it kept', async () => {
    const names = ids.flatMap((id) =>
      ['deck.html', 'deck.pdf', 'deck.md', 'coverage.html'].map((name) => [id, name] as const),
    );
    const before = names.map((name) => readFileSync(at(...name)));
    const again = await lectern(project.root, ['build', '--no-cache', '--jobs', '1'], {
      TZ: 'Pacific/Auckland',
      LC_ALL: 'C',
    });
    expect(again.code).toBe(0);
    expect(names.filter((name, i) => !before[i]?.equals(readFileSync(at(...name))))).toEqual([]);
  }, 120_000);

  it('goes on when one lesson is broken', async () => {
    const file = join(project.root, 'lessons/fourier-series/lesson.yaml');
    const good = readFileSync(file, 'utf8');
    writeFileSync(file, `${good}\n__proto__: { x: 1 }\n`);
    rmSync(at('mdma-serotonine', 'deck.md'));
    const broken = await lectern(project.root, ['build', '--format', 'md']);
    writeFileSync(file, good);
    expect(broken.code).toBe(1);
    expect(broken.err).toContain('lessons/fourier-series/lesson.yaml:');
    expect(existsSync(at('mdma-serotonine', 'deck.md'))).toBe(true);
  }, 120_000);
});
