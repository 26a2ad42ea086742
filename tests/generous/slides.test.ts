import { describe, expect, it } from 'vitest';
import { errorsOf, kitFrom, type Kit } from '../support/pipeline.ts';

const lesson = (slides: string, more = ''): string =>
  `title: Lesson\nlang: en\n${more}sections:\n  - title: Part\n    slides:\n${slides
    .split('\n')
    .map((line) => `      ${line}`)
    .join('\n')}\n`;

const shown = ({ made }: Kit): string =>
  (made?.deck.slides ?? [])
    .map(({ html }) => html)
    .join('\n')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ');

const plainSlides = ({ made }: Kit): number =>
  (made?.deck.slides ?? []).filter(({ standIn, html }) => standIn === true || html.includes('could not be made'))
    .length;

const drawing = 'sequenceDiagram\n    Tide->>Shore: twice a day\n    Shore-->>Tide: ebb';

/** Slides of which the layout is named otherwise, or wrongly, and the layout that they become. */
const layouts: readonly (readonly [what: string, slides: string, layout: string, texts: readonly string[]])[] = [
  ['a Finnish name', '- layout: yhteenveto\n  points: [One, Two]', 'summary', ['One']],
  [
    'a Turkish name',
    '- layout: zaman çizelgesi\n  title: T\n  alt: A.\n  events: ["1839: Gate", "1856: Edict"]',
    'timeline',
    ['Gate'],
  ],
  ['a Chinese name', '- layout: 表格\n  title: T\n  head: [A, B]\n  rows: [[x, y]]', 'table', ['x']],
  ['an Arabic name', '- layout: خلاصة\n  points: [One]', 'summary', ['One']],
  ['no name, but a text', '- title: T\n  text: Words to read', 'statement', ['Words to read']],
  ['a slip of the pen', '- layout: tabble\n  title: T\n  head: [A, B]\n  rows: [[x, y]]', 'table', ['x']],
  ['two letters that changed places', '- layout: sumamry\n  points: [One]', 'summary', ['One']],
  [
    'a slip in the name of a question',
    '- layout: qiuz\n  question: Which one?\n  options: [this, that ✓]',
    'quiz',
    ['Which one?', 'that'],
  ],
  [
    'a name that several have, for a list of pictures',
    '- layout: images\n  title: P\n  images: [{ src: images/a.svg, alt: A }, { src: images/a.svg, alt: B }]',
    'gallery',
    [],
  ],
  [
    'a figure that is a chart',
    '- layout: figure\n  title: F\n  type: bar\n  data: { Oak: 2, Elm: 3 }',
    'chart',
    ['Oak'],
  ],
  [
    'a process with links',
    '- layout: flow\n  title: F\n  alt: A.\n  nodes: [Rest, Walk]\n  edges: [Rest -> Walk]',
    'concept-map',
    ['Rest'],
  ],
  ['the end of the hour', '- layout: questions\n  title: Any questions?', 'closing', ['Any questions?']],
];

describe('the layout of a slide is found', () => {
  it.each(layouts)('%s', async (_what, slides, layout, texts) => {
    const svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 4"><rect width="8" height="4"/></svg>';
    const kit = await kitFrom(lesson(slides), { 'lessons/x/images/a.svg': svg });
    expect(errorsOf(kit)).toEqual([]);
    expect(kit.made?.deck.slides.map((slide) => slide.layout)).toEqual([layout]);
    for (const one of texts) expect(shown(kit)).toContain(one);
  });

  it.each(['mermaid', 'diagram', 'chart', 'concept-map', 'odd-name'])(
    'a Mermaid text in a slide `%s` is drawn',
    async (name) => {
      const kit = await kitFrom(lesson(`- layout: ${name}\n  title: Tides\n  code: |\n    ${drawing}`));
      expect(kit.made?.lesson.sections[0]?.slides.map((slide) => slide.layout)).toEqual(['mermaid']);
      expect(kit.made?.lesson.sections[0]?.slides[0]?.fields.diagram).toContain('sequenceDiagram');
    },
  );

  it('the fence around a Mermaid text is none of it', async () => {
    const slides = `- layout: mermaid\n  title: Tides\n  diagram: |\n    \`\`\`mermaid\n    ${drawing}\n    \`\`\``;
    const kit = await kitFrom(lesson(slides));
    expect(kit.made?.lesson.sections[0]?.slides[0]?.fields.diagram).not.toContain('`');
  });
});

