import { describe, expect, it } from 'vitest';
import { positionAt } from '../../src/base/index.ts';
import { loadYaml } from '../../src/parse/index.ts';

/** What is said about a text: place, code and first help. */
function said(text: string): readonly string[] {
  return loadYaml('a.yaml', new TextEncoder().encode(text)).diagnostics.map(({ at, code, message, help }) => {
    const { line, column } = positionAt(text, at?.start ?? 0);
    return `${line}:${column} ${code} ${message} ${help?.[0] ?? ''}`.trim();
  });
}

const indented =
  '6:8 yaml/syntax This line is indented more or less than the lines it belongs to. ' +
  'Give all keys of one mapping, and all dashes of one list, the same indentation.';
const quote = 'yaml/syntax The quote that opens here is not closed. Close the quote.';

describe('a mistake in YAML', () => {
  it('in the indentation is reported once, at the first word of the line', () => {
    const slides = 'a: 1\nsections:\n  - slides:\n      - layout: text\n        title: A\n';
    expect(said(`${slides}       body: x\n        notes: y\n  - slides: []\n`)).toEqual([indented]);
    expect(said('a:\n    b: 1\n   c: 2\n    d: 3\n')).toEqual([indented.replace('6:8', '3:4')]);
  });

  it.each([
    ['"', 'a: "abc\nb: c\nd: e\n', '1:4'],
    ["'", "a: b\nc:\n  - 'abc\n  - c\n", '3:5'],
    ['" with another after it', 'a: "abc\nb: "c"\nd: e\n', '1:4'],
    ['" around everything', '"a: 1\nb: 2\n', '1:1'],
  ])('an open quote %s is reported where it opens', (_name, text, place) => {
    const [first, ...rest] = said(text);
    expect(first).toContain(`${place} ${quote}`);
    expect(rest).toEqual([]);
  });

  it('inside one value does not hide the next', () => {
    expect(said('a: "\\q"\nb: @c\n').map((line) => line.slice(0, 15))).toEqual(['1:5 yaml/syntax', '2:4 yaml/syntax']);
  });

  it('of a bracket gets help about brackets', () => {
    expect(said('a: [b, c\nd: e\n')[0]).toMatch(/Close the bracket\.$/);
  });
});

describe('yaml/comment-in-text', () => {
  it.each([
    ['a: Words #1 counts', '1:10 yaml/comment-in-text `#1` begins a comment: the text ends before it.'],
    ['- [x #y\n]', '1:6 yaml/comment-in-text `#y` begins a comment: the text ends before it.'],
    ['a: b\n  c #3', '2:5 yaml/comment-in-text `#3` begins a comment: the text ends before it.'],
    ['a: #1 of all', '1:4 yaml/comment-in-text `#1` begins a comment: the value is empty.'],
  ])('%s', (text, start) => {
    expect(said(text)).toEqual([`${start} Put the text in quotes. A comment has a space after #.`]);
  });

  it.each(['a: b # c', 'a: "b" #c', 'a: b#c', 'a: 5 #c', 'a: b\n#c', 'a: |\n  b #c'])('not %s', (text) => {
    expect(said(text)).toEqual([]);
  });
});

describe('yaml/escape-in-formula', () => {
  it.each([
    ['a: "$\\frac{1}{2}$"', '1:6', '\\f'],
    ['a: "in $2 \\times 3$"', '1:11', '\\t'],
    ['a: "$\\\\alpha \\beta$"', '1:14', '\\b'],
    ['a: "$\\nu$"', '1:6', '\\n'],
  ])('%s', (text, place, escape) => {
    expect(said(text)).toEqual([
      `${place} yaml/escape-in-formula In double quotes \`${escape}\` is one invisible character, not a backslash. ` +
        'Put the text in single quotes, or write it as a block with `|`.',
    ]);
  });

  it.each(["a: '$\\frac{1}{2}$'", 'a: "$\\\\frac{1}{2}$"', 'a: "one\\ntwo"', 'a: "$5\\nThen"', 'a: |\n  $\\beta$'])(
    'not %s',
    (text) => expect(said(text)).toEqual([]),
  );
});
