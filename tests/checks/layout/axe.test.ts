import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { staticHtml } from '../../../src/formats/html/index.ts';
import { startBrowser } from '../../player/browser.ts';
import { freeLayout } from '../seeded/look.ts';
import { layOutLesson, outlineOf, type Outline } from './support.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Colours of text and box; about half of the pairs are too close for text of this size. */
const colors = [
  '#111111',
  '#444444',
  '#767676',
  '#949494',
  '#a8a8a8',
  '#c8c8c8',
  '#e4e4e4',
  '#ffffff',
  '#0a5c6e',
  '#b53d12',
  '#8a6508',
];
const pairs = colors.flatMap((ink) => colors.filter((paper) => paper !== ink).map((paper) => ({ ink, paper })));
const sizes = [18, 24] as const;

const seeds = pairs.map(({ ink, paper }, i) => ({
  id: `pair-${i}`,
  kind: `pair-${i}`,
  ink,
  paper,
  size: sizes[i % 2] ?? 18,
  alpha: i % 3 === 0 ? 0.8 : 1,
}));
const style = seeds
  .map(
    ({ kind, ink, paper, size, alpha }) =>
      `section.free .${kind} .box { color: color-mix(in srgb, ${ink} ${alpha * 100}%, transparent); background: ${paper}; font-size: ${size}px; }`,
  )
  .join('\n');

/** Nothing but the box: axe does not judge text that another element touches. */
const bare = 'section.free :is(.ornament, .unseen) { display: none; } section.free .box { padding: 12px; }';

describe('contrast', () => {
  it('agrees with axe-core on plain backgrounds', async () => {
    const slides = seeds.map(({ id, kind }): Outline => ({
      id,
      layout: 'free',
      title: 'Colours',
      kind,
      body: 'Words to read',
    }));
    const { made, diagnostics } = await layOutLesson(outlineOf(slides), {
      ...freeLayout,
      'templates/layouts/free/style.css': `${freeLayout['templates/layouts/free/style.css'] ?? ''}\n${bare}\n${style}`,
    });
    const ours = diagnostics
      .filter((finding) => finding.code === 'slide/contrast')
      .map((finding) => /"(pair-\d+)"/.exec(finding.message)?.[1] ?? '');

    const browser = await startBrowser();
    try {
      const page = await browser.newPage();
      await page.setContent(
        staticHtml(made.deck, made.deck.title).replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, ''),
      );
      await page.evaluate(axe);
      const theirs = (await page.evaluate(
        `axe.run('.box p', { runOnly: ['color-contrast'] }).then(({ violations }) => violations.flatMap(({ nodes }) => nodes.map(({ target }) => document.querySelector(target[0]).closest('section').dataset.slide)))`,
      )) as readonly string[];
      expect(theirs.length).toBeGreaterThan(20);
      expect([...ours].sort()).toEqual([...theirs].sort());
    } finally {
      await browser.close();
    }
  });
});
