import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { lectern } from '../support/cli.ts';
import { makeProject } from '../support/files.ts';

describe('lectern new', () => {
  it.each([
    ['en', [], 'A new lesson'],
    ['nl', ['--lang', 'nl'], 'Een nieuwe les'],
    ['en', ['--title', 'Cells: "A & B" <1> # *x*'], 'Cells: "A & B" <1> # x'],
  ])('starts a lesson (%s, %j) that has nothing to be mended', async (lang, options, title) => {
    const { root } = makeProject({ 'lectern.yaml': '' });
    const made = await lectern(root, ['new', 'my-lesson', ...options]);
    expect([made.code, made.err]).toEqual([0, '']);
    for (const path of ['lesson.yaml', 'source.md', 'images/flow.svg'])
      expect(existsSync(join(root, 'lessons/my-lesson', path))).toBe(true);
    const outline = readFileSync(join(root, 'lessons/my-lesson/lesson.yaml'), 'utf8');
    const modeline = /\$schema=(\S+)/.exec(outline)?.[1] ?? '';
    const schema: unknown = JSON.parse(readFileSync(join(root, 'lessons/my-lesson', modeline), 'utf8'));
    expect(schema).toMatchObject({ title: 'outline' });
    expect(readFileSync(join(root, '.gitignore'), 'utf8').split('\n')).toContain('output/');
    const { code, err } = await lectern(root, ['build']);
    expect(err).toBe('✓ my-lesson built [1/1]\n');
    expect(code).toBe(0);
    const html = readFileSync(join(root, 'output/my-lesson/deck.html'), 'utf8');
    expect(html).toContain(`<html lang="${lang}"`);
    const decoded = html
      .replaceAll('&quot;', '"')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&amp;', '&');
    expect(decoded).toContain(`<title>${title}</title>`);
    const coverage = await lectern(root, ['coverage', '--min-statements', '100']);
    expect(coverage.code).toBe(0);
    expect(coverage.out).toContain('100 % of 3 statements');
  });

  it.each(['../x', 'A', 'con', '', 'a b', '.git', 'a/b', '-x', 'a\u0001'])('refuses the id %j', async (id) => {
    const { root } = makeProject({ 'lectern.yaml': '' });
    const { code, err } = await lectern(root, ['new', '--', id]);
    expect(code).toBe(2);
    expect(err).toMatch(/lesson id|name one lesson/);
    expect(existsSync(join(root, 'lessons'))).toBe(false);
  });

  it('never touches a lesson that is there', async () => {
    const { root } = makeProject({ 'lessons/x/notes.txt': 'mine' });
    const { code, err } = await lectern(root, ['new', 'x']);
    expect([code, err]).toEqual([2, expect.stringContaining('lessons/x is there already')]);
    expect(existsSync(join(root, 'lessons/x/lesson.yaml'))).toBe(false);
  });

  it('refuses a language that it has no words for', async () => {
    const { root } = makeProject({ 'lectern.yaml': '' });
    expect((await lectern(root, ['new', 'x', '--lang', 'xx'])).code).toBe(2);
  });
});
