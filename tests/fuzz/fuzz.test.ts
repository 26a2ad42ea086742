import fc from 'fast-check';
import { expect, it } from 'vitest';
import { styleSheet } from '../../src/compose/css.ts';
import { plainText } from '../../src/compose/index.ts';
import { parseSource } from '../../src/parse/source/index.ts';
import { readRows } from '../../src/render/charts/rows.ts';
import { sanitizeSvg } from '../../src/render/svg/index.ts';
import { htmlPieces } from '../../src/text/index.ts';
import { kitFrom, lessonOf } from '../support/pipeline.ts';

/** `npm run fuzz` gives many runs; a build runs some hundred. A seed that failed is given again as FUZZ_SEED. */
const runs = Number(process.env.FUZZ_RUNS ?? 300);
const seed = Number(process.env.FUZZ_SEED ?? Date.now() % 2 ** 31);
process.stdout.write(`fuzz: seed ${seed}, ${runs} runs of each reader\n`);

/** CPU milliseconds that one small text may take. */
const budget = 2000;

/** Pieces that mean something to one reader or another, and any text between them. */
const pieces = (...meaning: readonly string[]): fc.Arbitrary<string> =>
  fc
    .array(
      fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...meaning) }, fc.string({ unit: 'binary', maxLength: 6 })),
      {
        maxLength: 40,
      },
    )
    .map((parts) => parts.join(''));

const css = pieces(
  ...'a{ } { ( ) [ ] " \' \\ /* */ ; : , @ \n url( u\\72l( image-set( @import @media # . !important --x 1px'.split(' '),
);
const markdown = pieces(
  ...'# |## |- |1. |> |```|~~~|$$|$|**|*|_|~|^|[|](|)|![|<b>|</b>|<!--|-->|{#a}|\n|\n\n|    |\\|&amp;|:::|word '.split(
    '|',
  ),
  '| a | b |\n|---|---|\n',
);
const markup = pieces(
  ...'<g>|</g>|<style>|</style>|<path d="M0 0"/>|<text fill="|"/>|url(#a)|<use href="#a"/>|<![CDATA[|]]>|&lt;|&|<!--|-->|id="a"|\''.split(
    '|',
  ),
);
const cells = pieces(...'a|b|,|;|\t|"|\n|\r\n|0|1.5|−2|1e9|%|NA|__proto__'.split('|'));

const cases: readonly (readonly [name: string, fc.Arbitrary<string>, (text: string) => unknown])[] = [
  ['CSS', css, (text) => expect(styleSheet('own.css', text).css).not.toMatch(/<\/|^\s*@import/im)],
  ['sources', markdown, (text) => parseSource('source.md', `# T\n\n## A\n\n${text}`, 'en')],
  ['Markdown', markdown, (text) => plainText(text)],
  [
    'SVG',
    markup,
    (text) =>
      sanitizeSvg(new TextEncoder().encode(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">${text}</svg>`), {
        file: 'a.svg',
        idPrefix: 'p-',
      }),
  ],
  ['HTML', markup, (text) => htmlPieces(text)],
  ['CSV', cells, (text) => readRows(text)],
];

it.each(cases)('%s: no exception, never over the budget', { timeout: 3_600_000 }, (_, arbitrary, read) => {
  fc.assert(
    fc.property(arbitrary, (text) => {
      const start = process.cpuUsage();
      read(text);
      expect((process.cpuUsage(start).user + process.cpuUsage(start).system) / 1000).toBeLessThan(budget);
    }),
    { numRuns: runs, seed },
  );
});

it('whole outlines: each slide is there, and its words', { timeout: 3_600_000 }, async () => {
  const slide = fc.record({ title: markdown, body: markdown, notes: markdown });
  await fc.assert(
    fc.asyncProperty(fc.array(slide, { minLength: 1, maxLength: 4 }), async (slides) => {
      const marked = slides.map((one, i) => ({
        layout: 'statement',
        title: `Slide ${i}`,
        body: `zebra${i} ${one.title}\n\n${one.body}`,
        notes: one.notes,
      }));
      const kit = await kitFrom(lessonOf(marked));
      const html = kit.files['deck.html'] ?? '';
      const shown = new Set(kit.made?.deck.slides.map(({ slide }) => slide));
      expect(shown.size).toBe(slides.length);
      for (const i of slides.keys()) expect(html).toContain(`zebra${i}`);
    }),
    { numRuns: Math.max(3, Math.floor(runs / 300)), seed },
  );
});
