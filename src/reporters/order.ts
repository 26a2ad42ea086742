import type { Diagnostic, Severity } from '../base/index.ts';

const byCodePoint = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const compare = (a: Diagnostic, b: Diagnostic): number =>
  byCodePoint(a.at?.file ?? '', b.at?.file ?? '') ||
  (a.at?.start ?? -1) - (b.at?.start ?? -1) ||
  byCodePoint(a.code, b.code) ||
  byCodePoint(a.message, b.message);

/**
 * Diagnostics by file, then place, then code, then message; those without a place come first. What says the same of the
 * same place is told once: a browser that does not start concerns all lessons. The input is kept.
 */
export function inOrder(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const sorted = diagnostics.toSorted(compare);
  return sorted.filter((diagnostic, i) => {
    const before = sorted[i - 1];
    return before === undefined || compare(before, diagnostic) !== 0;
  });
}

/** How many diagnostics there are of each severity. */
export function countOf(diagnostics: readonly Diagnostic[]): Readonly<Record<Severity, number>> {
  const count = { error: 0, warning: 0, info: 0 };
  for (const { severity } of diagnostics) count[severity]++;
  return count;
}
