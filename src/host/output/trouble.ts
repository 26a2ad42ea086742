import type { Diagnostic } from '../../base/index.ts';
import { diagnostic } from '../codes.ts';

const reasons: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  EACCES: 'permission denied',
  EPERM: 'the operation is not permitted',
  EFBIG: 'the file is larger than this system or a limit allows',
  EROFS: 'the file system is read-only',
  EMFILE: 'too many files are open',
  ENFILE: 'too many files are open on this machine',
  ELOOP: 'links lead round in a circle',
  ENOTDIR: 'a file stands where a folder is needed',
  EEXIST: 'a file stands where a folder is needed',
  EISDIR: 'a folder stands where the file should be',
  ENOTEMPTY: 'a folder stands where the file should be',
};

/** Why the system did not write a file, in words. */
export function writeDiagnostic(path: string, error: unknown): Diagnostic {
  const code = (error as NodeJS.ErrnoException).code ?? '';
  const reason = reasons[code] ?? (error instanceof Error ? error.message : String(error));
  return diagnostic('output/write-failed', `Could not write ${path}: ${reason}${code ? ` (${code})` : ''}.`);
}

export const linkDiagnostic = (path: string): Diagnostic =>
  diagnostic('output/symlink', `${path} is a symbolic link: nothing is written through it.`, {
    help: ['Remove the link, or pass the folder it points to with --out.'],
  });


export const pathDiagnostic = (path: string, flaw: string): Diagnostic =>
  diagnostic('output/invalid-path', `Output path ${show(path)} ${flaw}.`);

const show = (path: string): string => JSON.stringify(path.length > 80 ? `${path.slice(0, 79)}…` : path);
