import type { Diagnostic } from '../../base/index.ts';
import { alsoKnownAs } from '../schema/synonyms.ts';
import { indentOf, isBlank, lineAt, lineIn, originOf, startsOf } from './lines.ts';
import { headedLists } from './mend-heads.ts';
import { columnOf, isOpen, mendsOf, partsOf, quotedLine } from './mend-line.ts';
import { dividedRecord } from './mend-records.ts';

/** What keeps a text from being read as YAML. */
export interface Flaws {
  readonly first: Diagnostic | undefined;
  /** Where the parser found something wrong; what follows from an earlier mistake too. */
  readonly offsets: readonly number[];
}

export type FlawFinder = (text: string) => Flaws;

/** One change that was needed to read a file. */
export interface Mended {
  /** Zero-based number of the first line that was changed, and of the last. */
  readonly line: number;
  readonly last: number;
  readonly help: string;
  /** What is wrong with lines that could not be read at all and were left out. */
  readonly lost?: Diagnostic;
}

export interface MendedText {
  readonly text: string;
  /** The lines of the original text, and of the mended one: as many. */
  readonly before: readonly string[];
  readonly after: readonly string[];
  readonly changes: readonly Mended[];
  /** The place in the original text of a place in the mended one. */
  readonly origin: (offset: number) => number;
}

/** How much may be read again in search of a mend, in characters; a mistake costs as much as this many. Some tenths of a second. */
const mostCharacters = 300_000;
const costOfFlaw = 300;

interface Try extends Omit<Mended, 'lost'> {
  readonly lines: readonly string[];
}

/**
 * Makes readable what a person wrote in a hurry: one line after another is quoted, indented or divided as it must have
 * been meant, as long as each change lets the parser come further. An entry for which nothing helps is left out.
 * @returns `undefined` when even that does not help.
 */
export function mendYaml(original: string, flawsIn: FlawFinder): MendedText | undefined {
  const before = original.split('\n');
  const budget = { left: mostCharacters };
  const find: FlawFinder = (text) => {
    const flaws = flawsIn(text);
    budget.left -= text.length + costOfFlaw * flaws.offsets.length;
    return flaws;
  };
  const found = find(original);
  const quoted = found.first ? mendAll(before, found.offsets, find) : { lines: before, changes: [] };
  const changes: Mended[] = [...quoted.changes];
  let { lines } = quoted;
  for (let flaw = quoted.changes.length > 0 ? find(lines.join('\n')).first : found.first; flaw !== undefined;) {
    if (budget.left <= 0) return undefined;
    const at = lineAt(lines, flaw.at?.start ?? 0);
    const helped = firstThatHelps(lines, at, find, budget);
    const { step, flaw: rest } = helped ?? { step: leaveOut(lines, at), flaw: undefined };
    if (!step) return undefined;
    const { lines: after, ...change } = step;
    // What was changed in lines that are left out is of no interest.
    if (!helped)
      changes.splice(0, changes.length, ...changes.filter(({ line }) => line < step.line || line > step.last));
    changes.push(helped ? change : { ...change, lost: moved(flaw, originOf(before, lines)) });
    lines = after;
    flaw = helped ? rest : find(lines.join('\n')).first;
  }
  return { text: lines.join('\n'), before, after: lines, changes, origin: originOf(before, lines) };
}

/** Quotes at once every text at which the parser stumbled, so that many such mistakes take no longer than one. */
function mendAll(
  lines: readonly string[],
  offsets: readonly number[],
  find: FlawFinder,
): { readonly lines: readonly string[]; readonly changes: readonly Mended[] } {
  const starts = startsOf(lines);
  const changes = new Map<number, Mended & { readonly text: string }>();
  for (const line of new Set(offsets.map((offset) => lineIn(starts, offset)))) {
    const written = lines[line] ?? '';
    // Where the parser stumbled only over what stands before, the line is sound by itself.
    const isSound = find(written.trim()).first === undefined;
    const mend = isSound ? undefined : quotedLine(written);
    if (mend) changes.set(line, { line, last: line, help: mend.help, text: mend.line });
  }
  return {
    lines: changes.size === 0 ? lines : lines.map((line, i) => changes.get(i)?.text ?? line),
    changes: [...changes.values()].map(({ line, last, help }) => ({ line, last, help })),
  };
}

