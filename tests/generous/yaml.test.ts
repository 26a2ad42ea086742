import { describe, expect, it } from 'vitest';
import { kitFrom, type Kit } from '../support/pipeline.ts';

/** A lesson with one slide written as these lines, between two sound ones. */
const around = (lines: string): string =>
  [
    'title: Lesson',
    'lang: en',
    'sections:',
    '  - title: Part',
    '    slides:',
    '      - { layout: statement, title: Before, body: First }',
    ...lines.split('\n').map((line) => `      ${line}`),
    '      - { layout: statement, title: After, body: Last }',
    '',
  ].join('\n');

const found = ({ diagnostics }: Kit) =>
  diagnostics.filter(({ code, severity }) => severity !== 'info' && code !== 'lesson/x');
const middleOf = ({ made }: Kit): string =>
  made?.deck.slides
    .slice(1, -1)
    .map(({ html }) => html)
    .join('\n') ?? '';
const plain = (html: string): string =>
  html
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('&quot;', '"')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replaceAll('&#x27;', "'")
    .replace(/\s+/g, ' ');

const bullets = (item: string): string => `- layout: bullets\n  title: Middle\n  bullets:\n    ${item}\n    - last`;
const statement = (line: string): string => `- layout: statement\n  ${line}\n  body: Words`;

/** What a person in a hurry writes, and what must stand on the slide. */
const drafts: readonly (readonly [what: string, lines: string, shown: string])[] = [
  ['a colon in a title', statement('title: Boyle: the spring of air'), 'Boyle: the spring of air'],
  ['a colon in an item', bullets('- Note: this is a point'), 'Note: this is a point'],
  ['two colons in an item', bullets('- Note: this: a point'), 'Note: this: a point'],
  ['bold at the start', bullets('- **heavy** words'), 'heavy words'],
  ['italics at the start', bullets('- *soft* words'), 'soft words'],
  ['a quotation at the start', bullets('- "Gas" is a Dutch word'), '“Gas” is a Dutch word'],
  ['an apostrophe at the start', bullets("- 'Gas' is a Dutch word"), '‘Gas’ is a Dutch word'],
  ['a quote that is not closed', bullets('- "Gas is a Dutch word'), 'Gas is a Dutch word'],
  ['an at sign', bullets('- @home is a name'), '@home is a name'],
  ['a backtick', bullets('- `x` is code: yes'), 'is code: yes'],
  ['a percent sign', bullets('- % of all cases'), '% of all cases'],
  ['an exclamation mark', bullets('- !important for you'), '!important for you'],
  ['an ampersand', bullets('- &Co and more'), '&Co and more'],
  ['a bracket', bullets('- [draft] of a thought'), '[draft] of a thought'],
  ['a brace', bullets('- {a} is a set'), '{a} is a set'],
  ['a greater sign', bullets('- > five of them'), '> five of them'],
  ['a bar', bullets('- |x| is the length'), '|x| is the length'],
  ['a comma at the start', bullets('- , and then'), ', and then'],
  ['a dash without space', bullets('-one thing'), 'one thing'],
  ['a colon without space', statement('title:Middle of it'), 'Middle of it'],
  ['an equals sign', statement('title = Middle of it'), 'Middle of it'],
  ['a tab before a key', statement('title: Middle').replace('  body', '\tbody'), 'Words'],
  ['one space too many', '- layout: statement\n   title: Middle\n  body: Words', 'Middle'],
  ['one space too few', '- layout: statement\n title: Middle\n  body: Words', 'Middle'],
  [
    'a block that is not indented',
    '- layout: statement\n  title: Middle\n  body: |\n  Words of a block',
    'Words of a block',
  ],
  ['a key in capitals', '- Layout: statement\n  Title: Middle\n  BODY: Words', 'Words'],
  ['a layout in the singular', '- layout: bullet\n  title: Middle\n  bullets: [words]', 'words'],
  ['a field in the singular', '- layout: bullets\n  title: Middle\n  bullet: [words]', 'words'],
  ['a German field', '- layout: statement\n  titel: Mitte\n  inhalt: Worte', 'Worte'],
  ['items as one text', '- layout: bullets\n  title: Middle\n  bullets: |\n    - one\n    - two', 'two'],
  ['items with round marks', '- layout: bullets\n  title: Middle\n  bullets: |\n    • one\n    • two', 'two'],
  ['a text as a list', '- layout: statement\n  title: Middle\n  body: [one, two]', 'two'],
  ['a number as a title', statement('title: 1984'), '1984'],
  ['a date as a title', statement('title: 2024-01-02'), '2024-01-02'],
  ['a version as a title', statement('title: 3.10'), '3.10'],
  ['a hexadecimal number', bullets('- 0x10'), '0x10'],
  ['a number with an exponent', bullets('- 1e3'), '1e3'],
  ['leading zeros', bullets('- 01234'), '01234'],
  ['a word that is a truth value', bullets('- true'), 'true'],
  ['a comma inside braces', '- { layout: statement, title: Middle, body: First, second }', 'First, second'],
  ['a colon inside braces', '- { layout: statement, title: Middle: of it, body: Words }', 'Middle: of it'],
  ['a missing comma', '- { layout: statement, title: Middle body: Words }', 'Words'],
  ['no layout', '- title: Middle\n  bullets: [words, more]', 'words'],
  ['a title alone', '- layout: statement\n  title: Middle alone', 'Middle alone'],
  ['an empty key', '- layout: statement\n  title: Middle\n  body: Words\n  notes:', 'Words'],
  [
    'a missing dash',
    '- layout: statement\n  title: Middle\n  body: Words\nlayout: statement\ntitle: Fourth slide\nbody: x',
    'Fourth slide',
  ],
  [
    'several lines indented too far',
    '- layout: bullets\n    title: Middle\n    bullets:\n      - first\n      - second',
    'second',
  ],
  [
    'two missing dashes',
    '- layout: statement\n  title: Middle\n  body: Words\n  layout: statement\n  title: Fourth slide\n  body: x',
    'Fourth slide',
  ],
  [
    'a list in brackets that is not closed',
    '- layout: bullets\n  title: Middle\n  bullets: [one, two\n  notes: n',
    'two',
  ],
  [
    'a row that is not closed',
    '- layout: table\n  title: Middle\n  head: [a, b]\n  rows:\n    - [1, 2\n    - [3, four]',
    'four',
  ],
  [
    'a hash inside braces, after an exclamation mark',
    '- layout: statement\n  title: !middle words\n- { layout: statement, title: C # major, body: x }',
    'C # major',
  ],
  ['curly quotes', statement('title: “Gas”: a word'), '“Gas”: a word'],
];

