import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { changedFiles } from '../../src/project/changed.ts';
import { applyFixes, replaceAll } from '../../src/project/fix.ts';
import { runCommandLine } from '../../src/commands/line/run.ts';
import { makeProject, type Project } from '../support/files.ts';

const outline = (slide: object, id = 'one'): string =>
  stringify({
    title: 'A lesson',
    lang: 'en',
    plans: [{ id: 'short', minutes: 5 }],
    sections: [
      {
        id: 'main',
        title: 'Main',
        minutes: 5,
        slides: [{ id, layout: 'statement', title: 'A point is made here', notes: 'Say it.', ...slide }],
      },
    ],
  });

/** More than any size or next slide can make room for: one title that fills the slide. */
const long = { title: Array.from({ length: 130 }, (_, i) => `word ${i}`).join(' '), body: 'Few.' };
const short = { body: 'A few words.' };

interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

async function lectern(project: Pick<Project, 'root'>, ...args: readonly string[]): Promise<Ran> {
  let out = '';
  let err = '';
  const code = await runCommandLine(args, {
    cwd: project.root,
    env: process.env,
    out: (text) => void (out += text),
    err: (text) => void (err += text),
    interactive: false,
    color: false,
    width: 100,
    signal: new AbortController().signal,
  });
  return { code, out, err };
}

const git = (project: Project, ...args: readonly string[]): void => {
  const identity = ['-c', 'user.name=Test', '-c', 'user.email=test@example.org'];
  const ran = spawnSync('git', ['-C', project.root, ...identity, ...args], { encoding: 'utf8' });
  if (ran.status !== 0) throw new Error(ran.stderr);
};

describe('lectern check', () => {
  it('names the slide, the pixels and the line, writes no artifact and exits with 1', async () => {
    const project = makeProject({ 'lessons/x/lesson.yaml': outline(long) });
    const { code, err } = await lectern(project, 'check', 'x');
    expect(code).toBe(1);
    expect(err).toMatch(
      /lessons\/x\/lesson\.yaml:\d+:\d+: error slide\/overflow: Slide "one": "[^"]*" \((?:title|body)\) runs \d+ px/,
    );
    expect(project.files.list('output')).toEqual([]);
  });

  it.each(['json', 'github', 'sarif', 'junit'])('reports as %s on stdout', async (reporter) => {
    const project = makeProject({ 'lessons/x/lesson.yaml': outline(long) });
    const { code, out, err } = await lectern(project, 'check', '--reporter', reporter);
    expect(code).toBe(1);
    expect(out).toContain('slide/overflow');
    expect(err).toBe('');
  });

  it('fails when there are more warnings than allowed', async () => {
    const project = makeProject({});
    const ignored = outline({ ...short, ignore: [{ check: 'slide/overflow', reason: 'It was long once.' }] });
    project.write('lessons/x/lesson.yaml', ignored);
    const strict = await lectern(project, 'check', '--max-warnings', '0');
    expect(strict.err).toContain('check/unused-ignore');
    expect(strict.code).toBe(1);
    expect(await lectern(project, 'check', '--max-warnings', '50')).toMatchObject({ code: 0 });
  });

  it('counts what slides ignore with a reason', async () => {
    const project = makeProject({
      'lessons/x/lesson.yaml': outline({ ...long, ignore: [{ check: 'slide/overflow', reason: 'A poster.' }] }),
    });
    const { out } = await lectern(project, 'check');
    expect(out).toMatch(/1 lesson checked, \d+ findings? ignored with a reason/);
  });

  it('builds without checks when asked', async () => {
    const project = makeProject({ 'lessons/x/lesson.yaml': outline(long) });
    expect((await lectern(project, 'build', '--format', 'html', '--no-check')).code).toBe(0);
  });
});

describe('--changed', () => {
  it('looks only at lessons with changed, new or included files', async () => {
    const project = makeProject({
      'lessons/a/lesson.yaml': outline(short),
      'lessons/b/lesson.yaml': outline(short),
      'lessons/c/lesson.yaml': outline(short),
      '.gitignore': '.lectern/\n',
    });
    git(project, 'init', '--quiet');
    git(project, 'add', '.');
    git(project, 'commit', '--quiet', '-m', 'first');
    expect((await lectern(project, 'check', '--changed')).out).toContain('0 lessons checked');
    project.write('lessons/b/lesson.yaml', outline({ body: 'Other words.' }));
    project.write('lessons/c/source.md', '# New\n');
    expect(changedFiles(project.root, 'HEAD')).toEqual(new Set(['lessons/b/lesson.yaml', 'lessons/c/source.md']));
    expect((await lectern(project, 'check', '--changed', 'HEAD')).out).toContain('2 lessons checked');
    project.write('templates/partials/extra.hbs', 'x');
    expect((await lectern(project, 'check', '--changed')).out).toContain('3 lessons checked');
  });

  it('finds the lessons of a project that is a folder of the repository, from wherever it is called', async () => {
    const project = makeProject({
      'course/lessons/a/lesson.yaml': outline(short),
      'course/lessons/b/lesson.yaml': outline(short),
      'lessons/a/elsewhere.md': 'Not of this project.',
    });
    git(project, 'init', '--quiet');
    git(project, 'add', '.');
    git(project, 'commit', '--quiet', '-m', 'first');
    project.write('lessons/a/elsewhere.md', 'Changed.');
    project.write('course/lessons/b/lesson.yaml', outline({ body: 'Other words.' }));
    project.write('course/lessons/b/new.md', 'New.');
    const root = join(project.root, 'course');
    expect(changedFiles(root, 'HEAD')).toEqual(new Set(['lessons/b/lesson.yaml', 'lessons/b/new.md']));
    for (const cwd of [root, join(root, 'lessons/a')])
      expect((await lectern({ root: cwd }, 'check', '--changed')).out).toContain('1 lesson checked');
  });

  it('refuses what is no revision, also when it looks like an option', async () => {
    const project = makeProject({ 'lessons/a/lesson.yaml': outline(short) });
    git(project, 'init', '--quiet');
    expect(await lectern(project, 'check', '--changed', 'nowhere')).toMatchObject({
      code: 2,
      err: expect.stringContaining('no revision "nowhere"') as string,
    });
    expect((await lectern(project, 'check', '--changed=--output=x')).code).toBe(2);
  });
});

describe('--fix', () => {
  const at = (start: number, end: number) => ({ file: 'lessons/x/lesson.yaml', start, end });

  it('replaces spans in order and leaves out those that overlap', () => {
    const fixes = [
      { at: at(4, 7), replacement: 'B' },
      { at: at(0, 3), replacement: 'A' },
      { at: at(5, 9), replacement: 'C' },
    ];
    expect(replaceAll('one two three', fixes)).toEqual({ text: 'A B three', count: 2 });
  });

  it('writes project files only', () => {
    const project = makeProject({ 'lessons/x/lesson.yaml': 'title: Colour' });
    const finding = { code: 'slide/overflow', severity: 'warning', message: 'x' } as const;
    const fixes = [
      { ...finding, fix: { at: at(7, 13), replacement: 'Color' } },
      { ...finding, fix: { at: { file: 'lectern:templates/partials/head.hbs', start: 0, end: 1 }, replacement: 'x' } },
    ];
    expect(applyFixes(project.root, project.files, fixes)).toEqual({ count: 1, diagnostics: [] });
    expect(readFileSync(join(project.root, 'lessons/x/lesson.yaml'), 'utf8')).toBe('title: Color');
  });
});
