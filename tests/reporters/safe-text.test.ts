import { describe, expect, it } from 'vitest';
import { escapeXml } from '../../src/base/index.ts';
import { oneLine, visible, wellFormed } from '../../src/reporters/safe-text.ts';

describe('text on a terminal', () => {
  it.each([
    ['plain é語😀', 'plain é語😀'],
    ['\u0000\u001b[31m\u001f', '␀␛[31m␟'],
    ['\t\n\r', '␉␊␍'],
    ['\u007f', '␡'],
    ['\u0080\u009b', '<U+0080><U+009B>'],
    ['a\u202eb\u2066\u2069\u200e\u200f\u061c', 'a<U+202E>b<U+2066><U+2069><U+200E><U+200F><U+061C>'],
    ['\u2028\u2029\ufeff', '<U+2028><U+2029><U+FEFF>'],
    ['\u202a\u202d\u2065\u2070', '<U+202A><U+202D>\u2065\u2070'],
    ['\ud800x\udc00', '\ufffdx\ufffd'],
  ])('%j is shown as %s', (text, shown) => {
    expect(visible(text)).toBe(shown);
  });

  it.each([
    ['a\r\nb', 'a b'],
    ['a \n\n  b', 'a b'],
    ['a\u2028b\u2029c', 'a b c'],
    ['a\tb', 'a b'],
    ['a  b', 'a  b'],
    ['a \t b', 'a   b'],
    ['a\u00a0b', 'a\u00a0b'],
    ['a\u000bb\u000c', 'a␋b␌'],
    ['\u001b]0;x\u0007', '␛]0;x␇'],
  ])('%j is %s in one line', (text, shown) => {
    expect(oneLine(text)).toBe(shown);
  });

  it('holds no halves of characters', () => {
    expect(wellFormed('😀\ud83d')).toBe('😀\ufffd');
  });
});

it.each([
  ['a & b &amp; c', 'a &amp; b &amp;amp; c'],
  ['<x y="z">]]>', '&lt;x y=&quot;z&quot;&gt;]]&gt;'],
  ["'", '&#39;'],
  ['\t\n\r', '\t\n\r'],
  ['\u0000\u0008\u000b\u001f', '\ufffd\ufffd\ufffd\ufffd'],
  [' \u007f\ud7ff\ue000\ufffd', ' \u007f\ud7ff\ue000\ufffd'],
  ['\ufffe\uffff\ud800', '\ufffd\ufffd\ufffd'],
  ['\u{10000}\u{10ffff}', '\u{10000}\u{10ffff}'],
])('%j in XML is %s', (text, written) => {
  expect(escapeXml(text)).toBe(written);
});
