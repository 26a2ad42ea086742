import { closeSync, lstatSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';

let counter = 0;

/**
 * Writes beside a file and renames, so that others see the old bytes or the new ones. For what Lectern keeps for itself;
 * artifacts go through the output folder. What stands under the name that is written first, a link that somebody has put
 * there above all, is neither written to nor removed.
 * @throws what the system says; nothing half-written stays then, which on a full disk would take what room is left.
 */
export function replaceFile(path: string, content: string | Uint8Array): void {
  const { temporary, file } = openBeside(path);
  try {
    try {
      writeFileSync(file, content);
    } finally {
      closeSync(file);
    }
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

/** A killed run with the same process number may have left a file under a name: then the next one is tried. */
function openBeside(path: string, tries = 10): { readonly temporary: string; readonly file: number } {
  const temporary = `${path}.${process.pid}-${++counter}.tmp`;
  try {
    return { temporary, file: openSync(temporary, 'wx') };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST' || tries === 0) throw error;
    return openBeside(path, tries - 1);
  }
}

/** Larger files are none of Lectern's. */
const mostBytes = 256 * 1024 * 1024;

export interface OwnFile {
  readonly bytes: Buffer;
  /** When it was last changed, in milliseconds since 1970. */
  readonly changed: number;
}

/**
 * Reads a file that Lectern wrote for itself. A link, FIFO or giant in its place is not waited for.
 * @returns `undefined` when it is not there, or is no such file.
 */
export function openOwnFile(path: string): OwnFile | undefined {
  try {
    const stat = lstatSync(path);
    if (!stat.isFile() || stat.size > mostBytes) return undefined;
    return { bytes: readFileSync(path), changed: stat.mtimeMs };
  } catch {
    return undefined;
  }
}

/** The bytes of {@link openOwnFile}. */
export const readOwnFile = (path: string): Buffer | undefined => openOwnFile(path)?.bytes;
