import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import type { Json } from '../../src/base/index.ts';
import { DomParser } from '../support/dom.ts';
import { examples, outlineWith, surroundings, textFields, withTexts, type Example } from '../support/examples.ts';
import { slideCountIn } from '../support/marp.ts';
import { errorsOf, kitFrom } from '../support/pipeline.ts';

const dom = new DomParser();
afterAll(() => dom[Symbol.asyncDispose]());

/** S4 and S8: each must come out as words. None is longer than the shortest field. */
const attacks = [
  '<script>a()</script>',
  '<svg onload=a()>',
  '<img src=x onerror=a()>',
  '<base href=//h>',
  '</section><section>',
  '<!-- _class: x -->',
  '--> <b onclick=a()>',
  '</style><script>a()//',
  '"><iframe src=//h>',
  "' onclick='a()",
  '`</code><script>`',
  '***<i>***<script>',
  '[a](javascript:a())',
  '<!--<script>-->',
  ']]><script>',
  '{{constructor}}',
  '&lt;script&gt;',
  '\u202e<script>',
  '\ud800<script>',
];
/** These need several lines. */
const blocks = [
  'a\n\n---\n\nb',
  '---\nclass: x\n---',
  '```\n</section>\n---',
  '~~~~\n---\n\n# x',
  '<style>\n*{}\n</style>',
  '<div>\n\n---\n\n<script>',
  'a\n===\n\n***\n\n___\n\n- - -',
  '<!--\n_class: x\n-->',
  '$$\n---\n\n<script>\n$$',
  '[a]: //h "x"\n\n[a]',
  '| a | <script> |\n|---|---|\n| --- | </td> |',
  '<meta http-equiv=refresh content=0>',
];

/** An example with hostile text in all its fields, a word of its own in each. */
function attacked(example: Example, turn: number): { readonly slide: Json; readonly words: readonly string[] } {
  const words: string[] = [];
  const texts = new Map<string, string>();
  textFields(example).forEach(({ pointer, format, maxLength }, i) => {
    const many = format === 'block' ? [...attacks, ...blocks] : attacks;
    const attack = many[(i * 7 + turn) % many.length] ?? '';
    const word = `w${i}q`;
    texts.set(pointer, `${word} ${attack}`.slice(0, maxLength));
    if (!/^\/(notes|alt|.*\/alt)$/.test(pointer)) words.push(word);
  });
  return { slide: withTexts({ notes: 'n', ...example.slide }, texts), words };
}

/** Text that no drawing or formula can hold is refused, at its place. */
const refusals = /^(diagram\/too-much|render\/math) /;

async function harmless(example: Example, slide: Json, words: readonly string[]): Promise<boolean> {
  const kit = await kitFrom(outlineWith(example, slide), surroundings);
  const { made, files } = kit;
  expect(errorsOf(kit).filter((error) => !refusals.test(error))).toEqual([]);
  if (!made) return false;
  const parsed = await dom.parse(files['deck.html'] ?? '');
  expect(parsed.dangers).toEqual([]);
  expect(parsed.outside).toEqual([]);
  expect([parsed.scripts, parsed.styles]).toEqual([2, 2]);
  expect(parsed.slides).toHaveLength(made.deck.slides.length);
  expect(slideCountIn(files['deck.md'] ?? '')).toBe(made.deck.slides.length);
  const text = parsed.slides.map((shown) => shown.text + shown.attributes).join('\n');
  expect(words.filter((word) => !text.includes(word))).toEqual([]);
  expect(made.deck.slides.map(({ html }) => /^<section [^>]*class="([^"]*)"/.exec(html)?.[1]?.split(' ')[1])).toEqual(
    made.deck.slides.map(({ layout, standIn }) => (standIn ? 'stand-in' : layout)),
  );
  return made.deck.slides.every(({ standIn }) => !standIn);
}

/** Its one text is a program; hostile ones are tried with the diagrams themselves. */
const own = ['mermaid'];
const firsts = examples
  .filter(({ layout }) => !own.includes(layout.name))
  .filter(({ name, layout }) => examples.find((other) => other.layout === layout)?.name === name);

describe('HTML, script, Marp and Markdown tricks in every text field of every layout (S4, S8)', () => {
  it.each(firsts.map((example) => [example.layout.name, example] as const))('%s', async (_, example) => {
    let made = 0;
    for (const turn of [0, 5, 11, 17, 23]) {
      const { slide, words } = attacked(example, turn);
      if (await harmless(example, slide, words)) made++;
    }
    expect(made).toBeGreaterThan(0);
  });
});

describe('any text in any field', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      ...attacks,
      ...blocks,
      '\n',
      ' ',
      '-',
      '`',
      '$',
      '|',
      '\\',
      '#',
      '<',
      '>',
      '\0',
      '\u2028',
      '\ud800',
    ),
    fc.string({ maxLength: 6, unit: 'grapheme' }),
  );
  const nasty = fc.array(piece, { maxLength: 8 }).map((parts) => parts.join(''));
  it('keeps the number of slides and its own words, and adds nothing that runs', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...firsts),
        fc.array(nasty, { minLength: 4, maxLength: 4 }),
        async (example, lines) => {
          const words: string[] = [];
          const texts = new Map<string, string>();
          textFields(example).forEach(({ pointer, format, maxLength }, i) => {
            const text = lines[i % lines.length] ?? '';
            const word = `w${i}q`;
            const line = format === 'inline' ? text.replace(/[\n\r\u2028\u2029\u0085]/g, ' ') : text;
            texts.set(pointer, Array.from(`${word} ${line}`).slice(0, maxLength).join(''));
            if (format === 'inline' || format === 'code') words.push(word);
          });
          await harmless(example, withTexts({ notes: 'n', ...example.slide }, texts), words);
        },
      ),
      { numRuns: 30 },
    );
  });
});

it('half a character pair in an address takes no lesson down', async () => {
  const half = '10.1/\ud800x';
  const references = [{ id: 'r', authors: 'A', year: 2001, title: 'T', doi: half, url: `https://a.b/${half}` }];
  const slides = [
    { layout: 'references', title: 'T' },
    {
      layout: 'statement',
      title: half,
      body: `[a](https://a.b/${half}) [b](#${half}) [c](a.pdf#${half})`,
      cite: ['r'],
    },
  ];
  const outline = { title: half, lang: 'en', references, sections: [{ id: 's', title: 'S', slides }] };
  const { made, files } = await kitFrom(outline, { 'lessons/x/a.pdf': '%PDF-1.4' });
  expect(made?.deck.slides).toHaveLength(2);
  expect(files['deck.html']).toContain('doi.org/10.1/');
  expect(Object.values(files).every((text) => text.isWellFormed())).toBe(true);
});
