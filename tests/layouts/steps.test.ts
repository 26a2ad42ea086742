import { describe, expect, it } from 'vitest';
import { isObject } from '../../src/base/index.ts';
import type { LayoutDefinition } from '../../src/parse/index.ts';
import { examplesOf, layouts, makeDecks } from './support.ts';

/** Layouts that show one thing, or lists that are no sequence: the agenda, the sources. */
const whole = [
  'agenda',
  'break',
  'chart',
  'closing',
  'code',
  'credits',
  'full-bleed',
  'glossary',
  'image',
  'references',
  'section',
  'title',
];

const stepping = layouts.filter(({ name }) => !whole.includes(name));

async function slideWithSteps(layout: LayoutDefinition, steps: boolean) {
  const [normal] = examplesOf(layout);
  if (!normal) throw new Error(layout.name);
  const { made, found } = await makeDecks([{ ...normal, slide: { ...normal.slide, steps } }], { size: '16:9' });
  expect(found).toEqual([]);
  const slide = made[0]?.deck.slides.find((one) => one.layout === layout.name);
  if (!slide) throw new Error(layout.name);
  return { slide, fields: normal.slide };
}

const numbersIn = (html: string): readonly number[] =>
  [...html.matchAll(/ data-step="(\d+)"/g)].map((match) => Number(match[1]));

describe.each(stepping.map((layout) => [layout.name, layout] as const))('steps in %s', (_, layout) => {
  it('number its parts from one, without a gap', async () => {
    const { slide } = await slideWithSteps(layout, true);
    const numbers = numbersIn(slide.html);
    expect(numbers.length).toBeGreaterThan(0);
    expect([...new Set(numbers)].sort((a, b) => a - b)).toEqual(Array.from({ length: slide.steps }, (_, i) => i + 1));
  });

  it('change nothing but when parts appear', async () => {
    const [on, off] = [await slideWithSteps(layout, true), await slideWithSteps(layout, false)];
    const bare = (html: string): string => html.replaceAll(/ data-steps?="\d+"| id="[^"]*"|<!--.*?-->/g, '');
    const words = (html: string): string =>
      bare(html)
        .replaceAll(/<[^>]*>/g, ' ')
        .replaceAll(/\s+/g, ' ');
    expect(words(on.slide.html)).toBe(words(off.slide.html));
  });
});

describe('lists', () => {
  it('have a step for each item', async () => {
    for (const layout of stepping) {
      const { slide, fields } = await slideWithSteps(layout, true);
      const lists = Object.values(fields).filter(
        (value) => Array.isArray(value) && value.every((item) => typeof item === 'string' || isObject(item)),
      );
      const longest = Math.max(0, ...lists.map((list) => (Array.isArray(list) ? list.length : 0)));
      const isEnough = slide.steps >= Math.min(longest, 2) || ['quiz', 'matrix'].includes(layout.name);
      expect(isEnough, layout.name).toBe(true);
    }
  });
});

describe('blocks', () => {
  it('make a step of each paragraph, list item and code block', async () => {
    const layout = layouts.find(({ name }) => name === 'statement');
    const [normal] = layout ? examplesOf(layout) : [];
    if (!normal) throw new Error('no statement');
    const body = 'First.\n\n- one\n- two\n\n```js\na();\n\nb();\n```\n\nLast.';
    const slide = { layout: 'statement', title: 'Steps', steps: true, body };
    const { made } = await makeDecks([{ ...normal, slide }], { size: '16:9' });
    const [shown] = made[0]?.deck.slides ?? [];
    expect(shown?.steps).toBe(5);
    expect(numbersIn(shown?.html ?? '')).toEqual([1, 2, 3, 4, 5]);
  });
});
