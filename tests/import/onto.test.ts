import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { movedOf } from '../../src/base/index.ts';
import { mergeText } from '../../src/import/onto/merge.ts';
import { fold, markOf, type SeenRun } from '../../src/import/onto/seen.ts';
import { segmentsOf, shownOf } from '../../src/import/onto/segments.ts';
import { editYaml, mapSize, pathAt, scalarAt } from '../../src/parse/index.ts';

const line = (...runs: readonly (string | SeenRun)[]): SeenRun[][] => [
  runs.map((run) => (typeof run === 'string' ? { text: run } : run)),
];

const bold = (text: string): SeenRun => ({ text, bold: true });

describe('a text of the outline with what a slide changed', () => {
  it('keeps marks, formulas and line ends of words that stayed', () => {
    expect(mergeText('After **one** period', line('After ', bold('one'), ' long period'))).toBe(
      'After **one** long period',
    );
    expect(mergeText('With $T = 2$ ms it\nholds 500 Hz', line('With ', ' ms it holds 600 Hz'))).toBe(
      'With $T = 2$ ms it\nholds 600 Hz',
    );
    expect(mergeText('See [the *old* map](https://a.org) now', line('See ', { text: 'the ', href: 'https://a.org' }, { text: 'old', italic: true, href: 'https://a.org' }, { text: ' map', href: 'https://a.org' }, ' later'))).toBe('See [the *old* map](https://a.org) later'); // prettier-ignore
  });

  it('takes over bold, slanted and linked words, but not the look of a whole paragraph', () => {
    expect(mergeText('Rivers carry sand', line('Rivers ', bold('carry'), ' sand'))).toBe('Rivers **carry** sand');
    expect(mergeText('Rivers carry sand', line(bold('Rivers carry mud')))).toBe('Rivers carry mud');
    expect(mergeText('Read it', line('Read ', { text: 'it', href: 'https://b.org/x' }))).toBe(
      'Read [it](<https://b.org/x>)',
    );
  });

  it('does not mistake what typography and correctors do for changes', () => {
    const raw = '"Well-known" -- it\'s 10 % ... really!';
    expect(mergeText(raw, line('“Well-known” – it’s 10\u00a0% … really\u202f!'))).toBe(raw);
    expect(mergeText('a well-known hyphenation', [[{ text: 'a well-' }], [{ text: 'known hyphen-' }], [{ text: 'ation' }]])).toBe('a well-known hyphenation'); // prettier-ignore
    expect(markOf('« Oui »')).toBe(markOf('"Oui"'));
  });

  it('writes new words so that they show what was typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (typed) => {
        const made = mergeText('', line(typed));
        if (made !== undefined) expect(fold(shownOf(made)).replaceAll(' ', '').replaceAll('-', '')).toBe(fold(typed).replaceAll(' ', '').replaceAll('-', '')); // prettier-ignore
      }),
      { numRuns: 300 },
    );
  });

  it('finds the paragraphs and items of a text where they stand', () => {
    const raw = 'One *two*\nthree\n\n- four\n- five\n';
    expect(segmentsOf(raw).map(({ start, end }) => raw.slice(start, end))).toEqual([
      'One *two*\nthree',
      'four',
      'five',
    ]);
  });

  it('moves as few slides as it can', () => {
    expect([...movedOf([0, 4, 1, 2, 3])]).toEqual([1]);
    expect(movedOf([0, 1, 2])).toEqual(new Set());
  });
});

describe('a change of a file of YAML', () => {
  const text = `# a lesson
title: "A"  # old
slides:
  - layout: bullets
    bullets: [one, 'two: 2', three] # short
    notes: |
      First
      line

  # the second
  - layout: table
    rows:
      - [a, b]
      - [c, d]
`;
  it('leaves comments, quotes and all else as they are', () => {
    const made = editYaml(text, [
      { kind: 'set', path: ['title'], value: 'B: "b"' },
      { kind: 'set', path: ['slides', 0, 'bullets', 0], value: 'one, and [half]' },
      { kind: 'set', path: ['slides', 0, 'notes'], value: 'Other\nline\n' },
    ]);
    expect(made).toBe(
      text
        .replace('"A"', String.raw`"B: \"b\""`)
        .replace('[one,', '["one, and [half]",')
        .replace('First', 'Other'),
    );
  });

  it('orders, takes out and adds items, deep ones first', () => {
    const made = editYaml(text, [
      { kind: 'order', path: ['slides'], items: [1, 'layout: statement\ntitle: "New"', 0] },
      { kind: 'order', path: ['slides', 0, 'bullets'], items: [2, 0, '"four"'] },
      { kind: 'order', path: ['slides', 1, 'rows'], items: [1] },
      { kind: 'remove', path: ['slides', 0, 'notes'] },
    ]);
    expect(made).toBe(`# a lesson
title: "A"  # old
slides:
  # the second
  - layout: table
    rows:
      - [c, d]

  - layout: statement
    title: "New"

  - layout: bullets
    bullets: [three, one, "four"] # short
`);
  });

  it('takes entries out of mappings of each form, the first one too', () => {
    const forms = 'a: { x: 1, y: 2, z: 3 }\nb:\n  - p: one\n    q: two\n  - { p: three, q: four }\n';
    const without = (...path: readonly (string | number)[]): string => editYaml(forms, [{ kind: 'remove', path }]);
    expect(without('a', 'x')).toBe(forms.replace('x: 1, ', ''));
    expect(without('a', 'z')).toBe(forms.replace(', z: 3', ''));
    expect(without('b', 0, 'p')).toBe(forms.replace('p: one\n    ', ''));
    expect(without('b', 0, 'q')).toBe(forms.replace('    q: two\n', ''));
    expect(without('b', 1, 'q')).toBe(forms.replace(', q: four', ''));
    expect(mapSize(forms, ['b', 1])).toBe(2);
  });

  it('finds a value by its place', () => {
    expect(pathAt(text, text.indexOf("'two"))).toEqual(['slides', 0, 'bullets', 1]);
    expect(scalarAt(text, ['slides', 0, 'bullets', 1])).toBe('two: 2');
  });
});
