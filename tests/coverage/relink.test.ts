import { describe, expect, it } from 'vitest';
import type { Span } from '../../src/base/index.ts';
import { acceptLock, compareLock, readLock, relinks } from '../../src/coverage/index.ts';
import { parseLesson } from '../../src/parse/index.ts';
import { makeProject } from '../support/files.ts';

const source =
  '# T\n\n## One {#one}\n\nA first thing. A second thing. A third thing.\n\n## Two {#two}\n\nFourth. Fifth.\n';

/** The outline after its links followed a changed source. */
function followed(covers: string, changed: string): string {
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
  });
  const text = [...fixes]
    .sort((a, b) => b.at.start - a.at.start)
    .reduce((made, { at, replacement }) => made.slice(0, at.start) + replacement + made.slice(at.end), outline);
  return text.slice(text.indexOf('covers:')).trimEnd();
}

describe('links follow their statements', () => {
  it.each([
    ['a sentence inserted before them', 'covers: [one.1-2] # why', source.replace('A first', 'New here. A first'), 'covers: [one.2-3] # why'],
    ['a sentence moved away', "covers: ['one.1-3']", source.replace(' A second thing.', '').replace('Fifth.', 'Fifth. A second thing.'), "covers: ['one.1', 'two.3', 'one.2']"],
    ['a sentence moved away, in a list with dashes', 'covers:\n          - one.1-2', source.replace(' A second thing.', '').replace('Fifth.', 'Fifth. A second thing.'), 'covers:\n          - one.1\n          - two.3'],
    ['a heading renamed', 'covers: [two.1-2, one.1]', source.replace('{#two}', '{#deux}'), 'covers: [deux.1-2, one.1]'],
    ['a sentence removed', 'covers: [one.1-3]', source.replace(' A third thing.', ''), 'covers: [one.1-2]'],
    ['nothing', 'covers: [one]', source, 'covers: [one]'],
  ])('%s', (_, covers, changed, wanted) => {
    expect(followed(covers, changed)).toBe(wanted);
  }); // prettier-ignore
});