/** Slides with fields that their layout does not know; nothing is lost, and none is a plain one under a mark. */
const whole: readonly (readonly [what: string, slides: string, texts: readonly string[]])[] = [
  [
    'a layout that nobody knows',
    '- layout: zebra\n  title: Z\n  stripes: [black ones, white ones]\n  food: grass and herbs',
    ['black ones', 'Food:', 'grass and herbs'],
  ],
  [
    'records in a layout that nobody knows',
    '- layout: zebra\n  title: Z\n  herd:\n    - { name: Ada, age: 7 }\n    - { name: Bo, age: 9 }',
    ['Ada', '7', 'Bo'],
  ],
  [
    'an address in a layout that nobody knows',
    '- layout: video\n  title: Z\n  src: https://example.org/film',
    ['example.org/film'],
  ],
  [
    'a date beside a task',
    '- layout: exercise\n  task: Mark the themes.\n  due: next Tuesday',
    ['Mark the themes.', 'Due:', 'next Tuesday'],
  ],
  ['points of the day', '- layout: agenda\n  items: [Earth pressure, Drainage]', ['Earth pressure', 'Drainage']],
  [
    'works on the slide that shows them',
    '- layout: references\n  references: ["Craig, R. F. (2004). Soil Mechanics. Spon."]',
    ['Soil Mechanics'],
  ],
  [
    'objectives on the slide that shows them',
    '- layout: objectives\n  objectives: [identify a lease, measure an asset]',
    ['identify a lease', 'measure an asset'],
  ],
  [
    'words on the slide that shows them',
    '- layout: glossary\n  terms: { lease: a contract, asset: a thing }',
    ['lease', 'a contract'],
  ],
  [
    'answers with yes and no',
    '- layout: quiz\n  question: Which?\n  answers: { overcame: yes, loved: no }',
    ['overcame', 'loved'],
  ],
  [
    'answers under their letters',
    '- layout: quiz\n  question: Which?\n  a: fixed sums\n  b: sums by turnover\n  correct: b\n  explanation: So it is.',
    ['fixed sums', 'sums by turnover', 'So it is.'],
  ],
  [
    'cells apart from their rows',
    '- layout: matrix\n  title: M\n  columns: [A, B]\n  rows: [Bank, Tenant]\n  cells: [[high, low], [none, some]]',
    ['Bank', 'high', 'some'],
  ],
  [
    'terms with an equals sign',
    '- layout: formula\n  title: F\n  formula: C\n  terms: [C = yearly sum, "n -> years"]',
    ['yearly sum', 'years'],
  ],
  [
    'figures with a bar',
    '- layout: key-figure\n  title: K\n  figures: [30 % | of all horses]',
    ['30', 'of all horses'],
  ],
  [
    'sides as a table',
    '- layout: comparison\n  title: C\n  columns: [AIC, BIC]\n  rows: [[two k, k times ln n], [to predict, to explain]]',
    ['AIC', 'two k', 'to explain'],
  ],
  [
    'pros and cons',
    '- layout: pros and cons\n  title: C\n  pros: [cheap, simple]\n  cons: [slow]',
    ['Pros', 'cheap', 'Cons', 'slow'],
  ],
  [
    'a table as a program prints it',
    '- layout: table\n  title: T\n  text: |\n    =================\n              mpg\n    -----------------\n    wt     -3.181***\n    hp      -0.023*\n    =================',
    ['mpg', 'wt', '-3.181***'],
  ],
  [
    'series of a chart',
    '- layout: chart\n  title: C\n  type: bar\n  categories: [North, South]\n  series:\n    - { name: Rent, values: [4, 5] }\n    - { name: Interest, values: [1, 2] }',
    ['North', 'Rent', 'Interest'],
  ],
  [
    'columns of a chart beside its rows',
    '- layout: chart\n  title: C\n  type: bar\n  columns: [place, value]\n  data: [[North, 4], [South, 5]]',
    ['North', 'South'],
  ],
  ['numbers of a histogram', '- layout: chart\n  title: C\n  type: histogram\n  data: [1, 2, 2, 3, 3, 3, 4, 4, 5]', []],
  [
    'what a program printed',
    '- layout: output\n  title: R\n  output: |\n    Residuals:\n        Min   Max',
    ['Residuals:'],
  ],
];

describe('nothing is lost of a slide with fields of its own', () => {
  it.each(whole)('%s', async (_what, slides, texts) => {
    const kit = await kitFrom(lesson(slides));
    const unexpected = errorsOf(kit).filter((code) => !code.includes('outline/unknown-layout'));
    expect(unexpected).toEqual([]);
    expect(plainSlides(kit)).toBe(0);
    for (const one of texts) expect(shown(kit).replaceAll('−', '-')).toContain(one);
  });
});

it('the front matter of a deck for Marp is read, or said to mean nothing', async () => {
  const kit = await kitFrom(
    lesson(
      '- layout: bullets\n  title: B\n  bullets: [one]',
      'marp: true\npaginate: true\nvariant: dark\nminutes: 45\n',
    ),
  );
  expect(errorsOf(kit)).toEqual([]);
  expect(kit.made?.lesson.presentation.variant).toBe('dark');
  expect(kit.made?.lesson.plans.map(({ minutes }) => minutes)).toEqual([45]);
  expect(kit.diagnostics.filter(({ message }) => message.includes('other programs'))).toHaveLength(2);
});
