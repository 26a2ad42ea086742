import { describe, expect, it } from 'vitest';
import { texSize } from '../../src/compose/fit/tex.ts';
import { typedTex } from '../../src/parse/schema/typed-tex.ts';
import { errorsOf, kitFrom } from '../support/pipeline.ts';

const lesson = (lang: string, fields: object, more: object = {}): object => ({
  ...{ title: 'Lesson', lang },
  ...more,
  sections: [{ title: 'Part', slides: [{ title: 'Slide', ...fields }] }],
});

/** The words of the one slide, on all its pages. */
async function shown(lang: string, fields: object, more: object = {}): Promise<string> {
  const kit = await kitFrom(lesson(lang, fields, more));
  expect(errorsOf(kit)).toEqual([]);
  const slides = kit.made?.deck.slides ?? [];
  expect(slides.some(({ standIn }) => standIn)).toBe(false);
  return slides.map(({ html }) => html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')).join(' ');
}

describe('slides of hurried lecturers are made without a mistake, with all their words', () => {
  it.each<[what: string, lang: string, fields: object, words: readonly string[]]>([
    [
      'events with a full-width colon',
      'zh',
      { layout: '时间轴', 事件: ['1986：通则', '2020：法典'] },
      ['1986', '法典'],
    ],
    [
      'years before events',
      'tr',
      { layout: 'timeline', events: ['1808 Sened', '1914–18 Savaş'] },
      ['1914–18', 'Sened'],
    ],
    [
      'lists left and right',
      'en',
      { layout: 'comparison', title: 'AIC vs. BIC', left: ['p'], right: ['q'] },
      ['AIC', 'q'],
    ],
    [
      'a text for a label',
      'en',
      {
        layout: 'timeline',
        events: [
          { when: 1, text: 'one' },
          { when: 2, text: 'two' },
        ],
      },
      ['two'],
    ],
    [
      'items between two axes',
      'fi',
      {
        layout: 'kvadrantti',
        x: ['halpa', 'kallis'],
        y: 'pieni → suuri',
        items: [{ label: 'Kevitsa', x: 0.3, y: 0.9 }],
      },
      ['suuri · halpa', 'Kevitsa'],
    ],
    [
      'four lists by name',
      'en',
      { layout: 'swot', strengths: ['a1'], weaknesses: ['b1'], threats: ['c1'], chances: ['d1'] },
      ['Strengths', 'd1'],
    ],
    [
      'rows that a comma cut',
      'en',
      { layout: 'table', head: ['a', 'b'], rows: ['1, one, two', '2, three'] },
      ['one, two'],
    ],
    ['rows without their last cell', 'en', { layout: 'table', head: ['a', 'b'], rows: [['1'], ['2', '3']] }, ['3']],
    [
      'a statement to judge',
      'en',
      { layout: 'true-false', statement: 'Cats bark.', answer: false },
      ['Cats bark.', 'False'],
    ],
    ['pairs', 'en', { layout: 'matching', pairs: { salt: 'NaCl', water: 'H2O' } }, ['NaCl', 'water']],
    ['a text with blanks', 'en', { layout: 'fill-in', text: 'The ___ barks.', answers: ['dog'] }, ['The', 'barks']],
    [
      'links as a list',
      'en',
      { layout: 'links', items: ['https://example.org', '[Book](https://example.com)'] },
      ['Book'],
    ],
    ['a stacked chart', 'de', { layout: 'chart', type: 'gestapelte Säulen', data: { A: 1, B: 2 } }, ['A']],
    [
      'fourteen answers',
      'ru',
      {
        layout: 'quiz',
        question: 'Which?',
        answers: Array.from({ length: 14 }, (_, i) => `answer ${i + 1}`),
        correct: 14,
      },
      ['А2', 'answer 14'],
    ],
  ])('%s', async (_, lang, fields, words) => {
    const text = await shown(lang, fields);
    for (const word of words) expect(text).toContain(word);
  });

  it('takes the numbers from the lines of a formula, under whatever name it stands', async () => {
    const tex = '\\begin{align} a &= b \\\\ c &= d \\end{align}';
    expect(await shown('en', { layout: 'equation', equation: tex })).not.toContain('(1)');
  });

  it('reads a theme of Marp, and a variant, as what they are', async () => {
    for (const theme of ['gaia', 'dark'])
      await shown('en', { layout: 'bullets', bullets: ['a'] }, { presentation: { theme } });
  });
});

it('aligned rows take the room of their widest sides together', () => {
  const [left, right] = ['a+b+c+d+e+f', 'u+v+w+x+y+z'];
  const wide = texSize(`${left} &= x \\\\ y &= ${right}`).width;
  expect(wide).toBeGreaterThan(texSize(`${left} = ${right}`).width * 0.95);
});

describe('formulas as people type them', () => {
  it.each([
    ['E = mc^2', 'E = mc^2'],
    ['pV = nRT', 'pV = nRT'],
    ['ROCE = Operating profit', '\\text{ROCE } = \\text{Operating } \\text{profit }'],
    ['x_ij + y', 'x_{ij} + y'],
    ['P_soil = 44.2 kN/m at H/3', 'P_{\\text{soil}} = 44.2 \\text{ kN/m } \\text{ at } H/3'],
    ['\\begin{align} a &= b \\end{align}', '\\begin{align*} a &= b \\end{align*}'],
    ['\\begin{equation} a \\end{equation}', 'a'],
  ])('%s', (written, set) => expect(typedTex(written)).toBe(set));
});
