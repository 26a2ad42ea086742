declare module 'hyphen' {
  import type { Json } from '../base/index.ts';
  /** Liang's patterns of a language as a trie, and the words that they get wrong. */
  export type Patterns = readonly Json[];
  export type Hyphenator = (text: string, options: { readonly minWordLength: number }) => string;
  export default function createHyphenator(patterns: Patterns): Hyphenator;
}