/** The first change after which the parser comes beyond the line with the flaw. */
function firstThatHelps(
  lines: readonly string[],
  at: number,
  find: FlawFinder,
  budget: { readonly left: number },
): { readonly step: Try; readonly flaw: Diagnostic | undefined } | undefined {
  for (const step of stepsFor(lines, at)) {
    if (budget.left <= 0) return undefined;
    const { first } = find(step.lines.join('\n'));
    if (first === undefined || lineAt(step.lines, first.at?.start ?? 0) > Math.max(at, step.line))
      return { step, flaw: first };
  }
  return undefined;
}

/** A finding about the mended text, at its place in the original one. */
export function moved(found: Diagnostic, origin: (offset: number) => number): Diagnostic {
  const { at } = found;
  return at
    ? { ...found, at: { ...at, start: origin(at.start), end: Math.max(origin(at.end), origin(at.start)) } }
    : found;
}

/** Everything that may help at a line: the line itself, its indentation, the line before or after it. */
function* stepsFor(lines: readonly string[], at: number): Generator<Try> {
  const before = previous(lines, at);
  const after = next(lines, at);
  const divided = dividedRecord(lines, at);
  if (divided) yield divided;
  // With a bracket open every line below is read as part of it: nothing else can help.
  const open = openBefore(lines, at);
  for (const i of open === undefined ? [at, before] : [open, at, before]) {
    if (i === undefined) continue;
    for (const { line, help } of mendsOf(lines[i] ?? '')) yield { lines: lines.with(i, line), line: i, last: i, help };
    if (i === at) {
      const headed = headedLists(lines, at);
      if (headed) yield headed;
      yield* dashed(lines, at);
      yield* reindented(lines, at);
      for (const near of [after, before]) if (near !== undefined) yield* reindented(lines, near);
    }
  }
}

function previous(lines: readonly string[], at: number): number | undefined {
  for (let i = at - 1; i >= 0; i--) if (!isBlank(lines[i] ?? '')) return i;
  return undefined;
}

/** How far up an open bracket is looked for. */
const mostAbove = 12;

/** The nearest line above whose brackets stay open: everything down to here was read as part of them. */
function openBefore(lines: readonly string[], at: number): number | undefined {
  for (let i = at; i >= Math.max(0, at - mostAbove); i--) if (isOpen(lines[i] ?? '')) return i;
  return undefined;
}

function next(lines: readonly string[], at: number): number | undefined {
  for (let i = at + 1; i < lines.length; i++) if (!isBlank(lines[i] ?? '')) return i;
  return undefined;
}

/** The line, and those that belong to it, moved to where a line before it begins; a text without key, below its key. */
function* reindented(lines: readonly string[], at: number): Generator<Try> {
  const line = lines[at] ?? '';
  const indent = indentOf(line);
  const seen = new Set([indent]);
  const columns: number[] = [];
  for (let i = previous(lines, at); i !== undefined && columns.length < 8; i = previous(lines, i)) {
    const other = lines[i] ?? '';
    for (const column of [columnOf(other), indentOf(other)]) columns.push(column);
    if (partsOf(line).key === '' && columns.length === 2) columns.push(columnOf(other) + 2);
  }
  for (const column of columns.toSorted((a, b) => Math.abs(a - indent) - Math.abs(b - indent))) {
    if (seen.has(column)) continue;
    seen.add(column);
    const by = column - indent;
    const count = Math.abs(by);
    const words = `${count} ${by < 0 ? 'fewer' : 'more'} ${count === 1 ? 'space' : 'spaces'}`;
    const end = blockEnd(lines, at, Math.max(indent, column));
    const move = (last: number): readonly string[] =>
      lines.map((other, i) => (i < at || i > last || isBlank(other) ? other : shifted(other, by)));
    yield { lines: move(end), line: at, last: end, help: `Indent this line by ${words}.` };
    // Its neighbours below may be as wrong as it is.
    const last = blockEnd(lines, at, indent - 1);
    if (last > end) yield { lines: move(last), line: at, last, help: `Indent these lines by ${words}.` };
  }
}

const shifted = (line: string, by: number): string =>
  by >= 0 ? ' '.repeat(by) + line : line.slice(Math.min(-by, indentOf(line)));

