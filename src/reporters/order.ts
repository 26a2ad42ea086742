import type { Diagnostic, Severity } from '../base/index.ts';

const byCodePoint = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Diagnostics by file, then place, then code, then message; those without a place come first. The input is kept. */
export function inOrder(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return diagnostics.toSorted(
    (a, b) =>
      byCodePoint(a.at?.file ?? '', b.at?.file ?? '') ||
      (a.at?.start ?? -1) - (b.at?.start ?? -1) ||
      byCodePoint(a.code, b.code) ||
      byCodePoint(a.message, b.message),
  );
}

/** How many diagnostics there are of each severity. */
export function countOf(diagnostics: readonly Diagnostic[]): Readonly<Record<Severity, number>> {
  const count = { error: 0, warning: 0, info: 0 };
  for (const { severity } of diagnostics) count[severity]++;
  return count;
}
