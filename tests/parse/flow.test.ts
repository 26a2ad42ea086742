import { expect, it } from 'vitest';
import { closesEarly, isInBrackets, quotedItems } from '../../src/parse/yaml/flow.ts';

it.each([
  ['[Nasal, m, , n]', '[Nasal, m, "", n]'],
  ['[Nasal, m, , n, , ]', '[Nasal, m, "", n, "", ""]'],
  ['[**Total**, 1, 2]', "['**Total**', 1, 2]"],
  ['[a, ${firm}, b]', "[a, '${firm}', b]"],
  ['[% of all, @home]', "['% of all', '@home']"],
  ['[**Total**, **2.310,30**, -1,5 %]', "['**Total**', '**2.310,30**', '-1,5 %']"],
  ['[[a, *b], [c, d]]', "[[a, '*b'], [c, d]]"],
])('%s is read as %s', (written, read) => {
  expect(quotedItems(written)).toBe(read);
});

it.each(['[a, b]', '[a, "b, c"]', '{ a: 1 }', 'words', "[it's, fine]"])('%s stays as it is', (written) => {
  expect(quotedItems(written)).toBeUndefined();
});

it.each([
  ['[+voiced] and [-voiced]', true],
  ['[a], [b], [c]', true],
  ['[a, [b]]', false],
  ['[a] # remark', false],
  ['words [a]', false],
])('a bracket of %s closes early: %s', (written, early) => {
  expect(closesEarly(written)).toBe(early);
});

it('a mapping that lacks a comma is still in its brackets', () => {
  expect(isInBrackets('{ type: bar, y: b unit: kg }')).toBe(true);
  expect(isInBrackets('{a} is a set')).toBe(false);
});
