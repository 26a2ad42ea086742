import fc from 'fast-check';
import { expect, it } from 'vitest';
import { kitFrom, lessonOf } from '../support/pipeline.ts';

/** Words that occur once each, so that a lost one is seen. */
const words = (count: number, from: number): string =>
  Array.from({ length: count }, (_, i) => `w${from + i}x`).join(' ');

/** Texts of so many words each, no word twice in the slide. */
function textsOf(lengths: readonly number[]): readonly string[] {
  let from = 0;
  return lengths.map((length) => {
    const text = words(length, from);
    from += length;
    return text;
  });
}

const paired = <T>(texts: readonly string[], make: (first: string, second: string) => T): readonly T[] =>
  texts.flatMap((text, i) => (i % 2 === 0 && texts[i + 1] !== undefined ? [make(text, texts[i + 1] ?? '')] : []));

/** Slides of layouts that go on, made of any number of texts. */
const makers: Readonly<Record<string, (texts: readonly string[]) => object>> = {
  bullets: (bullets) => ({ layout: 'bullets', title: 'T', bullets, steps: true }),
  statement: (texts) => ({ layout: 'statement', title: 'T', body: texts.join('\n\n') }),
  list: (texts) => ({ layout: 'statement', title: 'T', body: texts.map((text) => `- ${text}`).join('\n') }),
  table: (texts) => ({ layout: 'table', title: 'T', head: ['A', 'B'], rows: paired(texts, (a, b) => [a, b]) }),
  columns: (texts) => ({ layout: 'two-columns', title: 'T', left: texts[0], right: texts.slice(1).join('\n\n') }),
  sides: (texts) => ({
    layout: 'comparison',
    title: 'T',
    sides: paired(texts, (title, point) => ({ title, points: [point] })),
  }),
  summary: (points) => ({ layout: 'summary', title: 'T', points, steps: true }),
  discussion: (prompts) => ({ layout: 'discussion', title: 'T', prompts }),
  poll: (texts) => ({ layout: 'poll', question: texts[0], options: texts.slice(1) }),
  quote: (texts) => ({ layout: 'quote', title: 'T', quote: texts.slice(1).join('\n\n'), by: texts[0] }),
  case: (texts) => ({ layout: 'case', title: 'T', situation: texts[0], questions: texts.slice(1) }),
  credits: (texts) => ({ layout: 'credits', items: paired(texts, (label, text) => ({ label, text })) }),
  claim: (texts) => ({
    layout: 'claim',
    title: 'T',
    claim: texts[0],
    findings: texts.slice(1).map((text) => ({ text })),
  }),
  code: (texts) => ({ layout: 'code', title: 'T', code: texts.join('\n') }),
};

const shown = (html: string): string =>
  html
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('\u00ad', '')
    .replace(/\s+/g, ' ');

it('whatever a slide holds, no word is lost, ids and steps stay apart, and no text is under the smallest size', async () => {
  const lengths = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 4, maxLength: 24 });
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...Object.keys(makers)),
      lengths,
      fc.constantFrom('16:9', '4:3'),
      async (name, counts, size) => {
        const texts = textsOf(counts);
        const slide = makers[name]?.(texts) ?? {};
        const { made } = await kitFrom(lessonOf([slide], { presentation: { size } }));
        const slides = made?.deck.slides ?? [];
        const kept = JSON.stringify(slide).match(/w\d+x/g) ?? [];
        const text = slides.map(({ html }) => shown(html)).join(' ');
        expect(kept.filter((word) => !text.includes(word))).toEqual([]);
        expect(new Set(slides.map(({ id }) => id)).size).toBe(slides.length);
        expect(slides.some(({ standIn }) => standIn)).toBe(false);
        for (const { html } of slides) {
          const body = /\btext-(\d+)\b/.exec(html)?.[1];
          if (body !== undefined) expect(Number(body)).toBeGreaterThanOrEqual(28);
          const steps = [...html.matchAll(/data-step="(\d+)"/g)].map(([, step]) => Number(step));
          expect([...new Set(steps)]).toEqual([...new Set(steps)].map((_, i) => i + 1));
        }
      },
    ),
    { numRuns: 25, seed: 12 },
  );
}, 60_000);
