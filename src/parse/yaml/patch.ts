import { isObject, pointerStep, type Json, type JsonObject } from '../../base/index.ts';
import { maxDepth, maxPieces } from './limits.ts';
import type { YamlFile } from './file.ts';
import type { PlaceIndex } from './places.ts';

/** Reads a piece of YAML as a file of its own; `undefined` when anything about it is remarkable. */
export type PieceReader = (text: string) => YamlFile | undefined;

/** Whole lines that hold one entry of a block mapping or one item of a block list, and nothing else. */
interface Piece {
  /** JSON pointer of the value. */
  readonly pointer: string;
  readonly isItem: boolean;
  readonly start: number;
  readonly end: number;
}

interface Edit {
  /** Where the texts begin to differ. */
  readonly start: number;
  /** Where what differs ends in the old text. */
  readonly end: number;
  /** How much longer the new text is. */
  readonly growth: number;
}

/** Pieces that are tried, from the smallest on. */
const mostTries = 3;
/** Places that are patched one after the other: a word that is replaced wherever it stands. */
const mostEdits = 4;

/**
 * What a file holds after an edit: reads anew only the entry or item that the edit lies in. A lesson of sixty slides takes
 * 30 ms to read, and in preview it is read after every save.
 *
 * Sound because the pieces are cut at line starts of block collections, where indentation alone decides what belongs to
 * what: the piece must end at the same line as before, and read alone it must be one entry with the same key, or one item,
 * without a finding. Anchors and flow collections reach across lines; files and values with them are read whole.
 * @returns `undefined` when the whole file must be read.
 */
export function patchYaml(before: YamlFile, text: string, read: PieceReader): YamlFile | undefined {
  // No limit on the number of pieces or values can be passed by a text that has fewer characters.
  if (before.hasAnchors || text.length > maxPieces) return undefined;
  let now: YamlFile | undefined = before;
  for (const step of stepsBetween(before.text, text)) now = now && patchOnce(now, step, read);
  return now;
}

/** The texts on the way from one text to another, each with one line, or lines that stand together, changed. */
function stepsBetween(before: string, after: string): readonly string[] {
  const old = before.split('\n');
  const lines = after.split('\n');
  if (old.length !== lines.length) return [after];
  const differing = lines.flatMap((line, i) => (line === old[i] ? [] : [i]));
  const starts = differing.filter((line, i) => line !== (differing[i - 1] ?? -2) + 1);
  if (starts.length > mostEdits) return [after];
  const ends = [...starts.slice(1), lines.length];
  return ends.map((end) => [...lines.slice(0, end), ...old.slice(end)].join('\n'));
}

function patchOnce(before: YamlFile, text: string, read: PieceReader): YamlFile | undefined {
  const edit = editBetween(before.text, text);
  for (const piece of piecesAround(before, edit).slice(-mostTries).reverse()) {
    const patched = patchPiece(before, text, edit, piece, read);
    if (patched) return patched;
  }
  return undefined;
}

function editBetween(before: string, after: string): Edit {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before.charCodeAt(start) === after.charCodeAt(start)) start++;
  let same = 0;
  while (
    same < most - start &&
    before.charCodeAt(before.length - 1 - same) === after.charCodeAt(after.length - 1 - same)
  )
    same++;
  return { start, end: before.length - same, growth: after.length - before.length };
}

