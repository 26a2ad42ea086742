import { boundariesOf } from '../base/index.ts';

/** A part of a text of which two versions are compared. */
export interface Piece {
  readonly kind: 'same' | 'old' | 'new';
  readonly text: string;
}

/** Tables of more cells take too long: the middle of such texts counts as replaced. */
const mostCells = 4_000_000;

/** What two lists have in common, as pieces in order. Takes time by the square of what differs, up to a limit. */
function align<T>(old: readonly T[], now: readonly T[]): readonly { readonly kind: Piece['kind']; readonly item: T }[] {
  let start = 0;
  while (start < old.length && start < now.length && old[start] === now[start]) start++;
  let end = 0;
  while (end < old.length - start && end < now.length - start && old.at(-1 - end) === now.at(-1 - end)) end++;
  const same = (items: readonly T[]) => items.map((item) => ({ kind: 'same' as const, item }));
  const [a, b] = [old.slice(start, old.length - end), now.slice(start, now.length - end)];
  return [...same(old.slice(0, start)), ...middle(a, b), ...same(old.slice(old.length - end))];
}

function middle<T>(a: readonly T[], b: readonly T[]): readonly { readonly kind: Piece['kind']; readonly item: T }[] {
  const gone = a.map((item) => ({ kind: 'old' as const, item }));
  const come = b.map((item) => ({ kind: 'new' as const, item }));
  if (a.length === 0 || b.length === 0 || a.length * b.length > mostCells) return [...gone, ...come];
  const width = b.length + 1;
  const lengths = new Uint32Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i--)
    for (let k = b.length - 1; k >= 0; k--)
      lengths[i * width + k] =
        a[i] === b[k]
          ? (lengths[(i + 1) * width + k + 1] ?? 0) + 1
          : Math.max(lengths[(i + 1) * width + k] ?? 0, lengths[i * width + k + 1] ?? 0);
  const pieces: { kind: Piece['kind']; item: T }[] = [];
  let [i, k] = [0, 0];
  while (i < a.length && k < b.length) {
    const [left, right] = [a[i] as T, b[k] as T];
    if (left === right) {
      pieces.push({ kind: 'same', item: left });
      i++;
      k++;
    } else if ((lengths[(i + 1) * width + k] ?? 0) >= (lengths[i * width + k + 1] ?? 0)) {
      pieces.push({ kind: 'old', item: left });
      i++;
    } else {
      pieces.push({ kind: 'new', item: right });
      k++;
    }
  }
  return [...pieces, ...gone.slice(i), ...come.slice(k)];
}

// The words of a language without spaces are found in the same dictionaries whatever the locale.
const words = new Intl.Segmenter('en', { granularity: 'word' });

/** Two texts as pieces: words that stay, go and come. */
export function compareWords(old: string, now: string): readonly Piece[] {
  const split = (text: string): readonly string[] => {
    const starts = [...boundariesOf(words, text)];
    return starts.map((start, i) => text.slice(start, starts[i + 1]));
  };
  return joined(align(split(old), split(now)).map(({ kind, item }) => ({ kind, text: item })));
}

/** Neighbours of one kind as one piece. */
function joined(pieces: readonly Piece[]): readonly Piece[] {
  const out: { kind: Piece['kind']; text: string }[] = [];
  for (const { kind, text } of pieces) {
    const last = out.at(-1);
    if (last?.kind === kind) last.text += text;
    else out.push({ kind, text });
  }
  return out;
}

/** Lines that changed, each as pieces; a line that goes where one comes is compared with it word by word. */
export function compareLines(old: readonly string[], now: readonly string[]): readonly (readonly Piece[])[] {
  const rows = align(old, now);
  const lines: (readonly Piece[])[] = [];
  for (let i = 0; i < rows.length;) {
    const from = i;
    while (rows[i]?.kind !== 'same' && i < rows.length) i++;
    const changed = rows.slice(from, i);
    const [gone, come] = [changed.filter(({ kind }) => kind === 'old'), changed.filter(({ kind }) => kind === 'new')];
    for (let k = 0; k < Math.max(gone.length, come.length); k++)
      lines.push(compareWords(gone[k]?.item ?? '', come[k]?.item ?? ''));
    i++;
  }
  return lines;
}
