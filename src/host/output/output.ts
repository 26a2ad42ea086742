import { lstatSync, readdirSync, renameSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { failure, success, type Diagnostic, type Outcome } from '../../base/index.ts';
import type { Artifact } from '../../model/index.ts';
import { onExit } from '../cleanup.ts';
import { makeFolder } from '../make-folder.ts';
import { isAbandoned } from '../owner.ts';
import { writeBatch, type BatchFile } from './batch.ts';
import { findLink } from './find-link.ts';
import { outputPathFlaw } from './path.ts';
import { holdsBytes } from './same-bytes.ts';
import { temporaryBeside } from './temporary-name.ts';
import { linkDiagnostic, pathDiagnostic, writeDiagnostic } from './trouble.ts';
import { lstatIfAny } from '../lstat.ts';

/** What a write did: nothing when the file held these very bytes already, so that watchers are not woken. */
export interface Written {
  readonly path: Artifact['path'];
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
  /** Writes all of these files or, when one cannot be had or written, none. */
  writeAll(files: readonly BatchFile[]): Promise<readonly Diagnostic[]>;
  /**
   * Removes one regular file, never through a link, and the folders above it that are empty then.
   * @returns whether the file is gone.
   */
  remove(path: Artifact['path']): boolean;
}

/** Makes the door to the output folder. The folder itself is made by the first write. */
export function createOutput(folder: string): Output {
  const root = resolve(folder);
  const prepared = new Set<string>();
  const prepare = (folder: string): void => {
    if (prepared.has(folder)) return;
    makeFolder(folder);
    sweep(folder);
    prepared.add(folder);
  };
  return {
    folder: root,
    write({ path, bytes }) {
      const flaw = outputPathFlaw(path);
      if (flaw !== undefined) return failure([pathDiagnostic(path, flaw)]);
      try {
        const link = findLink(root, dirname(path));
        if (link !== undefined) return failure([linkDiagnostic(link)]);
        const target = join(root, path);
        prepare(dirname(target));
        if (holdsBytes(target, bytes)) return success({ path, changed: false });
        try {
          replace(target, bytes);
        } catch (error) {
          // Somebody has removed the folder since it was made, as people do while a build watches.
          if ((error as NodeJS.ErrnoException).code !== 'ENOENT' || !prepared.delete(dirname(target))) throw error;
          prepare(dirname(target));
          replace(target, bytes);
        }
        return success({ path, changed: true });
      } catch (error) {
        return failure([writeDiagnostic(join(folder, path), error)]);
      }
    },
    writeAll: (files) => writeBatch(root, files),
    remove: (path) => outputPathFlaw(path) === undefined && removeInside(root, path),
  };
}

function removeInside(root: string, path: Artifact['path']): boolean {
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

/** Writes beside the target and renames: rename(2) replaces atomically within one folder, links included. */
function replace(target: string, bytes: Uint8Array): void {
  const temporary = temporaryBeside(target);
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
    if (tag !== undefined && isAbandoned(tag) && isFile(join(folder, name))) rmSync(join(folder, name), { force: true });
  }
}

const isFile = (path: string): boolean => lstatIfAny(path)?.isFile() === true;
