import { spawnSync } from 'node:child_process';
import { NotPossible, type FileId } from '../base/index.ts';

/**
 * The files of a project that differ from a git revision, new ones included, relative to the project.
 * @throws NotPossible when the project is in no repository, git is missing, or there is no such revision.
 */
export function changedFiles(root: string, revision: string): ReadonlySet<FileId> {
  git(
    root,
    ['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`],
    `git knows no revision "${revision}" here`,
  );
  const changed = git(
    root,
    ['diff', '--name-only', '--relative', '-z', '--end-of-options', revision, '--'],
    'git cannot compare the files',
  );
  const fresh = git(root, ['ls-files', '--others', '--exclude-standard', '-z'], 'git cannot list the new files');
  return new Set([...changed.split('\0'), ...fresh.split('\0')].filter((name) => name !== ''));
}

function git(root: string, args: readonly string[], trouble: string): string {
  const ran = spawnSync('git', ['-C', root, ...args], { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  if (ran.error) throw new NotPossible(`--changed needs git, which cannot be run: ${ran.error.message}`);
  if (ran.status === 0) return ran.stdout;
  const reason = ran.stderr.trim().split('\n')[0] ?? '';
  throw new NotPossible(`--changed: ${trouble}${reason === '' ? '' : ` (${reason})`}`);
}
