import type { MathNode } from './tree.ts';
import type { Vocabulary } from './words.ts';

/** What the parts of a formula are said with. */
export interface Voice {
  readonly words: Vocabulary;
  /** A row, or whatever else, in words. */
  row(node: MathNode): string;
  /** One part of a row. */
  part(node: MathNode): string;
}
