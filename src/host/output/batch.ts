import { mkdirSync, renameSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { Diagnostic, Outcome } from '../../base/index.ts';
import { onExit } from '../cleanup.ts';
import { findLink } from './find-link.ts';
import { outputPathFlaw } from './path.ts';
import { holdsBytes } from './same-bytes.ts';
import { temporaryBeside } from './temporary-name.ts';
import { linkDiagnostic, pathDiagnostic, writeDiagnostic } from './trouble.ts';
import { lstatIfAny } from '../lstat.ts';

/** A file to be written with others; its bytes are asked for when its turn comes. */
export interface BatchFile {
  readonly path: string;
  bytes(): Outcome<Uint8Array>;
}

interface Staged {
  readonly temporary: string;
  readonly target: string;
}

/**
 * Writes all files or none: first each beside its place, then all are renamed. When something goes wrong the folder is as
 * it was, folders that were made included. Signals are heard between two files.
 * @param root the output folder.
 */
export async function writeBatch(root: string, files: readonly BatchFile[]): Promise<readonly Diagnostic[]> {
  const staged: Staged[] = [];
  const made: string[] = [];
  const undo = (): void => {
    for (const { temporary } of staged) quietly(() => rmSync(temporary, { force: true }));
    for (const folder of made.reverse()) quietly(() => rmdirSync(folder));
  };
  const withdraw = onExit(undo);
  try {
    for (const file of files) {
      const trouble = stage(root, file, staged, made);
      if (trouble.length > 0) {
        undo();
        return trouble;
      }
      await setImmediate();
    }
    const trouble = renameAll(staged);
    if (trouble.length > 0) undo();
    return trouble;
  } finally {
    withdraw();
  }
}

function stage(root: string, file: BatchFile, staged: Staged[], made: string[]): readonly Diagnostic[] {
  const { path } = file;
  const flaw = outputPathFlaw(path);
  if (flaw !== undefined) return [pathDiagnostic(path, flaw)];
  const target = join(root, path);
  try {
    const link = findLink(root, dirname(path));
    if (link !== undefined) return [linkDiagnostic(link)];
    const bytes = file.bytes();
    if (!bytes.ok) return bytes.diagnostics;
    if (holdsBytes(target, bytes.value)) return [];
    makeFolders(dirname(target), made);
    const temporary = temporaryBeside(target);
    staged.push({ temporary, target });
    writeFileSync(temporary, bytes.value, { flag: 'wx' });
    return [];
  } catch (error) {
    return [writeDiagnostic(target, error)];
  }
}

/** What stood in the place of each is kept until all are there. */
function renameAll(staged: readonly Staged[]): readonly Diagnostic[] {
  const done: { readonly target: string; readonly before: string | undefined }[] = [];
  const blocked = staged.find(({ target }) => lstatIfAny(target)?.isDirectory());
  if (blocked) return [writeDiagnostic(blocked.target, { code: 'EISDIR' })];
  for (const { temporary, target } of staged) {
    try {
      const before = lstatIfAny(target) ? temporaryBeside(target) : undefined;
      if (before !== undefined) renameSync(target, before);
      done.push({ target, before });
      renameSync(temporary, target);
    } catch (error) {
      for (const { target: place, before } of done.reverse()) {
        quietly(() => (before === undefined ? rmSync(place, { force: true }) : renameSync(before, place)));
      }
      return [writeDiagnostic(target, error)];
    }
  }
  for (const { before } of done) if (before !== undefined) rmSync(before, { force: true });
  return [];
}

function makeFolders(path: string, made: string[]): void {
  if (lstatIfAny(path)) return;
  makeFolders(dirname(path), made);
  mkdirSync(path);
  made.push(path);
}

/** One step of the way back: where it cannot be done, as in a folder that somebody has used or removed, the others are. */
function quietly(step: () => void): void {
  try {
    step();
  } catch {
    // There is nothing to take back here.
  }
}
