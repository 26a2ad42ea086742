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

  it.each<[html: string, pieces: readonly string[]]>([
    ['<P CLASS=a>A</P >', ['open p[class=a] <P CLASS=a>', 'text A', 'close p </P >']],
    ['<a b=1 b=2 c>', ['open a[b=1][b=2][c=] <a b=1 b=2 c>']],
    ['<br><img src="a>b"/><i/>', ['empty br[] <br>', 'empty img[src=a>b] <img src="a>b"/>', 'empty i[] <i/>']],
    ['a<b', ['text a', 'other <b']],
    ['a<b c="', ['text a', 'other <b c="']],
    ['a</p', ['text a', 'other </p']],
    ['<b></', ['open b[] <b>', 'text </']],
    ['a &am', ['text a &am']],
    ['<a></a ', ['open a[] <a>', 'close a </a ', 'text  ']],
    ['</p x>y', ['close p </p x>', 'text y']],
    ['<!-- a > b -->c', ['other <!-- a > b -->', 'text c']],
    ['<!-- a', ['other <!-- a']],
    ['<!x><?y?>z', ['other <!x>', 'other <?y?>', 'text z']],
    ['<title>a <b> &lt;</title>c', ['open title[] <title>', 'text a <b> <', 'close title </title>', 'text c']],
    ['<style>a{}</b></style>', ['open style[] <style>', 'text a{}</b>', 'close style </style>']],
    ['<svg><title><b></title></svg>', ['open svg[] <svg>', 'open title[] <title>', 'open b[] <b>', 'close title </title>', 'close svg </svg>']],
    ['<SVG/><title><b></title>', ['empty svg[] <SVG/>', 'open title[] <title>', 'text <b>', 'close title </title>']],
    ['<math><![CDATA[<b>]]></math><![CDATA[x]]>', ['open math[] <math>', 'other <![CDATA[<b>]]>', 'close math </math>', 'other <![CDATA[x]]>']],
    ['</svg></math><svg><![CDATA[>]]>', ['close svg </svg>', 'close math </math>', 'open svg[] <svg>', 'other <![CDATA[>]]>']],
    ['a &amp &notit; &#x1F600; &#0; b', ['text a & ¬it; 😀 � b']],
    ['<a b="&quot;&#62;" c=\'"\' d=&lt>', ['open a[b=">][c="][d=<] <a b="&quot;&#62;" c=\'"\' d=&lt>']],
  ])('of %s are what a browser reads', (html, pieces) => {
    const told = htmlPieces(html).map((piece) => {
      const written = html.slice(piece.start, piece.end);
      if (piece.kind === 'text') return `text ${piece.text}`;
      if (piece.kind === 'other') return `other ${written}`;
      if (piece.kind === 'close') return `close ${piece.name} ${written}`;
      const attributes = piece.attributes.map(({ name, value }) => `[${name}=${value}]`).join('');
      return `${piece.empty ? 'empty' : 'open'} ${piece.name}${attributes || '[]'} ${written}`;
    });
    expect(told).toEqual(pieces);
  }); // prettier-ignore

  it('are replaced where they stand, and no others', () => {
    const html = 'a<b>c</b>d<b>e</b>';
    const bold = (by: string) =>
      replacePieces(html, (piece) => (piece.kind === 'open' && piece.name === 'b' ? by : undefined));
    expect(bold('<i>')).toBe('a<i>c</b>d<i>e</b>');
    expect(bold('')).toBe('ac</b>de</b>');
    expect(replacePieces('<b>x', () => '')).toBe('');
    expect(replacePieces('', () => 'x')).toBe('');
    const [open] = htmlPieces('<b x="">');
    expect(open?.kind === 'open' && [attributeOf(open, 'x'), attributeOf(open, 'y')]).toEqual(['', undefined]);
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
          expect(start).toBe(at);
          expect(end).toBeGreaterThan(start);
          at = end;
        }
        expect(at).toBe(html.length);
        expect(replacePieces(html, () => undefined)).toBe(html);
      }),
    );
  });
});
