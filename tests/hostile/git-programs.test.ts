import { execFileSync } from 'node:child_process';
import { appendFileSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { changedFiles } from '../../src/project/changed.ts';
import { writeRevision } from '../../src/project/diff/revision.ts';
import { makeFolder } from '../support/papers.ts';

let root: string;
let caught: string;
const git = (...args: readonly string[]): string =>
  execFileSync('git', ['-C', root, '-c', 'user.name=n', '-c', 'user.email=e@example.org', ...args], {
    stdio: 'pipe',
  }).toString();

beforeEach(() => {
  root = makeFolder({ 'lessons/x/lesson.yaml': 'title: T\n', 'lessons/y/lesson.yaml': 'title: Y\n' });
  caught = mkdtempSync(join(tmpdir(), 'lectern-git-'));
  git('init', '-q');
  git('add', '-A');
  git('commit', '-qm', 'one');
});
afterEach(() => [root, caught].forEach((folder) => rmSync(folder, { recursive: true, force: true })));

/** Every program that git would run for a comparison, each of which leaves a file. */
function bringPrograms(): void {
  const run = (name: string) => `"touch '${join(caught, name)}'; cat"`;
  appendFileSync(
    join(root, '.git/config'),
    `[core]
\tfsmonitor = ${run('monitor')}
\thooksPath = hooks
[diff]
\texternal = ${run('external')}
[diff "x=y"]
\tcommand = ${run('command')}
\ttextconv = ${run('textconv')}
[include]
\tpath = more
`,
  );
  writeFileSync(
    join(root, '.git/more'),
    `[filter "x=y"]
\tclean = ${run('clean')}
\tsmudge = ${run('smudge')}
\tprocess = ${run('process')}
\trequired = true
`,
  );
  writeFileSync(join(root, '.git/info/attributes'), '*.yaml filter=x=y diff=x=y\n');
}

describe('a repository that names programs', () => {
  it('is compared without running them', () => {
    bringPrograms();
    writeFileSync(join(root, 'lessons/x/lesson.yaml'), 'title: Another\n');
    writeFileSync(join(root, 'lessons/x/new.md'), 'New');
    expect(changedFiles(root, 'HEAD')).toEqual(new Set(['lessons/x/lesson.yaml', 'lessons/x/new.md']));
    const copy = join(caught, 'copy');
    writeRevision(root, 'HEAD', copy);
    expect(readdirSync(join(copy, 'lessons'))).toEqual(['x', 'y']);
    expect(readdirSync(caught)).toEqual(['copy']);
  });

  it('does run them when git is asked without care, so that this test can fail', () => {
    bringPrograms();
    writeFileSync(join(root, 'lessons/x/lesson.yaml'), 'title: Another\n');
    expect(() => git('diff', '--name-only', 'HEAD')).toThrow('Command failed');
    expect(readdirSync(caught)).toContain('process');
  });

  it('fetches nothing that is missing', () => {
    const hash = git('rev-parse', 'HEAD:lessons/x/lesson.yaml').trim();
    rmSync(join(root, '.git/objects', hash.slice(0, 2), hash.slice(2)));
    appendFileSync(
      join(root, '.git/config'),
      `[core]
\trepositoryformatversion = 1
[extensions]
\tpartialClone = origin
[remote "origin"]
\turl = ${root}
\tpromisor = true
\tuploadpack = touch ${join(caught, 'fetched')}; git-upload-pack
[protocol "file"]
\tallow = always
`,
    );
    expect(() => writeRevision(root, 'HEAD', join(caught, 'copy'))).toThrow('git');
    expect(readdirSync(caught).filter((name) => name === 'fetched')).toEqual([]);
  });
});
