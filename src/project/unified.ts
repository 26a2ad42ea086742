/** Lines around a change that a patch shows. */
const around = 3;

/** A line of a patch; the last line of a text that ends without a break says so. */
const lineOf = (sign: string, lines: readonly string[], i: number): string =>
  `${sign}${lines[i] ?? ''}${i === lines.length - 1 ? '\n\\ No newline at end of file' : ''}`;

/** The change of a text whose number of lines stays, as `git apply` and `patch` read it. */
export function unifiedDiff(file: string, before: string, after: string): string {
  const [old, now] = [before.split('\n'), after.split('\n')];
  const changed = old.flatMap((line, i) => (line === now[i] ? [] : [i]));
  const hunks: { readonly from: number; to: number }[] = [];
  for (const line of changed) {
    const last = hunks.at(-1);
    if (last && line - last.to <= 2 * around) last.to = line;
    else hunks.push({ from: line, to: line });
  }
  // A text that ends with a line break has no line after it.
  const end = old.at(-1) === '' ? old.length - 1 : old.length;
  const parts = hunks.map(({ from, to }) => {
    const [first, last] = [Math.max(0, from - around), Math.min(end - 1, to + around)];
    const lines: string[] = [];
    for (let i = first; i <= last;) {
      if (old[i] === now[i]) lines.push(lineOf(' ', old, i++));
      else {
        const start = i;
        while (i <= last && old[i] !== now[i]) i++;
        const changedLines = Array.from({ length: i - start }, (_, k) => start + k);
        lines.push(...changedLines.map((k) => lineOf('-', old, k)), ...changedLines.map((k) => lineOf('+', now, k)));
      }
    }
    const range = `${first + 1},${last - first + 1}`;
    return `@@ -${range} +${range} @@\n${lines.join('\n')}\n`;
  });
  return parts.length === 0 ? '' : `--- a/${file}\n+++ b/${file}\n${parts.join('')}`;
}
