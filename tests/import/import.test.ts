import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { coverageOf } from '../../src/coverage/index.ts';
import { imported, layouts } from './support.ts';

/** Files as people have them, by name; each becomes a lesson without an error, and none of its statements is uncovered. */
const odd: Readonly<Record<string, string | Uint8Array>> = {
  'empty.md': '',
  'blank.txt': '\n \n\n',
  'code.md': '```js\nx\n```\n',
  'one.txt': 'x'.repeat(5000),
  'line.txt': 'water runs down '.repeat(4000),
  'table.md': `| Land | City |\n|---|---|\n${'| a | b |\n'.repeat(80)}`,
  'narrow.md': '## A\n\n| a |\n|---|\n| b |\n',
  'gaps.md': '| | x | y |\n|---|---|---|\n| p | | 2 |\n',
  'list.md': '- a\n- b\n- c\n',
  'nested.md': '# T\n\n## A\n\n- a\n  - b\n    1. c\n\n  Second paragraph of a.\n\n  > quoted in a\n\n- d\n',
  'cjk.md': '# 水\n\n## 定义\n\n水是化合物。它很重要！\n\n1. 冰\n2. 水\n3. 汽\n',
  'rtl.txt': 'الماء\n\nالماء مركب كيميائي. وهو ضروري للحياة؟\n\n- سائل\n- صلب\n',
  'crlf.md': '# T\r\n\r\n## A\r\n\r\nOne sentence. Two.\r\n\r\n```js\r\nlet a;\r\n```\r\n',
  'bom.md': '\ufeff# T\n\n## A\n\nUna célula vive.\n',
  'front.md': '---\ntitle: "A: tour"\nlang: nl\ntags: [a]\n---\n\nEen cel leeft.\n\n## B\n\nZij deelt zich.\n',
  'rules.md':
    '## {{x}} & <b>b</b>\n\n{{#each}} is text. $HOME, 3 < 4, C:\\dir. a_b_c.\n\n---\n\n***\n\n{{/each}} ends.\n',
  'page.html':
    '<html lang=fr><h1>T</h1><p>Un &amp; deux. Trois</p><ul><li>a<ul><li>b</ul></ul><p>Fin.</p><pre>x\n```\ny</pre>',
  'mail.txt':
    'From: A <a@b.org>\nTo: c@d.org\nSubject: Trip\n\nHello all,\n\nwe leave on Friday.\n\n> when?\n> where?\n\n-- \nA\n',
  'talk.txt': '[00:00:01] ANNA: Good day. Welcome.\n[00:00:09] BEN: Thanks.\n[00:01:15] ANNA: Go ahead.\n',
  'marks.rst': 'Title\n=====\n\nFirst\n-----\n\nHello there::\n\n    make\n\n.. note:: Mind.\n',
  'notebook.ipynb': JSON.stringify({
    cells: [
      { cell_type: 'markdown', source: ['# Fit\n', '\n', 'A line is fitted.\n'] },
      { cell_type: 'code', source: 'print(1)', outputs: [{ text: '1' }] },
    ],
  }),
  'broken.ipynb': '{ nothing',
  'math.md': '## A\n\nLet $x$ be \\(y\\).\n\n$$\nE = mc^2\n$$\n\nThen it holds.\n',
  'pandoc.md':
    '# A {#a}\n\nTerm\n:   What it is.\n\nA note.^[Here.] And one[^1].\n\n[^1]: There.\n\n::: {.box}\nInside.\n:::\n',
};

describe('a text becomes a lesson without errors, covered whole', () => {
  it.each(Object.entries(odd))('%s', async (name, text) => {
    const { lesson } = await imported(name, text);
    expect(coverageOf(lesson).totals.uncovered).toBe(0);
  });

  it('whatever it holds', async () => {
    const piece = fc.constantFrom('a b. ', 'Q?', '\n\n', '\n- ', '\n1. ', '## H', '| a | b |\n|---|---|\n| c | d |', '\n> ', '**', '`', '$x$', '<p>', '---\n', '\\', '{#i}', ':', '"', '\t', '```\n', '![p](q.png)', '[^1]', 'a) ', 'é'); // prettier-ignore
    const text = fc.array(piece, { maxLength: 25 }).map((pieces) => pieces.join(''));
    await fc.assert(
      fc.asyncProperty(text, fc.constantFrom('a.md', 'a.txt', 'a.html'), async (written, name) => {
        const { lesson } = await imported(name, written);
        expect(coverageOf(lesson).totals.uncovered).toBe(0);
      }),
      { numRuns: 60 },
    );
  }, 60_000);
});

