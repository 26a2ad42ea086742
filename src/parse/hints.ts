import { suggest } from '../base/index.ts';

/**
 * Help for a name that is not known: the nearest known name, if any, and then the list of all.
 * @param list says what is known, as a sentence.
 */
export function hints(name: string, known: Iterable<string>, list: string): readonly string[] {
  const guess = suggest(name, known);
  return guess === undefined ? [list] : [`Did you mean \`${guess}\`?`, list];
}
