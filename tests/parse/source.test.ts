import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Source } from '../../src/model/index.ts';
import { parseSource, slugOf, splitSentences } from '../../src/parse/index.ts';

function parse(text: string, lang = 'en'): Source {
  const outcome = parseSource('source.md', text, lang);
  if (!outcome.ok) throw new Error(outcome.diagnostics.map((d) => d.message).join('\n'));
  return outcome.value;
}

/** Statements as `id text`. */
const statements = (text: string, lang?: string): string[] =>
  parse(text, lang).sections.flatMap((section) =>
    section.statements.map((statement) => `${statement.id} ${statement.text}`),
  );

/** The same as pieces of the source. */
const spans = (text: string): string[] =>
  parse(text).sections.flatMap((section) => section.statements.map(({ at }) => text.slice(at.start, at.end)));

const split = (text: string, lang = 'nl'): string[] =>
  splitSentences(text, lang).map(([start, end]) => text.slice(start, end));

describe('sentences end', () => {
  it.each<[lang: string, sentences: string[]]>([
    ['nl', ['Dit geldt bijv. Voor mensen o.a. in Nederland.', 'Daarna niet.']],
    ['nl', ['Het werkt, d.w.z. Het is gemeten.', 'Klaar.']],
    ['nl', ['Neem ca. 5 mg, resp. 10 mg.', 'Wacht dan.']],
    ['nl', ['Zie Fig. 2 en blz. 14.', 'Zie ook hfst. 3.']],
    ['nl', ['Liechti et al. (2000) vonden dit.', 'Dr. A. Shulgin ook.']],
    ['nl', ['Volgens J.R. Jansen klopt dat.', 'Prof. dr. De Vries niet.']],
    ['nl', ['Patiënten in groep B. kregen niets.', 'In groep A. Daarna stopte het.'].slice(0, 1)],
    ['nl', ['Dat is vitamine C.', 'Daarna kwam vitamine D.']],
    ['nl', ['De concentratie was 0,5 µM.', '5-HT nam toe.', '40 procent herstelt.']],
    ['nl', ['Het duurt 3 dagen.', '40 procent herstelt.']],
    ['nl', ['De dosis was 1.5 mg/kg.', 'Meer niet.']],
    ['nl', ['"Werkt het?" vroeg zij.', '"Ja!" zei hij.']],
    ['nl', ['Hij stopte (dat is zeker!) en ging.', 'Klaar.']],
    ['nl', ['Dat staat vast (zie hfst. 3).', 'Niet meer.']],
    ['nl', ['Hij zei: “Stop.”', 'Zij stopte.']],
    ['nl', ['Misschien... wie weet.', 'Of niet…', 'Toch wel.']],
    ['nl', ['De pomp keert om.', 'mTOR wordt actief.', 'p53 niet.', 'α-MT evenmin.']],
    ['nl', ['Zij slaapt.', '’s Ochtends is zij moe.', "'t Is zo."]],
    ['nl', ['Er zijn er drie, enz.', 'De rest volgt.']],
    ['nl', ['Zo, enz. en meer.', 'Dus.']],
    ['nl', ['Op 3 jan. 2020 begon het.', 'Het antwoord is nee.']],
    ['nl', ['Hij citeert: [...] de rest ontbreekt.', 'Klaar.']],
    ['nl', ['Werkt het echt?!', 'Ja.']],
    ['nl', ['Het werd i.v. Daarna p.o. gegeven.'].flatMap(() => ['Het werd i.v.', 'Daarna p.o. gegeven.'])],
    ['en', ['This holds for rats, e.g. Wistar rats, i.e. A common strain.', 'Not for mice.']],
    ['en', ['Compare SSRIs vs. MDMA.', 'The answer is no.', 'Then stop.']],
    ['en', ['See no. 3 and Fig. A in Smith et al.', 'The rest follows.']],
    ['en', ['The U.S. Government funded it.', 'Mr. Smith did not.']],
    ['en', ['It came from the U.S.', 'Then it spread.']],
    ['en', ['Nothing... at all.', '“Really?” she asked.']],
    ['en', ['pH fell to 7.2.', '5-HT rose by 30%.', '20 minutes later it fell.']],
  ])('%s: %j', (lang, sentences) => {
    expect(split(sentences.join(' '), lang)).toEqual(sentences);
  });
});

