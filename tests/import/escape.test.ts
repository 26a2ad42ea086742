import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { plainText } from '../../src/compose/index.ts';
import { asInline, asLinkText, asMarkdown, asYaml, flow, startOfLine } from '../../src/import/escape.ts';
import { markdownReader } from '../../src/text/index.ts';

const reader = markdownReader();
/** Words, escaped signs, and what is shown as it is written and only told. */
const shown = new Set(['text', 'text_special', 'raw_mark']);
/** The kinds of what a text holds beside words, in order. */
const kindsIn = (markdown: string): readonly string[] =>
  reader
    .parse(markdown, {})
    .flatMap((token) => (token.children ? token.children.map(({ type }) => type) : [token.type]))
    .filter((type) => !shown.has(type));

const sign = fc.constantFrom(
  ...'\\ ` * ** _ [ ] ( ) < > $ $$ ~ ~~ ^ | { } & &amp; &#65; == === ! :smile: : ::: :::note - + # ## 1. 12) 1234567890. --- > http://a.example www.a.example [x](y) ![x](y) <b> <!-- --> [^1] :x: .class {#id} a b 5 é 語 \u00a0'.split(
    ' ',
  ),
  ' ',
  '  ',
);
const anyText = fc.oneof(
  fc.array(sign, { maxLength: 12 }).map((signs) => signs.join('')),
  fc.string({ unit: 'grapheme', maxLength: 30 }),
);
const folded = (text: string): string => text.replace(/\s+/g, ' ').trim();

describe('text as Markdown', () => {
  it.each([
    ['a  \n\t b', 'a b'],
    ['\\ ` * _ [ ] < > $ ~ ^ | { } &', '\\\\ \\` \\* \\_ \\[ ] \\< \\> \\$ \\~ \\^ \\| \\{ \\} \\&'],
    ['a == b === c', 'a \\=\\= b \\=\\=\\= c'],
    ['a = b', 'a = b'],
    [':smile: 12:30 a: b', '\\:smile: 12:30 a: b'],
    ['x:Big1+-:', 'x\\:Big1+-:'],
    ['as [12] says', 'as \\[12] says'],
    ['- # 1. are signs at the start only - # 1.', '- # 1. are signs at the start only - # 1.'],
  ])('%j in a line is %j', (text, written) => {
    expect(asInline(text)).toBe(written);
  });

  it.each([
    ['- a', '\\- a'],
    ['-', '\\-'],
    ['+ a', '\\+ a'],
    ['# a', '\\# a'],
    ['::: a', '\\::: a'],
    [':: a', '\\:: a'],
    [': a', '\\: a'],
    ['=== a', '\\=\\=\\= a'],
    ['= a', '= a'],
    ['1. a', '1\\. a'],
    ['123456789) a', '123456789\\) a'],
    ['1234567890. a', '1234567890. a'],
    ['1.', '1\\.'],
    ['1.5 mg', '1.5 mg'],
    ['a - b', 'a - b'],
  ])('%j by itself is %j', (text, written) => {
    expect(asMarkdown(text)).toBe(written);
  });

  it.each([
    ['- a', '\\- a'],
    ['-', '\\-'],
    ['+ a', '\\+ a'],
    ['+', '\\+'],
    ['-5 mV', '-5 mV'],
    ['+5 mV', '+5 mV'],
    ['---', '\\---'],
    ['## a', '\\## a'],
    ['######', '\\######'],
    ['#a', '#a'],
    ['::: note', '\\::: note'],
    [': a', '\\: a'],
    [':', '\\:'],
    [':a', ':a'],
    ['==marked== words', '==marked== words'],
    ['12. a', '12\\. a'],
    ['12)', '12\\)'],
    ['12.5', '12.5'],
    ['1234567890) a', '1234567890) a'],
    ['a - b # c', 'a - b # c'],
    ['**bold** stays', '**bold** stays'],
  ])('a line of Markdown that begins with %j is %j', (line, written) => {
    expect(startOfLine(line)).toBe(written);
  });

  it('shows just this text, with no other meaning, alone and in a line (property)', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const well = text.toWellFormed();
        fc.pre(!/[\u0000-\u001f\u007f\ufffe\uffff\u2028\u2029]/.test(well));
        expect(plainText(`x ${asInline(well)} y`)).toBe(folded(`x ${well} y`));
        expect(plainText(asMarkdown(well))).toBe(folded(well));
        expect(plainText(`[${asLinkText(well)}](<http://a.example>)`)).toBe(folded(well));
        expect(kindsIn(asMarkdown(folded(well)))).toEqual(
          folded(well) === '' ? [] : ['paragraph_open', 'paragraph_close'],
        );
      }),
      { numRuns: 300 },
    );
  });
});

describe('values as YAML', () => {
  it.each([
    ['a: b # c', '"a: b # c"'],
    ['a\n\tb', '"a\\n\\tb"'],
    ['${title}', '"\\\\${title}"'],
    ['$ {', '"$ {"'],
    ['a\u0000b\u001f\u000c', '"a\ufffdb\ufffd\ufffd"'],
    ['\ufffe\uffff\ud800', '"\ufffd\ufffd\ufffd"'],
    ['\u007f\u0085\u009f\u2028\u2029\ufeff', '"\\u007f\\u0085\\u009f\\u2028\\u2029\\ufeff"'],
    ['\u00a0é語😀', '"\u00a0é語😀"'],
  ])('%j is %s', (text, written) => {
    expect(asYaml(text)).toBe(written);
  });

  it('a value in one line is read as it was (property)', () => {
    const leaf = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 12 }).map((text) => text.toWellFormed()),
      fc.integer(),
      fc.boolean(),
      fc.constant(null),
      fc.constantFrom('yes', 'null', '~', '1', '!!x', '&a', '*a', '- a', '', ' '),
    );
    const key = fc.constantFrom('a', 'b', 'lang', 'at-1');
    const { tree } = fc.letrec((tie) => ({
      tree: fc.oneof({ depthSize: 'small' }, leaf, tie('list'), tie('map')),
      list: fc.array(tie('tree'), { maxLength: 3 }),
      map: fc.dictionary(key, tie('tree'), { maxKeys: 3 }),
    }));
    const read = (value: unknown): unknown =>
      typeof value !== 'string'
        ? value
        : value.replace(/\$\{/g, '\\${').replace(/[\u0000-\u0008\u000b-\u001f\ufffe\uffff]/g, '\ufffd');
    fc.assert(
      fc.property(tree, (value) => {
        const written = flow(value);
        expect(written).not.toMatch(/[\n\u0085\u2028\u2029]/);
        expect(parse(written)).toEqual(JSON.parse(JSON.stringify(value), (_, item: unknown) => read(item)));
      }),
      { numRuns: 300 },
    );
  });
});
