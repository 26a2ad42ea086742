import { lstatSync, readdirSync, readFileSync, renameSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { failure, success, type Diagnostic, type Outcome } from '../../base/index.ts';
import type { Artifact, OutputPath } from '../../model/index.ts';
import { onExit } from '../cleanup.ts';
import { diagnostic } from '../codes.ts';
import { makeFolder } from '../make-folder.ts';
import { isAbandoned, ownerTag } from '../owner.ts';
import { outputPathFlaw } from './path.ts';

/** What a write did: nothing when the file held these very bytes already, so that watchers are not woken. */
export interface Written {
  readonly path: OutputPath;
  readonly changed: boolean;
}

/** The one door through which artifacts reach the disk. */
export interface Output {
  /** Absolute path of the folder. */
  readonly folder: string;
  /**
   * Writes one artifact: readers see the old file or the whole new one, never a part. A refusal by the system is a
   * diagnostic, and the old file stays. Synchronous, so that no signal handler runs between the two steps of a write.
   */
  write(artifact: Pick<Artifact, 'path' | 'bytes'>): Outcome<Written>;
  /**
   * Removes one regular file, never through a link, and the folders above it that are empty then.
   * @returns whether the file is gone.
   */
  remove(path: OutputPath): boolean;
}

/** Makes the door to the output folder. The folder itself is made by the first write. */
export function createOutput(folder: string): Output {
  const root = resolve(folder);
  const prepared = new Set<string>();
  return {
    folder: root,
    write({ path, bytes }) {
      const flaw = outputPathFlaw(path);
      if (flaw !== undefined) return failure([diagnostic('output/invalid-path', `Output path ${show(path)} ${flaw}.`)]);
      try {
        const link = findLink(root, dirname(path));
        if (link !== undefined) return failure([linkDiagnostic(link)]);
        const target = join(root, path);
        if (!prepared.has(dirname(target))) {
          makeFolder(dirname(target));
          sweep(dirname(target));
          prepared.add(dirname(target));
        }
        if (holds(target, bytes)) return success({ path, changed: false });
        replace(target, bytes);
        return success({ path, changed: true });
      } catch (error) {
        return failure([writeDiagnostic(join(folder, path), error)]);
      }
    },
    remove: (path) => outputPathFlaw(path) === undefined && removeInside(root, path),
  };
}

function removeInside(root: string, path: OutputPath): boolean {
  try {
    const target = join(root, path);
    if (findLink(root, dirname(path)) !== undefined || !lstatSync(target).isFile()) return false;
    rmSync(target);
    removeEmpty(root, dirname(path));
    return true;
  } catch {
    return false;
  }
}

function removeEmpty(root: string, folder: string): void {
  for (let path = folder; path !== '.'; path = dirname(path)) {
    try {
      rmdirSync(join(root, path));
    } catch {
      return;
    }
  }
}

/** The first folder on the way from the output folder to `folder` that is a link, if any. */
function findLink(root: string, folder: string): string | undefined {
  let path = root;
  for (const name of ['', ...folder.split('/')]) {
    path = join(path, name);
    const stat = lstatSync(path, { throwIfNoEntry: false });
    if (!stat) return undefined;
    if (stat.isSymbolicLink()) return path;
  }
  return undefined;
}

function holds(target: string, bytes: Uint8Array): boolean {
  const stat = lstatSync(target, { throwIfNoEntry: false });
  if (!stat?.isFile() || stat.size !== bytes.byteLength) return false;
  return readFileSync(target).equals(bytes);
}

let counter = 0;

/** Writes beside the target and renames: rename(2) replaces atomically within one folder, links included. */
function replace(target: string, bytes: Uint8Array): void {
  const temporary = join(dirname(target), `.lectern-${ownerTag()}-${++counter}.tmp`);
  const withdraw = onExit(() => rmSync(temporary, { force: true }));
  try {
    writeFileSync(temporary, bytes, { flag: 'wx' });
    renameSync(temporary, target);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  } finally {
    withdraw();
  }
}

/** Removes what killed runs left in a folder. */
function sweep(folder: string): void {
  for (const name of readdirSync(folder)) {
    const tag = /^\.lectern-(\d+-\d+)-\d+\.tmp$/.exec(name)?.[1];
    if (tag !== undefined && isAbandoned(tag)) rmSync(join(folder, name), { force: true });
  }
}

const reasons: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  EACCES: 'permission denied',
  EPERM: 'the operation is not permitted',
  EFBIG: 'the file is larger than this system or a limit allows',
  EROFS: 'the file system is read-only',
  EMFILE: 'too many files are open',
  ENFILE: 'too many files are open on this machine',
  ENOTDIR: 'a file stands where a folder is needed',
  EEXIST: 'a file stands where a folder is needed',
  EISDIR: 'a folder stands where the file should be',
  ENOTEMPTY: 'a folder stands where the file should be',
};

function writeDiagnostic(path: string, error: unknown): Diagnostic {
  const code = (error as NodeJS.ErrnoException).code ?? '';
  const reason = reasons[code] ?? (error instanceof Error ? error.message : String(error));
  return diagnostic('output/write-failed', `Could not write ${path}: ${reason}${code ? ` (${code})` : ''}.`);
}

const linkDiagnostic = (path: string): Diagnostic =>
  diagnostic('output/symlink', `${path} is a symbolic link: nothing is written through it.`, {
    help: ['Remove the link, or pass the folder it points to with --out.'],
  });

const show = (path: string): string => JSON.stringify(path.length > 80 ? `${path.slice(0, 79)}…` : path);
