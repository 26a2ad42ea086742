import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { NotPossible } from '../../base/index.ts';
import { outputPathFlaw } from '../../host/index.ts';

/** What a project's files may take together; pictures of a thousand lessons take less. */
const mostBytes = 1024 * 1024 * 1024;

/**
 * Writes the project as it was at a git revision into an empty folder. Nothing in the repository is touched: neither its
 * index nor its work tree. Links and parts that are repositories of their own are left out.
 * @throws NotPossible when git is missing or knows no such revision.
 */
export function writeRevision(root: string, revision: string, folder: string): void {
  const named = ['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`];
  const commit = git(root, named, `there is no folder and no git revision "${revision}"`).toString().trim();
  const listed = git(root, ['ls-tree', '-r', '-z', '--end-of-options', commit], 'git cannot list the files');
  const files = listed
    .toString()
    .split('\0')
    .flatMap((line) => {
      const [facts = '', path = ''] = line.split('\t');
      const [mode, , hash = ''] = facts.split(' ');
      const isFile = mode === '100644' || mode === '100755';
      return isFile && outputPathFlaw(path) === undefined ? [{ path, hash }] : [];
    });
  const input = files.map(({ hash }) => `${hash}\n`).join('');
  const contents = git(root, ['cat-file', '--batch'], 'git cannot read the files', input);
  let at = 0;
  for (const { path } of files) {
    const end = contents.indexOf('\n', at);
    const size = Number(contents.subarray(at, end).toString().split(' ')[2]);
    if (!Number.isSafeInteger(size)) throw new NotPossible(`git has no contents of ${path} at "${revision}"`);
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, contents.subarray(end + 1, end + 1 + size));
    at = end + 1 + size + 1;
  }
}

function git(root: string, args: readonly string[], trouble: string, input?: string): Buffer {
  const ran = spawnSync('git', ['-C', root, ...args], {
    maxBuffer: mostBytes,
    ...(input === undefined ? {} : { input }),
  });
  if (ran.error) throw new NotPossible(`a revision needs git, which cannot be run: ${ran.error.message}`);
  if (ran.status === 0) return ran.stdout;
  const reason = ran.stderr.toString().trim().split('\n')[0] ?? '';
  throw new NotPossible(`${trouble}${reason === '' ? '' : ` (${reason})`}`);
}
