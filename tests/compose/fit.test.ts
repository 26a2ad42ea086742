import { describe, expect, it } from 'vitest';
import { blocksOf, joinBlocks, sentencesOf } from '../../src/compose/fit/blocks.ts';
import { breakLines } from '../../src/compose/fit/lines.ts';
import { fitOf, Metrics, shareOf } from '../../src/compose/fit/index.ts';
import { ownFonts } from '../../src/compose/index.ts';
import { tableHeight } from '../../src/compose/fit/table.ts';
import { textHeight } from '../../src/compose/fit/text.ts';
import { partedTex, texSize, wrappedHeight } from '../../src/compose/fit/tex.ts';
import { visible } from '../../src/compose/fit/visible.ts';
import { checks, runChecks } from '../../src/checks/index.ts';
import { defaultConfig } from '../../src/parse/index.ts';
import { lessonOf, soundKit } from '../support/pipeline.ts';
import { createFiles } from '../../src/host/index.ts';
import { packageRoot } from '../support/files.ts';

const files = createFiles(packageRoot, packageRoot);
const css = "--font-text: 'Lectern Sans'; --font-title: 'Lectern Serif'; --font-code: 'Lectern Mono';";
const metrics = new Metrics(ownFonts(files), [css], files);

describe('widths', () => {
  it('come from the fonts of the theme', () => {
    expect(metrics.width('A', 'text')).toBeCloseTo(0.544 * 1.012, 3);
    expect(metrics.width('mm', 'code')).toBeCloseTo(1.2 * 1.012, 3);
    expect(metrics.width('ж', 'text')).toBeGreaterThan(0.5);
    expect(metrics.width('漢', 'text')).toBeGreaterThan(1);
  });

  it('are taken wide for a font that is not there', () => {
    const other = new Metrics(ownFonts(files), ["--font-text: 'House Sans', sans-serif;"], files);
    expect(other.width('Words of text', 'text')).toBeGreaterThan(metrics.width('Words of text', 'text') * 1.05);
  });

  it('are those of the slides, not of what a language or a part of the page has', () => {
    const more = `${css}\nsection:lang(ja) { --font-title: var(--font-text); }\n.x { --font-text: 'Wide', serif; }`;
    const other = new Metrics(ownFonts(files), [more], files);
    expect(other.width('Title 12', 'title')).toBe(metrics.width('Title 12', 'title'));
    expect(other.width('Words', 'text')).toBe(metrics.width('Words', 'text'));
  });

  it('break at spaces, hyphens and soft hyphens, and anywhere when nothing else helps', () => {
    expect(breakLines('one two three', 'text', 100, metrics)).toMatchObject({ lines: 1 });
    expect(breakLines('one two three', 'text', 3, metrics).lines).toBe(3);
    expect(breakLines('Rechtsschutz\u00adversicherung', 'text', 8, metrics).lines).toBe(2);
    expect(breakLines('x'.repeat(100), 'text', 10, metrics).lines).toBeGreaterThan(4);
    expect(breakLines('漢字'.repeat(20), 'text', 10, metrics).lines).toBeGreaterThan(3);
  });
});

describe('formulas', () => {
  it('are as wide as their arrows, names and capitals ask for', () => {
    expect(visible('$O(n \\log n)$').text.length).toBeGreaterThan(8);
    expect(texSize('a \\implies b').width).toBeGreaterThan(texSize('a + b').width);
    expect(texSize('M').width).toBeGreaterThan(texSize('i').width);
  });
});

describe('tables', () => {
  it('whose texts fit by a hair are measured as if they did not', () => {
    const cell = 'word and word';
    const size = 28;
    const width = 2 * metrics.width(cell, 'text') * size + 24 + 2;
    const scope = { head: ['a', 'b'], rows: [[cell, cell]] };
    const spec = { head: 'head', rows: 'rows', rowHeaders: 'x', padding: 0.3 };
    const on = { metrics, leading: 1.22, body: size };
    const wide = tableHeight(spec, { scope, width: width * 1.5, size }, on);
    expect(tableHeight(spec, { scope, width, size }, on)).toBeGreaterThan(wide);
  });
});

describe('texts', () => {
  it('are measured as they are seen', () => {
    expect(visible('a **bold** [link](https://example.org) &amp; more')).toMatchObject({
      text: 'a bold link & more',
      face: 'bold',
    });
    expect(visible('$\\frac{a}{b}$').isHigh).toBe(true);
  });

  it('fall apart into blocks and grow together again', () => {
    const markdown = 'One. Two.\n\n- a\n- b\n  - c\n\n```js\nx\n\ny\n```';
    const blocks = blocksOf(markdown);
    expect(blocks.map(({ kind }) => kind)).toEqual(['paragraph', 'item', 'item', 'item', 'code']);
    expect(joinBlocks(blocks)).toBe(markdown);
  });

  it('never end a slide within some markup', () => {
    expect(sentencesOf('One. **Two. Three.** Four.')).toEqual(['One.', '**Two. Three.** Four.']);
    expect(sentencesOf('word '.repeat(200).trim()).every((part) => part.length <= 220)).toBe(true);
  });
});

