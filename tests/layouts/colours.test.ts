import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { contrast } from '../../src/checks/layout/contrast.ts';
import { variants } from '../../src/pages/gallery/index.ts';
import { packageRoot } from '../support/files.ts';
import { makePool } from './support.ts';

const theme = (name: string): string => readFileSync(join(packageRoot, 'templates/themes/lectern', name), 'utf8');

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
  ...['neutral', 'positive', 'negative', 'accent'].flatMap((tone) => [
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

type Rgb = readonly [number, number, number];

/** Red, green and blue of `rgb(…)` or `color(srgb …)`. */
function parse(color: string): Rgb {
  const numbers = [...color.matchAll(/[\d.]+/g)].map((match) => Number(match[0]));
  const [red = 0, green = 0, blue = 0] = color.startsWith('color(srgb') ? numbers.map((part) => part * 255) : numbers;
  return [red, green, blue];
}

describe('the colours of the theme', () => {
  it.each(variants)('can be read in the variant %s', async (variant) => {
    await using pool = makePool();
    const names = [...new Set(pairs.flat())];
    const html = `<!doctype html><title>x</title><style>${theme('tokens.css')}${theme('variants.css')}</style><section class="${variant}">${names
      .map((name) => `<p data-name="${name}" style="color: var(--${name})">x</p>`)
      .join('')}</section>`;
    const read = await pool.run('colours', async (page) => {
      await page.load(html);
      return page.evaluate<[string, string][]>(
        `[...document.querySelectorAll('p')].map((p) => [p.dataset.name, getComputedStyle(p).color])`,
      );
    });
    if (!read.ok) throw new Error(read.diagnostics[0]?.message);
    const colours = new Map(read.value.map(([name, colour]) => [name, parse(colour)]));
    const least = variant === 'contrast' ? 7 : 4.5;
    const weak = pairs.flatMap(([ink, ground]) => {
      const [a, b] = [colours.get(ink), colours.get(ground)];
      const ratio = a && b ? contrast(a, b) : 0;
      return ratio >= least ? [] : [`${ink} on ${ground}: ${ratio.toFixed(2)}`];
    });
    expect(weak).toEqual([]);
  });
});
