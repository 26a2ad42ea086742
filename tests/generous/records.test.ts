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

const plainSlides = ({ made }: Kit): number => (made?.deck.slides ?? []).filter(({ standIn }) => standIn).length;

const shape =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 4"><rect width="8" height="4" fill="#246"/></svg>';

/** Slides as people write them, the texts that they must show, and no error. */
const sound: readonly (readonly [what: string, slides: string, texts: readonly string[]])[] = [
  ['rungs as texts', '- layout: evidence-ladder\n  title: L\n  rungs: [cell, animal, people]', ['cell', 'people']],
  [
    'rungs of which nothing is said',
    '- layout: evidence-ladder\n  title: L\n  rungs: [{ label: cell }, { label: animal }, { label: people }]',
    ['cell', 'people'],
  ],
  [
    'layouts by other words',
    '- layout: Zusammenfassung\n  points: [One, Two]\n- layout: tabel\n  title: T\n  head: [A, B]\n  rows: [[x, y]]\n' +
      '- layout: Résumé\n  points: [Three]\n- layout: título\n- layout: immagine\n  title: I\n  image: images/a.svg\n  alt: A shape.',
    ['One', 'x', 'Three'],
  ],
  [
    'a question that is asked, and one with answers',
    '- layout: frage\n  title: Q\n  question: What first?\n' +
      '- layout: vraag\n  question: Which is stable?\n  answers: [Quick, Merge]\n  correct: Merge',
    ['What first?', 'Which is stable?', 'Merge'],
  ],
  [
    'a note where the layout has a caption: it stands on the slide, not with the speaker',
    '- layout: table\n  title: T\n  head: [A, B]\n  rows: [[x, y]]\n  note: To be seen.',
    ['To be seen.'],
  ],
  [
    'a chart without words',
    '- layout: chart\n  title: C\n  chart: { type: bar, x: a, y: b }\n  data: [{ a: One, b: 1 }]',
    ['One'],
  ],
  [
    'questions to discuss',
    '- layout: discussion\n  questions: [What first?, What then?]',
    ['What first?', 'What then?'],
  ],
  ['one question to discuss', '- layout: discussion\n  question: What first?', ['What first?']],
  ['the author of a quotation', '- layout: quote\n  quote: To be.\n  author: A poet', ['To be.', 'A poet']],
  ['who said it, in German', '- layout: quote\n  quote: To be.\n  von: A poet', ['To be.', 'A poet']],
  ['a quotation of nobody', '- layout: quote\n  quote: To be.', ['To be.']],
  ['code without its language', '- layout: code\n  title: C\n  code: |\n    let x', ['let x']],
  [
    'symbols as a mapping',
    '- layout: formula\n  title: F\n  formula: c\n  symbols: { c: speed of sound }',
    ['speed of sound'],
  ],
  [
    'steps of a cycle',
    '- layout: cycle\n  title: C\n  alt: Words.\n  steps: [warmer, melts, darker]',
    ['warmer', 'melts', 'darker'],
  ],
  [
    'steps as mappings',
    '- layout: cascade\n  title: C\n  alt: Words.\n  steps:\n    - { name: wash, text: twice }\n    - { name: dry }',
    ['wash', 'twice', 'dry'],
  ],
  [
    'an exercise in other words',
    '- layout: exercise\n  title: E\n  question: How many?\n  tip: Count them.\n  answer: 144',
    ['How many?', 'Count them.', '144'],
  ],
  [
    'a schedule as texts and as rows',
    '- layout: schedule\n  title: S\n  rows:\n    - 9:00 Welcome\n    - [9:30, Theory]\n    - { time: 10:00, title: Pause }',
    ['9:00', 'Welcome', '9:30', 'Theory', '10:00', 'Pause'],
  ],
  [
    'a dialogue as a script',
    '- layout: dialogue\n  title: D\n  lines:\n    - "Doctor: How are you?"\n    - Patient: Ill.',
    ['Doctor', 'How are you?', 'Patient', 'Ill.'],
  ],
  [
    'a protocol with steps',
    '- layout: protocol\n  title: P\n  materials: |\n    - buffer\n    - primers\n  steps: [Mix, Heat]',
    ['buffer', 'primers', 'Mix', 'Heat'],
  ],
  ['a poem as one text', '- layout: lines\n  title: L\n  text: |\n    One line\n    another', ['One line', 'another']],
  [
    'a derivation with steps and reasons',
    '- layout: derivation\n  title: D\n  steps:\n    - a = b\n    - { formula: b = c, reason: given }',
    ['given'],
  ],
  ['bullets where a text belongs', '- layout: statement\n  title: S\n  bullets: [one, two]', ['one', 'two']],
  [
    'events as a mapping',
    '- layout: timeline\n  title: T\n  alt: Words.\n  events: { 1958: The judgment, 1983: The census }',
    ['1958', 'The judgment', 'The census'],
  ],
  [
    'events as texts',
    '- layout: timeline\n  title: T\n  alt: Words.\n  events:\n    - "1958: The judgment"\n    - 1983 – The census',
    ['1958', 'The judgment', '1983', 'The census'],
  ],
  [
    'a list below an item',
    '- layout: bullets\n  title: B\n  bullets:\n    - Acute\n      - cut\n      - burn\n    - Chronic:\n      - ulcer',
    ['Acute', 'cut', 'burn', 'Chronic', 'ulcer'],
  ],
  [
    'a leaf as a text',
    '- layout: hierarchy\n  title: H\n  alt: Words.\n  root: { label: Top, children: [Left, { label: Right, children: [Deep] }] }',
    ['Top', 'Left', 'Right', 'Deep'],
  ],
  ['credits by other names', '- layout: credits\n  items: [{ what: Pictures, who: A. Lens }]', ['Pictures', 'A. Lens']],
  ['credits as a mapping', '- layout: credits\n  items: { Pictures: A. Lens }', ['Pictures', 'A. Lens']],
  [
    'a share as a place',
    '- layout: matrix\n  title: M\n  columns: [A]\n  rows:\n    - { label: R, cells: [x] }',
    ['R', 'x'],
  ],
  ['a slide without title', '- layout: bullets\n  bullets: [one]', ['one', 'Part']],
  ['a summary without title', '- layout: summary\n  points: [one]', ['one', 'Summary']],
  [
    'a pasted table',
    '- layout: table\n  title: T\n  table: |\n    | Drug | Dose |\n    |---|--:|\n    | A | 2.50 |',
    ['Drug', 'Dose', '2.50'],
  ],
  ['rows as records', '- layout: table\n  title: T\n  rows:\n    - { Drug: A, Dose: 2.50 }', ['Drug', 'Dose', '2.50']],
  ['a head as the first row', '- layout: table\n  title: T\n  data: [[Drug, Dose], [A, 2.50]]', ['Drug', '2.50']],
  ['rows with bars', '- layout: table\n  title: T\n  rows:\n    - Drug | Dose\n    - A | 2', ['Drug', 'Dose', 'A']],
  [
    'a chart as its type',
    '- layout: chart\n  title: C\n  type: bar\n  data: { Warm: 1.6, Cold: 1.2 }',
    ['Warm', 'Cold', '1.6'],
  ],
  [
    'a chart with pasted lines',
    '- layout: chart\n  title: C\n  chart: line\n  data: |\n    year,steel\n    2021,14\n    2022,11',
    ['2021', '2022'],
  ],
  [
    'a tree as mappings',
    '- layout: hierarchy\n  title: H\n  tree:\n    King:\n      Duke: [Earl]',
    ['King', 'Duke', 'Earl'],
  ],
  [
    'links as texts',
    '- layout: concept-map\n  title: C\n  nodes: [Król, Kościół]\n  links:\n    - Król -> Kościół: nadania',
    ['Król', 'Kościół', 'nadania'],
  ],
  ['steps without lanes', '- layout: pathway\n  title: P\n  steps: [Load, Bend]', ['Load', 'Bend']],
  [
    'a matrix with rows as lists',
    '- layout: matrix\n  title: M\n  head: [A, B]\n  rows:\n    - [Bend, yes, no]',
    ['Bend', 'yes', 'no'],
  ],
  ['a matrix as a mapping', '- layout: matrix\n  title: M\n  columns: [A]\n  rows: { Bend: [1.50] }', ['Bend', '1.50']],
  ['a formula with its dollars', '- layout: formula\n  title: F\n  formula: $$E = mc^2$$', ['mc']],
  ['code with its fence', '- layout: code\n  title: C\n  code: |\n    ```js\n    let x\n    ```', ['let x']],
  ['letters that were misread', '- layout: statement\n  title: S\n  body: Veja tambÃ©m o art. 43', ['também']],
  [
    'ligatures and bullets',
    '- layout: bullets\n  title: B\n  bullets: ["•\\tﬁrst", "o\\tsecond"]',
    ['first', 'second'],
  ],
  [
    'a caption beside its picture',
    '- layout: image\n  title: I\n  image: images/a.svg\n  alt: A shape.\n  caption: Here',
    ['Here'],
  ],
  ['a figure by other names', '- layout: key-figure\n  title: K\n  number: 30 %\n  text: of all', ['30', 'of all']],
  ['the year of a quotation', '- layout: quote\n  quote: To be.\n  author: A poet\n  year: 1601', ['A poet, 1601']],
  ['credits with words of their own', '- layout: credits\n  items: [Photos: A, Text: B]', ['Photos', 'Text', 'B']],
  ['numbered lines', '- layout: summary\n  points:\n    1. One\n    2. Two', ['One', 'Two']],
  [
    'both lists of a key that stands twice',
    '- layout: bullets\n  title: B\n  bullets: [one]\n  bullets: [two]',
    ['one', 'two'],
  ],
  ['a lead by another name', '- layout: section\n  subtitle: From load to beam', ['From load to beam']],
  ['a poll with a title', '- layout: poll\n  title: Which?\n  options: [one, two]', ['Which?', 'one']],
  ['a slip of the pen', '- layout: bullets\n  title: B\n  bulets: [one, two]', ['one', 'two']],
  [
    'a number cut by its comma',
    '- layout: key-figure\n  title: K\n  figures:\n    - { value: 1,42, label: ratio }',
    ['1,42', 'ratio'],
  ],
  [
    'numbers cut in a row',
    '- layout: table\n  title: T\n  head: [Item, Share]\n  rows:\n    - [Stock, -11,2 %]\n    - [**All**, **2,5**]',
    ['-11,2 %', '2,5'],
  ],
  [
    'a comma that is missing in braces',
    '- layout: chart\n  title: C\n  alt: Words.\n  chart: { type: bar, x: a, y: b unit: kg }\n  data: [{ a: One, b: 1 }]',
    ['One'],
  ],
  [
    'a figure on its slide',
    '- layout: key-figure\n  title: K\n  value: 0.09\n  unit: mol\n  label: mean of three',
    ['0.09', 'mol', 'mean of three'],
  ],
  [
    'a chart on its slide',
    '- layout: chart\n  title: C\n  alt: Words.\n  type: bar\n  x: a\n  y: b\n  data: [{ a: One, b: 1 }]',
    ['One'],
  ],
  [
    'two sides by their names',
    '- layout: comparison\n  title: C\n  left: { title: Strong, points: [acid one] }\n  right: { title: Weak, points: [acid two] }',
    ['Strong', 'acid one', 'Weak', 'acid two'],
  ],
  [
    'columns as a list',
    '- layout: two-columns\n  title: C\n  columns: [left words, right words]',
    ['left words', 'right words'],
  ],
  [
    'links as arrows',
    '- layout: concept-map\n  title: C\n  alt: Words.\n  nodes: [Aria, Choir]\n  links: [Aria -> Choir]',
    ['Aria', 'Choir'],
  ],
  [
    'rows by their names',
    '- layout: matrix\n  title: M\n  columns: [A, B]\n  rows:\n    One: [x, y]\n    Two: [z, w]',
    ['One', 'Two', 'x', 'w'],
  ],
  [
    'rows without brackets',
    '- layout: table\n  title: T\n  head: [Name, Born, Work]\n  rows:\n    - Verdi, 1813, "Aida, Otello"',
    ['Verdi', '1813', 'Aida, Otello'],
  ],
  ['the minutes of a pause', '- layout: break\n  minutes: 10', ['10']],
  [
    'times before events',
    '- layout: timeline\n  title: T\n  alt: Words.\n  events: [09:00 Safety, 10:30 Titration]',
    ['09:00', 'Safety', 'Titration'],
  ],
  ['empty places in a row', '- layout: table\n  title: T\n  head: [A, B, C]\n  rows:\n    - [x, , y]', ['x', 'y']],
  [
    'a question on its slide',
    '- layout: quiz\n  question: Which is stable?\n  answers: [Quick, Merge]\n  correct: Merge',
    ['Which is stable?', 'Quick', 'Merge'],
  ],
];

