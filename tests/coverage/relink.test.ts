import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Span } from '../../src/base/index.ts';
import { acceptLock, compareLock, readLock, relinks } from '../../src/coverage/index.ts';
import { parseLesson } from '../../src/parse/index.ts';
import { makeProject } from '../support/files.ts';

const start =
  '# T\n\n## One {#one}\n\nA first thing. A second thing. A third thing.\n\n## Two {#two}\n\nFourth. Fifth.\n';

/** The outline after its links followed a changed source. */
function followed(covers: string, changed: string, source = start): string {
  const outline = `title: T\nlang: en\nsections:\n  - id: s\n    title: S\n    slides:\n      - layout: statement\n        id: x\n        title: A thing\n        ${covers}\n`;
  const read = (text: string) =>
    parseLesson(makeProject({ 'lessons/a/lesson.yaml': outline, 'lessons/a/source.md': text }).files, 'lessons/a');
  const [before, after] = [read(source), read(changed)];
  if (!before.ok || !after.ok) throw new Error('no lesson');
  const lock = readLock(acceptLock(before.value), 'lock');
  if (!lock.ok) throw new Error('no lock');
  const fixes = relinks(compareLock(after.value, lock.value), {
    textAt: ({ start, end }: Span) => outline.slice(start, end),
    before: ({ start }: Span) => outline.slice(outline.lastIndexOf('\n', start - 1) + 1, start),
    findings: after.diagnostics,
    sections: (after.value.source?.sections ?? []).map(({ id }) => id),
  });
  const text = [...fixes]
    .sort((a, b) => b.at.start - a.at.start)
    .reduce((made, { at, replacement }) => made.slice(0, at.start) + replacement + made.slice(at.end), outline);
  return text.slice(text.indexOf('covers:')).trimEnd();
}

describe('links of any source after any edit', () => {
  it('still point to every sentence that stayed the same', () => {
    const words = ['amber', 'birch', 'cedar', 'delta', 'ember', 'fjord', 'grove', 'heath', 'islet', 'jetty'];
    const sentence = (i: number): string => `The ${words[i] ?? i} stands here.`;
    const written = (sections: readonly (readonly string[])[]): string =>
      `# T\n${sections.map((list, i) => `\n## S ${i} {#s${i}}\n\n${list.join(' ')}\n`).join('')}`;
    const numbers = words.map((_, i) => i);
    const edited = fc.record({
      order: fc.shuffledSubarray(numbers, { minLength: 1 }),
      fresh: fc.array(fc.nat(14), { maxLength: 3 }),
      cut: fc.nat(10),
      linked: fc.uniqueArray(fc.nat(9), { minLength: 1, maxLength: 5 }),
    });
    fc.assert(
      fc.property(edited, ({ order, fresh, cut, linked }) => {
        const before = written([numbers.slice(0, 5).map(sentence), numbers.slice(5).map(sentence)]);
        const list = order.map(sentence);
        fresh.forEach((at, i) => list.splice(at, 0, `A new one, number ${i}.`));
        const at = Math.min(cut, list.length - 1);
        const after = written(at === 0 ? [list] : [list.slice(0, at), list.slice(at)]);
        const idOf = (i: number): string => (i < 5 ? `s0.${i + 1}` : `s1.${i - 4}`);
        const covers = followed(`covers: [${linked.map(idOf).join(', ')}]`, after, before);
        const ids = [...covers.matchAll(/(s\d)\.(\d+)(?:-(\d+))?/g)].flatMap(([, section = '', from, to = from]) =>
          Array.from({ length: Number(to) - Number(from) + 1 }, (_, i) => `${section}.${Number(from) + i}`),
        );
        for (const i of linked.filter((one) => order.includes(one))) {
          const place = list.indexOf(sentence(i));
          const now = at === 0 || place < at ? `s0.${place + 1}` : `s1.${place - at + 1}`;
          expect(ids).toContain(now);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('links follow their statements', () => {
  const source = start;
  it.each([
    ['a sentence inserted before them', 'covers: [one.1-2] # why', source.replace('A first', 'New here. A first'), 'covers: [one.2-3] # why'],
    ['a sentence moved away', "covers: ['one.1-3']", source.replace(' A second thing.', '').replace('Fifth.', 'Fifth. A second thing.'), "covers: ['one.1', 'two.3', 'one.2']"],
    ['a sentence moved away, in a list with dashes', 'covers:\n          - one.1-2', source.replace(' A second thing.', '').replace('Fifth.', 'Fifth. A second thing.'), 'covers:\n          - one.1\n          - two.3'],
    ['a heading renamed', 'covers: [two.1-2, one.1]', source.replace('{#two}', '{#deux}'), 'covers: [deux.1-2, one.1]'],
    ['a sentence divided', 'covers: one.2', source.replace('A second thing.', 'A second. It is a thing.'), 'covers: one.2-3'],
    ['a sentence divided, in a range', 'covers: [one.1-3, two.1]', source.replace('A second thing.', 'A second. It is a thing.'), 'covers: [one.1-4, two.1]'],
    ['sentences joined', 'covers: [one.2, two.1]', source.replace('thing. A second thing.', 'thing and a second thing.'), 'covers: [one.1, two.1]'],
    ['a heading renamed, and a sentence divided', 'covers: [two]', source.replace('{#two}', '{#deux}').replace('Fifth.', 'Fif. Th.'), 'covers: [deux]'],
    ['a heading renamed, and a sentence moved to it', 'covers: [one.2, two.2]', source.replace('{#two}', '{#deux}').replace(' A second thing.', '').replace('Fourth.', 'A second thing. Fourth.'), 'covers: [deux.1, deux.3]'],
    ['a sentence moved out of a section that is linked whole', 'covers: one', source.replace(' A second thing.', '').replace('Fifth.', 'Fifth. A second thing.'), 'covers: [one.1, two.3, one.2]'],
    ['a range past the end', 'covers: [one.2-3]', source.replace('A first thing. A second thing. ', ''), 'covers: [one.1]'],
    ['a list over lines', 'covers:\n          [\n            one.1-2,\n          ]', source.replace('A first', 'New here. A first'), 'covers:\n          [\n            one.2-3,\n          ]'],
    ['a sentence removed', 'covers: [one.1-3]', source.replace(' A third thing.', ''), 'covers: [one.1-2]'],
    ['nothing', 'covers: [one]', source, 'covers: [one]'],
  ])('%s', (_, covers, changed, wanted) => {
    expect(followed(covers, changed)).toBe(wanted);
  }); // prettier-ignore
});
