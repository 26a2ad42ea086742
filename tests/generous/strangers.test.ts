import { describe, expect, it } from 'vitest';
import { splitUnit, withoutUnits } from '../../src/render/charts/units.ts';
import { errorsOf, kitFrom, type Kit } from '../support/pipeline.ts';

const words = ({ made }: Kit): string =>
  (made?.deck.slides ?? []).map(({ html }) => html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')).join(' ');
const layouts = ({ made }: Kit): readonly string[] => (made?.deck.slides ?? []).map(({ layout }) => layout);

/** A lesson that is made without an error and without a plain slide for a faulty one. */
async function sound(lesson: string | object): Promise<Kit> {
  const kit = await kitFrom(lesson);
  expect(errorsOf(kit)).toEqual([]);
  expect((kit.made?.deck.slides ?? []).some(({ standIn }) => standIn)).toBe(false);
  return kit;
}

const slide = (fields: object, lang = 'en'): object => ({
  title: 'Lesson',
  lang,
  sections: [{ title: 'Part', slides: [fields] }],
});

describe('lessons in the words of their authors', () => {
  it.each([
    [
      'Spanish',
      'titulo: L\nidioma: español\nsecciones:\n- titulo: S\n  diapositivas:\n  - diseño: lista\n    titulo: T\n    puntos: [uno, dos]\n',
    ],
    [
      'French',
      'titre: L\nlangue: fr\nauteur: [A, B]\nparties:\n- titre: S\n  diapos:\n  - modèle: puces\n    titre: T\n    puces: [uno, dos]\n',
    ],
    [
      'German',
      'titel: L\nsprache: Deutsch\nabschnitte:\n- titel: S\n  folien:\n  - vorlage: Liste\n    titel: T\n    punkte: [uno, dos]\n',
    ],
    [
      'front matter',
      '---\ntitle: L\nlang: en_GB\n---\nslides:\n- layout: bullets\n  title: T\n  bullets: [uno, dos]\n',
    ],
    ['a type for a layout', 'title: L\nlang: en\nslides:\n- type: bullets\n  title: T\n  content: [uno, dos]\n'],
    ['slides as texts', 'title: L\nlang: en\nslides:\n- |\n  # T\n  uno\n\n  dos\n'],
    ['no layout at all', 'title: L\nlang: en\nslides:\n- title: T\n  text: |\n    uno\n\n    > dos\n'],
    [
      'Hungarian',
      'cím: L\nnyelv: magyar\nfejezetek:\n- fejezet: S\n  diák:\n  - dia: felsorolás\n    cím: T\n    pontok: [uno, dos]\n',
    ],
    [
      'words that nobody knows',
      'title: L\nlang: en\nzimpa:\n- zump: bullets\n  zamp: T\n  points: [uno]\n- zump: bullets\n  zamp: U\n  points: [dos]\n- zump: statement\n  zamp: V\n  text: more\n',
    ],
    [
      'lists in documents of their own',
      '---\ntitle: L\nlang: en\n---\n- layout: bullets\n  title: T\n  bullets: [uno, dos]\n---\n- title: U\n  text: more\n',
    ],
    ['the text of a deck for Marp', '---\ntitle: L\nlang: en\n---\n# T\n\n- uno\n- dos\n\n---\n\n# U\n\nmore\n'],
    [
      'a document for each slide',
      'title: L\nlang: en\n---\nlayout: bullets\ntitle: T\nbullets: [uno, dos]\n---\nlayout: statement\ntitle: U\nbody: more\n',
    ],
    ['a slide without a dash', 'title: L\nlang: en\nslides:\n  layout: bullets\n  title: T\n  bullets: [uno, dos]\n'],
    [
      'slides under names',
      'title: L\nlang: en\nslides:\n  T:\n    layout: bullets\n    bullets: [uno, dos]\n  U:\n    text: more words\n',
    ],
    [
      'the layout as the key of what it shows',
      'title: L\nlang: sv\nslides:\n- rubrik: T\n  tabell: [[uno, a], [dos, b]]\n- rubrik: U\n  tidslinje: [{ 1900: Start }, { 1950: Slut }]\n',
    ],
    [
      'lists below texts without a colon',
      'title: L\nlang: en\nslides:\n- layout: bullets\n  title: T\n  bullets:\n  - One\n    - Beta $x = 1,5$\n    - Two\n      - uno: 3\n  - dos\n',
    ],
  ])('%s', async (_, text) => {
    const shown = words(await sound(text));
    for (const word of ['T', 'uno', 'dos']) expect(shown).toContain(word);
  });
});

describe('slides in the words of their authors', () => {
  it.each<[what: string, fields: object, layout: string, shown: readonly string[]]>([
    [
      'a word of a longer name',
      { layout: 'decision tree', title: 'T', root: 'Top', children: ['one', 'two'] },
      'hierarchy',
      ['Top', 'two'],
    ],
    ['the end of a compound', { layout: 'Zustandsdiagramm', title: 'T', data: { A: 1, B: 2 } }, 'chart', ['A']],
    [
      'columns that are records',
      {
        layout: 'comparison',
        title: 'T',
        columns: [
          { titulo: 'Uno', texto: 'x' },
          { titulo: 'Dos', texto: 'y' },
        ],
      },
      'comparison',
      ['Uno', 'y'],
    ],
    [
      'sides in German',
      {
        layout: 'Vergleich',
        titel: 'T',
        links: { titel: 'Alt', punkte: ['a'] },
        rechts: { titel: 'Neu', punkte: ['b'] },
      },
      'comparison',
      ['Alt', 'Neu'],
    ],
    [
      'a table in the slide',
      { layout: 'table', title: 'T', table: { headers: ['a', 'b'], rows: [['c', 'd']] } },
      'table',
      ['a', 'd'],
    ],
    [
      'people',
      { layout: 'team', title: 'T', people: [{ name: 'Ann', role: 'CEO' }, { name: 'Bob' }] },
      'table',
      ['Ann', 'CEO'],
    ],
    [
      'answers behind letters',
      { layout: 'quiz', soru: 'Which?', seçenekler: 'A) North B) South', cevap: 'B' },
      'quiz',
      ['North', 'South'],
    ],
    ['a chain as text', { layout: 'cycle', title: 'T', steps: 'egg → larva → adult' }, 'cycle', ['larva']],
    [
      'numbers before words',
      { layout: 'numbers', title: 'T', numbers: ['28 operas', '1.200 letters'] },
      'key-figure',
      ['28', 'letters'],
    ],
    [
      'dates that are written together',
      { layout: 'timeline', title: 'T', events: ['1889年 甲', '1945年8月 乙'] },
      'timeline',
      ['1945年8月', '乙'],
    ],
    [
      'findings as evidence',
      { layout: 'claim', title: 'T', claim: 'C', evidence: ['one case', 'two cases'] },
      'claim',
      ['two cases'],
    ],
    [
      'one text among lists',
      { layout: 'swot', title: 'T', strengths: ['a'], weaknesses: ['b'], chances: ['c'], threats: 'd' },
      'quadrant',
      ['Threats', 'd'],
    ],
    [
      'a term in the title',
      { layout: 'definition', title: 'Buffer', text: 'Keeps its pH.' },
      'definition',
      ['Buffer', 'Keeps'],
    ],
    [
      'three levels of a list',
      { layout: 'bullets', title: 'T', bullets: [{ One: [{ Two: ['a', 'b'] }, 'c'] }] },
      'bullets',
      ['One', 'Two: a, b'],
    ],
    [
      'a question without a layout',
      { title: 'Quiz!', question: 'Which?', options: { a: 'One', b: 'Two' }, correct: 'b' },
      'quiz',
      ['Which?', 'Two'],
    ],
    ['an order under another key', { layout: 'sıralama', question: 'Sort them', items: ['x1', 'x2'] }, 'quiz', ['x2']],
    ['nothing but a title', { title: 'Only this' }, 'title', ['Only this']],
    ['names with their numbers', { layout: 'stats', title: 'T', stats: { ROCE: '14.2%' } }, 'key-figure', ['14.2%']],
    [
      'years before Christ',
      { layout: 'timeline', title: 'T', events: ['1100 a. C. - Gadir', '753 v. Chr. – Rom'] },
      'timeline',
      ['1100 a. C.', 'Gadir'],
    ],
  ])('%s', async (_, fields, layout, shown) => {
    const kit = await sound(slide(fields));
    expect(layouts(kit)).toContain(layout);
    for (const word of shown) expect(words(kit)).toContain(word);
  });

  it('sets a formula whose dollar signs are missing', async () => {
    const kit = await sound(slide({ layout: 'bullets', title: 'T', bullets: ['Water: \\ce{H2O}', '10^{-14}'] }));
    expect(kit.made?.deck.slides[0]?.html).toContain('katex');
    expect(words(kit)).not.toContain('\\ce');
  });

  it('goes to a layout with a place for the text that is written', async () => {
    const kit = await kitFrom(slide({ layout: 'image', title: 'T', image: 'x.png', text: 'Open *Settings*.' }));
    expect(layouts(kit)).toContain('statement');
  });
});

describe('charts as people write their data', () => {
  it.each<[what: string, fields: object]>([
    [
      'units at the numbers',
      {
        type: 'line',
        data: [
          { Zeit: '2024', Weg: '4,2 mm' },
          { Zeit: '2025', Weg: '6,8 mm' },
        ],
      },
    ],
    [
      'money in thousands',
      {
        type: 'column',
        data: [
          ['Year', 'Revenue'],
          ['2021', '£9,870k'],
          ['2022', '£10,400k'],
        ],
      },
    ],
    ['names with numbers in a line', { type: 'bar', data: 'Q1 (120), Q2 45, Q3 310' }],
    ['names with numbers in a list', { type: 'bar', values: ['Retail 45', 'Online 25'] }],
    ['axes as lists', { type: 'area', x: [1, 2, 3], y: [2, 4, 8] }],
    ['two log axes', { type: 'point', log: 'both', x: [1, 10, 100], y: [2, 40, 800] }],
    ['rows as texts', { type: 'line', data: ['0 ; 2,9', '9,5 ; 6,0'] }],
    [
      'intervals by their names',
      {
        type: 'forest',
        data: [
          { term: 'a', est: 2, low: 1, high: 3 },
          { term: 'b', est: 1, low: 0, high: 2 },
        ],
      },
    ],
  ])('%s', async (_, fields) => {
    const kit = await sound(slide({ layout: 'chart', title: 'T', alt: 'A chart of the data.', ...fields }, 'de'));
    expect(layouts(kit)).toEqual(['chart']);
  });

  it('takes a unit off the cells of a column only where all of them bear it', () => {
    expect(splitUnit('(1,200)')).toEqual({ digits: '-1,200', unit: '' });
    expect(splitUnit('−7.5 °C')).toEqual({ digits: '−7.5', unit: '°C' });
    expect(splitUnit('2 of 3')).toBeUndefined();
    const rows = [
      { x: 'a', y: '4 mm' },
      { x: 'b', y: '5 cm' },
    ];
    expect(withoutUnits(rows, 'x')).toEqual({ rows });
    expect(withoutUnits([{ x: 'a', y: '4 mm' }], 'x')).toEqual({ rows: [{ x: 'a', y: '4' }], unit: 'mm' });
  });
});
