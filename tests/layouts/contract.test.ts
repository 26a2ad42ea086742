import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BrowserPool } from '../../src/model/index.ts';
import { variants } from '../../src/wire/index.ts';
import { fieldRows } from '../../src/pages/gallery/index.ts';
import { longestExamples } from './longest.ts';
import { examplesOf, files, otherThemes, layOutDecks, layouts, makeDecks, makePool, type Found } from './support.ts';

const sizes = ['16:9', '4:3'] as const;
const told = (found: readonly Found[]): readonly string[] =>
  found.map(({ slide, code, message }) => `${slide}: ${code}: ${message}`);

describe.each(layouts.map((layout) => [layout.name, layout] as const))('layout %s', (name, layout) => {
  it('has its files; style.css may be missing when the theme is enough', () => {
    const found = files.list(`lectern:templates/layouts/${name}`).map((entry) => entry.name);
    expect(found).toEqual(expect.arrayContaining(['example.yaml', 'fields.yaml', 'layout.hbs']));
  });

  it('says what it is for and what each field means', () => {
    expect(layout.title).not.toBe('');
    expect(layout.description).toMatch(/\.$/);
    const silent = fieldRows(layout).filter((row) => !/[.[]/.test(row.name) && row.description === '');
    expect(silent.map((row) => row.name)).toEqual([]);
  });

  it('has a normal, a short and a long example', () => {
    const names = examplesOf(layout).map((example) => example.name);
    expect(names).toEqual(expect.arrayContaining(['normal', 'short', 'long']));
    expect(names[0]).toBe('normal');
  });
});

/**
 * Content that no layout holds: fourteen columns or sides, a unit or a label of 160 characters, a note of 700 characters
 * under a drawing at 4:3. It overflows with a finding.
 */
const beyond =
  /^(?:comparison-0-sides|comparison-4-sides-body-4x3|key-figure-2|table-0-head|table-3-rows|concept-map-\d-links-label|formula-3-note-4x3|(?:cascade|timeline)-4-note-4x3)/;

describe('all examples', () => {
  let pool: BrowserPool;
  beforeAll(() => {
    pool = makePool();
  });
  afterAll(() => pool[Symbol.asyncDispose]());

  it('come in Dutch and in English', () => {
    const languages = new Set(layouts.flatMap(examplesOf).map(({ lang }) => lang));
    expect([...languages].sort()).toEqual(['en', 'nl']);
  });

  it.each(sizes)('fit and can be read in every colour variant at %s', { timeout: 300_000 }, async (size) => {
    const { made, found } = await makeDecks(layouts.flatMap(examplesOf), { size });
    expect(told(found)).toEqual([]);
    for (const variant of variants) expect(told(await layOutDecks(pool, made, variant))).toEqual([]);
  });

  /** The other themes, each in one size here; `LECTERN_THEMES=all` tries them all in both sizes and every variant. */
  const isWhole = process.env.LECTERN_THEMES === 'all';
  it.each(
    otherThemes.flatMap((theme, i) =>
      (isWhole ? sizes : [sizes[i % 2] ?? '16:9']).map((size) => [theme, size] as const),
    ),
  )('fit and can be read in the theme %s at %s', { timeout: 300_000 }, async (theme, size) => {
    const { made, found } = await makeDecks(layouts.flatMap(examplesOf), { size, theme });
    expect(told(found)).toEqual([]);
    for (const variant of isWhole ? variants : (['light', 'dark'] as const))
      expect(told(await layOutDecks(pool, made, variant))).toEqual([]);
  });

  /** What was measured fits in the page. Text in drawings may be small: that is said when they are drawn. */
  it.each([
    ['16:9', 'nl'],
    ['4:3', 'en'],
  ] as const)('go on to next slides with far more content at %s in %s', { timeout: 600_000 }, async (size, lang) => {
    const normal = layouts.flatMap((layout) => examplesOf(layout).filter(({ name }) => name === 'normal'));
    const longest = normal.flatMap((example) => longestExamples(example, lang));
    expect(longest.length).toBeGreaterThan(120);
    const { made, found } = await makeDecks(longest, { size });
    expect(told(found.filter(({ code }) => code !== 'coverage/no-source'))).toEqual([]);
    const laidOut = await layOutDecks(pool, made, 'light');
    expect(told(laidOut.filter(({ slide, code }) => code !== 'slide/text-too-small' && !beyond.test(slide)))).toEqual(
      [],
    );
  });
});
