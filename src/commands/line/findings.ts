import type { CodeDoc, Diagnostic } from '../../base/index.ts';
import { decodeUtf8, type Files } from '../../model/index.ts';
import { reportParts, type ReportFormat } from '../../reporters/index.ts';
import { exits, type Terminal } from './command.ts';
import { allCodes, toolVersion } from '../../project/index.ts';

/** Findings that mean that no browser could be used. */
const browserCodes: ReadonlySet<string> = new Set(['browser/not-found', 'browser/launch-failed']);

/**
 * Shows findings: pretty and GitHub ones on stderr, the machine-readable ones on stdout.
 * @returns the exit code they ask for.
 */
export function showFindings(
  diagnostics: readonly Diagnostic[],
  files: Files,
  format: ReportFormat,
  terminal: Terminal,
  maxWarnings = Infinity,
): number {
  const text = (file: string): string | undefined => {
    const read = files.read(file);
    return read.ok ? decodeUtf8(read.bytes) : undefined;
  };
  const { color, width } = terminal;
  const write = (part: string): void => (format === 'pretty' ? terminal.err(part) : terminal.out(part));
  // Whoever has nothing to tell needs no documentation of codes, nor the code of all checks that it stands in.
  const codes: { readonly codes?: Readonly<Record<string, CodeDoc>> } =
    diagnostics.length === 0 && format === 'pretty' ? {} : { codes: allCodes };
  const options = { format, text, color, width, ...codes, version: toolVersion().version };
  for (const part of reportParts(diagnostics, options)) write(part);
  return exitCode(diagnostics, maxWarnings);
}

/** 3 when a browser is missing, 1 when there are errors or too many warnings, else 0. */
export function exitCode(diagnostics: readonly Diagnostic[], maxWarnings = Infinity): number {
  if (diagnostics.some((finding) => browserCodes.has(finding.code))) return exits.noBrowser;
  const warnings = diagnostics.filter((finding) => finding.severity === 'warning').length;
  return diagnostics.some((finding) => finding.severity === 'error') || warnings > maxWarnings
    ? exits.findings
    : exits.fine;
}
