import { describe, expect, it } from 'vitest';
import { cleanText, escapeAttribute, escapeText, mathText } from '../../src/compose/text/index.ts';
import { escapeInline, escapeLineStart } from '../../src/compose/text/escape.ts';

describe('text that no document can hold', () => {
  it.each([
    ['a\r\nb\rc\u2028d\u2029e\nf', 'a\nb\nc\nd\ne\nf'],
    ['\u0000\u0008\u000b\u000c\u000e\u001f\u007f', '\ufffd'.repeat(7)],
    ['\ufffe\uffff\ud800x', '\ufffd\ufffd\ufffdx'],
    ['\t\u0080\u00a0\u200b😀', '\t\u0080\u00a0\u200b😀'],
  ])('%j is %j', (text, clean) => {
    expect(cleanText(text)).toBe(clean);
  });
});

describe('text inside a line', () => {
  it.each([
    ['a \t\n\r\n b', 'a b'],
    ['&<>"\'\\`*_[]|~$', '&amp;&lt;&gt;&quot;&#39;&#92;&#96;&#42;&#95;&#91;&#93;&#124;&#126;&#36;'],
    ['# - + = 1. ( ) { } ^ ! / %', '# - + = 1. ( ) { } ^ ! / %'],
    [':Smile: 12:30: :a b: ::', '&#58;Smile: 12&#58;30: :a b: ::'],
    [':+1: :a_b:', '&#58;+1: :a&#95;b:'],
  ])('%j is %s', (text, written) => {
    expect(escapeInline(text)).toBe(written);
  });
});

describe('the start of a line', () => {
  it.each([
    ['- a', '&#45; a'],
    ['  + a', '  &#43; a'],
    ['==', '&#61;='],
    ['#', '&#35;'],
    [': a', '&#58; a'],
    ['12. a', '12&#46; a'],
    ['123456789)', '123456789&#41;'],
    ['1234567890.', '1234567890.'],
    ['1a.', '1a.'],
    ['a - b', 'a - b'],
    ['', ''],
  ])('%j is %s', (line, written) => {
    expect(escapeLineStart(line)).toBe(written);
    expect(escapeText(`  ${line} `)).toBe(escapeLineStart(line.trim()));
  });
});

describe('a quoted attribute', () => {
  it('holds any text, white space kept', () => {
    expect(escapeAttribute('a  b\t"\'`<>&\r\n*_$\\')).toBe('a  b\t&quot;&#39;&#96;&lt;&gt;&amp;&#10;*_$\\');
  });
});

describe('a formula', () => {
  it.each([
    ['a<b', 'a< b'],
    ['a</b <!-- <?x <A', 'a< /b < !-- < ?x < A'],
    ['a < 5 <2 <\\alpha', 'a < 5 <2 <\\alpha'],
    [' x\n\t y ', 'x y'],
    ['\u0000', '\ufffd'],
  ])('%j starts no tag: %j', (tex, written) => {
    expect(mathText(tex)).toBe(written);
  });
});
