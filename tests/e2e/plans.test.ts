import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inspectPdf } from '../formats/pdf-support.ts';
import { lectern } from '../support/cli.ts';

const outline = (plans: string): string => `title: Tides
lang: en
${plans}
objectives:
  - { id: pull, verb: explain, text: why the sea rises twice a day }
  - { id: spring, verb: predict, text: when spring tides come, plans: [long] }
sections:
  - id: pull
    title: The pull of the moon
    minutes: { short: 5, long: 12 }
    slides:
      - { layout: agenda, title: What we do }
      - { layout: objectives, title: What you learn }
      - { layout: statement, title: The moon pulls hardest on the near side, body: The far side lags behind. }
      - { layout: statement, title: Sun and moon pull together at new moon, body: That is a spring tide., plans: [long] }
`;

const root = mkdtempSync(join(tmpdir(), 'lectern-plans-'));
const write = (id: string, plans: string): void => {
  mkdirSync(join(root, 'lessons', id), { recursive: true });
  writeFileSync(join(root, 'lessons', id, 'lesson.yaml'), outline(plans));
};
const file = (id: string, name: string): string => join(root, 'output', id, name);
const textsOf = async (id: string, name: string): Promise<readonly string[]> =>
  (await inspectPdf(readFileSync(file(id, name)))).pages.map((page) => page.text.replaceAll(/\s+/g, ' '));

beforeAll(async () => {
  write('tides', 'plans: [{ id: short, minutes: 5 }, { id: long, minutes: 12 }]');
  write('one', 'plans: [{ id: short, minutes: 5 }]');
  const run = await lectern(root, ['build', '--format', 'pdf', '--no-check']);
  if (run.code === null || run.code > 1) throw new Error(run.err);
}, 120_000);
afterAll(() => rmSync(root, { recursive: true, force: true }));

describe('a PDF for each time plan', () => {
  it('shows the minutes, objectives and slides of its plan', async () => {
    const [short, long] = [await textsOf('tides', 'deck.pdf'), await textsOf('tides', 'deck-long.pdf')];
    expect([short.length, long.length]).toEqual([3, 4]);
    expect([short[0], long[0]]).toEqual([expect.stringContaining('5 min'), expect.stringContaining('12 min')]);
    expect(short[1]).not.toContain('spring tides');
    expect(long[1]).toContain('spring tides');
    expect(long[3]).toContain('Sun and moon');
  });

  it('makes one file for a lesson with one plan', async () => {
    expect(existsSync(file('one', 'deck-short.pdf'))).toBe(false);
    expect(await textsOf('one', 'deck.pdf')).toHaveLength(4);
  });
});
