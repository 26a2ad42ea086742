/**
 * Letters of the longest word of which anything is known: dictionaries, patterns for hyphens and endings know none near this
 * length. What is longer is a sequence, an address or a joke; many ways to look at a word take the square of its length.
 */
export const longestWord = 100;
