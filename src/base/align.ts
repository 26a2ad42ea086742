/** A step on the way from one list to another, by places: an item that both have, one that goes, one that comes. */
export type AlignStep =
  { readonly kept: number; readonly now: number } | { readonly gone: number } | { readonly fresh: number };

/** Lists with more pairs of items take too long: everything counts as replaced. */
const mostPairs = 4_000_000;

/**
 * The way from one list to another on which most items stay (longest common subsequence). Takes time and memory by the
 * product of their lengths, up to a limit.
 */
export function alignLists<T>(before: readonly T[], after: readonly T[]): readonly AlignStep[] {
  const [rows, columns] = [before.length, after.length];
  if (rows * columns > mostPairs)
    return [...before.map((_, gone) => ({ gone })), ...after.map((_, fresh) => ({ fresh }))];
  const width = columns + 1;
  const lengths = new Uint32Array((rows + 1) * width);
  for (let i = rows - 1; i >= 0; i--)
    for (let j = columns - 1; j >= 0; j--)
      lengths[i * width + j] =
        before[i] === after[j]
          ? (lengths[(i + 1) * width + j + 1] ?? 0) + 1
          : Math.max(lengths[(i + 1) * width + j] ?? 0, lengths[i * width + j + 1] ?? 0);
  const found: AlignStep[] = [];
  let [i, j] = [0, 0];
  while (i < rows || j < columns) {
    if (i < rows && j < columns && before[i] === after[j]) found.push({ kept: i++, now: j++ });
    else if (i < rows && (j >= columns || (lengths[(i + 1) * width + j] ?? 0) >= (lengths[i * width + j + 1] ?? 0)))
      found.push({ gone: i++ });
    else found.push({ fresh: j++ });
  }
  return found;
}
