/** How often a sign stands in a row, at most; `least` when that is more. */
export function longestRun(text: string, sign: string, least = 0): number {
  let longest = least;
  let run = 0;
  for (let i = 0; i < text.length; i++) {
    run = text[i] === sign ? run + 1 : 0;
    if (run > longest) longest = run;
  }
  return longest;
}
