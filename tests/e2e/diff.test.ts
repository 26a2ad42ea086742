import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { makeFolder } from '../support/papers.ts';
import { lectern } from '../support/cli.ts';

const outline = (word: string): string => `title: T
lang: en
quiz:
  - { id: q, question: Is it cold?, answers: [{ text: YES-ANSWER, correct: true }, { text: "No" }], explanation: WHY-NOT }
sections:
  - id: s
    title: S
    slides:
      - { layout: statement, id: cold, statement: Ice is ${word}., notes: NOTE-${word} }
      - { layout: statement, id: iron, statement: Iron melts. }
      - { layout: quiz, id: ask, question: q }
`;
const root = makeFolder({ 'lessons/x/lesson.yaml': outline('cold') });
afterAll(() => rmSync(root, { recursive: true, force: true }));
const git = (...args: readonly string[]): void =>
  void execFileSync('git', ['-C', root, '-c', 'user.name=n', '-c', 'user.email=e@example.org', ...args]);

it('revisions are compared without touching the repository; a sheet for students holds no note and no answer', async () => {
  git('init', '-q');
  git('add', '-A');
  git('commit', '-qm', 'one');
  writeFileSync(join(root, 'lessons/x/lesson.yaml'), outline('very <cold>'));
  mkdirSync(join(root, 'lessons/broken'));
  writeFileSync(join(root, 'lessons/broken/lesson.yaml'), '{ "');
  const made = await lectern(root, ['diff', 'HEAD', '--exit-code']);
  expect(made.err).toContain('diff/not-made');
  rmSync(join(root, 'lessons/broken'), { recursive: true });
  expect([made.code, made.out.split('\n').slice(0, 2)]).toEqual([1, ['x', '  changed  Ice is very <cold>.']]);
  const changes = join(root, 'output/changes');
  const pictures = readdirSync(join(changes, 'pictures'));
  expect(pictures).toHaveLength(2);
  expect(readFileSync(join(changes, 'changes.md'), 'utf8')).toContain('NOTE');
  const page = readFileSync(join(changes, 'index.html'), 'utf8');
  expect(page.match(/src="data:image\/webp/g)).toHaveLength(2);
  expect(page).not.toContain('<cold>');
  // Pictures of before are gone, a file of somebody else stays.
  writeFileSync(join(changes, 'pictures/mine.webp'), 'mine');
  const same = await lectern(root, ['diff', 'HEAD', 'HEAD', '--exit-code']);
  expect([same.code, same.out.split('\n')[0]]).toEqual([0, 'Nothing has changed.']);
  expect(readdirSync(join(changes, 'pictures'))).toEqual(['mine.webp']);

  const sheet = await lectern(root, ['diff', 'HEAD', '--for', 'students']);
  expect(sheet.code, sheet.err).toBe(0);
  for (const name of ['index.html', 'changes.md', 'changes.json'])
    expect(readFileSync(join(root, 'output/change-sheet', name), 'utf8')).not.toMatch(/NOTE|YES-ANSWER|WHY-NOT/);
  expect(readFileSync(join(root, 'output/change-sheet/changes.md'), 'utf8')).toContain('Ice is ');
  expect(execFileSync('git', ['-C', root, 'status', '--porcelain', '--', 'lessons']).toString()).toBe(
    ' M lessons/x/lesson.yaml\n',
  );
  expect(existsSync(join(root, 'output/x'))).toBe(false);
});

it('folders of output are compared; the teacher’s edition alone gives no sheet, and what is neither is said', async () => {
  await lectern(root, ['build', '--format', 'html', '--no-check', '--out', 'a']);
  const sheet = await lectern(root, ['diff', 'a', 'a', '--for', 'students']);
  expect([sheet.code, sheet.err.includes('diff/no-student-edition')]).toEqual([1, true]);
  expect((await lectern(root, ['diff', 'a', 'a'])).code).toBe(0);
  expect((await lectern(root, ['diff', 'lessons', 'a'])).err).toContain('diff/no-output');
  expect((await lectern(root, ['diff', 'no-such-thing'])).code).toBe(2);
  expect((await lectern(root, ['diff', '--output=x'])).code).toBe(2);
});
