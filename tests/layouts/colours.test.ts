import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { contrast } from '../../src/checks/layout/contrast.ts';
import { variants } from '../../src/wire/index.ts';
import { packageRoot } from '../support/files.ts';
import type { BrowserPool } from '../../src/model/index.ts';
import { apart, sights, type Rgb } from './colour-sight.ts';
import { makePool, otherThemes } from './support.ts';

/** A style sheet of a theme; empty when the theme has none of this name. */
function sheet(theme: string, name: string): string {
  const file = join(packageRoot, 'templates/themes', theme, name);
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}

/** Text and the grounds it stands on. */
const pairs: readonly (readonly [ink: string, ground: string])[] = [
  ...['ink', 'muted', 'accent', 'tone-neutral', 'tone-positive', 'tone-negative'].flatMap((ink) =>
    ['paper', 'wash'].map((ground) => [ink, ground] as const),
  ),
  ...['human', 'animal', 'in-vitro', 'review', 'claim', 'legal'].flatMap((level) => [
    [`ev-${level}`, 'paper'] as const,
    [`ev-${level}`, `ev-${level}-soft`] as const,
    ['on-ev', `ev-${level}`] as const,
  ]),
  ...['neutral', 'positive', 'negative', 'accent', 'note', 'warning'].flatMap((tone) => [
    [`tone-${tone}`, `tone-${tone}-soft`] as const,
    ['ink', `tone-${tone}-soft`] as const,
  ]),
  ...[1, 2, 3, 4, 5].map((step) => [`on-heat-${step}`, `heat-${step}`] as const),
  ...[
    'foreground',
    'token-keyword',
    'token-string',
    'token-string-expression',
    'token-comment',
    'token-function',
    'token-constant',
    'token-parameter',
    'token-punctuation',
    'token-link',
  ].flatMap((name) =>
    ['marp-shiki-background', 'accent-soft'].map((ground) => [`marp-shiki-${name}`, ground] as const),
  ),
  ['on-accent', 'accent'],
  ['on-signal', 'signal'],
  ['on-stage', 'stage'],
  ['stage-muted', 'stage'],
];

/** Red, green and blue of `rgb(…)` or `color(srgb …)`. */
function parse(color: string): Rgb {
  const numbers = [...color.matchAll(/[\d.]+/g)].map((match) => Number(match[0]));
  const [red = 0, green = 0, blue = 0] = color.startsWith('color(srgb') ? numbers.map((part) => part * 255) : numbers;
  return [red, green, blue];
}

/** Shapes and the ground they stand on. */
const shapes = ['line-strong', 'shape-muted', 'accent', 'signal', ...[1, 2, 3, 4, 5, 6].map((n) => `series-${n}`)];
const palettes = [
  '',
  ...new Set([...sheet('lectern', 'palettes.css').matchAll(/palette-([a-z]+)/g)].map(([, name]) => name ?? '')),
];
const names = [...new Set([...pairs.flat(), ...shapes])];

/** The colours of a theme in a variant: of the theme itself and of each palette. */
async function coloursOf(pool: BrowserPool, theme: string, variant: string): Promise<ReadonlyMap<string, Rgb>> {
  const themes = theme === 'lectern' ? ['lectern'] : ['lectern', theme];
  const css = ['tokens.css', 'variants.css', 'palettes.css'].flatMap((part) => themes.map((one) => sheet(one, part)));
  const sections = palettes.map((palette) => {
    const texts = names.map((name) => `<p data-name="${palette} ${name}" style="color: var(--${name})">x</p>`);
    return `<section class="${variant}${palette && ` palette-${palette}`}">${texts.join('')}</section>`;
  });
  const html = `<!doctype html><title>x</title><style>${css.join('\n')}</style>${sections.join('')}`;
  const read = await pool.run('colours', async (page) => {
    await page.load(html);
    return page.evaluate<[string, string][]>(
      `[...document.querySelectorAll('p')].map((p) => [p.dataset.name, getComputedStyle(p).color])`,
    );
  });
  if (!read.ok) throw new Error(read.diagnostics[0]?.message);
  return new Map(read.value.map(([name, colour]) => [name, parse(colour)]));
}

/** Series that stand beside each other in a chart and look alike to somebody. */
function alike(colours: ReadonlyMap<string, Rgb>): readonly string[] {
  const neighbours = [1, 2, 3, 4].flatMap((n) => [1, 2, 3, 4].filter((m) => m > n).map((m) => [n, m] as const));
  return palettes.flatMap((palette) =>
    Object.entries(sights).flatMap(([sight, matrix]) =>
      neighbours.flatMap(([n, m]) => {
        const [a, b] = [colours.get(`${palette} series-${n}`), colours.get(`${palette} series-${m}`)];
        const distance = a && b ? apart(a, b, matrix) : 0;
        return distance >= leastApart ? [] : [`${palette} series ${n} and ${m}, ${sight}: ${distance.toFixed(1)}`];
      }),
    ),
  );
}

/** In hundredths of OKLab. */
const leastApart = 5;

describe.each(['lectern', ...otherThemes])('the colours of the theme %s', (theme) => {
  it.each(variants)('can be read in the variant %s, with every palette', async (variant) => {
    await using pool = makePool();
    const colours = await coloursOf(pool, theme, variant);
    const weak = (palette: string, ink: string, ground: string, least: number): readonly string[] => {
      const [a, b] = [colours.get(`${palette} ${ink}`), colours.get(`${palette} ${ground}`)];
      const ratio = a && b ? contrast(a, b) : 0;
      return ratio >= least ? [] : [`${palette} ${ink} on ${ground}: ${ratio.toFixed(2)}`];
    };
    const found = palettes.flatMap((palette) => [
      ...pairs.flatMap(([ink, ground]) => weak(palette, ink, ground, variant === 'contrast' ? 7 : 4.5)),
      ...shapes.flatMap((shape) => weak(palette, shape, 'paper', 3)),
    ]);
    expect(found).toEqual([]);
    expect(alike(colours)).toEqual([]);
  });
});
