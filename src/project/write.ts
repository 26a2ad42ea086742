import { dirname, relative, join } from 'node:path';
import type { Diagnostic, FileId } from '../base/index.ts';
import { createOutput } from '../host/index.ts';

/** Writes a file of the project itself (a lock, a new lesson), whole or not at all. */
export function writeProjectFile(root: string, file: FileId, text: string | Uint8Array): readonly Diagnostic[] {
  const folder = join(root, dirname(file));
  return createOutput(folder).write({
    path: relative(folder, join(root, file)),
    bytes: typeof text === 'string' ? Buffer.from(text) : text,
  }).diagnostics;
}