/** The last line of those below that are indented deeper. */
function blockEnd(lines: readonly string[], at: number, indent: number): number {
  let end = at;
  for (let i = at + 1; i < lines.length && (isBlank(lines[i] ?? '') || indentOf(lines[i] ?? '') > indent); i++) end = i;
  return end;
}

/** A dash that is missing before the first key of an item: the keys below it move with it. */
function* dashed(lines: readonly string[], at: number): Generator<Try> {
  const { indent, dashes, key } = partsOf(lines[at] ?? '');
  if (dashes !== '' || key === '' || !hasItemAt(lines, at, indent.length)) return;
  let end = at;
  for (let i = at + 1; i < lines.length; i++) {
    const other = lines[i] ?? '';
    if (
      !isBlank(other) &&
      (indentOf(other) < indent.length || (/^\s*- /.test(other) && indentOf(other) === indent.length))
    )
      break;
    if (!isBlank(other)) end = i;
  }
  const shiftedLines = lines.map((other, i) => {
    if (i === at) return `${indent}- ${other.slice(indent.length)}`;
    return i > at && i <= end && !isBlank(other) ? `  ${other}` : other;
  });
  yield {
    lines: shiftedLines,
    line: at,
    last: end,
    help: 'A dash and a space are missing before this key: here a new item begins.',
  };
}

/** Whether the line stands in a list: an item before it begins in its column, with nothing further left between them. */
function hasItemAt(lines: readonly string[], at: number, indent: number): boolean {
  for (let i = previous(lines, at); i !== undefined; i = previous(lines, i)) {
    const line = lines[i] ?? '';
    if (indentOf(line) < indent) return false;
    if (indentOf(line) === indent) return /^\s*- /.test(line);
  }
  return false;
}

/** Leaves out the slide around a line, else the item of a list of the lesson, else what stands under a key of the lesson. */
function leaveOut(lines: readonly string[], at: number): Try | undefined {
  const found = slideAround(lines, at) ?? itemAround(lines, at);
  if (!found) return undefined;
  const { start, end, isSlide } = found;
  const rest = lines.map((line, i) => {
    if (i < start || i > end) return line;
    return i === start && isSlide ? `${' '.repeat(indentOf(line))}- ` : '';
  });
  if (rest.every((line, i) => line === lines[i])) return undefined;
  return { lines: rest, line: start, last: end, help: '' };
}

interface Entry {
  readonly start: number;
  readonly end: number;
  readonly isSlide: boolean;
}

/** A key with the list of slides below it, in whatever language. */
function opensSlides(line: string): boolean {
  const { dashes, key, rest } = partsOf(line);
  const name = key.trim().slice(0, -1).trim();
  return (
    key !== '' && dashes === '' && (rest === '' || rest.startsWith('#')) && alsoKnownAs(name, ['slides']) !== undefined
  );
}

function slideAround(lines: readonly string[], at: number): Entry | undefined {
  const key = lines.slice(0, at).findLastIndex(opensSlides);
  const first = key < 0 ? undefined : next(lines, key);
  if (first === undefined || first > at || !/^\s*-(?:\s|$)/.test(lines[first] ?? '')) return undefined;
  const depth = indentOf(lines[first] ?? '');
  const isItem = (line: string): boolean => indentOf(line) === depth && /^\s*-(?:\s|$)/.test(line);
  const start = lines.slice(0, at + 1).findLastIndex(isItem);
  const isOutside = (line: string): boolean => !isBlank(line) && (isItem(line) || indentOf(line) < Math.min(depth, 4));
  const end = lines.findIndex((line, i) => i > start && isOutside(line));
  if (start < first || (end >= 0 && end <= at)) return undefined;
  return { start, end: end < 0 ? lines.length - 1 : end - 1, isSlide: true };
}

function itemAround(lines: readonly string[], at: number): Entry | undefined {
  const isTop = (line: string): boolean => /^[^\s#-]/.test(line);
  const top = lines.slice(0, at + 1).findLastIndex(isTop);
  if (top < 0) return undefined;
  const nextTop = lines.findIndex((line, i) => i > top && isTop(line));
  const last = nextTop < 0 ? lines.length - 1 : nextTop - 1;
  const holder = partsOf(lines[top] ?? '')
    .key.trim()
    .slice(0, -1);
  if (alsoKnownAs(holder.trim(), ['sections']) !== undefined) return undefined;
  return { start: top, end: last, isSlide: false };
}