describe('a slide written as people write it is made', () => {
  it.each(sound)('%s', async (_what, slides, texts) => {
    const kit = await kitFrom(lesson(slides), { 'lessons/x/images/a.svg': shape });
    expect(errorsOf(kit)).toEqual([]);
    expect(plainSlides(kit)).toBe(0);
    const text = shown(kit);
    for (const one of texts) expect(text).toContain(one);
  });
});

describe('a slide with a mistake shows what is sound of it', () => {
  it.each([
    [
      'a tone that is none',
      '- layout: comparison\n  title: C\n  sides: [{ title: A, tone: warning }, { title: B }]',
      'outline/value',
      ['A', 'B'],
    ],
    [
      'an unknown text',
      '- layout: section\n  title: one\n  zebra: striped words',
      'outline/unknown-field',
      ['one', 'striped words'],
    ],
    [
      'an unknown layout',
      '- layout: grimoire\n  title: B\n  body: Thank you all',
      'outline/unknown-layout',
      ['Thank you all'],
    ],
  ])('%s', async (_what, slides, code, texts) => {
    const kit = await kitFrom(lesson(slides));
    expect([...new Set(errorsOf(kit).map((error) => error.split(' ')[0]))]).toEqual([code]);
    expect(plainSlides(kit)).toBe(0);
    const text = shown(kit);
    for (const one of texts) expect(text).toContain(one);
  });
});

