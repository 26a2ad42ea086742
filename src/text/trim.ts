/**
 * Text without the characters at its end that a pattern of one character names. A pattern such as `/x+$/` would try
 * again from every `x` of a long run in the middle of the text.
 */
export function trimEnd(text: string, character: RegExp): string {
  let end = text.length;
  while (end > 0 && character.test(text.charAt(end - 1))) end--;
  return text.slice(0, end);
}

/** Text without the characters at both ends that a pattern of one character names. */
export function trim(text: string, character: RegExp): string {
  const kept = trimEnd(text, character);
  let start = 0;
  while (start < kept.length && character.test(kept.charAt(start))) start++;
  return kept.slice(start);
}
