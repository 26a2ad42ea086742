import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { Marp } from '@marp-team/marp-core';
import { describe, expect, it } from 'vitest';
import { blockMarkdown, escapeText, inlineMarkdown, plainText } from '../../src/compose/text/index.ts';

const host = { picture: (src: string) => `assets/${src}`, drawing: () => 'assets/drawing.svg', use: () => undefined };
const reader = new MarkdownIt({ html: true, linkify: false });
const marp = new Marp({
  html: true,
  script: false,
  inlineSVG: false,
  slug: false,
  math: false,
  emoji: { unicode: false, shortcode: false },
  markdown: { breaks: false, linkify: false },
});

const decode = (html: string): string =>
  html
    .replace(/<br ?\/?>/g, ' ')
    .replace(/<[^<>]*>/g, '')
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)))
    .replace(/&quot;/g, '"')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&nbsp;/g, ' ')
    .replace(/&amp;/g, '&');

const squeeze = (text: string): string => text.replace(/[\s\ufffd]+/g, '');

/** Text that looks for trouble: Markdown, HTML and Marp syntax mixed with ordinary words. */
const nasty = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary', maxLength: 8 }),
      fc.constantFrom(
        ...[
          '---',
          '\n',
          '\n\n',
          '***',
          '<!-- _class: x -->',
          '<script>alert(1)</script>',
          '```',
          '~~~',
          '# ',
          '> ',
          '- ',
          '1. ',
          '1) ',
          '| a | b |',
          '|---|---|',
        ],
        ...[
          '[a](javascript:x)',
          '![bg](x)',
          '<svg onload=x>',
          '$x$',
          '$$',
          '&lt;',
          '&#x2d;',
          '\\',
          '`',
          ':smile:',
          '*',
          '**',
          '_',
          '<b>',
          '</section>',
          '    ',
          '\t',
          '=',
          '===',
          'woord',
          '{{x}}',
          '5-HT',
          'é',
          '\u202e',
          '\ud800',
          '\0',
        ],
      ),
    ),
    { maxLength: 14 },
  )
  .map((parts) => parts.join(''));

describe('escapeText', () => {
  it('shows any text as itself, in Markdown, in an HTML block and in an attribute', () => {
    fc.assert(
      fc.property(nasty, (text) => {
        const written = escapeText(text);
        const expected = squeeze(text.toWellFormed().replace(/[\u0000-\u001f\u007f\ufffe\uffff\u2028\u2029]/g, ''));
        expect(squeeze(decode(reader.render(`x ${written}`)))).toBe(`x${expected}`);
        expect(squeeze(decode(reader.render(`<div title="${written}">${written}</div>`)))).toBe(expected);
      }),
      { numRuns: 400 },
    );
  });
  it('stays one paragraph at the start of a line', () => {
    fc.assert(
      fc.property(nasty, (text) => {
        const written = escapeText(text);
        if (written.trim() === '') return;
        expect(reader.render(written)).toMatch(/^<p>[^]*<\/p>\n$/);
      }),
      { numRuns: 400 },
    );
  });
});

const forbidden = /<(script|svg|iframe|section|style|base|meta|object|embed)\b|\son\w+=|javascript:/i;

describe.each([
  ['inlineMarkdown', inlineMarkdown],
  ['blockMarkdown', blockMarkdown],
])('%s', (_, write) => {
  it('neither adds a slide nor changes a class nor lets markup through', () => {
    fc.assert(
      fc.property(fc.array(nasty, { minLength: 20, maxLength: 20 }), (texts) => {
        const slides = texts.map(
          (text) => `<!-- _class: a -->\n\n# t\n\n<div class="b">\n\n${write(text, host)}\n\n</div>`,
        );
        const sections = marp.render(slides.join('\n\n---\n\n'), { htmlAsArray: true }).html;
        expect(sections).toHaveLength(texts.length);
        for (const section of sections) {
          expect(section).toMatch(/^<section[^>]* class="a"/);
          const tags = section.replace(/^<section[^>]*>|<\/section>\s*$/g, '').match(/<[^<>]*>/g) ?? [];
          expect(tags.filter((tag) => forbidden.test(tag))).toEqual([]);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('Markdown in lesson text', () => {
  const words = fc.array(
    fc.constantFrom(
      'een',
      'twee',
      '**vet**',
      '*schuin*',
      '`code`',
      '5-HT',
      '(**x**)',
      '"**y**"',
      '**a**b',
      '~~weg~~',
      '[link](https://e.org)',
    ),
    { minLength: 1, maxLength: 8 },
  );
  it('means the same after it has been written', () => {
    const plain = new MarkdownIt({ html: false });
    const same = (html: string): string =>
      html
        .replace(/<(\/?)strong>/g, '<$1b>')
        .replace(/<(\/?)em>/g, '<$1i>')
        .replace(/<\/?p>|\n/g, '')
        .replace(/&quot;/g, '"');
    fc.assert(
      fc.property(words, fc.boolean(), (parts, spaced) => {
        const text = parts.join(spaced ? ' ' : '');
        expect(same(reader.render(inlineMarkdown(text, host)))).toBe(same(plain.render(text)));
      }),
      { numRuns: 300 },
    );
  });
  it('keeps lists, tables, code and quotations', () => {
    const text =
      '- a\n- b\n  - c\n\n1. x\n2. y\n\n| h | i |\n|---|---|\n| `a|b` | **c** |\n\n> q\n\n```js\nlet a = "---"\n```';
    const html = reader.render(blockMarkdown(text, host));
    expect(html.match(/<li>/g)).toHaveLength(5);
    expect(html).toContain('<blockquote>');
    expect(html).toContain('<table>');
    expect(html).toContain('<code class="language-js">');
  });
  it('has sub- and superscript, and no HTML', () => {
    expect(inlineMarkdown('H~2~O x^2^ <font>x</font>', host)).toBe(
      'H<sub>2</sub>O x<sup>2</sup> &lt;font&gt;x&lt;/font&gt;',
    );
    expect(plainText('**H~2~O** [a](b) `c`')).toBe('H2O a c');
  });
});
