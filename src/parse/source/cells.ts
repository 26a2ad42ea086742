import type { Range } from './sentences.ts';

export interface Cell {
  readonly content: string;
  /** Place in the source of each character of the content. */
  readonly places: readonly number[];
}

/** The cells of a row: divided at `|` that no backslash escapes. */
export function cellsOf(text: string, [start, end]: Range): readonly Cell[] {
  const from = start + (/^[\s>]*/.exec(text.slice(start, end))?.[0].length ?? 0);
  const cells: { content: string; places: number[] }[] = [{ content: '', places: [] }];
  for (let i = from; i < end; i++) {
    const isMark = text.charAt(i) === '|';
    if (isMark) {
      cells.push({ content: '', places: [] });
      continue;
    }
    const isEscape = text.charAt(i) === '\\' && text.charAt(i + 1) === '|' && i + 1 < end;
    const cell = cells.at(-1);
    if (cell === undefined) continue;
    if (isEscape) i++;
    cell.content += text.charAt(i);
    cell.places.push(i);
  }
  const all = cells.map(trimmed);
  // Bars at the ends of a row are its frame.
  const isFramed = text.charAt(from) === '|';
  const isClosed = all.length > 1 && all.at(-1)?.content === '';
  return all.slice(isFramed ? 1 : 0, isClosed ? -1 : undefined);
}

function trimmed({ content, places }: Cell): Cell {
  const lead = content.length - content.trimStart().length;
  const words = content.trim();
  return { content: words, places: places.slice(lead, lead + words.length) };
}
