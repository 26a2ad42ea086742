import { describe, expect, it } from 'vitest';
import type { PdfFile } from '../../src/formats/pdf/objects.ts';
import { compareSlide } from '../../src/formats/pdf/tags/guard.ts';
import { mendMaps } from '../../src/formats/pdf/tags/maps.ts';
import { readStream } from '../../src/formats/pdf/tags/streams.ts';

const facts = (text: string) => ({
  isHidden: false,
  text,
  figures: [],
  headings: [],
  links: [],
  pagination: [],
  unnamed: 0,
});

describe('the guard of a slide', () => {
  it('asks for the letters in their order', () => {
    expect(compareSlide(0, 'one two', facts('one two'))).toEqual([]);
    expect(compareSlide(0, 'two one', facts('one two'))).toHaveLength(1);
  });

  it('asks for the order of reading where text runs from right to left, too', () => {
    expect(compareSlide(0, 'ABC שלום 12', facts('ABC שלום 12'))).toEqual([]);
    expect(compareSlide(0, 'ABC םולש 12', facts('ABC שלום 12'))).toMatchObject([{ detail: 'שלום 12' }]);
  });

  it('tells what is missing, or too much, in words as they are written', () => {
    const slide = facts('The Straße is 3 km long.\n Nobody measured it twice before the war.');
    expect(compareSlide(0, 'The Straße is 3km long.', slide)).toEqual([
      { slide: 0, kind: 'lost-text', detail: 'Nobody measured it twice before' },
    ]);
    expect(compareSlide(0, 'אבג דהו', facts('אבג דהו זחט'))).toMatchObject([{ kind: 'lost-text', detail: 'זחט' }]);
    expect(compareSlide(0, 'one two two', facts('one two'))).toMatchObject([{ kind: 'extra-text', detail: 'two' }]);
  });
});

const fileWith = (map: string): PdfFile => ({
  objects: new Map([
    [1, Buffer.from('1 0 obj\n<</Type /Font\n/ToUnicode 2 0 R>>\nendobj\n')],
    [2, Buffer.from(`2 0 obj\n<</Length ${map.length}>> stream\n${map}\nendstream\nendobj\n`)],
  ]),
  root: 1,
  info: 1,
});

describe('what glyphs mean', () => {
  it('is never U+0000 or a byte order mark', () => {
    const map =
      '2 beginbfchar\n<0001> <0000>\n<0002> <0041>\nendbfchar\n2 beginbfrange\n<0010> <0012> <FEFE>\n<0020> <0021> <0061>\nendbfrange';
    const file = fileWith(map);
    mendMaps(file);
    expect(readStream(file, 2).text).toBe(
      '2 beginbfchar\n<0001> <FFFD>\n<0002> <0041>\nendbfchar\n2 beginbfrange\n<0010> <0012> [<FEFE> <FFFD> <FF00>]\n<0020> <0021> <0061>\nendbfrange',
    );
  });

  it('stays as it is where nothing is wrong', () => {
    const file = fileWith('1 beginbfchar\n<0001> <0041>\nendbfchar');
    const before = file.objects.get(2);
    mendMaps(file);
    expect(file.objects.get(2)).toBe(before);
  });
});
