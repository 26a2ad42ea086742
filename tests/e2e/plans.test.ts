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
      - { layout: quiz, question: when, notes: Wait for hands. }
quiz:
  - { id: when, question: When do spring tides come?, plans: [long], answers: ['[x] At new moon', At half moon] }
  - { id: often, question: How often a day?, answer: 2, objectives: [pull] }
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
  const run = await lectern(root, ['build', '--format', 'pdf,script,reading,quiz', '--no-check']);
  if (run.code === null || run.code > 1) throw new Error(run.err);
}, 120_000);
afterAll(() => rmSync(root, { recursive: true, force: true }));

describe('a PDF for each time plan', () => {
  it('shows the minutes, objectives and slides of its plan', async () => {
    const [short, long] = [await textsOf('tides', 'deck.pdf'), await textsOf('tides', 'deck-long.pdf')];
    expect([short.length, long.length]).toEqual([4, 5]);
    expect([short[0], long[0]]).toEqual([expect.stringContaining('5 min'), expect.stringContaining('12 min')]);
    expect(short[1]).not.toContain('spring tides');
    expect(long[1]).toContain('spring tides');
    expect(long[3]).toContain('Sun and moon');
  });

  it('makes one file for a lesson with one plan', async () => {
    expect(existsSync(file('one', 'deck-short.pdf'))).toBe(false);
    expect(await textsOf('one', 'deck.pdf')).toHaveLength(5);
  });
});

it('papers for each time plan hold its slides, minutes and questions alone', async () => {
  const words = async (name: string): Promise<string> => (await textsOf('tides', name)).join(' ');
  for (const name of ['script-long.pdf', 'script.pdf']) expect(await words(name), name).toContain('Sun and moon');
  expect(await words('script-short.pdf')).not.toContain('Sun and moon');
  expect(await words('script-short.pdf')).toContain('5 min');
  expect(readFileSync(file('tides', 'reading-short.html'), 'utf8')).not.toContain('spring tide');
  expect(readFileSync(file('tides', 'reading-long.epub')).length).toBeGreaterThan(1000);
  for (const name of ['quiz', 'answers']) {
    expect(await words(`${name}-short.pdf`)).not.toContain('new moon');
    expect(await words(`${name}-short.pdf`)).toContain('How often a day?');
    expect(readFileSync(file('tides', `${name}-long.pdf`))).toEqual(readFileSync(file('tides', `${name}.pdf`)));
  }
});

describe('the deck of the questions alone', () => {
  const args = ['--only', 'questions', '--format', 'html,pdf,coverage', '--no-check'];
  const part = (name: string): string => file('tides', `questions/${name}`);

  it('stands beside the whole deck, which stays, and says that it is a part', async () => {
    const run = await lectern(root, ['build', 'tides', ...args]);
    expect(run.code, run.err).toBe(0);
    const html = readFileSync(part('deck.html'), 'utf8');
    for (const words of ['When do spring tides come?', 'How often a day?', 'Wait for hands.', 'At new moon'])
      expect(html).toContain(words);
    expect(html).toContain('id="s-question-often"');
    expect(html).not.toContain('The moon pulls');
    expect((await textsOf('tides', 'questions/deck-long.pdf')).join(' ')).toContain('When do spring tides come?');
    expect(JSON.parse(readFileSync(part('coverage.json'), 'utf8'))).toMatchObject({ only: 'questions' });
    expect(readFileSync(part('coverage.html'), 'utf8')).toContain('a part of the lesson');
    const { lessons } = JSON.parse(readFileSync(join(root, 'output/manifest.json'), 'utf8')) as {
      lessons: Record<string, { slides: number; artifacts: { path: string; only?: string }[] }>;
    };
    expect(lessons.tides?.slides).toBe(5);
    const paths = lessons.tides?.artifacts.filter(({ only }) => only === undefined).map(({ path }) => path);
    expect(paths).toContain('tides/deck.pdf');
    for (const path of paths ?? []) expect(existsSync(join(root, 'output', path)), path).toBe(true);
  });

  it('holds for students what slides ask, without answers', async () => {
    await lectern(root, ['build', 'tides', '--audience', 'student', ...args]);
    const html = readFileSync(file('tides', 'student/questions/deck.html'), 'utf8');
    expect(html).toContain('When do spring tides come?');
    expect(html).not.toMatch(/How often a day|Wait for hands|is-correct/);
  });

  it('is not made of a lesson without questions, and that is said', async () => {
    mkdirSync(join(root, 'lessons/none'), { recursive: true });
    writeFileSync(
      join(root, 'lessons/none/lesson.yaml'),
      'title: T\nlang: en\nslides: [{ layout: statement, statement: A }]\n',
    );
    const run = await lectern(root, ['build', 'none', ...args]);
    expect([run.code, run.out + run.err]).toEqual([0, expect.stringContaining('build/no-questions')]);
    expect(existsSync(file('none', 'questions'))).toBe(false);
    expect((await lectern(root, ['build', '--site', '--only', 'questions'])).code).toBe(2);
  });
});