describe('what people write in a hurry becomes the slide that they meant', () => {
  it.each(drafts)('%s', async (_, lines, shown) => {
    const kit = await kitFrom(around(lines));
    const told = found(kit).map(({ code, severity, message }) => `${severity} ${code}: ${message}`);
    expect(told.filter((line) => line.startsWith('error'))).toEqual([]);
    expect(plain(middleOf(kit))).toContain(shown);
    expect(kit.made?.deck.slides.some(({ standIn }) => standIn)).toBe(false);
    expect(plain(kit.made?.deck.slides.at(-1)?.html ?? '')).toContain('After');
  });

  it('with Windows line ends too', async () => {
    for (const [, lines, shown] of drafts.slice(0, 24)) {
      const kit = await kitFrom(around(lines).replaceAll('\n', '\r\n'));
      expect(plain(middleOf(kit))).toContain(shown);
    }
  });

  it('a key by another name is a finding with the name to write', async () => {
    const { diagnostics } = await kitFrom(around('- layout: statement\n  Title: Middle\n  body: Words'));
    const found = diagnostics.find(({ code }) => code === 'outline/read-as');
    expect([found?.severity, found?.fix?.replacement]).toEqual(['info', 'title']);
  });

  it('each mend is a finding on its line with the edit that makes it YAML', async () => {
    const outline = around(statement('title: Boyle: the spring of air'));
    const { diagnostics } = await kitFrom(outline);
    const mended = diagnostics.find(({ code }) => code === 'yaml/mended');
    expect(mended?.help).toEqual(['Put quotes around this text.']);
    const { start = 0, end = 0 } = mended?.fix?.at ?? {};
    const fixed = outline.slice(0, start) + (mended?.fix?.replacement ?? '') + outline.slice(end);
    expect((await kitFrom(fixed)).diagnostics.filter(({ code }) => code.startsWith('yaml/'))).toEqual([]);
  });
});

it('an entry that nothing makes readable takes no other slide down', async () => {
  const kit = await kitFrom(around('- { layout: statement, title: Lost words, body: "x }'));
  expect(kit.made?.deck.slides).toHaveLength(3);
  expect(found(kit).map(({ code }) => code)).toContain('yaml/syntax');
  expect(middleOf(kit)).toContain('could not be made');
  expect(middleOf(kit)).toContain('Lost');
});

it('a text that a comment cuts, or that begins like a name, has a finding', async () => {
  const { diagnostics } = await kitFrom(
    around(statement('title: C # major')).replace('title: Lesson', 'title: &Co and more'),
  );
  expect(diagnostics.map(({ code }) => code)).toEqual(
    expect.arrayContaining(['yaml/comment-in-text', 'yaml/anchor-in-text']),
  );
});

it('slides may stand without sections, and a list of terms as a mapping', async () => {
  const { made, diagnostics } = await kitFrom(
    'title: Short\nlang: en\nslides:\n  - { layout: statement, title: Only, body: Words }\nglossary:\n  Gas: what fills its vessel\n',
  );
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(made?.deck.slides).toHaveLength(1);
  expect(made?.lesson.glossary.map(({ term }) => term)).toEqual(['Gas']);
});
