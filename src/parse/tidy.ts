import type { Diagnostic } from '../base/index.ts';

/**
 * Sorts diagnostics by place and leaves out repetitions: those of one code at one place with one message.
 * @param files the order of the files; files that are not listed come last.
 */
export function tidy(diagnostics: readonly Diagnostic[], files: readonly string[] = []): readonly Diagnostic[] {
  const unique = new Map<string, Diagnostic>();
  for (const found of diagnostics) {
    const key = JSON.stringify([found.code, found.at?.file, found.at?.start, found.message]);
    if (!unique.has(key)) unique.set(key, found);
  }
  const rank = (found: Diagnostic): number => {
    const i = files.indexOf(found.at?.file ?? '');
    return i < 0 ? files.length : i;
  };
  return [...unique.values()].sort(
    (a, b) =>
      rank(a) - rank(b) || compare(a.at?.file ?? '', b.at?.file ?? '') || (a.at?.start ?? 0) - (b.at?.start ?? 0),
  );
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
