import { hasErrors, linesOf, memo, type Diagnostic, type FileId } from '../base/index.ts';
import { textsOf, type Files } from '../model/index.ts';
import type { Finding, Result } from './api.ts';

/** Findings as the library tells them: with lines and columns, so that nobody needs the text of the file. */
export function resultOf(diagnostics: readonly Diagnostic[], files: Files): Result {
  const textOf = textsOf(files);
  const linesIn = memo((file: FileId) => linesOf(textOf(file)));
  const findings = diagnostics.map(({ code, severity, message, help = [], at }): Finding => {
    if (!at) return { code, severity, message, help };
    return { code, severity, message, help, at: { ...at, ...linesIn(at.file).position(at.start) } };
  });
  return { ok: !hasErrors(diagnostics), findings };
}
