// What lies in a folder, as text that can be compared: for scripts that prove equal bytes.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

/** All files in a folder, with their full paths. */
export const filesIn = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

/** A line for each file: its SHA-256 and its path within the folder, sorted. */
export const hashesIn = (folder) =>
  filesIn(folder)
    .map((path) => `${createHash('sha256').update(readFileSync(path)).digest('hex')} ${relative(folder, path)}`)
    .sort()
    .join('\n');
