import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pointerStep, type Json } from '../../src/base/index.ts';
import type { YamlFile } from '../../src/parse/yaml/file.ts';
import { loadYaml } from '../../src/parse/yaml/load.ts';
import { patchYaml } from '../../src/parse/yaml/patch.ts';

const file = 'lessons/x/lesson.yaml';
const clean = (text: string): YamlFile | undefined => {
  const loaded = loadYaml(file, Buffer.from(text));
  return loaded.ok && loaded.diagnostics.length === 0 ? loaded.value : undefined;
};
const patched = (before: YamlFile, text: string): YamlFile | undefined => patchYaml(before, text, clean);

/** Every value with its places, by pointer. */
function listed({ value, places }: YamlFile): readonly unknown[] {
  const found: unknown[] = [];
  const visit = (one: Json | undefined, pointer: string): void => {
    const place = [places.value(pointer), places.key(pointer), places.written(pointer), places.isBare(pointer)];
    const isCollection = typeof one === 'object' && one !== null;
    found.push([pointer, isCollection ? Array.isArray(one) : one, ...place]);
    if (isCollection) for (const [name, inner] of Object.entries(one)) visit(inner, pointer + pointerStep(name));
  };
  visit(value, '');
  return found;
}

/** What the patch gives is what reading the whole file gives. @returns whether there was a patch. */
function agrees(before: YamlFile, text: string): boolean {
  const patch = patched(before, text);
  if (!patch) return false;
  const whole = clean(text);
  expect(whole, `the whole file has findings, but was patched:\n${text}`).toBeDefined();
  if (whole) expect(listed(patch)).toEqual(listed(whole));
  expect(patch.text).toBe(text);
  return true;
}

const lesson = readFileSync(new URL('../../lessons/fourier-series/lesson.yaml', import.meta.url), 'utf8');
const sample = `# A comment
title: A lesson
list: [a, b, {c: d}]
map: { a: 1,
  b: 2 }
sections:
- title: One
  body: |
    Some text

    - no item
    key: no key
  slides:
    - layout: bullets   # a remark
      title: "Quoted: text"
      bullets:
        - First
        - Second
          goes on
        - text: Third
          items: [x, y]

    - layout: statement
      body: >-
        Folded
        text
      notes: ''
  # between
- title: Two
  minutes: 2.50
  empty:
  slides: []
last: |+
  kept

end: true
`;

const characters = Array.from(' \n\n  -:#"\'[]{}|>&*!%@,ab1.\t\\?~\r/é');
const piece = fc.oneof(
  fc.string({ unit: fc.constantFrom(...characters), maxLength: 6 }),
  fc.constantFrom(
    '\n      ',
    '\n    - ',
    '\n- ',
    'x: y\n',
    '- a\n',
    '\n\n',
    '  ',
    '&a ',
    '*a',
    '"',
    '# c',
    ': ',
    '|\n',
  ),
);

describe('an edit of a YAML file', () => {
  it.each([
    ['a word in a title', 'A lesson', 'Another lesson'],
    ['a word in a slide', 'Quoted: text', 'Another: text'],
    ['a bullet', 'Second', 'Second and more'],
    ['a line more in a block', 'key: no key', 'key: no key\n    a line'],
    ['a slide that becomes shorter', '        - Second\n          goes on\n', ''],
    ['a value that was empty', 'empty:', 'empty: full'],
    ['the last line', 'end: true', 'end: false'],
    ['a number', '2.50', '12.5'],
    ['a word that stands in several places', 'text', 'other words'],
  ])('is read alone: %s', (_, from, to) => {
    const before = clean(sample);
    expect(before && agrees(before, sample.replaceAll(from, to))).toBe(true);
  });

  it.each([
    ['a new key', 'end: true', 'end: true\nmore: 1'],
    ['an edit over two slides', '    - layout: statement\n', ''],
    ['a key that stands twice', 'minutes: 2.50', 'title: 2.50'],
    ['a quote that does not end', "notes: ''", "notes: '"],
    ['an anchor', 'A lesson', '&a A lesson'],
    ['a bracket over lines', 'b: 2 }', 'b: 3 }'],
    ['a key without a value', 'items: [x, y]', '? y'],
    ['a line of a tab after a key without a value', 'empty:', 'empty:\n\t'],
    ['a line of a tab after a value', "notes: ''", "notes: ''\n\t"],
    ['a key of a list without a value', '- text: Third', '- ? text'],
  ])('is left to the reading of the whole file: %s', (_, from, to) => {
    const before = clean(sample);
    const text = sample.replace(from, to);
    expect(text).not.toBe(sample);
    const patch = before && patched(before, text);
    if (patch) expect(listed(patch)).toEqual(listed(clean(text) ?? patch));
    if (!clean(text)) expect(patch).toBeUndefined();
  });

  it('leaves files with anchors alone', () => {
    const before = clean('a: &x 1\nb: *x\nc: 2\n');
    expect(before && patched(before, 'a: &x 1\nb: *x\nc: 3\n')).toBeUndefined();
  });

  it.each([
    ['a small file', sample],
    ['a lesson', lesson],
  ])('gives what the whole file gives, whatever it is: %s', (_, text) => {
    const before = clean(text);
    expect(before).toBeDefined();
    let count = 0;
    fc.assert(
      fc.property(fc.nat(text.length), fc.nat(12), piece, (at, length, added) => {
        if (before && agrees(before, text.slice(0, at) + added + text.slice(at + length))) count++;
      }),
      { numRuns: text === sample ? 6000 : 400 },
    );
    expect(count).toBeGreaterThan(20);
  });

  it('gives what the whole file gives after many edits', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(sample.length), fc.nat(3), piece), { maxLength: 12 }), (edits) => {
        let now = clean(sample);
        for (const [at, length, added] of edits) {
          if (!now) return;
          const text = now.text.slice(0, at) + added + now.text.slice(at + length);
          agrees(now, text);
          now = patched(now, text) ?? clean(text);
        }
      }),
      { numRuns: 600 },
    );
  });
});
