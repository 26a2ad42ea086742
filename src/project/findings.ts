import { hasErrors, positionAt, type Diagnostic, type FileId } from '../base/index.ts';
import { decodeUtf8, type Files } from '../model/index.ts';
import type { Finding, Result } from './api.ts';

/** Findings as the library tells them: with lines and columns, so that nobody needs the text of the file. */
export function resultOf(diagnostics: readonly Diagnostic[], files: Files): Result {
  const texts = new Map<FileId, string>();
  const textOf = (file: FileId): string => {
    const known = texts.get(file);
    if (known !== undefined) return known;
    const read = files.read(file);
    const text = (read.ok ? decodeUtf8(read.bytes) : undefined) ?? '';
    texts.set(file, text);
    return text;
  };
  const findings = diagnostics.map(({ code, severity, message, help = [], at }): Finding => {
    if (!at) return { code, severity, message, help };
    return { code, severity, message, help, at: { ...at, ...positionAt(textOf(at.file), at.start) } };
  });
  return { ok: !hasErrors(diagnostics), findings };
}
