import { lstatSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';

let counter = 0;

/**
 * Writes beside a file and renames, so that others see the old bytes or the new ones. For what Lectern keeps for itself;
 * artifacts go through the output folder.
 * @throws what the system says; nothing half-written stays then, which on a full disk would take what room is left.
 */
export function replaceFile(path: string, content: string | Uint8Array): void {
  const temporary = `${path}.${process.pid}-${++counter}.tmp`;
  try {
    writeFileSync(temporary, content);
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
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