const lesson = (slide: string): string => `title: A
lang: en
sections:
  - id: s
    title: Section
    slides:
      - ${slide.trim().replaceAll('\n', '\n        ')}
`;

async function classesOf(slide: string): Promise<readonly string[]> {
  const kit = await soundKit(lesson(slide), {});
  return (kit.made?.deck.slides ?? []).map(({ classes, title }) => `${title}: ${/text-\d+/.exec(classes)?.[0] ?? ''}`);
}

describe('a slide', () => {
  const row = (i: number): string => `  - [Row ${i}, "${i}", some words that say what it is]`;
  const table = (count: number): string =>
    `layout: table\ntitle: Rows\nnotes: Words.\nhead: [A, B, C]\nrows:\n${Array.from({ length: count }, (_, i) => row(i)).join('\n')}`;

  it('grows when there is little on it, and goes on when there is much', async () => {
    expect(await classesOf(table(3))).toEqual(['Rows: text-44']);
    expect(await classesOf(table(9))).toEqual([expect.stringMatching(/^Rows: text-(2|3)\d$/)]);
    const many = await classesOf(table(40));
    expect(many.length).toBeGreaterThan(2);
    expect(many[0]).toMatch(/^Rows \(1\/\d\): text-/);
  });

  it('keeps its notes, ids and coverage with the first of its slides, and repeats the head of a table', async () => {
    const { deck } = (await soundKit(lesson(table(40)), {})).made ?? {};
    const slides = deck?.slides ?? [];
    expect(slides.map(({ id }) => id).slice(0, 2)).toEqual(['rows', 'rows-2']);
    expect(new Set(slides.map(({ slide }) => slide)).size).toBe(1);
    expect(slides.map(({ notes }) => notes !== '')).toEqual(slides.map((_, i) => i === 0));
    for (const { html } of slides) expect(html).toContain('<thead>');
    const rows = slides.flatMap(({ html }) => [...html.matchAll(/Row (\d+)/g)].map((match) => Number(match[1])));
    expect(rows).toEqual(Array.from({ length: 40 }, (_, i) => i));
  });

  it('does not change when another is edited', async () => {
    const two = (other: string): string =>
      `${lesson(table(5))}      - { layout: statement, title: Other, body: ${other}, notes: n }\n`;
    const [first, second] = await Promise.all(
      ['Short', 'Long '.repeat(300)].map(async (other) => (await soundKit(two(other), {})).made?.deck.slides[0]?.html),
    );
    expect(first).toBe(second);
  });

  it('numbers on: letters of answers and lines of code', async () => {
    const code = `layout: code\ntitle: Code\nnotes: n\nlanguage: js\nhighlight: ['2', '39-40']\ncode: |\n${Array.from({ length: 40 }, (_, i) => `  let v${i} = ${i};`).join('\n')}`;
    const { deck } = (await soundKit(lesson(code), {})).made ?? {};
    const marked = deck?.slides.map(({ html }) => (html.match(/line highlighted/g) ?? []).length) ?? [];
    expect(marked[0]).toBe(1);
    expect(marked.at(-1)).toBe(2);
  });

  it('takes the way in which its text is larger: wide code over its explanation, narrow code beside it', async () => {
    const code = (line: string): string =>
      `layout: code\ntitle: Code\nnotes: n\nlanguage: js\ncode: |\n  ${line}\n  let b;\nexplain: Why.`;
    const forms = ['let a = { first: "a line of half the slide", b };', 'let a;'].map(async (line) => {
      const { deck } = (await soundKit(lesson(code(line)), {})).made ?? {};
      return deck?.slides[0]?.classes.includes('tight');
    });
    expect(await Promise.all(forms)).toEqual([true, false]);
  });

  it('makes one short text the hero of its slide', async () => {
    const forms = ['A sentence.', 'A sentence of some length. '.repeat(12)].map(async (body) => {
      const { deck } = (await soundKit(lesson(`layout: statement\ntitle: A\nnotes: n\nbody: ${body}`), {})).made ?? {};
      return deck?.slides[0]?.classes.includes('grand');
    });
    expect(await Promise.all(forms)).toEqual([true, false]);
  });

  it('tells the lines of a diff that come from those that go', async () => {
    const code =
      'layout: code\ntitle: Code\nnotes: n\nlanguage: diff\ncode: |\n   let a;\n  -let b;\n  +let c;\n  +let d;';
    const { deck } = (await soundKit(lesson(code), {})).made ?? {};
    expect(deck?.slides[0]?.html.match(/line (?:added|removed)/g)).toEqual([
      'line removed',
      'line added',
      'line added',
    ]);
  });

  it('steps through the marked lines of its code; steps without effect are told', async () => {
    const code =
      "layout: code\ntitle: Code\nsteps: true\nnotes: n\nlanguage: js\nhighlight: ['1-2', '4']\ncode: |\n  let a;\n  let b;\n  let c;\n  let d;";
    const { deck } = (await soundKit(lesson(code), {})).made;
    expect(deck.slides[0]?.steps).toBe(2);
    const kit = await soundKit(lesson('layout: section\ntitle: Opener\nsteps: true'), {});
    const found = await runChecks({ ...kit.made, config: defaultConfig, files }, checks);
    expect(found.map(({ code: name }) => name)).toContain('slide/no-steps');
  });
});

