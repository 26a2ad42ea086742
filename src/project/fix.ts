import type { Diagnostic, FileId, Fix } from '../base/index.ts';
import { decodeUtf8, type Files } from '../model/index.ts';
import { writeProjectFile } from './write.ts';

/** What `--fix` did. */
export interface Fixed {
  readonly count: number;
  /** Files that could not be written. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Makes the replacements that findings propose, each file written whole or not at all. Of replacements that overlap only
 * the first is made; the next run finds the others again. Files of Lectern itself are never touched.
 */
export function applyFixes(root: string, files: Files, findings: readonly Diagnostic[]): Fixed {
  const byFile = new Map<FileId, Fix[]>();
  for (const { fix } of findings) {
    if (!fix || fix.at.file.includes(':')) continue;
    byFile.set(fix.at.file, [...(byFile.get(fix.at.file) ?? []), fix]);
  }
  const diagnostics: Diagnostic[] = [];
  let count = 0;
  for (const [file, fixes] of [...byFile].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const read = files.read(file);
    const text = read.ok ? decodeUtf8(read.bytes) : undefined;
    if (text === undefined) continue;
    const made = replaceAll(text, fixes);
    const problems = writeProjectFile(root, file, made.text);
    diagnostics.push(...problems);
    if (problems.length === 0) count += made.count;
  }
  return { count, diagnostics };
}

/** Replaces spans that do not overlap, in the order of the text. */
export function replaceAll(text: string, fixes: readonly Fix[]): { readonly text: string; readonly count: number } {
  let from = 0;
  let count = 0;
  const parts: string[] = [];
  for (const { at, replacement } of [...fixes].sort((a, b) => a.at.start - b.at.start || a.at.end - b.at.end)) {
    if (at.start < from || at.end > text.length) continue;
    parts.push(text.slice(from, at.start), replacement);
    from = at.end;
    count++;
  }
  return { text: parts.join('') + text.slice(from), count };
}
