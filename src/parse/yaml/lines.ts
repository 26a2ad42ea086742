/** Whether a line says nothing: it is empty or a comment. */
export const isBlank = (line: string): boolean => line.trim() === '' || line.trim().startsWith('#');

/** How many blanks a line begins with. */
export const indentOf = (line: string): number => line.length - line.trimStart().length;

/** The offset at which each line starts. */
export function startsOf(lines: readonly string[]): readonly number[] {
  let start = 0;
  return lines.map((line) => (start += line.length + 1) - line.length - 1);
}

/** The line that holds an offset. */
export function lineIn(starts: readonly number[], offset: number): number {
  let [low, high] = [0, starts.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The line at an offset, when it is asked for once. */
export const lineAt = (lines: readonly string[], offset: number): number => lineIn(startsOf(lines), offset);

/** Lines keep their number; inside a changed line, what it begins and ends with is where it was. */
export function originOf(before: readonly string[], after: readonly string[]): (offset: number) => number {
  const [old, now] = [startsOf(before), startsOf(after)];
  return (offset) => {
    const line = lineIn(now, offset);
    return (old[line] ?? 0) + columnBefore(offset - (now[line] ?? 0), after[line] ?? '', before[line] ?? '');
  };
}

function columnBefore(column: number, now: string, old: string): number {
  if (now === old) return column;
  const most = Math.min(now.length, old.length);
  let start = 0;
  while (start < most && now[start] === old[start]) start++;
  let end = 0;
  while (end < most - start && now.at(-1 - end) === old.at(-1 - end)) end++;
  if (column <= start) return column;
  return column >= now.length - end ? Math.max(start, old.length - (now.length - column)) : start;
}