describe('layouts', () => {
  it('measure fixed words that there are; a number of an item is measured as a figure', () => {
    const read = (file: string): string => {
      const found = files.read(file);
      return found.ok ? Buffer.from(found.bytes).toString() : '';
    };
    const words = read('lectern:templates/strings/en.yaml');
    const folders = files.list('lectern:templates/layouts').map(({ name }) => `lectern:templates/layouts/${name}`);
    const used = folders.flatMap((folder) => read(`${folder}/fields.yaml`).match(/(?<=['"]@)[\w-]+/g) ?? []);
    expect(used.length).toBeGreaterThan(9);
    expect([...new Set(used)].filter((key) => !/^\d$/.test(key) && !words.includes(`\n${key}:`))).toEqual([]);
  });

  it('show a short question to discuss in large letters', async () => {
    const { made } = await soundKit(lessonOf([{ layout: 'discussion', title: 'D', prompts: ['What can go wrong?'] }]));
    expect(Number(/text-(\d+)/.exec(made.deck.slides[0]?.html ?? '')?.[1])).toBeGreaterThan(40);
  });
});

describe('a long formula', () => {
  it('is measured with the room between its parts', () => {
    const bare = texSize('ab').width;
    expect(texSize('a\\qquad b').width - bare).toBeCloseTo(2);
    expect(texSize('a\\quad b').width - bare).toBeCloseTo(1);
    expect(texSize('a\\hspace{3em}b').width - bare).toBeCloseTo(3);
    expect(texSize('\\text{if it rains}').width).toBeGreaterThan(texSize('\\text{ifitrains}').width);
  });

  it('goes on in a next line where it is too wide, at what stands apart first', () => {
    const tex = 'a = b \\qquad c = \\text{one \\quad two}';
    expect(partedTex(tex, 100)).toBe(tex);
    expect(partedTex(tex, 5)).toBe('a = b  \\\\  c = \\text{one \\quad two}');
    expect(wrappedHeight('a + b + c + d', 3)).toBeGreaterThan(wrappedHeight('a + b + c + d', 30));
  });
});

describe('pictures in text', () => {
  const img = (alone: boolean): string => `<img class="inline-picture${alone ? ' alone' : ''}" src="a.png" alt="A" />`;
  const place = { width: 500, size: 30 };
  const on = { metrics, leading: 1.3 };

  it('take their height in a line, an item and a cell', () => {
    const plain = textHeight(visible('Some words'), place, on);
    expect(textHeight(visible(`Some ${img(false)} words`), place, on)).toBeGreaterThan(plain + 30 * 6);
    expect(textHeight(visible(img(true)), place, on)).toBeGreaterThan(30 * 6);
    const table = (cell: string): number =>
      tableHeight({ cells: [[visible('a')], [visible(cell)]] }, { ...place, scope: {} }, { ...on, body: 30 });
    expect(table(img(true))).toBeGreaterThan(table('words') + 30 * 2.5);
  });

  it('are figures only when nothing else stands in their line', () => {
    expect(blocksOf(img(true)).map(({ kind }) => kind)).toEqual(['figure']);
    expect(blocksOf(`${img(false)} and ${img(false)}`).map(({ kind }) => kind)).toEqual(['paragraph']);
  });
});

it('a text in a column has its share of the width, and all of it where columns are stacked', () => {
  const schema = { 'x-fit': { box: { columns: [{ rows: [{ block: 'left' }] }, { block: 'right.body' }], stack: 1 } } };
  const fit = fitOf(schema);
  if (!fit) throw new Error('no fit');
  expect([shareOf(fit.box, 'left', false), shareOf(fit.box, 'right.body', false)]).toEqual([0.5, 0.5]);
  expect([shareOf(fit.box, 'left', true), shareOf(fit.box, 'notes', false)]).toEqual([1, 1]);
});
