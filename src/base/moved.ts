/**
 * The places of the fewest items that must move so that their numbers rise: all but a longest rising row of them. Takes time
 * by n log n.
 */
export function movedOf(numbers: readonly number[]): ReadonlySet<number> {
  // For each length of a row, the place of the least number that one can end with; and who stood before whom.
  const ends: number[] = [];
  const before: number[] = [];
  numbers.forEach((number, i) => {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((numbers[ends[middle] ?? 0] ?? 0) < number) low = middle + 1;
      else high = middle;
    }
    before.push(ends[low - 1] ?? -1);
    ends[low] = i;
  });
  const kept = new Set<number>();
  for (let at = ends.at(-1) ?? -1; at >= 0; at = before[at] ?? -1) kept.add(at);
  return new Set(numbers.map((_, i) => i).filter((i) => !kept.has(i)));
}