describe('each piece of a text gets the layout that fits', () => {
  it.each([
    ['a definition', 'A neuron is a cell that sends signals.', ['definition']],
    ['a definition, in German', 'Ein Neuron ist eine Zelle, die Signale sendet.', ['definition']],
    ['short steps', '1. Cut\n2. Copy\n3. Paste', ['cascade']],
    ['steps told', 'First the egg is laid. Then the larva eats. Finally the imago flies.', ['cascade']],
    ['years', 'In 1990 it began. In 1995 it grew. In 2001 it ended.', ['timeline']],
    ['a list', '- One thing\n- Another', ['bullets']],
    ['a table', '| a | c |\n|---|---|\n| b | d |', ['table']],
    [
      'a table that compares',
      '| | Sail | Motor |\n|---|---|---|\n| Cost | low | high |\n| Speed | slow | fast |',
      ['comparison'],
    ],
    ['a sentence that compares', 'Sailing boats use wind, whereas motor boats use fuel.', ['comparison']],
    ['numbers', 'The town lost 45 % of its trees. The park cost 12 million euros.', ['key-figure']],
    ['cause and effect', 'Long drought leads to cracks, which causes leaks.', ['cascade']],
    ['cause and effect, in Dutch', 'Langdurige droogte leidt tot scheuren in de dijk.', ['cascade']],
    ['somebody’s words', '> “The map is not the land.”\n>\n> — A. Korzybski', ['quote']],
    ['a formula', 'It holds.\n\n$$\nE = mc^2\n$$', ['statement', 'formula']],
    ['code', 'Run it:\n\n```sh\nmake\n```', ['code']],
    ['a sentence before a table', 'Prices went up again.\n\n| a | c |\n|---|---|\n| b | d |', ['table']],
    ['a sentence behind a table', '| a | c |\n|---|---|\n| b | d |\n\nIt grows each year.', ['table']],
    ['a sentence behind a definition', 'A neuron is a cell that sends signals.\n\nIt rarely divides.', ['definition']],
    ['kinds that are numbered', 'She named three factors:\n\n1. Rain\n2. Wind\n3. Ice', ['statement']],
    [
      'a sentence behind a numbered list',
      'She named two kinds:\n\n1. Rain\n2. Wind\n\nRain is the worst.',
      ['statement'],
    ],
    ['a lead with its list', 'There are three kinds:\n\n- a\n- b\n- c', ['bullets']],
  ])('%s', async (_, text, wanted) => {
    const result = await imported('a.md', `# T\n\n## A\n\n${text}\n\n## B\n\nLast words here.\n`);
    expect(layouts(result).slice(1, -1)).toEqual(wanted);
  });

  it('keeps emphasis, code, formulas and links on the slide, and nested items below their own', async () => {
    const text =
      '## A\n\nThe **sum** of $x_i$ is `s`; see [there](https://example.org). It grows.\n\n- a\n  - b\n- c\n';
    const { outline } = await imported('a.md', text);
    expect(outline).toContain('The **sum** of $x_i$ is `s`; see [there](<https://example.org>).');
    expect(outline).toContain('bullets: [{ text: "a", sub: ["b"] }, "c"]');
  });

  it('never cuts a title before what takes it back, and names the columns of a table that has no head', async () => {
    const text = `## A\n\nHe is often quoted as the author of the famous remark, but he never said so.\n\n| | | |\n|---|---|---|\n| Years | At 5 % | At 6 % |\n| 10 | 1,6 | 1,8 |\n`;
    const { outline } = await imported('a.md', text);
    expect(outline).not.toMatch(/title: "He is often quoted[^"]*remark"/);
    expect(outline).toContain('head: ["Years", "At 5 %", "At 6 %"]');
  });

  it('keeps what points back below what it points to', async () => {
    const text =
      '## A\n\nMore of this text stands here so that the slide is full of words that nobody has to read at all. Without sleep all of the people who took part in the trial made forty percent more mistakes. That equals one drink.\n\nAdults need eight hours.\n\nA nap may help a little.\n';
    const { lesson } = await imported('a.md', text);
    const slides = lesson.sections[0]?.slides ?? [];
    const holder = slides.find(({ notes = '' }) => notes.includes('one drink'));
    expect(holder?.notes).toContain('Without sleep');
    expect(holder?.title).not.toContain('Adults');
  });

  it('takes no place or time for a term to define', async () => {
    const result = await imported('a.md', '## A\n\nBij mazelen is de drempel het hoogst.\n\nZo zit het in elkaar.\n');
    expect(layouts(result)).not.toContain('definition');
  });

  it('gives no two slides one title', async () => {
    const long = 'When the water that had come down from the hills reached the town, which nobody expected, all fled. ';
    const { lesson } = await imported('a.md', `## A\n\n${`${long}\n\n`.repeat(6)}`);
    const titles = lesson.sections.flatMap(({ slides }) => slides.map(({ title }) => title));
    expect(new Set(titles).size).toBe(titles.length);
  });

  it('proposes sections for a long text that has none', async () => {
    const tides = `${'Tides follow the moon around the earth each day. '.repeat(14)}\n\n`;
    const storms = `${'Storms push water over the dikes in autumn. '.repeat(30)}\n\n`;
    const { lesson, report } = await imported('a.txt', tides + tides + storms + storms);
    expect(lesson.sections.length).toBeGreaterThan(1);
    expect(report.join('\n')).toContain('were proposed');
  });
});

describe('what was lost is told in the language of the lesson, and stands in the outline too', () => {
  it.each([
    ['en', 'picture', 'is not there'],
    ['de', 'Bild', 'ist nicht da'],
    ['es', 'imagen', 'no está'],
    ['fr', 'image', 'introuvable'],
    ['it', 'immagine', 'non c’è'],
    ['nl', 'afbeelding', 'is er niet'],
    ['pt', 'imagem', 'não existe'],
  ])('%s', async (lang, noun, words) => {
    const { report, outline } = await imported('a.md', `---\nlang: ${lang}\n---\n\n# T\n\n![b](gone.png)\n\nTekst.\n`);
    const told = report.find((line) => line.includes('gone.png')) ?? '';
    expect(told).toContain(noun);
    expect(told).toContain(words);
    expect(outline).toContain(`# - ${told}\n`);
  });

  it('cannot be broken out of', async () => {
    const { outline } = await imported('a.md', '# T\n\n![b](<x\ttitle: bad.png>)\n\nText.\n');
    expect(outline.match(/^title:/gm)).toHaveLength(1);
  });
});

it('leaves no sentence alone on a slide that has room beside another', async () => {
  const text = 'Water runs down the hill to the sea. '.repeat(3);
  const { lesson } = await imported(
    'a.md',
    `## A\n\n${text}\n\nThe sea is salt since rivers bring salt.\n\nSo it stays.\n`,
  );
  expect(lesson.sections[0]?.slides.filter(({ layout }) => layout === 'statement')).toHaveLength(1);
});
