import type { Hash, Span } from '../base/index.ts';

/** `<section id>.<number>`, for example `sert.2`: the second statement of section `sert`. */
export type StatementId = string;

/** One sentence of the source: the unit of coverage. */
export interface Statement {
  readonly id: StatementId;
  /** Plain text, Markdown markers removed, white space folded. */
  readonly text: string;
  /** SHA-256 of `text`, for staleness. */
  readonly hash: Hash;
  readonly at: Span;
}

export interface SourceSection {
  /** From the heading's `{#id}`, or a slug of its text. */
  readonly id: string;
  readonly title: string;
  readonly at: Span;
  readonly statements: readonly Statement[];
}

/** The explainer that a lesson must cover. */
export interface Source {
  readonly file: string;
  readonly title?: string;
  readonly sections: readonly SourceSection[];
}
