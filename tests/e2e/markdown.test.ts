import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Marp } from '@marp-team/marp-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { copyOfLessons, lectern } from '../support/cli.ts';

const ids = ['mdma-serotonine', 'fourier-series'] as const;
const project = copyOfLessons(...ids);
beforeAll(async () => {
  const run = await lectern(project.root, ['build', '--format', 'md,html', '--no-check']);
  if (run.code !== 0) throw new Error(run.err);
}, 120_000);
afterAll(() => project.remove());

const words = (html: string): string =>
  html
    .replace(/<(style|svg|math|script|annotation)\b[^]*?<\/\1>|<[^>]*>/g, ' ')
    .replace(/&[a-z0-9#]+;/gi, ' ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

describe.each(ids)('deck.md of %s in Marp with its default settings', (id) => {
  const folder = join(project.root, 'output', id);
  const read = () => readFileSync(join(folder, 'deck.md'), 'utf8');
  const render = () => new Marp({ script: false, inlineSVG: false }).render(read(), { htmlAsArray: true });

  it('has the slides, titles and classes of the deck', () => {
    const html = readFileSync(join(folder, 'deck.html'), 'utf8');
    const ours = html.match(/<section [^>]*data-slide[^]*?<\/section>/g) ?? [];
    const theirs = render().html;
    expect(theirs).toHaveLength(ours.length);
    theirs.forEach((section, i) => {
      const title = words(/<h[123][^>]*>([^]*?)<\/h[123]>/.exec(ours[i] ?? '')?.[1] ?? '');
      expect(words(section).replaceAll(' ', '')).toContain(title.replaceAll(' ', ''));
      const [layout = '?'] = /data-layout="([^"]*)"/.exec(ours[i] ?? '')?.slice(1) ?? [];
      expect(/ class="([^"]*)"/.exec(section)?.[1]?.split(' ')).toContain(layout);
    });
  });

  it('finds its pictures beside it, and nothing elsewhere', () => {
    const { html, css } = render();
    const sources = [...html.join('').matchAll(/<img[^>]* src="([^"]*)"/g)].map((match) => match[1] ?? '');
    expect(sources.length).toBeGreaterThan(0);
    for (const src of sources) expect([src, existsSync(join(folder, src))]).toEqual([src, true]);
    expect(
      css
        .match(/@import[^;]*|url\((?!["']?(?:data:|assets\/|#))[^)]*\)/g)
        ?.filter((one) => !one.includes('cdn.jsdelivr.net/npm/katex')) ?? [],
    ).toEqual([]);
  });

  it('says its formulas in words', () => {
    const formulas =
      read()
        .replace(/<!--[^]*?-->/g, '')
        .match(/^\$\$$|(?<!\\)\$[^$\n]+\$/gm) ?? [];
    const { html } = new Marp({ script: false, inlineSVG: false, html: true }).render(read(), { htmlAsArray: true });
    const said = [...html.join('').matchAll(/role="math" aria-label="([^"]+)"/g)].map((match) => match[1] ?? '');
    const blocks = formulas.filter((one) => one === '$$').length / 2;
    expect(said).toHaveLength(formulas.length - blocks);
    expect(said.filter((words) => /[\\{}^_]/.test(words))).toEqual([]);
  });

  it('carries the notes as presenter notes', () => {
    const { comments } = render();
    expect(comments.filter((slide) => slide.length > 0).length).toBeGreaterThan(5);
  });
});
