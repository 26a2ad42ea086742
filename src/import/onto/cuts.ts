import type { NowPart } from './align.ts';
import { rowOf } from './seen.ts';
import type { Segment } from './segments.ts';

/** A place of a text of the outline and what is to stand there. */
export interface Cut {
  readonly start: number;
  readonly end: number;
  readonly by: string;
  readonly before: string;
  readonly after: string;
}

/** The steps of a key. */
export const placeOf = (key: string): readonly string[] => key.split('/');
/** Whether a key names an item of a list. */
export const isItem = (key: string): boolean => Number.isInteger(Number(placeOf(key).at(-1)));

/** A line of a text that is no Markdown, with the room before it. */
export function lineText({ paragraph }: NowPart, old: string): string {
  const row = rowOf(paragraph);
  const text = row
    .map((run) => run.text.replaceAll('\u00ad', ''))
    .join('')
    .replaceAll('\u00a0', ' ')
    .trimEnd();
  const indent = old.slice(0, old.length - old.trimStart().length);
  return text.startsWith(' ') || indent === '' ? text : indent + text;
}

/** How many steps above a text the largest thing stands of which nothing is left. */
export function goneDepth(key: string, left: ReadonlySet<string>): number {
  const steps = placeOf(key);
  let depth = 0;
  for (let up = 1; up < steps.length - 1; up++) {
    const holder = steps.slice(0, steps.length - up).join('/');
    if ([...left].some((one) => one.startsWith(`${holder}/`))) break;
    if (isItem(holder)) depth = up;
  }
  return depth;
}

/** A paragraph with the empty lines after it, or those before the last one. */
export function withGap(raw: string, { start, end }: Segment): { readonly start: number; readonly end: number } {
  const from = raw.lastIndexOf('\n', start - 1) + 1;
  let to = raw.indexOf('\n', end);
  if (to < 0) to = raw.length;
  while (raw[to] === '\n') to++;
  return { start: from, end: to };
}

/** Where and how a paragraph is put after or before another: with the mark of its list. */
export function insertion(
  raw: string,
  { start, end }: Segment,
  isBefore: boolean,
  text: string,
): { readonly start: number; readonly end: number; readonly by: string } {
  const from = raw.lastIndexOf('\n', start - 1) + 1;
  const mark = raw.slice(from, start);
  const isListed = mark.trim() !== '' && (mark.includes('-') || mark.includes('*') || mark.includes('.'));
  const gap = isListed ? '\n' : '\n\n';
  const own = isListed ? mark + text : text;
  return isBefore ? { start: from, end: from, by: own + gap } : { start: end, end, by: gap + own };
}

/** Makes changes in a text; `file` is the text as its file has it, with variables that the other has replaced. */
export function cutInto(raw: string, cuts: readonly Cut[], file: string): string | undefined {
  let made = raw;
  for (const { start, end, by } of cuts.toSorted((a, b) => b.start - a.start || b.end - a.end))
    made = made.slice(0, start) + by + made.slice(end);
  if (file.trimEnd() === raw.trimEnd()) return made.trimEnd() + file.slice(file.trimEnd().length);
  return undefined;
}