it('a text that a layout has no place for stands as its remark', async () => {
  const kit = await kitFrom(
    lesson(
      [
        '- title: T\n  table: |\n    | a | b |\n    |---|---|\n    | 1 | 2 |\n  text: what it says',
        '- layout: quadrant\n  title: Q\n  strengths: [s]\n  weaknesses: [w]\n  conclusion: go on',
      ].join('\n'),
    ),
  );
  expect(errorsOf(kit)).toEqual([]);
  expect(plainSlides(kit)).toBe(0);
  const text = shown(kit);
  for (const one of ['what it says', 'Strengths', 'Weaknesses', 'go on']) expect(text).toContain(one);
});

describe('parts of the lesson', () => {
  const slides = '- layout: references\n- layout: objectives\n- layout: quiz\n  question: q1\n- layout: glossary';

  it('may be plain texts', async () => {
    const kit = await kitFrom(
      lesson(
        slides,
        [
          'objectives: [name the four stages]',
          'references:',
          '  - "Knuth, D. (1973). The Art of Programming."',
          '  - Epping, V: Rights, 9th ed. 2021',
          'quiz:',
          '  - question: Which is stable?',
          '    answers: [Quick, "[x] Merge"]',
          'glossary: { stable: keeps the order }',
          '',
        ].join('\n'),
      ),
    );
    expect(errorsOf(kit)).toEqual([]);
    const text = shown(kit);
    for (const one of [
      'name the four stages',
      'The Art of Programming',
      'Epping, V: Rights, 9th ed. 2021',
      'keeps the order',
    ])
      expect(text).toContain(one);
    expect(text).not.toContain('()');
    expect(text).not.toContain('****');
    expect(text).toContain('✓');
  });

  it.each(['correct: 2', 'answer: B', 'answer: merge', 'solution: Merge'])(
    '%s tells the right answer',
    async (line) => {
      const quiz = `quiz:\n  - question: Which is stable?\n    answers: [Quick, Merge]\n    ${line}\n`;
      const kit = await kitFrom(lesson('- layout: quiz\n  question: q1', quiz));
      expect(errorsOf(kit)).toEqual([]);
      expect(kit.diagnostics.find(({ code }) => code === 'outline/read-as')?.message).toContain('Merge');
    },
  );

  it('has references with made ids, addresses in full and dates in words', async () => {
    const references =
      'date: 27 November 2026\nreferences:\n  - { authors: Sherwood S, year: 2020, title: Climate, journal: Reviews, doi: https://doi.org/10.1029/2019RG }\n';
    const kit = await kitFrom(
      lesson('- { layout: statement, title: S, body: Words, cites: [sherwood2020] }', references),
    );
    expect(errorsOf(kit)).toEqual([]);
  });
});

it('a drawing in a line of text is fitted to the line', async () => {
  const slides = '- layout: statement\n  title: S\n  body: Look ![A shape](images/a.svg) here.';
  const kit = await kitFrom(lesson(slides), { 'lessons/x/images/a.svg': shape });
  expect(kit.made?.deck.slides[0]?.html).toMatch(/<svg [^>]*class="inline-picture"/);
});

it('thousands are thousands in a chart of a language that groups digits with points', async () => {
  const outline =
    'title: T\nlang: es\nsections:\n  - title: S\n    slides:\n      - layout: chart\n        title: El coste\n        alt: Dos barras.\n' +
    '        chart: { type: bar, x: sitio, y: coste }\n        data:\n          - { sitio: Vigo, coste: 1.200 }\n          - { sitio: Lugo, coste: 950 }\n';
  const kit = await kitFrom(outline);
  expect(kit.diagnostics.map(({ code }) => code)).toContain('chart/thousands');
  expect(shown(kit)).toMatch(/1\D?200/);
});
