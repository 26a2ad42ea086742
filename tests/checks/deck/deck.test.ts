import { describe, expect, it } from 'vitest';
import type { CheckContext } from '../../../src/checks/index.ts';
import { headingOrderCheck } from '../../../src/checks/deck/heading-order.ts';
import { textOf } from '../../../src/checks/deck/markup.ts';
import { attributeOf, htmlPieces } from '../../../src/text/index.ts';
import { wordsCheck, wordsOn } from '../../../src/checks/deck/words.ts';
import { cleanSlide, find, outlineOf } from '../outline/support.ts';

const words = (count: number): string => Array.from({ length: count }, () => 'word').join(' ');

describe('slide/words', () => {
  it('counts the visible words of a slide', async () => {
    const full = { ...cleanSlide, id: 'full', title: 'This slide has many words', body: words(70) };
    const [finding] = await find(wordsCheck, outlineOf([full]));
    expect(finding).toMatchObject({ code: 'slide/words', message: 'Slide "full" has 75 words; 60 are enough.' });
    expect(finding?.source).toBe('This slide has many words');
    expect(await find(wordsCheck, outlineOf([full]), { options: { 'slide/words': { limit: 80 } } })).toEqual([]);
  });

  it('leaves out notes, sources, code and numbers', async () => {
    const slide = {
      ...cleanSlide,
      id: 'code',
      layout: 'code',
      title: 'The code is short enough',
      body: undefined,
      code: words(90),
      language: 'text',
      notes: words(200),
    };
    expect(await find(wordsCheck, outlineOf([slide]))).toEqual([]);
    expect(
      wordsOn({
        html: '<p>12 3,5 one two-three a <cite>Not me</cite></p><svg><title>not me</title><text>voor-</text><text>zetten</text></svg>',
      }),
    ).toBe(3);
  });
});

describe('slide/heading-order', () => {
  it('finds headings that skip a level', async () => {
    const html = '<section><h2>First</h2><h5>Deep</h5></section>';
    const deck = { slides: [{ id: 'deep', html }] };
    const found = await headingOrderCheck.run({ deck } as unknown as CheckContext);
    expect(found.map(({ code }) => code)).toEqual(['slide/heading-order']);
  });

  it('lets a deck without title slide begin with level 2', async () => {
    expect(await find(headingOrderCheck, outlineOf([cleanSlide]))).toEqual([]);
  });

  it('lets a deck with a title pass', async () => {
    expect(
      await find(headingOrderCheck, {
        ...outlineOf([]),
        sections: [{ title: 'S', slides: [{ layout: 'title' }, cleanSlide] }],
      }),
    ).toEqual([]);
  });
});

describe('reading HTML', () => {
  it('keeps nesting, entities and attributes with angle brackets', () => {
    const html = '<div title="a > b"><p>One &amp; two&#33;</p><div class="foot"><div>gone</div></div><br/>three</div>';
    expect(textOf(html, (tag) => attributeOf(tag, 'class')?.includes('foot') === true)).toBe('One & two! three');
    expect(htmlPieces('<br><img src="x">').every((piece) => piece.kind === 'open' && piece.empty)).toBe(true);
  });
});
