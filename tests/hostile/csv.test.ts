import { Marp } from '@marp-team/marp-core';
import { afterAll, describe, expect, it } from 'vitest';
import { DomParser } from '../support/dom.ts';
import { slideCountIn } from '../support/marp.ts';
import { kitFrom, lessonOf } from '../support/pipeline.ts';

const dom = new DomParser();
afterAll(() => dom[Symbol.asyncDispose]());

const cells = [
  '<script>a()</script>',
  '<img src=x onerror=a()>',
  '</text><script>a()</script>',
  '</section><section>',
  '--> <b onclick=a()>',
  '<!-- _class: x -->',
  ']]><script>a()</script>',
  '![x](https://evil.example/x.png)',
  '[x](javascript:a())',
  '<style>@import url(https://evil.example)</style>',
  '---',
  '$\\href{javascript:a()}{x}$',
  '{{constructor}}',
  '| a | b |',
  '&lt;script&gt;a()&lt;/script&gt;',
];

const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;

describe('a cell of a CSV file is text, in the deck and in deck.md', () => {
  it.each(cells)('%s', async (cell) => {
    const csv = `name,${quoted(`value ${cell}`)}\n${quoted(`word ${cell}`)},1\nother,2\n`;
    const chart = {
      layout: 'chart',
      title: 'T',
      chart: { type: 'bar', x: 'name', y: `value ${cell}` },
      alt: 'A',
      data: 'd.csv',
    };
    const { made, files } = await kitFrom(lessonOf([chart]), { 'lessons/x/d.csv': csv });
    expect(made?.deck.slides).toHaveLength(1);
    const deck = files['deck.md'] ?? '';
    expect(slideCountIn(deck)).toBe(1);
    const page = await dom.parse(files['deck.html'] ?? '');
    expect([page.dangers, page.outside]).toEqual([[], []]);
    const { html } = new Marp({ script: false }).render(deck);
    const shown = await dom.parse(`<!doctype html><html><body>${html}</body></html>`);
    // Marp puts each slide into an element of its own, and the style of the deck into an attribute.
    expect(shown.dangers.filter((danger) => !danger.startsWith('<foreignObject width="1280"'))).toEqual([]);
    expect(shown.outside.filter((place) => !/^(?:section style=|img src=assets\/)/.test(place))).toEqual([]);
    expect([page.scripts, shown.scripts]).toEqual([2, 0]);
    expect(html).not.toMatch(/<[^>]*url\(\s*["']?https?:/i);
    for (const [path, text] of Object.entries(files).filter(([name]) => name.endsWith('.svg')))
      expect((await dom.parse(text)).dangers, path).toEqual([]);
    expect(files['deck.html']).toContain('word');
  });
});
