import { describe, expect, it } from 'vitest';
import type { Span } from '../../src/base/index.ts';
import {
  acceptLock,
  checkCoverage,
  checkLock,
  compareLock,
  coverageOf,
  defaultMinimums,
  readLock,
  tellRenamed,
} from '../../src/coverage/index.ts';
import { parseLesson } from '../../src/parse/index.ts';
import { makeProject } from '../support/files.ts';

const outline = `title: T
lang: en
sections:
  - id: s
    title: S
    covers: [two]
    slides:
      - { layout: statement, id: x, title: A thing, covers: [one] }
      - { layout: statement, id: y, title: A thing more, covers: [two.1] }
      - { layout: statement, id: z, title: The last thing, covers: [two.2-3] }
`;
const source = '# T\n\n## One {#one}\n\nFirst. Second.\n\n## Two {#two}\n\nThird thing. Fourth thing. Fifth thing.\n';

/** Codes and messages after the source became `changed`. */
function told(changed: string): readonly string[] {
  const read = (text: string) =>
    parseLesson(makeProject({ 'lessons/a/lesson.yaml': outline, 'lessons/a/source.md': text }).files, 'lessons/a');
  const [before, after] = [read(source), read(changed)];
  if (!before.ok || !after.ok) throw new Error('no lesson');
  const lock = readLock(acceptLock(before.value), 'lock');
  if (!lock.ok) throw new Error('no lock');
  const staleness = compareLock(after.value, lock.value);
  const coverage = checkCoverage(coverageOf(after.value), defaultMinimums);
  return tellRenamed(after.value, {
    staleness,
    diagnostics: [...after.diagnostics, ...coverage, ...checkLock(after.value, staleness)],
    textAt: ({ start, end }: Span) => outline.slice(start, end),
  })
    .filter(({ code }) => /^(?:coverage|link)\//.test(code))
    .map(({ code, message, related = [] }) => `${code} ${related.length} ${message}`);
}

describe('a source that lives', () => {
  it('tells a renamed heading once, with all links to it', () => {
    const found = told(source.replace('{#two}', '{#deux}'));
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(/^coverage\/section-renamed 3 .*`two`.*`deux`/);
  });

  it('tells beside it what is new and on no slide', () => {
    const found = told(`${source.replace('{#two}', '{#deux}')}\n## Three {#three}\n\nSixth.\n`);
    expect(found.map((text) => text.split(' ')[0])).toContain('coverage/uncovered');
    expect(found.filter((text) => text.startsWith('coverage/section-renamed'))).toHaveLength(1);
  });

  it('leaves a link to what never was', () => {
    const found = told(
      source
        .replace('## Two {#two}', '## Other {#other}')
        .replace('Third thing. Fourth thing. Fifth thing.', 'All new.'),
    );
    expect(found.filter((text) => text.startsWith('link/unknown-source-section'))).toHaveLength(3);
  });

  it('says that a sentence was divided, and that sentences were joined', () => {
    expect(told(source.replace('Fourth thing.', 'Fourth. A thing.')).join('\n')).toMatch(
      /two\.2 was divided into two\.2 and two\.3/,
    );
    expect(told(source.replace('thing. Fifth thing.', 'thing and a fifth.')).join('\n')).toMatch(
      /two\.2 and two\.3 were joined into two\.2/,
    );
  });
});
