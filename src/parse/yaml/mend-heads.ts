import { indentOf, isBlank } from './lines.ts';
import { partsOf, quotedLine } from './mend-line.ts';

const isItem = (line: string): boolean => line.trimStart().startsWith('- ');

/** Whether a line is the text of an item, with a list below it and no colon behind it. */
function isBareHead(lines: readonly string[], at: number): boolean {
  const line = lines[at] ?? '';
  if (!isItem(line) || partsOf(line).key !== '' || line.trimEnd().endsWith(':')) return false;
  let next = at + 1;
  while (next < lines.length && isBlank(lines[next] ?? '')) next++;
  const below = lines[next] ?? '';
  return isItem(below) && indentOf(below) > indentOf(line);
}

/** The highest of the texts above a line that have no colon, though the line belongs to the list below them. */
function topOf(lines: readonly string[], at: number): number | undefined {
  let top = isBareHead(lines, at) ? at : undefined;
  let column = indentOf(lines[at] ?? '');
  for (let i = at - 1; i >= 0 && column > 0; i--) {
    const line = lines[i] ?? '';
    if (isBlank(line) || indentOf(line) >= column) continue;
    if (!isBareHead(lines, i)) break;
    top = i;
    column = indentOf(line);
  }
  return top;
}

/**
 * A text with a list below it needs a colon to be the head of that list, and so do the texts above and below it. Without
 * it all of them are one text, which a colon in any of them ends.
 */
export function headedLists(
  lines: readonly string[],
  at: number,
):
  | { readonly lines: readonly string[]; readonly line: number; readonly last: number; readonly help: string }
  | undefined {
  const top = topOf(lines, at);
  if (top === undefined) return undefined;
  const depth = indentOf(lines[top] ?? '');
  const end = lines.findIndex((line, i) => i > top && !isBlank(line) && indentOf(line) <= depth);
  const last = (end < 0 ? lines.length : end) - 1;
  const marked = lines.map((line, i) =>
    i >= top && i <= last && isBareHead(lines, i) ? `${quotedLine(line)?.line ?? line.trimEnd()}:` : line,
  );
  return { lines: marked, line: top, last, help: 'Put a colon after a text that has a list below it.' };
}
