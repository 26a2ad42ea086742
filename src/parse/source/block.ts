import type { Plain } from './plain.ts';
import type { Range } from './sentences.ts';

/** What is read but is no statement. */
export type AsideKind =
  | 'attributes'
  | 'box'
  | 'code'
  | 'comment'
  | 'footnote'
  | 'footnote-mark'
  | 'front-matter'
  | 'link-definition'
  | 'markup'
  | 'picture'
  | 'summary'
  | 'table-header';

/** Where a block stands: what holds it decides how an importer shows it. */
export interface Holder {
  /** Number of the list, when the block is an item of one. */
  readonly list?: number;
  readonly ordered?: boolean;
  /** Number of the outermost list, when lists stand in one another. */
  readonly top?: number | undefined;
  /** Numbers of the list items that hold the block, from the outermost. */
  readonly items?: readonly number[];
  readonly quote?: boolean;
  /** Number of the table, for a row. */
  readonly table?: number;
}

/** A piece of the source that sentences never cross. `at` is its place in the text. */
export type Block = { readonly at: Range } & (
  | {
      readonly kind: 'heading';
      readonly level: number;
      readonly plain: Plain;
      readonly id?: { readonly text: string; readonly at: Range };
    }
  | { readonly kind: 'text' | 'formula'; readonly plain: Plain; readonly holder: Holder }
  | {
      readonly kind: 'row';
      /** The cells that hold text, and the column of each, from 0. */
      readonly cells: readonly Plain[];
      readonly columns: readonly number[];
      readonly holder: Holder;
      readonly header?: true;
    }
  | { readonly kind: 'aside'; readonly what: AsideKind; readonly text: string }
);
