import { describe, expect, it } from 'vitest';
import { numberFormat } from '../../src/render/charts/table.ts';
import { errorsOf, kitFrom, type Kit } from '../support/pipeline.ts';

const lesson = (slides: string, more = ''): string =>
  `title: L\nlang: nl\n${more}sections:\n  - title: S\n    slides:\n${slides.replace(/^/gm, '      ')}\n`;
const shape = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><title>A</title><circle r="4"/></svg>';
const html = ({ made }: Kit): string => (made?.deck.slides ?? []).map((slide) => slide.html).join('\n');
const shown = (kit: Kit): string =>
  html(kit)
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ');
const told = (kit: Kit): readonly string[] => kit.diagnostics.map(({ code }) => code);

async function sound(slides: string, more = '', files: Readonly<Record<string, string>> = {}): Promise<Kit> {
  const kit = await kitFrom(lesson(slides, more), files);
  expect(errorsOf(kit)).toEqual([]);
  expect(kit.made?.deck.slides.some(({ standIn }) => standIn)).toBe(false);
  return kit;
}

describe('nothing of what is written is cut', () => {
  it('a number with a comma inside braces keeps its fraction', async () => {
    const kit = await sound(
      '- layout: chart\n  title: C\n  alt: A line.\n  chart: { type: line, x: u, y: i }\n  data:\n    - { u: 1, i: 0,63 }\n    - { u: 2, i: 1,27 }',
    );
    expect(told(kit)).toContain('yaml/mended');
    expect(shown(kit)).toContain('0,63');
    expect(shown(kit)).toContain('1,27');
  });

  it('keys of digits that are no fraction stay keys', async () => {
    const kit = await kitFrom(lesson('- title: T\n  body: x', 'variables: { a: 1, 2: b }\n'));
    expect(told(kit)).not.toContain('yaml/mended');
  });

  it('points below points stay below them', async () => {
    const kit = await sound(
      '- layout: bullets\n  title: B\n  bullets: |\n    - one\n      - [x] below one\n      - [ ] too\n    - two',
    );
    expect(html(kit)).toMatch(/<ul>[^]*one[^]*<ul>[^]*☑ below one[^]*☐ too[^]*<\/ul>[^]*two/);
  });

  it('the cells of a row that a comma has cut, and those with nothing in them', async () => {
    const kit = await sound(
      '- layout: table\n  title: T\n  head: [A, B]\n  rows:\n    - [x, one, two]\n    - [y, z]\n    - [w, null]',
    );
    expect(shown(kit)).toContain('one, two');
  });

  it('the answers of a Norwegian, and what only the speaker is to see', async () => {
    const kit = await sound(
      '- title: T\n  spørsmål: Hva betyr mest?\n  svar: ["Varme (riktig)", Nedbør]\n- title: U\n  punkter: [en, to]\n  notater: HEMMELIG',
    );
    for (const words of ['Varme', 'Nedbør', 'en', 'to']) expect(shown(kit)).toContain(words);
    expect(shown(kit)).not.toContain('HEMMELIG');
    expect(kit.made?.lesson.quiz[0]).toMatchObject({ answers: [{ text: 'Varme', correct: true }, { text: 'Nedbør' }] });
  });

  it('a circle that comes back to its first stage has it once', async () => {
    const kit = await sound(
      '- layout: cycle\n  title: C\n  alt: Round.\n  nodes: [{ label: Alpha }, { label: Beta }, { label: Gamma }, { label: Alpha }]',
    );
    const count = (word: string): number => shown(kit).split(word).length - 1;
    // The description comes back to it.
    expect(count('Alpha')).toBeLessThanOrEqual(count('Beta') + 1);
  });

  it('what a program prints keeps its lines', async () => {
    const kit = await sound(
      '- layout: code\n  title: C\n  language: python\n  code: print(1)\n  output: |\n    1\n    ``` two',
    );
    expect(html(kit)).toContain('``` two');
  });

  it('a picture whose name differs in case, ending or slash is found, and it is said', async () => {
    const files = { 'lessons/x/images/Cell.svg': shape };
    for (const path of ['images/cell.svg', 'images/Cell', 'images\\Cell.svg', 'cell.svg', 'Images/CELL.SVG']) {
      const kit = await sound(`- layout: image\n  title: P\n  image: { src: '${path}', alt: A cell }`, '', files);
      expect(html(kit)).toContain('<circle');
    }
    const two = await kitFrom(lesson('- layout: image\n  title: P\n  image: { src: CELL, alt: A cell }'), {
      ...files,
      'lessons/x/images/cell.png': 'x',
    });
    expect(errorsOf(two).join()).toContain('asset/missing');
  });

  it('what other programs say at the head of a text is left out, references are not', async () => {
    const kit = await sound(
      '- layout: references\n  title: R',
      'format: revealjs\njupyter: python3\ncsl: apa.csl\nbibliography:\n  - { authors: Ode, year: 2001, title: Of stones }\n',
    );
    expect(shown(kit)).toContain('Of stones');
  });
});

describe('small numbers', () => {
  it.each([
    [0, '0'],
    [0.25, '0.25'],
    [0.00012, '0.0001'],
    [0.000012, '0.000012'],
    [1.12e-9, '1.1·10^−9'],
    [-1.12e-9, '−1.1·10^−9'],
  ])('%d is written %s', (value, text) => {
    expect(numberFormat('en')(value)).toBe(text);
  });
});
