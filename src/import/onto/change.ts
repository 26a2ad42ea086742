import type { Leaf } from './leaves.ts';

/** Something that somebody changed in a presentation. */
export type Change = { readonly slide: string } & (
  | {
      readonly kind: 'text';
      readonly leaf: Leaf;
      /** What stood and what stands on the slide. */
      readonly before: string;
      readonly after: string;
      /** The whole text of the outline as it would be. */
      readonly raw: string;
      /** Whether the outline itself has changed since the presentation was made. */
      readonly isConflict: boolean;
    }
  /** Items of a list, or rows of a table, beside one that was there. */
  | {
      readonly kind: 'items-new';
      readonly beside: Leaf;
      readonly depth: number;
      readonly isBefore: boolean;
      readonly items: readonly (string | readonly string[])[];
    }
  /** An item of a list, a row of a table, or an entry. `depth` counts the steps from its first text up to it. */
  | { readonly kind: 'item-gone'; readonly leaf: Leaf; readonly depth: number; readonly before: string }
  /** The items of a list in another order: the leaf that was first now stands at … */
  | { readonly kind: 'items-order'; readonly leaves: readonly Leaf[] }
  | { readonly kind: 'notes-new'; readonly after: string }
  | { readonly kind: 'slide-new'; readonly follows: string; readonly title: string; readonly yaml: string }
  | { readonly kind: 'slide-gone' }
  | { readonly kind: 'slide-moved'; readonly follows: string }
  /** What stands in the presentation and has no place in the outline. */
  | { readonly kind: 'unplaced'; readonly before: string; readonly after: string }
);
