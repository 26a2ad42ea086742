import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attributeOf, htmlPieces, replacePieces } from '../../src/text/index.ts';

const kinds = (html: string): readonly string[] =>
  htmlPieces(html).map((piece) => `${piece.kind} ${html.slice(piece.start, piece.end)}`);

describe('the pieces of HTML', () => {
  it('stand where they stand in the text, and together are all of it', () => {
    const html =
      '<!doctype html><p class="a &amp; b" hidden data-x=1>5 &lt; 6 &#x41;<br/>c</p><!-- x --><svg><title>t &gt; u</title></svg>';
    expect(kinds(html)).toEqual([
      'other <!doctype html>',
      'open <p class="a &amp; b" hidden data-x=1>',
      'text 5 &lt; 6 &#x41;',
      'open <br/>',
      'text c',
      'close </p>',
      'other <!-- x -->',
      'open <svg>',
      'open <title>',
      'text t &gt; u',
      'close </title>',
      'close </svg>',
    ]);
    const [, open, text] = htmlPieces(html);
    expect(open?.kind === 'open' && [attributeOf(open, 'class'), attributeOf(open, 'hidden')]).toEqual(['a & b', '']);
    expect(text?.kind === 'text' && text.text).toBe('5 < 6 A');
    const places = open?.kind === 'open' ? open.attributes.map(({ start, end }) => html.slice(start, end)) : [];
    expect(places).toEqual(['class="a &amp; b"', 'hidden', 'data-x=1']);
  });

  it('cover any text without gaps (property)', () => {
    const bit = fc.constantFrom(
      ...'<a >|</a>|<img src="x"|"|\'|&amp;|&|<!--|-->|<|>|text|/|=|<svg>|</svg>|<b'.split('|'),
    );
    fc.assert(
      fc.property(fc.array(bit, { maxLength: 20 }), (bits) => {
        const html = bits.join('');
        let at = 0;
        for (const { start, end } of htmlPieces(html)) {
          expect(start).toBeGreaterThanOrEqual(at);
          expect(end).toBeGreaterThan(start);
          at = end;
        }
        expect(at).toBeLessThanOrEqual(html.length);
        expect(replacePieces(html, () => undefined)).toBe(html);
      }),
    );
  });
});
