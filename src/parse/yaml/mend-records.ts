import { indentOf, isBlank } from './lines.ts';
import { columnOf, partsOf } from './mend-line.ts';

/** The key with which every slide begins: standing twice in one record, two slides were meant. */
const first = 'layout';

const keyOf = (line: string): string => partsOf(line).key.trim().replace(':', '').trim();

/** The line of the same record that has the key of a line first; `undefined` when none has. */
function twin(lines: readonly string[], at: number): number | undefined {
  const line = lines[at] ?? '';
  if (keyOf(line) !== first || partsOf(line).dashes !== '') return undefined;
  const column = columnOf(line);
  for (let i = at - 1; i >= 0; i--) {
    const other = lines[i] ?? '';
    if (isBlank(other) || indentOf(other) > column) continue;
    if (columnOf(other) < column) return undefined;
    if (columnOf(other) === column && keyOf(other) === first) return i;
    if (partsOf(other).dashes !== '') return undefined;
  }
  return undefined;
}

/** Whether the key at a place of a text is the one with which slides begin. */
export const startsRecord = (text: string, at: number): boolean => text.startsWith(first, at);

/** Whether a line says a second time with what its record begins. */
export const isSecondHead = (lines: readonly string[], at: number): boolean => twin(lines, at) !== undefined;

/**
 * Slides without the dashes before them, in which `layout` stands twice: each is an item of its own. Where the first has
 * its dash, that of the second goes where the first has it; where none has, all move to the right.
 */
export function dividedRecord(
  lines: readonly string[],
  at: number,
):
  | { readonly lines: readonly string[]; readonly line: number; readonly last: number; readonly help: string }
  | undefined {
  const start = twin(lines, at);
  if (start === undefined) return undefined;
  const help = 'A dash and a space are missing before this key: here a new item begins.';
  const { indent, dashes } = partsOf(lines[start] ?? '');
  const line = lines[at] ?? '';
  if (dashes !== '') {
    const headed = `${indent}${dashes}${line.trimStart()}`;
    return { lines: lines.with(at, headed), line: at, last: at, help };
  }
  const column = columnOf(line);
  const end = lines.findIndex((other, i) => i > start && !isBlank(other) && indentOf(other) < column);
  const last = (end < 0 ? lines.length : end) - 1;
  const moved = lines.map((other, i) => {
    if (i < start || i > last || isBlank(other)) return other;
    const isHead = indentOf(other) === column && keyOf(other) === first;
    return `${' '.repeat(column)}${isHead ? '- ' : '  '}${other.slice(column)}`;
  });
  return { lines: moved, line: start, last, help };
}