describe('the source', () => {
  it('has sections with ids from headings or slugs, and an intro', () => {
    const source = parse(
      '# The *title*\n\nBefore.\n\n## Pump & co {#sert}\nOne. Two.\n### Deeper\nThree.\n\n## Été 5-HT\n\nFour.\n',
    );
    expect(source.title).toBe('The title');
    expect(source.sections.map(({ id, title }) => [id, title])).toEqual([
      ['intro', 'The title'],
      ['sert', 'Pump & co'],
      ['ete-5-ht', 'Été 5-HT'],
    ]);
    expect(source.sections[1]?.statements.map(({ id }) => id)).toEqual(['sert.1', 'sert.2', 'sert.3']);
  });

  it('reads headings with underlines and closing marks', () => {
    const source = parse('Title\n=====\n\nSection one {#one}\n---\n\nA.\n\n## Two ##\n\nB.\n\n---\n\nC.\n');
    expect(source.sections.map(({ id, statements }) => [id, statements.length])).toEqual([
      ['one', 1],
      ['two', 2],
    ]);
  });

  it('makes a statement of each list item, lead-in and table row', () => {
    const text =
      '## A {#a}\n\nThere are three:\n- First item\n- Second. With more.\n  Wrapped line.\n  - nested\n- [x] done\n\n1. One\n2. Two\n\n| h | i |\n|---|---|\n| x | **y**. Z |\n| q | 2 |\n\nAfter.\n';
    expect(statements(text)).toEqual([
      'a.1 There are three:',
      'a.2 First item',
      'a.3 Second.',
      'a.4 With more.',
      'a.5 Wrapped line.',
      'a.6 nested',
      'a.7 done',
      'a.8 One',
      'a.9 Two',
      'a.10 x · y. Z',
      'a.11 q · 2',
      'a.12 After.',
    ]);
  });

  it('leaves out code, comments, footnotes, definitions and front matter', () => {
    const text =
      '---\nx: 1\n---\n## A {#a}\n\nOne.[^1] <!-- two. --> Three.\n\n<!--\nFour.\n-->\n\n```js\nFive.\n```\n\n~~~\nSix.\n~~~\n\n[^1]: Seven.\n    Eight.\n\n[ref]: http://x.y\n\n    indented code.\n\n<script>\nNine.\n</script>\n\n![Alt. Text.](a.png)\n\n> Quoted. Words.\n';
    expect(statements(text)).toEqual(['a.1 One.', 'a.2 Three.', 'a.3 Quoted.', 'a.4 Words.']);
  });

  it.each([
    [
      'brackets of LaTeX',
      'Light bends as\n\n\\[\na = b\n- c\n\\]\n\nas shown here.',
      ['Light bends as a = b - c as shown here.'],
    ],
    ['an environment', 'Light bends.\n\n\\begin{equation}\na = b\n\\end{equation}', ['Light bends.', 'a = b']],
    ['a formula in round brackets', 'The angle \\(x_1\\) is *small*.', ['The angle x_1 is small.']],
    ['a span with attributes', 'A [small *word*]{.smallcaps} stands here.', ['A small word stands here.']],
    ['options of a box', ':::{note} Title\n:class: tip\n\nOne claim.\n:::', ['One claim.']],
    [
      'a box with indented text',
      '!!! tip "Title"\n    One claim.\n\n    - two\n\nThree.',
      ['One claim.', 'two', 'Three.'],
    ],
    ['commands', 'One.\n\n\\newpage\n\n{{< pagebreak >}}\n\nTwo.', ['One.', 'Two.']],
  ])('reads %s as those who write it', (_, text, said) => {
    expect(statements(`## A {#a}\n\n${text}`)).toEqual(said.map((words, i) => `a.${i + 1} ${words}`));
  });

  it('finds the level of sections where a few headings stand far below them', () => {
    const text = '# One\n\nA.\n\n# Two\n\nB.\n\n#### Deep\n\nC.\n\n# Three\n\nD.';
    expect(parse(text).sections.map(({ title }) => title)).toEqual(['One', 'Two', 'Three']);
  });

  it('removes Markdown marks and keeps the text', () => {
    const text =
      '## A {#a}\n\nH~2~O and x^2^ in **bold. Text** with `a. B` and $x. Y$ and [a link](http://x.y/z_(1) "T. U.") and snake_case *it* 5 * 3, ~50 mg &amp; a\\*b <b>z</b> <https://a.b/C.D>\n';
    expect(statements(text)).toEqual(
      [
        'a.1 H2O and x2 in bold.',
        'a.2 Text with a. B and x. Y and a link and snake_case it 5 * 3, ~50 mg & a*b z https://a.b/C.D',
      ].map((line) => line),
    );
  });

  it('gives exact spans, with the marks that touch a sentence', () => {
    const text = '## A {#a}\r\n\r\n**One two.** *Three*\r\nfour.[^1] “Five.” [Six](u).\r\n- `a`\r\n';
    expect(spans(text)).toEqual(['**One two.**', '*Three*\r\nfour.[^1]', '“Five.”', '[Six](u).', '`a`']);
  });

  it('says which ids were given twice or cannot be used, and goes on with others', () => {
    const text = '## A {#one}\r\n\r\nX.\r\n\r\n## B {#one}\r\n\r\nY.\r\n\r\n## Z {#a.b}\r\n\r\nZ.\r\n';
    const outcome = parseSource('source.md', text, 'en');
    expect(outcome.diagnostics.map((d) => [d.code, d.severity, text.slice(d.at?.start, d.at?.end)])).toEqual([
      ['source/duplicate-section', 'warning', 'one'],
      ['source/section-id', 'warning', 'a.b'],
    ]);
    expect(outcome.diagnostics[0]?.related?.[0]?.at.start).toBe(text.indexOf('one'));
    expect(outcome.ok && outcome.value.sections.map(({ id }) => id)).toEqual(['one', 'one-2', 'a-b']);
  });

  it('tells repeated headings apart by their parents, and writes headings of any script in Latin letters', () => {
    const text =
      '# Guide\n\n# Cells\n\n## Summary\n\nA.\n\n# Tissues\n\nDirect text.\n\n## Summary\n\nB.\n\n## Summary\n\nC.\n\n## Ткани\n\nD.\n\n## 細胞\n\nE.\n';
    expect(parse(text).sections.map(({ id }) => id)).toEqual([
      'summary',
      'tissues',
      'tissues-summary',
      'tissues-summary-2',
      'tkani',
      'xibao',
    ]);
  });

  it.each([
    [
      '### under a title',
      '# Book\n\nIntro.\n\n### One\n\nA.\n\n#### Deeper\n\nB.\n\n### Two\n\nC.',
      ['intro', 'one', 'two'],
    ],
    ['# only', '# One\n\nA.\n\n# Two\n\nB.', ['one', 'two']],
    ['a title and no sections', '# Title\n\nA.', ['intro']],
    ['HTML', '<h1 align="center">T</h1>\n\n<h2>One</h2>\n\nA.\n\n<h2>Two</h2>\n\nB.', ['one', 'two']],
  ])('finds the level of the sections: %s', (_name, text, ids) =>
    expect(parse(text).sections.map(({ id }) => id)).toEqual(ids),
  );

  it('warns of text without sections, and of sections without text', () => {
    expect(parseSource('s.md', 'Just text.', 'en').diagnostics.map((d) => d.code)).toEqual(['source/no-sections']);
    expect(parseSource('s.md', '# T', 'en').diagnostics.map((d) => d.code)).toEqual(['source/empty']);
    expect(parseSource('s.md', '## A\n\n## B\n\nX.', 'en').diagnostics).toMatchObject([
      { code: 'source/empty', message: 'Section `a` has no statements.' },
    ]);
  });

  it('splits text of a language tag that is not valid', () =>
    expect(statements('## A\n\nBe. Do.', '???')).toHaveLength(2));

  it.each<[name: string, text: string]>([
    ['formulas', '$$\na\n'.repeat(20_000)],
    ['boxes', ':::\n'.repeat(50_000)],
    ['attributes', 'a{#b '.repeat(50_000)],
    ['HTML tables', '<td>'.repeat(50_000)],
    ['unclosed comments', 'a <!-- '.repeat(50_000)],
    ['link definitions', '[a]: b\n'.repeat(50_000)],
    ['lists in lists', '- '.repeat(50_000)],
    ['superscripts', '^a'.repeat(50_000)],
    ['formulas in text', '$$a'.repeat(50_000)],
    ['sections', '## a\n\nb.\n\n'.repeat(10_000)],
    ['emphasis', '*'.repeat(100_000)],
    ['open links', '['.repeat(100_000)],
    ['images', '!['.repeat(50_000)],
    ['code', '`` ` ``` '.repeat(20_000)],
    ['dollars', '$a'.repeat(50_000)],
    ['angle brackets', '<a'.repeat(50_000)],
    ['stops', 'a. '.repeat(50_000)],
    ['one long sentence', 'word '.repeat(50_000)],
    ['quotes', `${'> '.repeat(20_000)}x`],
    ['tables', '|a'.repeat(50_000)],
    ['comments', '<!-- '.repeat(50_000)],
    ['headings', '# a\n'.repeat(50_000)],
    ['rules', '- '.repeat(50_000)],
    ['dashes and colons', `|${':-|'.repeat(30_000)}x\n`.repeat(2)],
    ['closing marks', `## a${' #'.repeat(30_000)}x`],
    ['spaces', `a.${' '.repeat(100_000)}b`],
  ])('reads hostile %s in under a second', (_name, text) => {
    const start = process.cpuUsage().user;
    parseSource('source.md', text, 'nl');
    expect(process.cpuUsage().user - start).toBeLessThan(1_000_000);
  });
});

