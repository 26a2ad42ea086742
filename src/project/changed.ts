import type { FileId } from '../base/index.ts';
import { commitOf, git } from './git.ts';

const what = '--changed';

/**
 * The files of a project that differ from a git revision, new ones included, relative to the project.
 * @throws NotPossible when the project is in no repository, git is missing, or there is no such revision.
 */
export function changedFiles(root: string, revision: string): ReadonlySet<FileId> {
  git(root, commitOf(revision), { what, trouble: `git knows no revision "${revision}" here` });
  const changed = namesIn(
    git(root, ['diff', '--no-ext-diff', '--name-only', '--relative', '-z', '--end-of-options', revision, '--'], {
      what,
      trouble: 'git cannot compare the files',
    }),
  );
  const fresh = namesIn(
    git(root, ['ls-files', '--others', '--exclude-standard', '-z'], { what, trouble: 'git cannot list the new files' }),
  );
  return new Set([...changed, ...fresh]);
}

const namesIn = (list: Buffer): readonly string[] =>
  list
    .toString()
    .split('\0')
    .filter((name) => name !== '');
