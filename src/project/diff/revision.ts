import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { NotPossible } from '../../base/index.ts';
import { outputPathFlaw } from '../../host/index.ts';
import { commitOf, git } from '../git.ts';

const what = 'lectern diff';

/**
 * Writes the project as it was at a git revision into an empty folder. Nothing in the repository is touched: neither its
 * index nor its work tree. Links and parts that are repositories of their own are left out.
 * @throws NotPossible when git is missing or knows no such revision.
 */
export function writeRevision(root: string, revision: string, folder: string): void {
  const trouble = `there is no folder and no git revision "${revision}"`;
  const commit = git(root, commitOf(revision), { what, trouble }).toString().trim();
  const listed = git(root, ['ls-tree', '-r', '-z', '--end-of-options', commit], {
    what,
    trouble: 'git cannot list the files',
  });
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
  const contents = git(root, ['cat-file', '--batch'], { what, trouble: 'git cannot read the files', input });
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