describe('any text', () => {
  const word = fc.stringMatching(/^[A-Za-zé0-9µ-]{1,8}$/).filter((text) => /[A-Za-z0-9]/.test(text));
  const mark = fc.constantFrom('.', '. ', '? ', '! ', ', ', ' ', '…', '\n', ': ', '." ', ' (');
  const prose = fc
    .array(fc.tuple(word, mark), { minLength: 1, maxLength: 40 })
    .map((parts) => parts.map(([a, b]) => a + b).join(''));
  const words = (text: string): string => text.replace(/\s+/g, '');

  it('never throws, and spans lie inside it, in order', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary', maxLength: 300 }),
          fc.stringMatching(/^[#*_`~^[\]()<>!|\-\n .:a{}$&\\]{0,200}$/),
        ),
        (text) => {
          const outcome = parseSource('s.md', text, 'nl');
          let last = 0;
          for (const { at } of outcome.ok ? outcome.value.sections.flatMap((section) => section.statements) : []) {
            expect(at.start).toBeGreaterThanOrEqual(last);
            expect(at.end).toBeGreaterThan(at.start);
            expect(at.end).toBeLessThanOrEqual(text.length);
            last = at.end;
          }
        },
      ),
      { numRuns: 500 },
    );
  });

  it('keeps every word of plain prose', () => {
    fc.assert(
      fc.property(prose, (text) => {
        const joined = parse(`## A {#a}\n\nx ${text.replace(/\n/g, ' ')}`).sections.flatMap((s) =>
          s.statements.map((statement) => statement.text),
        );
        expect(words(joined.join(''))).toBe(words(`x ${text}`));
      }),
    );
  });

  it('keeps ids, text and hashes of a section when another is edited', () => {
    fc.assert(
      fc.property(prose, prose, (first, second) => {
        const tail = '\n\n## B {#b}\n\nStable one. Stable two.\n';
        const of = (text: string): unknown => {
          const outcome = parseSource('s.md', `## A {#a}\n\nx ${text.replace(/\n/g, ' ')}${tail}`, 'nl');
          return outcome.ok ? outcome.value.sections.at(-1)?.statements.map(({ id, hash }) => [id, hash]) : undefined;
        };
        expect(of(first)).toEqual(of(second));
      }),
    );
  });
});

describe('slugs', () => {
  it.each([
    ['H~2~O: **what** is it?', 'h2o-what-is-it'],
    ['De *pomp* die [terug](x) loopt', 'de-pomp-die-terug-loopt'],
    ['Café crème — 0,5 µM', 'cafe-creme-0-5-mum'],
    ["What's α₁?", 'whats-alpha1'],
    ['日本', 'riben'],
    ['…', ''],
    ['a '.repeat(100), Array(30).fill('a').join('-')],
  ])('%s', (title, slug) => expect(slugOf(title)).toBe(slug));
});
