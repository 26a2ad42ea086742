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

/**
 * The fence around code, longer than any run of its sign in it.
 * @param least how long it is at least: 1 around a span of a line, 3 around lines
 */
export const fenceFor = (code: string, least: number, sign = '`'): string =>
  sign.repeat(longestRun(code, sign, least - 1) + 1);
