import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { copyOfLessons, lectern } from '../support/cli.ts';

const { root, remove } = copyOfLessons('gletschertal');
afterAll(remove);
const outline = join(root, 'lessons/gletschertal/lesson.yaml');

const lecture = (slides: readonly string[]) => ({
  lectern: 'lecture',
  version: 1,
  lesson: 'gletschertal',
  title: 'Gletschertal',
  plan: 'stunde',
  width: 1280,
  height: 720,
  visits: slides.map((slide, i) => ({ slide, at: i * 200_000 })),
  spent: Object.fromEntries(slides.map((slide) => [slide, 200_000])),
  ink: {
    [slides[0] ?? '']: [{ tool: 'pen', color: '#e5243b', points: [100, 100, 400, 300] }],
    'no-such-slide': [{ tool: 'pen', color: '#e5243b', points: [1, 1] }],
  },
  hands: [],
  remarks: 'Why *this*?',
});

it('a lecture leaves an accessible PDF with its ink, chapters, and minutes that are written when asked', async () => {
  const before = readFileSync(outline, 'utf8');
  expect((await lectern(root, ['build', '--format', 'html', '--no-check'])).code).toBe(0);
  const deck = readFileSync(join(root, 'output/gletschertal/deck.html'), 'utf8');
  const slides = deck
    .split('<section id="s-')
    .slice(1)
    .map((part) => part.slice(0, part.indexOf('"')));
  writeFileSync(join(root, 'talk.json'), JSON.stringify(lecture(slides.slice(0, 4))));
  const shown = await lectern(root, ['after', 'talk.json', '--offset', '12']);
  expect(shown.code, shown.err).toBe(0);
  expect(shown.err).toContain('after/slide-gone');
  expect(shown.err).not.toContain('pdf/');
  expect(readFileSync(outline, 'utf8')).toBe(before);
  const folder = join(root, 'output/gletschertal/after');
  const pdf = readFileSync(join(folder, 'annotated.pdf'), 'latin1');
  expect(pdf).toContain('<pdfuaid:part');
  expect(readFileSync(join(folder, 'chapters.vtt'), 'utf8')).toContain('00:00:00.000 --> ');
  expect(readFileSync(join(folder, 'lecture.md'), 'utf8')).toContain('Why \\*this\\*?');
  // Another program reads the patch, and what it makes is what --write writes.
  execFileSync('git', ['apply', '--unsafe-paths', `--directory=${root}`, join(folder, 'minutes.patch')], { cwd: root });
  const patched = readFileSync(outline, 'utf8');
  expect(patched).not.toBe(before);
  writeFileSync(outline, before);
  expect((await lectern(root, ['after', 'talk.json', '--write'])).code).toBe(0);
  expect(readFileSync(outline, 'utf8')).toBe(patched);
  writeFileSync(join(root, 'bad.json'), '{"lectern":"lecture","version":1}');
  expect((await lectern(root, ['after', 'bad.json'])).err).toContain('after/not-a-record');
});