/** The pieces that an edit lies in, from the largest to the smallest. */
function piecesAround({ text, value, places }: YamlFile, edit: Edit): readonly Piece[] {
  const pieces: Piece[] = [];
  let pointer = '';
  let inside: Json | undefined = value;
  while (inside !== undefined && (isObject(inside) || Array.isArray(inside))) {
    // Collections in brackets, and what has a tag, do not end by indentation.
    if (/[^\w"'-]/.test(text[places.value(pointer).start] ?? '')) break;
    const found = childAround(text, inside as JsonObject | readonly Json[], pointer, places, edit);
    if (!found) break;
    pieces.push(found.piece);
    ({ pointer } = found.piece);
    inside = found.value;
  }
  return pieces;
}

function childAround(
  text: string,
  parent: JsonObject | readonly Json[],
  pointer: string,
  places: PlaceIndex,
  edit: Edit,
): { readonly piece: Piece; readonly value: Json | undefined } | undefined {
  const isList = Array.isArray(parent);
  for (const [name, value] of Object.entries(parent)) {
    const own = pointer + pointerStep(name);
    const { start } = isList ? places.value(own) : places.key(own);
    if (start > edit.start) return undefined;
    const piece = pieceAt(text, own, start, isList);
    if (!piece || edit.end > piece.end) continue;
    // An edit that begins before the value or its key may have moved it to another depth.
    return edit.start > start && places.value(own).end <= piece.end ? { piece, value } : undefined;
  }
  return undefined;
}

/** The lines of the entry whose key, or the item whose value, stands at an offset. */
function pieceAt(text: string, pointer: string, at: number, isItem: boolean): Piece | undefined {
  const start = text.lastIndexOf('\n', at - 1) + 1;
  const head = text.slice(start, at);
  if (!(isItem ? /^ *- +$/ : /^ *$/).test(head)) return undefined;
  return { pointer, isItem, start, end: endOfPiece(text, start, isItem) };
}

/** The first line that is indented no deeper than the piece's own; the items of an entry's list may stand below its key. */
function endOfPiece(text: string, start: number, isItem: boolean): number {
  let depth: number | undefined;
  let next = start;
  for (let at = start; at < text.length; at = next) {
    const end = text.indexOf('\n', at);
    next = end < 0 ? text.length : end + 1;
    const line = text.slice(at, end < 0 ? text.length : end);
    const indent = /^ */.exec(line)?.[0] ?? '';
    const rest = line.slice(indent.length);
    if (depth === undefined) depth = indent.length;
    else if (rest.trim() !== '' && indent.length <= depth) {
      if (isItem || indent.length < depth || !/^-(?:\s|$)/.test(rest)) return at;
    }
  }
  return text.length;
}

function patchPiece(
  before: YamlFile,
  text: string,
  edit: Edit,
  { pointer, isItem, start, end }: Piece,
  read: PieceReader,
): YamlFile | undefined {
  const name = pointer.slice(pointer.lastIndexOf('/') + 1);
  const newEnd = end + edit.growth;
  if (newEnd <= start || endOfPiece(text, start, isItem) !== newEnd) return undefined;
  const lines = text.slice(start, newEnd);
  const old = before.text.slice(start, end);
  if (
    [old, lines].some((one) => endsInComment(one) || hasOpenKey(one) || hasTab(one)) ||
    /^ *#/.test(text.slice(newEnd))
  )
    return undefined;
  const piece = read(lines);
  const inner = isItem ? '/0' : `/${name}`;
  const value = piece && !piece.hasAnchors ? onlyValue(piece.value, isItem, inner) : undefined;
  if (!piece || value === undefined) return undefined;
  if (pointer.split('/').length + piece.places.depth > maxDepth / 2) return undefined;
  const places = before.places.patched(
    { pointer, start, end, growth: edit.growth },
    { places: piece.places, pointer: inner },
  );
  if (!places) return undefined;
  const whole = replaced(before.value, pointer.slice(1).split('/'), value);
  return { file: before.file, text, value: whole, places, hasAnchors: false };
}

/** The value at a pointer, when a list or an object holds nothing else. */
function onlyValue(collection: Json, isList: boolean, pointer: string): Json | undefined {
  if (isList !== Array.isArray(collection) || !(isList || isObject(collection))) return undefined;
  const [[name, value] = [], ...others] = Object.entries(collection as JsonObject | readonly Json[]);
  return name !== undefined && others.length === 0 && pointerStep(name) === pointer ? value : undefined;
}

/** What stands around a comment decides to which value it belongs. */
const endsInComment = (lines: string): boolean => {
  const text = lines.trimEnd();
  return text.includes('#', text.lastIndexOf('\n') + 1);
};

/** A tab at the start of a line is no indentation, and a mistake or none by what stands in the lines after it. */
const hasTab = (lines: string): boolean => lines.includes('\t');

/** A key after a question mark may do without a value; then what follows it decides where it ends. */
const hasOpenKey = (lines: string): boolean => /^[ -]*\?/m.test(lines);

/** The same value with another one at the end of a path. */
function replaced(value: Json, [step, ...rest]: readonly string[], by: Json): Json {
  if (step === undefined) return by;
  if (Array.isArray(value)) {
    const at = Number(step);
    return (value as readonly Json[]).map((item, i) => (i === at ? replaced(item, rest, by) : item));
  }
  const copy = Object.assign(Object.create(null) as Record<string, Json>, value);
  const name = step.replaceAll('~1', '/').replaceAll('~0', '~');
  copy[name] = replaced(copy[name] ?? null, rest, by);
  return copy;
}
