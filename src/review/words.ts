import { alignLists, boundariesOf } from '../base/index.ts';

/** A part of a text of which two versions are compared. */
export interface Piece {
  readonly kind: 'same' | 'old' | 'new';
  readonly text: string;
}

interface Item<T> {
  readonly kind: Piece['kind'];
  readonly item: T;
}

/** What two lists have in common, as pieces in order: their equal ends first, which most changes leave long. */
function align<T>(old: readonly T[], now: readonly T[]): readonly Item<T>[] {
  let start = 0;
  while (start < old.length && start < now.length && old[start] === now[start]) start++;
  let end = 0;
  while (end < old.length - start && end < now.length - start && old.at(-1 - end) === now.at(-1 - end)) end++;
  const same = (items: readonly T[]): readonly Item<T>[] => items.map((item) => ({ kind: 'same', item }));
  const [a, b] = [old.slice(start, old.length - end), now.slice(start, now.length - end)];
  const middle = alignLists(a, b).map((step): Item<T> =>
    'kept' in step
      ? { kind: 'same', item: a[step.kept] as T }
      : 'gone' in step
        ? { kind: 'old', item: a[step.gone] as T }
        : { kind: 'new', item: b[step.fresh] as T },
  );
  return [...same(old.slice(0, start)), ...middle, ...same(old.slice(old.length - end))];
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
