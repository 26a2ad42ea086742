import { decodeTrie } from 'cspell-trie-lib';
import { expect, it } from 'vitest';
import { compactLists, dictionariesFor } from '../../../src/checks/words/dictionary.ts';

const words = ['colour', 'color', 'Amsterdam', 'amsterdam', 'café', 'hte', 'recieve', 'xyzzyq'];

it('a dictionary made beforehand answers as the one of the package', async () => {
  // This runs unbundled: the lists come from their packages.
  const [british] = await dictionariesFor('en-GB');
  const lists = await compactLists();
  expect(new Set(lists.map(({ file }) => file)).size).toBe(lists.length);
  const compact = decodeTrie(new Uint8Array(lists[1]?.make() ?? []));
  const options = { changeLimit: 2, ignoreCase: true, includeTies: false, timeout: 60_000, numSuggestions: 3 };
  for (const word of words) {
    expect(compact.has(word), word).toBe(british?.has(word));
    expect(compact.suggestWithCost(word, options), word).toEqual(british?.near(word, 3));
  }
  expect(british?.has('colour')).toBe(true);
});
