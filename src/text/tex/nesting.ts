/** What a command does to the depth, by its name. */
const steps: ReadonlyMap<string, number> = new Map([
  ['left', 1],
  ['begin', 1],
  ['right', -1],
  ['end', -1],
]);

/** TeX takes these letters as parts of a command's name. */
const isNamePart = (sign = ''): boolean => (sign >= 'a' && sign <= 'z') || (sign >= 'A' && sign <= 'Z');

/**
 * How deep the groups, brackets and environments of a formula stand in each other at most.
 * @param tex the formula; what is not balanced counts as far as it is open
 */
export function texNesting(tex: string): number {
  let [depth, most, at] = [0, 0, 0];
  while (at < tex.length) {
    const sign = tex[at];
    let end = at + 1;
    if (sign === '{') depth++;
    else if (sign === '}') depth--;
    else if (sign === '\\') {
      while (isNamePart(tex[end])) end++;
      depth += steps.get(tex.slice(at + 1, end)) ?? 0;
      // An escaped sign, such as `\{`, groups nothing.
      if (end === at + 1) end++;
    }
    most = Math.max(most, depth);
    at = end;
  }
  return most;
}
