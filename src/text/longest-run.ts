/** How often a sign stands in a row, at most; `least` when that is more. */
export function longestRun(text: string, sign: string, least = 0): number {
  let longest = least;
  let run = 0;
  for (const one of text) {
    run = one === sign ? run + 1 : 0;
    if (run > longest) longest = run;
  }
  return longest;
}
